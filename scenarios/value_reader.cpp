// SPDX-License-Identifier: Apache-2.0
#include "scenarios/value_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <vector>

#include "scenarios/money_text.hpp"
#include "scenarios/text.hpp"

namespace coopsim {
namespace {
constexpr double most_exact = 9007199254740992.0;  // 2^53: beyond, integers do not fit a double

std::string allowed_range(const FieldInfo& field, std::string_view kind) {
  const std::string range = range_in_words(field);
  return range.empty() ? fmt::format("allowed: {}", kind)
                       : fmt::format("allowed: {}, {}", kind, range);
}

// "month" of the unit "month"; empty if the field's unit is not a span of time.
std::string_view time_unit(const FieldInfo& field) {
  constexpr std::string_view spans[] = {"day", "month", "year"};
  const auto found = std::find(std::begin(spans), std::end(spans), field.unit);
  return found == std::end(spans) ? std::string_view() : *found;
}

// "9 months" where the unit is month: the node of the number alone.
std::optional<Node> without_time_unit(const Node& node, const Target& target) {
  const std::string_view unit = time_unit(target.field);
  if (unit.empty() || !node.is(Node::Kind::text)) return {};
  const std::size_t digits = node.text.find_first_not_of("0123456789.");
  if (digits == 0 || digits == std::string::npos || node.text[digits] != ' ') return {};
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

bool in_range(const Node& node, double value, const Target& target) {
  const Range& range = target.field.range;
  if (range.least == 0 && range.most == 0) return true;
  if (value >= range.least && value <= range.most) return true;
  return target.wrong(node.where, in_words(node) + " is out of range",
                      "allowed: " + range_in_words(target.field));
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

bool read_number(const Node& node, double& value, const Target& target) {
  if (node.is(Node::Kind::integer)) {
    value = static_cast<double>(node.integer);
    if (std::abs(value) <= most_exact && node.integer >= -(std::int64_t{1} << 53) &&
        node.integer <= (std::int64_t{1} << 53))
      return true;
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

std::string all_of_them(std::span<const std::string_view> words) {
  std::string text;
  for (const std::string_view word : words) text += (text.empty() ? "" : ", ") + std::string(word);
  return text;
}

std::vector<std::string_view> account_names(bool groups) {
  std::vector<std::string_view> names;
  if (groups)
    for (const AccountGroup& group : account_groups) names.push_back(group.id);
  for (const Named& account : accounts) names.push_back(account.id);
  return names;
}

}  // namespace

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

bool read_value(const Node& node, bool& value, const Target& target) {
  if (!node.is(Node::Kind::boolean)) return target.wrong_type(node, "true or false");
  value = node.boolean;
  return true;
}

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

namespace {

// The numbers of a law in range: all of a bounded law, the middle of an unbounded one.
bool numbers_in_range(Distribution::Law law, const std::vector<Node>& items,
                      const std::vector<double>& numbers, const Target& target) {
  using Law = Distribution::Law;
  const bool bounded = law == Law::uniform || law == Law::triangular ||
                       law == Law::discrete_uniform || law == Law::empirical;
  const std::size_t count = bounded ? numbers.size() : std::min<std::size_t>(1, numbers.size());
  for (std::size_t i = 0; i < count; ++i)
    if (!in_range(items[i], numbers[i], target)) return false;
  return true;
}

}  // namespace

bool read_value(const Node& node, Distribution& value, const Target& target) {
  static const std::vector<std::string_view> laws = [] {
    std::vector<std::string_view> names;
    for (const auto law : Distribution::laws) names.push_back(Distribution::name_of(law));
    return names;
  }();
  const std::string allowed = "allowed: a number, or one law of " + all_of_them(laws) +
                              ", e.g. { triangular = [2, 6, 12] }";
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
                        fmt::format("{} of {} numbers: {}", *found, numbers.size(), problem),
                        needed);
  if (!numbers_in_range(law, items, numbers, target)) return false;
  value = Distribution(law, std::move(numbers));
  return true;
}

bool read_value(const Node& node, AccountChoice& value, const Target& target) {
  if (!node.is(Node::Kind::text)) return target.wrong_type(node, "the name of an account or group");
  AccountChoice choice = AccountChoice::named(node.text);
  if (choice.accounts.empty()) {
    const auto names = account_names(true);
    const auto near = nearest(node.text, names);
    return target.wrong(
        node.where, "no account or group " + in_words(node),
        near.empty() ? "allowed: " + all_of_them(names) : fmt::format("did you mean {}?", near));
  }
  value = std::move(choice);
  return true;
}

bool read_value(const Node& node, Weights& value, const Target& target) {
  if (!node.is(Node::Kind::table))
    return target.wrong_type(node, "a table of weights by account, e.g. { B7 = 150, B8 = 60 }");
  Weights weights;
  for (const Member& member : node.members) {
    const auto found = std::find_if(accounts.begin(), accounts.end(),
                                    [&](const Named& account) { return account.id == member.key; });
    if (found == accounts.end()) {
      const auto names = account_names(false);
      const auto near = nearest(member.key, names);
      return target.wrong(member.where, "no account " + shown_key(member.key),
                          near.empty() ? "allowed: A1 to A6, B1 to B11, C1 to C8"
                                       : fmt::format("did you mean {}?", near));
    }
    double weight = 0;
    if (!read_value(member.value, weight, target)) return false;
    weights.parts.emplace_back(static_cast<Account>(found - accounts.begin()), weight);
  }
  if (const std::string problem = weights.problem(); !problem.empty())
    return target.wrong(node.where, problem,
                        "allowed: weights 0 to 1000000 of unit programmes, one above 0");
  value = std::move(weights);
  return true;
}

int read_name(const Node& node, std::span<const std::string_view> allowed, const Target& target) {
  const std::string list = "allowed: " + all_of_them(allowed);
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
