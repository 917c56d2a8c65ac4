// SPDX-License-Identifier: Apache-2.0
// run.replications as a number, or as a rule:
// { at_least = 64, at_most = 2000, half_width = "0.5 bp", of = "productivity_effect" }.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <utility>

#include "scenarios/text.hpp"
#include "scenarios/value_reader.hpp"
#include "sim/metrics/metric.hpp"

namespace coopsim {
namespace {

constexpr std::array<std::string_view, 4> keys = {"at_least", "at_most", "half_width", "of"};
constexpr std::int64_t fewest = 20, most = 1'000'000;
constexpr const char* example =
    "allowed: a whole number, or { at_least = 64, at_most = 2000, half_width = \"0.5 bp\", of = "
    "\"productivity_effect\" }";

const Metric* metric_called(std::string_view name) {
  const auto found = std::ranges::find(metrics(), name, &Metric::id);
  return found == metrics().end() ? nullptr : &*found;
}

bool has_its_keys(const Node& table, const Target& target) {
  bool sound = true;
  for (const Member& member : table.members)
    if (std::ranges::find(keys, member.key) == keys.end()) {
      const auto near = nearest(member.key, keys);
      sound = target.wrong(member.where, fmt::format("no {} in a rule", shown_key(member.key)),
                           near.empty() ? fmt::format("allowed: {}", fmt::join(keys, ", "))
                                        : fmt::format("did you mean {}?", near));
    }
  for (const std::string_view key : keys)
    if (!table.find(key))
      sound = target.wrong(table.where, fmt::format("a rule without {}", key), example);
  return sound;
}

bool read_count(const Node& node, int& value, std::int64_t least, const Target& target) {
  if (!node.is(Node::Kind::integer))
    return target.wrong(node.where, with_type(node) + " where a whole number is needed",
                        fmt::format("allowed: {} to {}", least, most));
  if (node.integer < least || node.integer > most)
    return target.wrong(node.where, in_words(node) + " is out of range",
                        fmt::format("allowed: {} to {}", least, most));
  value = static_cast<int>(node.integer);
  return true;
}

bool read_response(const Node& node, std::vector<std::string>& names, const Target& target) {
  if (!node.is(Node::Kind::text))
    return target.wrong(node.where, with_type(node) + " where the name of a response is needed",
                        "allowed: such as \"productivity_effect\"; see coopsim describe --list");
  if (std::ranges::find(names, node.text) != names.end())
    return target.wrong(node.where, in_words(node) + " stands twice", "allowed: once");
  if (!metric_called(node.text)) {
    std::vector<std::string_view> all;
    for (const Metric& metric : metrics()) all.push_back(metric.id);
    const auto near = nearest(node.text, all);
    return target.wrong(
        node.where, in_words(node) + " is no response",
        near.empty() ? "see coopsim describe --list" : fmt::format("did you mean {}?", near));
  }
  names.push_back(node.text);
  return true;
}

bool read_responses(const Node& node, std::vector<std::string>& names, const Target& target) {
  if (!node.is(Node::Kind::array)) return read_response(node, names, target);
  if (node.items.empty())
    return target.wrong(node.where, "an empty list", "allowed: one response or more");
  bool sound = true;
  for (const Node& item : node.items) sound = read_response(item, names, target) && sound;
  return sound;
}

// "0.5 bp" in the unit that all responses have, or "2 %" of the mean.
bool read_half_width(const Node& node, Replications& value, const Target& target) {
  const std::string unit(metric_called(value.of.front())->unit);
  const std::string remedy =
      fmt::format("allowed: a text such as \"0.5 {}\", or \"2 %\" of the mean", unit);
  if (!node.is(Node::Kind::text))
    return target.wrong(node.where, with_type(node) + " where a half-width is needed", remedy);
  const char* const begin = node.text.data();
  const char* const end = begin + node.text.size();
  const auto [after, error] = std::from_chars(begin, end, value.half_width);
  if (error != std::errc() || !std::isfinite(value.half_width) || value.half_width <= 0)
    return target.wrong(node.where, in_words(node) + " does not begin with a number above 0",
                        remedy);
  value.unit = std::string(after, end);
  value.unit.erase(0, value.unit.find_first_not_of(' '));
  value.relative = value.unit == "%";
  if (value.relative) return true;
  for (const std::string& name : value.of)
    if (const auto own = metric_called(name)->unit; value.unit != own)
      return target.wrong(node.where,
                          fmt::format("{} is not in the unit of {}, {}", in_words(node), name, own),
                          remedy);
  return true;
}

}  // namespace

bool read_value(const Node& node, Replications& value, const Target& target) {
  if (!node.is(Node::Kind::table)) {
    int number = 0;
    if (!read_value(node, number, target)) return false;
    value = number;
    return true;
  }
  if (!has_its_keys(node, target)) return false;
  Replications read;
  const bool counts = read_count(*node.find("at_least"), read.at_least, fewest, target) &&
                      read_count(*node.find("at_most"), read.at_most, read.at_least, target);
  const bool responses = read_responses(*node.find("of"), read.of, target) &&
                         read_half_width(*node.find("half_width"), read, target);
  if (counts && responses) value = std::move(read);
  return counts && responses;
}

}  // namespace coopsim
