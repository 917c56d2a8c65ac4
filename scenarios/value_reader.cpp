// SPDX-License-Identifier: Apache-2.0
#include "scenarios/value_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "scenarios/money_text.hpp"
#include "scenarios/number_reader.hpp"
#include "scenarios/text.hpp"

namespace coopsim {
bool Target::wrong(const Place& where, std::string what, std::string remedy) const {
  problems.add({where, path, std::move(what), std::move(remedy)});
  return false;
}

bool Target::wrong_type(const Node& node, std::string_view wanted) const {
  std::string remedy = allowed_range(field, wanted);
  if (node.is(Node::Kind::text) && node.text.find("\u2212") != node.text.npos)
    remedy += "; write the minus as '-'";
  if (node.is(Node::Kind::text) && node.text.find_first_of("0123456789") == 0 &&
      wanted.find("number") != wanted.npos)
    remedy += "; write it without quotes and with the unit of this parameter: " +
              std::string(field.unit == "1" ? "none" : field.unit);
  return wrong(node.where, with_type(node) + " where " + std::string(wanted) + " is needed",
               remedy);
}

bool read_value(const Node& node, bool& value, const Target& target) {
  if (!node.is(Node::Kind::boolean)) return target.wrong_type(node, "true or false");
  value = node.boolean;
  return true;
}

bool read_value(const Node& node, Money& value, const Target& target) {
  const std::size_t slash = target.field.unit.find('/');
  const std::string_view per =
      slash == std::string_view::npos ? std::string_view() : target.field.unit.substr(slash + 1);
  if (!node.is(Node::Kind::text)) {
    const std::string what = with_type(node) + " where money is needed: it has no unit";
    return target.wrong(
        node.where, what,
        fmt::format("allowed: text such as \"{} million KRW\" or \"1 900 000 000 KRW\"",
                    node.is(Node::Kind::integer) ? in_words(node) : "1 900"));
  }
  const MoneyText read = read_money(node.text, per);
  if (!read.problem.empty()) return target.wrong(node.where, read.problem, read.remedy);
  const double won = static_cast<double>(read.money.thousand) * 1000;
  if (!in_range(node, won, target)) return false;
  value = read.money;
  return true;
}

bool read_value(const Node& node, MonthSet& value, const Target& target) {
  constexpr const char* allowed = "allowed: numbers of months, each once, e.g. [5, 10]";
  if (!node.is(Node::Kind::array)) return target.wrong_type(node, "an array of months");
  if (node.items.empty()) return target.wrong(node.where, "an array without a month", allowed);
  MonthSet months;
  for (const Node& item : node.items) {
    if (!item.is(Node::Kind::integer) || item.integer < 1 || item.integer > 12)
      return target.wrong(item.where, in_words(item) + " is not a month", "allowed: 1 to 12");
    const auto month = static_cast<unsigned>(item.integer);
    if (months.has(month))
      return target.wrong(item.where, fmt::format("month {} is given twice", month), allowed);
    months.bits = static_cast<std::uint16_t>(months.bits | MonthSet::of({month}).bits);
  }
  value = months;
  return true;
}

int read_name(const Node& node, std::span<const std::string_view> allowed, const Target& target) {
  const std::string list = fmt::format("allowed: {}", fmt::join(allowed, ", "));
  if (!node.is(Node::Kind::text)) {
    target.wrong(node.where, with_type(node) + " where a name is needed", list);
    return -1;
  }
  const auto found = std::find(allowed.begin(), allowed.end(), node.text);
  if (found != allowed.end()) return static_cast<int>(found - allowed.begin());
  const auto near = nearest(node.text, allowed);
  target.wrong(node.where, in_words(node) + " is none of the names",
               list + (near.empty() ? "" : fmt::format("; did you mean {}?", near)));
  return -1;
}

}  // namespace coopsim
