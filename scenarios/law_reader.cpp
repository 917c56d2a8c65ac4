// SPDX-License-Identifier: Apache-2.0
// Distributions: { triangular = [2, 6, 12] }, or a number alone.
#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "scenarios/number_reader.hpp"
#include "scenarios/text.hpp"

namespace coopsim {
namespace {

// The numbers of a law in range: all of a bounded law, the middle of an unbounded one.
bool numbers_in_range(Distribution::Law law, const std::vector<Node>& items,
                      const std::vector<double>& numbers, const Target& target) {
  const std::size_t count =
      is_bounded(law) ? numbers.size() : std::min<std::size_t>(1, numbers.size());
  for (std::size_t i = 0; i < count; ++i)
    if (!in_range(items[i], numbers[i], target)) return false;
  return true;
}

}  // namespace

bool is_bounded(Distribution::Law law) {
  using Law = Distribution::Law;
  return law == Law::uniform || law == Law::triangular || law == Law::discrete_uniform ||
         law == Law::empirical;
}

bool read_value(const Node& node, Distribution& value, const Target& target) {
  static const std::vector<std::string_view> laws = [] {
    std::vector<std::string_view> names;
    for (const auto law : Distribution::laws) names.push_back(Distribution::name_of(law));
    return names;
  }();
  const std::string allowed =
      fmt::format("allowed: a number, or one law of {}, e.g. {{ triangular = [2, 6, 12] }}",
                  fmt::join(laws, ", "));
  if (!node.is(Node::Kind::table)) {
    if (!node.is(Node::Kind::integer) && !node.is(Node::Kind::real))
      return target.wrong(node.where, with_type(node) + " where a distribution is needed", allowed);
    double constant = 0;
    if (!read_value(node, constant, target)) return false;
    value = Distribution(constant);
    return true;
  }
  if (node.members.size() != 1)
    return target.wrong(
        node.where, fmt::format("{} keys where one law is needed", node.members.size()), allowed);
  const Member& member = node.members[0];
  const auto found = std::find(laws.begin(), laws.end(), member.key);
  if (found == laws.end()) {
    const auto near = nearest(member.key, laws);
    return target.wrong(member.where, fmt::format("there is no law {}", shown_key(member.key)),
                        allowed + (near.empty() ? "" : fmt::format("; did you mean {}?", near)));
  }
  const auto law = Distribution::laws[static_cast<std::size_t>(found - laws.begin())];
  const std::string needed = fmt::format("allowed: [{}]", Distribution::numbers_of(law));
  std::vector<Node> single = {member.value};
  const std::vector<Node>& items = member.value.is(Node::Kind::array) ? member.value.items : single;
  std::vector<double> numbers;
  for (const Node& item : items) {
    double number = 0;
    if (!read_number(item, number, target)) return false;
    numbers.push_back(number);
  }
  if (const auto problem = Distribution::problem_with(law, numbers); !problem.empty())
    return target.wrong(member.value.where,
                        fmt::format("{} of {} number{}: {}", *found, numbers.size(),
                                    numbers.size() == 1 ? "" : "s", problem),
                        needed);
  if (!numbers_in_range(law, items, numbers, target)) return false;
  value = Distribution(law, std::move(numbers));
  return true;
}

}  // namespace coopsim
