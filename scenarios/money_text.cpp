// SPDX-License-Identifier: Apache-2.0
#include "scenarios/money_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>

#include "scenarios/text.hpp"

namespace coopsim {
namespace {

constexpr const char* example =
    "allowed: an amount with its unit, e.g. \"1 900 000 000 KRW\", \"1 900 million KRW\", \"19 "
    "억원\"";

struct Unit {
  std::string_view name;
  std::int64_t won;
};
constexpr std::array<Unit, 18> units = {{
    {"KRW", 1},
    {"won", 1},
    {"원", 1},
    {"KRW thousand", 1'000},
    {"thousand KRW", 1'000},
    {"thousand won", 1'000},
    {"천원", 1'000},
    {"만원", 10'000},
    {"KRW million", 1'000'000},
    {"million KRW", 1'000'000},
    {"million won", 1'000'000},
    {"백만원", 1'000'000},
    {"억", 100'000'000},
    {"억원", 100'000'000},
    {"KRW billion", 1'000'000'000},
    {"billion KRW", 1'000'000'000},
    {"billion won", 1'000'000'000},
    {"조원", 1'000'000'000'000},
}};

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

// "1 900.5" apart: digits without separators, and how many of them follow the point.
struct Digits {
  bool negative = false;
  std::string digits;
  std::size_t decimals = 0;
  std::string problem;
};

// Takes the number off the front of `text`.
Digits take_number(std::string_view& text) {
  Digits number;
  if (text.starts_with('-')) number.negative = true, text.remove_prefix(1);
  bool grouped = false;
  std::size_t group = 0;
  for (;;) {
    if (!text.empty() && is_digit(text[0])) {
      number.digits += text[0];
      ++group;
      text.remove_prefix(1);
    } else if (text.size() > 1 && (text[0] == ' ' || text[0] == '_') && is_digit(text[1]) &&
               group) {
      if (grouped ? group != 3 : group > 3) number.problem = "its digits are not grouped by threes";
      grouped = true;
      group = 0;
      text.remove_prefix(1);
    } else {
      break;
    }
  }
  if (grouped && group != 3) number.problem = "its digits are not grouped by threes";
  if (text.starts_with('.')) {
    text.remove_prefix(1);
    for (; !text.empty() && is_digit(text[0]); text.remove_prefix(1), ++number.decimals)
      number.digits += text[0];
    if (number.decimals == 0) number.problem = "it has a point and nothing after it";
  } else if (text.starts_with(',')) {
    number.problem = "it has a comma";
  }
  return number;
}

std::string_view trimmed(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

const Unit* unit_named(std::string_view name) {
  const auto found =
      std::find_if(units.begin(), units.end(), [&](const Unit& unit) { return unit.name == name; });
  return found == units.end() ? nullptr : &*found;
}

// digits x 10^-decimals x won, in KRW thousand.
MoneyText amount_of(const Digits& number, const Unit& unit, std::string_view text) {
  MoneyText result;
  __extension__ using Wide = unsigned __int128;
  Wide won = 0;
  constexpr auto limit = static_cast<Wide>(INT64_MAX / 1000) * 1000;
  if (number.digits.size() > 24)
    return {{}, fmt::format("\"{}\" is beyond all money", escaped(text)), example};
  for (const char digit : number.digits) won = won * 10 + static_cast<Wide>(digit - '0');
  won *= static_cast<Wide>(unit.won);
  Wide divisor = 1;
  for (std::size_t i = 0; i < number.decimals; ++i) divisor *= 10;
  if (won % (divisor * 1000) != 0)
    return {{},
            fmt::format("\"{}\" is not a whole number of KRW thousand", escaped(text)),
            "allowed: multiples of 1 000 KRW"};
  won /= divisor;
  if (won > limit) return {{}, fmt::format("\"{}\" is beyond all money", escaped(text)), example};
  result.money.thousand = static_cast<std::int64_t>(won / 1000) * (number.negative ? -1 : 1);
  return result;
}

}  // namespace

MoneyText read_money(std::string_view text, std::string_view per) {
  const auto wrong = [&](std::string what) {
    return MoneyText{
        {}, fmt::format("\"{}\" is not an amount of money: {}", escaped(text), what), example};
  };
  std::string_view rest = trimmed(text), unit;
  const std::size_t slash = rest.rfind('/');
  if (!per.empty() && slash != rest.npos && trimmed(rest.substr(slash + 1)) == per)
    rest = trimmed(rest.substr(0, slash));
  // A unit may stand before the number: "KRW thousand 500".
  const std::size_t first_digit = rest.find_first_of("-0123456789");
  if (first_digit == rest.npos) return wrong("it has no number");
  const std::string_view before = trimmed(rest.substr(0, first_digit));
  rest.remove_prefix(first_digit);
  const Digits number = take_number(rest);
  const std::string_view after = trimmed(rest);
  if (!number.problem.empty()) return wrong(number.problem);
  if (number.digits.empty()) return wrong("it has no number");
  unit = before.empty() ? after : before;
  if (unit.empty()) return wrong("it has no unit");
  if (!before.empty() && !after.empty()) return wrong("it has words before and after the number");
  const Unit* known = unit_named(unit);
  if (!known) return wrong(fmt::format("\"{}\" is not a unit of money", escaped(unit)));
  return amount_of(number, *known, text);
}

std::string money_pattern() {
  std::string names;
  for (const Unit& unit : units) names += (names.empty() ? "" : "|") + std::string(unit.name);
  const std::string number = "-?[0-9]+([ _][0-9]{3})*([.][0-9]+)?";
  return fmt::format("^ *(({0}) *{1}|{1} *({0}))( */ *[a-z]+)? *$", names, number);
}

std::string money_text(Money money) {
  const bool negative = money.thousand < 0;
  std::string digits = std::to_string(negative ? -money.thousand : money.thousand);
  if (digits != "0") digits += "000";
  for (std::size_t at = digits.size(); at > 3;) digits.insert(at -= 3, 1, ' ');
  return (negative ? "-" : "") + digits + " KRW";
}

}  // namespace coopsim
