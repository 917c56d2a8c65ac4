// SPDX-License-Identifier: Apache-2.0
#include "scenarios/sweep_factor.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cmath>
#include <limits>
#include <memory>
#include <optional>

#include "scenarios/parse.hpp"
#include "scenarios/unknowns.hpp"
#include "scenarios/value_writer.hpp"

namespace coopsim {
namespace {

std::optional<double> as_number(const std::string& text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

bool is_number(const Node& node) {
  return node.is(Node::Kind::integer) || node.is(Node::Kind::real);
}
double number_of(const Node& node) {
  return node.is(Node::Kind::integer) ? double(node.integer) : node.real;
}

// The TOML value `text` as a node; null if it is none.
std::optional<Node> parsed(const std::string& text) {
  Problems problems;
  std::vector<Problem> notes;
  const auto file = std::make_shared<SourceFile>();
  const auto root = parse_toml("value = " + text + "\n", file, problems, notes, stored_text);
  const Node* value = root ? root->find("value") : nullptr;
  return value ? std::optional(*value) : std::nullopt;
}

Time moved(Time at, int months) {
  using namespace std::chrono;
  const auto day = floor<std::chrono::days>(at);
  const year_month_day date(day);
  const year_month month = year_month(date.year(), date.month()) + std::chrono::months(months);
  const year_month_day_last last(month.year(), month_day_last(month.month()));
  const year_month_day there(month.year(), month.month(), std::min(date.day(), last.day()));
  return sys_days(there) + (at - day);
}

std::string date_text(Time at) {
  using namespace std::chrono;
  const year_month_day date(floor<std::chrono::days>(at));
  return fmt::format("{:04}-{:02}-{:02}", int(date.year()), unsigned(date.month()),
                     unsigned(date.day()));
}

std::size_t stratum(double u, std::size_t count) {
  return std::min(std::size_t(u * double(count)), count - 1);
}

}  // namespace

std::string scaled_text(const std::string& text, double by) {
  const auto value = parsed(text);
  if (!value) return {};
  if (is_number(*value)) return toml_text(number_of(*value) * by);
  if (!value->is(Node::Kind::array) || value->items.empty()) return {};
  std::string path;
  for (const Node& step : value->items) {
    const Node *from = step.find("from"), *number = step.find("value");
    if (!from || !number || !is_number(*number)) return {};
    path += fmt::format("{}{{ from = {}, value = {} }}", path.empty() ? "" : ", ", from->text,
                        toml_text(number_of(*number) * by));
  }
  return "[" + path + "]";
}

std::string shifted_text(const std::string& text, int months) {
  const auto value = parsed(text);
  if (!value) return {};
  if (value->is(Node::Kind::date)) return date_text(moved(value->date, months));
  if (!value->is(Node::Kind::array) || value->items.empty()) return {};
  std::string path;
  for (const Node& step : value->items) {
    const Node *from = step.find("from"), *number = step.find("value");
    if (!from || !from->is(Node::Kind::date) || !number || !is_number(*number)) return {};
    const Time at = path.empty() ? from->date : moved(from->date, months);
    path += fmt::format("{}{{ from = {}, value = {} }}", path.empty() ? "" : ", ", date_text(at),
                        number->text);
  }
  return "[" + path + "]";
}

SweepFactor SweepFactor::where(const std::vector<double>& numbers) const {
  SweepFactor bounded = *this;
  if (low_of) bounded.low = numbers.at(*low_of);
  if (high_of) bounded.high = numbers.at(*high_of);
  return bounded;
}

double SweepFactor::number(double u) const {
  switch (form) {
    case Form::values: {
      const std::size_t place = stratum(u, values.size());
      return as_number(values[place]).value_or(double(place));
    }
    case Form::range: {
      const double value = low + u * (high - low);
      return whole ? std::round(value) : value;
    }
    case Form::law: {
      const double value = quantile_within_tails(law, u);
      return whole ? std::round(value) : value;
    }
    case Form::scale:
      return low + u * (high - low);
    case Form::shift:
      return std::round(low + u * (high - low));
  }
  return 0;
}

std::string SweepFactor::setting(double u) const {
  if (form == Form::values) return path + '=' + values[stratum(u, values.size())];
  if (form == Form::scale) return path + '=' + scaled_text(usual, number(u));
  if (form == Form::shift) return path + '=' + shifted_text(usual, int(number(u)));
  return path + '=' + (whole ? fmt::format("{:.0f}", number(u)) : toml_text(number(u)));
}

double SweepFactor::usual_number() const {
  if (form == Form::scale) return 1;
  if (form == Form::shift) return 0;
  if (const auto value = as_number(usual)) return *value;
  const auto place = std::ranges::find(values, usual);
  return place == values.end() ? std::numeric_limits<double>::quiet_NaN()
                               : double(place - values.begin());
}

}  // namespace coopsim
