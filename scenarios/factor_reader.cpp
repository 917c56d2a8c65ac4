// SPDX-License-Identifier: Apache-2.0
#include "scenarios/factor_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "scenarios/factor_trial.hpp"
#include "scenarios/number_reader.hpp"
#include "scenarios/section_reader.hpp"
#include "scenarios/text.hpp"
#include "scenarios/value_writer.hpp"

namespace coopsim {
namespace {

constexpr std::array<std::string_view, 7> factor_keys = {"path",  "values", "range",   "law",
                                                         "scale", "shift",  "together"};
constexpr const char* forms =
    "allowed: one of values = [...], range = [least, most], law = { ... } or \"uncertain\", scale "
    "= [least, most], shift = [least, most] in months";
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
    SweepFactor factor = factor_named(path->text, base_);
    if (std::ranges::any_of(factors, [&](const auto& one) { return one.path == factor.path; }))
      return wrong(*path, "path", in_words(*path) + " is a factor already", "name it once");
    if (const Node* word = node.find("together"); word && word->is(Node::Kind::text))
      factor.together = word->text;
    const std::size_t before = problems_.count();
    read_form(node, factor);
    if (problems_.count() != before) return;
    try_factor(factor, factors, path->where, base_, problems_);
    factors.push_back(std::move(factor));
  }

  // Every parameter with a law of its own.
  void take_uncertain(const Node& node) {
    for (const Provenance& one : base_.provenance) {
      if (!one.stated.uncertain) continue;
      SweepFactor factor = factor_named(one.path, base_);
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

  void read_form(const Node& node, SweepFactor& factor) {
    const Node *values = node.find("values"), *range = node.find("range"), *law = node.find("law"),
               *scale = node.find("scale"), *shift = node.find("shift");
    if ((values != nullptr) + (range != nullptr) + (law != nullptr) + (scale != nullptr) +
            (shift != nullptr) !=
        1)
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
    if (shift) {
      read_ends(*shift, factor, SweepFactor::Form::shift, "shift");
      if (shifted_text(factor.usual, 0).empty())
        wrong(*shift, "shift",
              fmt::format("{} is no date and no dated path of numbers", factor.path),
              "give values");
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

  // An end of a range may be the number of a factor before this one, by its path.
  bool read_end(const Node& node, const Node& whole, const char* key, double SweepFactor::*end,
                std::optional<std::size_t> SweepFactor::*of, SweepFactor& factor) {
    constexpr FieldInfo any{"", "1", {-1e300, 1e300}, {"", ""}, "", {"", {}, {}}, false};
    if (!node.is(Node::Kind::text) || factor.form != SweepFactor::Form::range)
      return read_number(node, factor.*end, Target{any, join("factor", key), problems_});
    const auto other = std::ranges::find(factors, node.text, &SweepFactor::path);
    if (other == factors.end() || !is_spread(*other)) {
      wrong(node, key, in_words(node) + " is no factor above this one that has numbers",
            "allowed: a number, or the path of a factor above with a range or a law");
      return false;
    }
    factor.*of = std::size_t(other - factors.begin());
    // Its utmost: what is empty there is empty somewhere.
    factor.*end = other->number(&node == &whole.items.front() ? 1 : 0);
    return true;
  }

  static bool is_spread(const SweepFactor& factor) {
    return factor.form == SweepFactor::Form::range || factor.form == SweepFactor::Form::law;
  }

  void read_ends(const Node& node, SweepFactor& factor, SweepFactor::Form form, const char* key) {
    if (!node.is(Node::Kind::array) || node.items.size() != 2)
      return wrong(node, key, in_words(node), "allowed: [least, most]");
    factor.form = form;
    using F = SweepFactor;
    const Node &least = node.items[0], &most = node.items[1];
    if (!read_end(least, node, key, &F::low, &F::low_of, factor) ||
        !read_end(most, node, key, &F::high, &F::high_of, factor))
      return;
    if (!(factor.low < factor.high))
      return wrong(node, key,
                   factor.low_of || factor.high_of
                       ? fmt::format("its least may be {} where its most is {}",
                                     toml_text(factor.low), toml_text(factor.high))
                       : "its least is not below its most",
                   "allowed: [least, most]");
    if (form == F::Form::shift &&
        (factor.low != std::round(factor.low) || factor.high != std::round(factor.high)))
      return wrong(node, key, "not in whole months", "allowed: whole numbers of months");
    const auto shown = [&](const Node& end, double value) {
      return end.is(Node::Kind::text) ? end.text : toml_text(value);
    };
    factor.statement =
        fmt::format("{} [{}, {}]", key, shown(least, factor.low), shown(most, factor.high));
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
                  "allowed: [[factor]] tables, with two brackets, or \"uncertain\" for all "
                  "uncertain parameters"});
  } else {
    for (const Node& item : node->items) reader.read(item);
    reader.check_together(*node);
  }
  return std::move(reader.factors);
}

}  // namespace coopsim
