// SPDX-License-Identifier: Apache-2.0
// A scenario that shows everything a scenario may say: every parameter at its default with what it
// means, and one policy with each lever as a comment.
#include <fmt/format.h>

#include <algorithm>

#include "policies/catalogue.hpp"
#include "scenarios/parameter_tree.hpp"
#include "scenarios/provenance.hpp"
#include "scenarios/reference.hpp"
#include "scenarios/text.hpp"
#include "scenarios/value_writer.hpp"

namespace coopsim {
namespace {

constexpr std::size_t columns = 100;

// `text` in lines that begin with `mark`.
std::string comment(std::string_view text, std::string_view mark) {
  std::string lines, line(mark);
  while (!text.empty()) {
    const std::size_t space = std::min(text.find(' '), text.size());
    const std::string_view word = text.substr(0, space);
    if (line != mark && code_points(line) + 1 + code_points(word) > columns) {
      lines += line + '\n';
      line = mark;
    }
    line += ' ' + std::string(word);
    text.remove_prefix(std::min(space + 1, text.size()));
  }
  return lines + line + '\n';
}

std::string explained(const FieldInfo& field, std::string_view mark) {
  const std::string range = range_in_words(field);
  return comment(fmt::format("{} · {}: {}", field.label.en, field.label.ko, field.meaning), mark) +
         comment(fmt::format("{}{}. Source: {} ({}, grade {})",
                             field.unit == "1" ? "no unit" : field.unit,
                             range.empty() ? "" : "; " + range, field.source.text,
                             name_of(field.source.confidence), name_of(field.source.grade)),
                 mark);
}

// What a value without a default may look like.
std::string near_one(const Range& range) {
  return number_text(std::clamp(1.0, range.least, range.most));
}
std::string example(Of<Path<double>>, const FieldInfo& field) { return near_one(field.range); }
std::string example(Of<Path<int>>, const FieldInfo& field) { return near_one(field.range); }
std::string example(Of<Path<Money>>, const FieldInfo&) { return "\"1 000 million KRW\""; }
std::string example(Of<Time>, const FieldInfo&) { return "2008-01-01"; }
std::string example(Of<AccountChoice>, const FieldInfo&) { return "\"B7\""; }
std::string example(Of<WatchedResponse>, const FieldInfo&) { return "\"consultations\""; }
std::string example(Of<Population>, const FieldInfo&) { return "\"firms.csv\""; }
std::string example(Of<TargetFirms>, const FieldInfo&) { return "{ sector = [\"machinery\"] }"; }
std::string example(Of<Path<Weights>>, const FieldInfo&) { return "{ B7 = 2, B8 = 1 }"; }

template <class Value>
constexpr bool may_be_unset = requires(const FieldInfo& field) {
  example(Of<Value>{}, field);
};

class ParameterLines {
 public:
  template <class Value>
  void field(const std::string& path, const FieldInfo& field, const Value& value) {
    text += '\n' + explained(field, "#");
    const std::string name = path.substr(path.rfind('.') + 1);
    if constexpr (may_be_unset<Value>) {
      if (is_unset(value)) {
        text += fmt::format("# {} = {}\n", name, example(Of<Value>{}, field));
        return;
      }
    }
    text += fmt::format("{} = {}\n", name, toml_text(value));
  }
  void section(const std::string& path, const Label& label) {
    text += fmt::format("\n# {} · {}\n[{}]\n", label.en, label.ko, path);
  }
  std::string text;
};

// The settings of a lever or a condition, as comments that become TOML without their marks.
template <Declared T>
std::string settings(const T& usual) {
  std::string text;
  for_each_field(usual, [&](const auto& entry, const auto& value) {
    using Value = std::remove_cvref_t<decltype(value)>;
    const FieldInfo field = info(entry);
    text += explained(field, "##");
    std::string shown = toml_text(value);
    if constexpr (may_be_unset<Value>)
      if (is_unset(value)) shown = example(Of<Value>{}, field) + "  ## an example, no default";
    text += fmt::format("# {} = {}\n", entry.name, shown);
  });
  return text;
}

std::string every_lever() {
  std::string text = "\n" +
                     comment("The policy acts while a published response is inside a band.", "##") +
                     "# [policy.when]\n" + settings(Condition{});
  for_each_lever([&]<class L>(Of<L>) {
    text += '\n' + comment(fmt::format("{} · {}: {}", L::label.en, L::label.ko, L::meaning), "##") +
            fmt::format("# [policy.{}]\n", L::name) + settings(L{});
  });
  return text;
}

}  // namespace

std::string scenario_template() {
  const Parameters usual;
  std::array<AccountPlan, account_count> plans;
  for (AccountPlan& plan : plans) plan.amount = Path<Money>(Money{});
  ParameterLines parameters;
  walk_scenario(usual, plans, parameters);
  return comment(
             "Every parameter of a scenario at its default, each with its label in English and "
             "Korean, its meaning, unit, range and source. Written by `coopsim describe "
             "--template`; do not edit. To use it, copy what differs into a scenario of your own: "
             "what a scenario does not say has these values. The accounts have no money by "
             "default.",
             "#") +
         "# 모든 매개변수의 기본값\n\nschema = 1\n"
         "title = { en = \"Every parameter at its default\", ko = \"모든 매개변수의 기본값\" }\n" +
         parameters.text + '\n' +
         comment(
             "A policy, and each lever that it may have. Remove the first mark of a lever's lines "
             "to use it; lines with two marks explain.",
             "#") +
         "[[policy]]\nname = \"as_it_is\"\n"
         "label = { en = \"As it is\", ko = \"현행 유지\" }\nbaseline = true\n" +
         every_lever();
}

}  // namespace coopsim
