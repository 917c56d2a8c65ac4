// SPDX-License-Identifier: Apache-2.0
#include "scenarios/effective.hpp"

#include <fmt/format.h>

#include "scenarios/value_writer.hpp"

namespace coopsim {
namespace {

Stated declared(const Source& source) {
  return {std::string(source.text), source.confidence, source.grade, ""};
}

struct Defaults {
  StatedByPath values;  // `source` holds the text of the default
  template <class Value>
  void field(const std::string& path, const FieldInfo&, const Value& value) {
    values[path].source = toml_text(value);
  }
  void section(const std::string&, const Label&) {}
};

struct Collect {
  const StatedByPath& stated;
  const StatedByPath& defaults;
  std::vector<Provenance> all;

  template <class Value>
  void field(const std::string& path, const FieldInfo& field, const Value& value) {
    if constexpr (std::is_same_v<Value, Population>)
      if (is_unset(value)) return;
    const std::string text = toml_text(value);
    Stated from = declared(field.source);
    if (const auto own = stated.find(path); own != stated.end())
      from = own->second;
    else if (defaults.find(path)->second.source != text)
      from = {"not stated", Confidence::assumption, Grade::D, ""};
    all.push_back({path, text, std::string(field.unit), field.label, field.whole, std::move(from)});
  }
  void section(const std::string&, const Label&) {}
};

// What is said of a value, a lever or a policy, as TOML keys.
std::string evidence_text(const Stated& stated, std::string_view between) {
  std::string text =
      fmt::format("source = {1}{0}confidence = \"{2}\"{0}grade = \"{3}\"", between,
                  toml_quoted(stated.source), name_of(stated.confidence), name_of(stated.grade));
  if (!stated.note.empty()) text += fmt::format("{}note = {}", between, toml_quoted(stated.note));
  if (stated.uncertain)
    text += fmt::format("{}uncertain = {}", between, toml_text(*stated.uncertain));
  return text;
}

std::string statement(const std::string& value, const Stated& stated) {
  return fmt::format("{{ value = {}, {} }}", value, evidence_text(stated, ", "));
}

std::string text_table(const Text& text) {
  return fmt::format("{{ en = {}, ko = {} }}", toml_quoted(text.en), toml_quoted(text.ko));
}

// The settings of a lever as an inline table, those that are not given left out.
template <class L>
std::string settings_text(const L& settings, const std::string& given, const StatedByPath& stated) {
  std::string text;
  for_each_field(settings, [&](const auto& entry, const auto& value) {
    if (is_unset(value)) return;
    std::string shown = toml_text(value);
    const auto own = stated.find(join(given, entry.name));
    if (own != stated.end()) shown = statement(shown, own->second);
    text += fmt::format("{}{} = {}", text.empty() ? "" : ", ", entry.name, shown);
  });
  if (const auto own = stated.find(given); own != stated.end())
    text += (text.empty() ? "" : ", ") + evidence_text(own->second, ", ");
  return text.empty() ? "{}" : "{ " + text + " }";
}

std::string condition_text(const PolicyDraft& policy, const StatedByPath& stated) {
  std::string text = settings_text(*policy.when, join("policy." + policy.name, "when"), stated);
  if (policy.otherwise.empty()) return text;
  return fmt::format("{}, otherwise = {} }}", text.substr(0, text.size() - 2),
                     toml_quoted(policy.otherwise));
}

std::string lever_text(const UsedLever& used, const StatedByPath& stated) {
  std::string text;
  for_each_lever([&]<class L>(Of<L>) {
    const auto* lever = dynamic_cast<const LeverOf<L, detail::place_of<L>()>*>(used.lever.get());
    if (lever) text = settings_text(lever->settings(), used.given, stated);
  });
  return text;
}

}  // namespace

std::vector<Provenance> provenance_of(const Scenario& scenario, const StatedByPath& stated) {
  const Parameters standard;
  std::array<AccountPlan, account_count> nothing;
  for (AccountPlan& plan : nothing) plan.amount = Path<Money>(Money{});
  Defaults defaults;
  walk_scenario(standard, nothing, defaults);
  Collect collect{stated, defaults.values, {}};
  walk_scenario(scenario.parameters, scenario.accounts, collect);
  return std::move(collect.all);
}

std::string effective_text(const Scenario& scenario, const std::vector<Provenance>& provenance,
                           const std::vector<PolicyDraft>& policies, const StatedByPath& stated) {
  std::string text = "schema = 1\ntitle = " + text_table(scenario.title) + "\n";
  std::string section;
  for (const Provenance& parameter : provenance) {
    const std::size_t dot = parameter.path.rfind('.');
    if (parameter.path.substr(0, dot) != section) {
      section = parameter.path.substr(0, dot);
      text += "\n[" + section + "]\n";
    }
    text += parameter.path.substr(dot + 1) + " = " + statement(parameter.value, parameter.stated) +
            '\n';
  }
  for (const PolicyDraft& policy : policies) {
    text += fmt::format("\n[[policy]]\nname = \"{}\"\nlabel = {}\n", policy.name,
                        text_table(policy.label));
    if (policy.baseline) text += "baseline = true\n";
    if (policy.stress) text += "stress = true\n";
    if (const auto own = stated.find("policy." + policy.name); own != stated.end())
      text += evidence_text(own->second, "\n") + '\n';
    if (policy.when) text += "when = " + condition_text(policy, stated) + '\n';
    for (const UsedLever& used : policy.levers)
      text += fmt::format("{} = {}\n", used.lever->name(), lever_text(used, stated));
  }
  return text;
}

}  // namespace coopsim
