// SPDX-License-Identifier: Apache-2.0
#include "scenarios/number_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <cmath>
#include <limits>
#include <optional>

namespace coopsim {
namespace {

constexpr std::int64_t most_exact = std::int64_t{1} << 53;  // beyond, a double skips whole numbers

// "9 months" where the unit is month: the node of the number alone.
std::optional<Node> without_time_unit(const Node& node, const Target& target) {
  const std::string_view unit = time_unit(target.field);
  if (unit.empty() || !node.is(Node::Kind::text)) return {};
  const std::size_t digits = node.text.find_first_not_of("0123456789.");
  if (!std::isdigit(static_cast<unsigned char>(node.text[0])) || digits == std::string::npos ||
      node.text[digits] != ' ')
    return {};
  const std::string_view word = std::string_view(node.text).substr(digits + 1);
  if (word != unit && word != std::string(unit) + 's') return {};
  const std::string number = node.text.substr(0, digits);
  Node result;
  result.where = node.where;
  result.text = number;
  const bool whole = number.find('.') == number.npos;
  if (number.size() > 15 || std::count(number.begin(), number.end(), '.') > 1) return {};
  result.kind = whole ? Node::Kind::integer : Node::Kind::real;
  result.integer = whole ? std::stoll(number) : 0;
  std::size_t point = whole ? number.size() : number.find('.');
  double real = 0, scale = 1;
  for (std::size_t i = 0; i < number.size(); ++i) {
    if (i == point) continue;
    real = real * 10 + (number[i] - '0');
    if (i > point) scale *= 10;
  }
  result.real = real / scale;
  return result;
}

bool has_nonzero_digit(std::string_view literal) {
  const std::string_view mantissa = literal.substr(0, literal.find_first_of("eE"));
  return mantissa.find_first_of("123456789") != mantissa.npos;
}

std::string wanted_number(std::string_view kind, const FieldInfo& field) {
  const std::string_view unit = time_unit(field);
  if (unit.empty()) return std::string(kind);
  return fmt::format("{} (or a text such as \"9 {}s\")", kind, unit);
}

bool read_whole(const Node& given, std::int64_t& value, std::int64_t least, std::int64_t most,
                const Target& target) {
  const auto plain = without_time_unit(given, target);
  const Node& node = plain ? *plain : given;
  if (!node.is(Node::Kind::integer))
    return target.wrong_type(node, wanted_number("a whole number", target.field));
  if (node.integer < least || node.integer > most)
    return target.wrong(given.where, in_words(node) + " is out of range",
                        allowed_range(target.field, "a whole number"));
  if (!in_range(node, static_cast<double>(node.integer), target)) return false;
  value = node.integer;
  return true;
}

}  // namespace

std::string_view time_unit(const FieldInfo& field) {
  constexpr std::string_view spans[] = {"day", "month", "year"};
  const auto found = std::find(std::begin(spans), std::end(spans), field.unit);
  return found == std::end(spans) ? std::string_view() : *found;
}

std::string allowed_range(const FieldInfo& field, std::string_view kind) {
  const std::string range = range_in_words(field);
  return range.empty() ? fmt::format("allowed: {}", kind)
                       : fmt::format("allowed: {}, {}", kind, range);
}

bool in_range(const Node& node, double value, const Target& target) {
  const Range& range = target.field.range;
  if (range.least == 0 && range.most == 0) return true;
  if (value >= range.least && value <= range.most) return true;
  return target.wrong(node.where, in_words(node) + " is out of range",
                      "allowed: " + range_in_words(target.field));
}

bool read_number(const Node& node, double& value, const Target& target) {
  if (node.is(Node::Kind::integer)) {
    value = static_cast<double>(node.integer);
    if (node.integer >= -most_exact && node.integer <= most_exact) return true;
    return target.wrong(node.where, in_words(node) + " would lose precision here",
                        "allowed: whole numbers up to 9007199254740992");
  }
  if (!node.is(Node::Kind::real))
    return target.wrong_type(node, wanted_number("a number", target.field));
  if (!std::isfinite(node.real))
    return target.wrong(node.where, in_words(node) + " is not a number that can be used",
                        allowed_range(target.field, "a finite number"));
  if (node.real == 0 && has_nonzero_digit(node.text))
    return target.wrong(node.where, in_words(node) + " is too small and would become 0",
                        allowed_range(target.field, "0, or at least 1e-307"));
  value = node.real == 0 ? 0.0 : node.real;  // -0.0 is 0
  return true;
}

bool read_value(const Node& node, double& value, const Target& target) {
  const auto plain = without_time_unit(node, target);
  double number = 0;
  if (!read_number(plain ? *plain : node, number, target) || !in_range(node, number, target))
    return false;
  value = number;
  return true;
}

bool read_value(const Node& node, int& value, const Target& target) {
  std::int64_t number = 0;
  using Limits = std::numeric_limits<int>;
  if (!read_whole(node, number, Limits::min(), Limits::max(), target)) return false;
  value = static_cast<int>(number);
  return true;
}

bool read_value(const Node& node, std::int64_t& value, const Target& target) {
  using Limits = std::numeric_limits<std::int64_t>;
  return read_whole(node, value, Limits::min(), Limits::max(), target);
}

}  // namespace coopsim
