// SPDX-License-Identifier: Apache-2.0
#include "scenarios/factor_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

#include "scenarios/number_reader.hpp"
#include "scenarios/section_reader.hpp"
#include "scenarios/text.hpp"
#include "scenarios/value_writer.hpp"

namespace coopsim {
namespace {

constexpr std::array<std::string_view, 6> factor_keys = {"path", "values", "range",
                                                         "law",  "scale",  "together"};
constexpr const char* forms =
    "allowed: one of values = [...], range = [least, most], law = { ... } or \"uncertain\", scale "
    "= "
    "[least, most]";
constexpr std::size_t most_values = 10'000;

class FactorReader {
 public:
  FactorReader(const ScenarioReading& base, Problems& problems) : base_(base), problems_(problems) {
    for (const Provenance& one : base.provenance) known_.emplace(one.path, &one);
  }

  void read(const Node& node) {
    StatedByPath unused;
    Reading reading{problems_, unused};
    if (!is_table(node, "factor", reading)) return;
    check_keys(node, factor_keys, "factor", reading);
    const Node* path = node.find("path");
    if (!path || !path->is(Node::Kind::text))
      return wrong(path ? *path : node, "path", path ? in_words(*path) : "no `path`",
                   "allowed: a parameter's path, e.g. \"advice.patience\"");
    SweepFactor factor = named(path->text);
    if (std::ranges::any_of(factors, [&](const auto& one) { return one.path == factor.path; }))
      return wrong(*path, "path", in_words(*path) + " is a factor already", "name it once");
    if (const Node* word = node.find("together"); word && word->is(Node::Kind::text))
      factor.together = word->text;
    const std::size_t before = problems_.count();
    read_form(node, factor);
    if (problems_.count() != before) return;
    try_ends(*path, factor);
    factors.push_back(std::move(factor));
  }

  // Every parameter with a law of its own.
  void take_uncertain(const Node& node) {
    for (const Provenance& one : base_.provenance) {
      if (!one.stated.uncertain) continue;
      SweepFactor factor = named(one.path);
      take_law(factor, *one.stated.uncertain);
      factors.push_back(std::move(factor));
    }
    if (factors.empty()) wrong(node, "factor", "the scenario has no uncertain parameter", forms);
  }

  void check_together(const Node& node) {
    for (const SweepFactor& one : factors)
      for (const SweepFactor& other : factors)
        if (!one.together.empty() && one.together == other.together && one.has_levels() &&
            other.has_levels() && one.values.size() < other.values.size())
          wrong(node, "together",
                fmt::format("{} has {} values and {} has {}", one.path, one.values.size(),
                            other.path, other.values.size()),
                "factors that move together have equally many");
  }

  std::vector<SweepFactor> factors;

 private:
  void wrong(const Node& node, std::string_view key, std::string what, std::string remedy) {
    problems_.add({node.where, join("factor", key), std::move(what), std::move(remedy)});
  }

  SweepFactor named(const std::string& path) const {
    SweepFactor factor;
    factor.path = factor.label_en = factor.label_ko = path;
    factor.unit = "1";
    if (const auto at = known_.find(path); at != known_.end()) {
      const Provenance& one = *at->second;
      factor.unit = one.unit;
      factor.label_en = one.label.en;
      factor.label_ko = one.label.ko;
      factor.usual = one.value;
      factor.whole = one.whole;
    }
    return factor;
  }

  void read_form(const Node& node, SweepFactor& factor) {
    const Node *values = node.find("values"), *range = node.find("range"), *law = node.find("law"),
               *scale = node.find("scale");
    if ((values != nullptr) + (range != nullptr) + (law != nullptr) + (scale != nullptr) != 1)
      return wrong(node, "path", fmt::format("{} says not once what it may be", factor.path),
                   forms);
    if (values) read_values(*values, factor);
    if (law) read_law(*law, factor);
    if (range) read_ends(*range, factor, SweepFactor::Form::range, "range");
    if (scale) {
      read_ends(*scale, factor, SweepFactor::Form::scale, "scale");
      if (scaled_text(factor.usual, 1).empty())
        wrong(*scale, "scale",
              fmt::format("{} is no number and no dated path of numbers", factor.path),
              "give values or a range");
    }
  }

  void read_values(const Node& node, SweepFactor& factor) {
    if (!node.is(Node::Kind::array) || node.items.size() < 2 || node.items.size() > most_values)
      return wrong(node, "values", in_words(node), "allowed: a list of 2 to 10,000 values");
    for (const Node& item : node.items) {
      if (item.is(Node::Kind::table) || item.is(Node::Kind::array) || item.is(Node::Kind::other))
        return wrong(item, "values", with_type(item),
                     "allowed: numbers, texts, dates, true and false");
      std::string text = item.is(Node::Kind::text)      ? toml_quoted(item.text)
                         : item.is(Node::Kind::real)    ? toml_text(item.real)
                         : item.is(Node::Kind::integer) ? toml_text(item.integer)
                                                        : item.text;
      if (std::ranges::find(factor.values, text) != factor.values.end())
        return wrong(item, "values", in_words(item) + " stands there twice", "name it once");
      factor.values.push_back(std::move(text));
    }
    factor.form = SweepFactor::Form::values;
    factor.statement = fmt::format("values [{}]", fmt::join(factor.values, ", "));
  }

  void read_ends(const Node& node, SweepFactor& factor, SweepFactor::Form form, const char* key) {
    constexpr FieldInfo any{"", "1", {-1e300, 1e300}, {"", ""}, "", {"", {}, {}}, false};
    const Target target{any, join("factor", key), problems_};
    if (!node.is(Node::Kind::array) || node.items.size() != 2)
      return wrong(node, key, in_words(node), "allowed: [least, most]");
    if (!read_number(node.items[0], factor.low, target) ||
        !read_number(node.items[1], factor.high, target))
      return;
    if (!(factor.low < factor.high))
      return wrong(node, key, "its least is not below its most", "allowed: [least, most]");
    factor.form = form;
    factor.statement =
        fmt::format("{} [{}, {}]", key, toml_text(factor.low), toml_text(factor.high));
  }

  void read_law(const Node& node, SweepFactor& factor) {
    if (node.is(Node::Kind::text) && node.text == "uncertain") {
      const auto at = known_.find(factor.path);
      if (at == known_.end() || !at->second->stated.uncertain)
        return wrong(node, "law",
                     fmt::format("the scenario does not say what {} could be", factor.path),
                     "give a law, e.g. law = { triangular = [2, 6, 12] }");
      return take_law(factor, *at->second->stated.uncertain);
    }
    constexpr FieldInfo any{"", "1", {-1e300, 1e300}, {"", ""}, "", {"", {}, {}}, false};
    Distribution law(0);
    if (read_value(node, law, Target{any, "factor.law", problems_})) take_law(factor, law);
  }

  static void take_law(SweepFactor& factor, const Distribution& law) {
    factor.form = SweepFactor::Form::law;
    factor.law = law;
    factor.statement = "law " + toml_text(law);
  }

  // The scenario itself says whether it allows the ends; every problem it has then is the factor's.
  void try_ends(const Node& path, const SweepFactor& factor) {
    std::vector<double> coordinates = {0, 1};
    if (factor.has_levels()) {
      coordinates.clear();
      for (std::size_t i = 0; i < std::min<std::size_t>(factor.values.size(), 20); ++i)
        coordinates.push_back((double(i) + .5) / double(factor.values.size()));
    }
    for (const double u : coordinates) try {
        read_scenario_text(base_.scenario.effective_toml, "", {{factor.setting(u)}, {}});
      } catch (const ScenarioError& error) {
        const auto all = error.problems().in_order();
        const Problem& first = all.front();
        return wrong(path, "path", fmt::format("{}: {}", factor.setting(u), first.what),
                     first.remedy);
      }
  }

  const ScenarioReading& base_;
  Problems& problems_;
  std::map<std::string, const Provenance*, std::less<>> known_;
};

}  // namespace

std::vector<SweepFactor> read_factors(const Node& root, const ScenarioReading& base,
                                      Problems& problems) {
  FactorReader reader(base, problems);
  const Node* node = root.find("factor");
  if (!node) {
    problems.add({root.where, "factor", "nothing varies", "say what does: [[factor]] path = ..."});
  } else if (node->is(Node::Kind::text) && node->text == "uncertain") {
    reader.take_uncertain(*node);
  } else if (!node->is(Node::Kind::array)) {
    problems.add({node->where, "factor", with_type(*node),
                  "allowed: [[factor]] tables, or \"uncertain\" for all uncertain parameters"});
  } else {
    for (const Node& item : node->items) reader.read(item);
    reader.check_together(*node);
  }
  return std::move(reader.factors);
}

}  // namespace coopsim
