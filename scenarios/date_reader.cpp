// SPDX-License-Identifier: Apache-2.0
// Dates, and the steps of a path that begin on them.
#include <fmt/format.h>

#include <optional>

#include "scenarios/value_reader.hpp"

namespace coopsim {
namespace {

bool sound_year(const Place& where, Time day, const std::string& written, const Target& target) {
  const int year = year_of(day);
  if (year >= 1900 && year <= 2200) return true;
  return target.wrong(where, written + " is out of range", "allowed: years 1900 to 2200");
}

// "2007-01-31"; nothing if it is not a date that exists.
std::optional<Time> date_of(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return {};
  int numbers[3] = {0, 0, 0};
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i == 4 || i == 7) continue;
    if (text[i] < '0' || text[i] > '9') return {};
    int& number = numbers[i < 4 ? 0 : i < 7 ? 1 : 2];
    number = number * 10 + (text[i] - '0');
  }
  using namespace std::chrono;
  const year_month_day day{year(numbers[0]), month(unsigned(numbers[1])),
                           std::chrono::day(unsigned(numbers[2]))};
  if (!day.ok()) return {};
  return Time(sys_days(day));
}

}  // namespace

bool read_value(const Node& node, Time& value, const Target& target) {
  Time day = node.date;
  if (node.is(Node::Kind::text)) {
    const auto read = date_of(node.text);
    if (!read)
      return target.wrong(node.where, in_words(node) + " is not a date that exists",
                          "allowed: a date such as 2007-01-31");
    day = *read;
  } else if (node.is(Node::Kind::integer) && target.field.name == "from") {
    return read_step_date(node, value, target);
  } else if (!node.is(Node::Kind::date)) {
    return target.wrong_type(node, "a date such as 2007-01-31");
  }
  if (!sound_year(node.where, day, in_words(node), target)) return false;
  value = day;
  return true;
}

bool read_step_date(const Node& node, Time& value, const Target& target) {
  if (!node.is(Node::Kind::integer)) {
    if (node.is(Node::Kind::date) || node.is(Node::Kind::text))
      return read_value(node, value, target);
    return target.wrong(node.where, with_type(node) + " where a year or a date is needed",
                        "allowed: 2007 for the fiscal year, or 2007-07-01");
  }
  if (node.integer < 1900 || node.integer > 2200)
    return target.wrong(node.where, in_words(node) + " is out of range",
                        "allowed: years 1900 to 2200");
  value = date(static_cast<int>(node.integer), 1, 1);
  return true;
}

bool is_sound_step(const Node& node, const Target& target) {
  constexpr const char* allowed = "allowed: { from = 2007, value = ... }";
  if (!node.is(Node::Kind::table))
    return target.wrong(node.where, in_words(node) + " is not a step of a path", allowed);
  for (const Member& member : node.members)
    if (member.key != "from" && member.key != "value")
      return target.wrong(member.where, "a step of a path has no " + shown_key(member.key),
                          allowed);
  for (const char* key : {"from", "value"})
    if (!node.find(key))
      return target.wrong(node.where, fmt::format("a step of a path without `{}`", key), allowed);
  return true;
}

bool is_after(const Node& from, Time now, Time before, const Target& target) {
  if (now > before) return true;
  return target.wrong(
      from.where, in_words(from) + (now == before ? " occurs twice" : " comes after a later date"),
      "allowed: each step later than the one before");
}

}  // namespace coopsim
