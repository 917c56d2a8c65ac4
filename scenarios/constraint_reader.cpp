// SPDX-License-Identifier: Apache-2.0
#include "scenarios/constraint_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "scenarios/number_reader.hpp"
#include "scenarios/section_reader.hpp"
#include "scenarios/text.hpp"
#include "scenarios/value_writer.hpp"

namespace coopsim {
namespace {

constexpr std::array<std::string_view, 4> constraint_keys = {"factor", "at_most", "at_least",
                                                             "times"};

class ConstraintReader {
 public:
  ConstraintReader(const std::vector<SweepFactor>& factors, Problems& problems)
      : factors_(factors), problems_(problems) {
    for (const SweepFactor& one : factors) paths_.push_back(one.path);
  }

  std::vector<SweepConstraint> constraints;

  void read(const Node& node) {
    StatedByPath unused;
    Reading reading{problems_, unused};
    if (!is_table(node, "constraint", reading)) return;
    check_keys(node, constraint_keys, "constraint", reading);
    const std::size_t before = problems_.count();
    SweepConstraint constraint;
    const Node* factor = node.find("factor");
    if (!factor)
      wrong(node, "factor", "no `factor`", "allowed: the path of a factor of this study");
    else if (const auto place = factor_at(*factor, "factor"))
      constraint.factor = *place;
    const Node *at_most = node.find("at_most"), *at_least = node.find("at_least");
    if ((at_most != nullptr) == (at_least != nullptr))
      wrong(node, "at_most", at_most ? "at_most and at_least" : "no at_most and no at_least",
            "allowed: one of both, a number or the path of a factor");
    else
      read_bound(at_most ? *at_most : *at_least, at_most ? "at_most" : "at_least", constraint);
    constraint.at_most = at_most != nullptr;
    if (const Node* times = node.find("times")) read_into(*times, constraint.times, "times");
    if (problems_.count() == before) constraints.push_back(std::move(constraint));
  }

 private:
  void wrong(const Node& node, std::string_view key, std::string what, std::string remedy) {
    problems_.add({node.where, join("constraint", key), std::move(what), std::move(remedy)});
  }

  bool read_into(const Node& node, double& value, const char* key) {
    constexpr FieldInfo any{"", "1", {-1e300, 1e300}, {"", ""}, "", {"", {}, {}}, false};
    return read_number(node, value, Target{any, join("constraint", key), problems_});
  }

  void read_bound(const Node& node, const char* key, SweepConstraint& constraint) {
    if (!node.is(Node::Kind::text))
      read_into(node, constraint.bound, key);
    else
      constraint.other = factor_at(node, key);
  }

  std::optional<std::size_t> factor_at(const Node& node, const char* key) {
    const auto found = std::ranges::find(paths_, std::string_view(node.text));
    if (node.is(Node::Kind::text) && found != paths_.end()) {
      const std::size_t place = std::size_t(found - paths_.begin());
      if (has_numbers(factors_[place])) return place;
      wrong(node, key, in_words(node) + " has values that are no numbers",
            "allowed: factors with numbers");
      return {};
    }
    const auto near = node.is(Node::Kind::text) ? nearest(node.text, paths_) : "";
    wrong(node, key, in_words(node) + " is no factor of this study",
          near.empty() ? fmt::format("allowed: {}", fmt::join(paths_, ", "))
                       : fmt::format("did you mean {}?", near));
    return {};
  }

  static bool has_numbers(const SweepFactor& factor) {
    return std::ranges::all_of(factor.values, [](const std::string& value) {
      return !value.empty() && value.front() != '"' && value != "true" && value != "false" &&
             !scaled_text(value, 1).empty();
    });
  }

  const std::vector<SweepFactor>& factors_;
  Problems& problems_;
  std::vector<std::string_view> paths_;
};

}  // namespace

std::vector<SweepConstraint> read_constraints(const Node& root,
                                              const std::vector<SweepFactor>& factors,
                                              Problems& problems) {
  const Node* node = root.find("constraint");
  if (!node) return {};
  if (!node->is(Node::Kind::array)) {
    problems.add({node->where, "constraint", with_type(*node),
                  "allowed: [[constraint]] tables, with two brackets"});
    return {};
  }
  ConstraintReader reader(factors, problems);
  for (const Node& item : node->items) reader.read(item);
  return std::move(reader.constraints);
}

bool SweepConstraint::holds(const double* numbers) const {
  const double limit = times * (other ? numbers[*other] : bound);
  return at_most ? numbers[factor] <= limit : numbers[factor] >= limit;
}

std::string SweepConstraint::text(const std::vector<SweepFactor>& factors) const {
  return fmt::format("{} {} {}{}", factors[factor].path, at_most ? "at most" : "at least",
                     times == 1 ? "" : toml_text(times) + " times ",
                     other ? factors[*other].path : toml_text(bound));
}

}  // namespace coopsim
