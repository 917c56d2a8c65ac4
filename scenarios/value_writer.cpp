// SPDX-License-Identifier: Apache-2.0
#include "scenarios/value_writer.hpp"

#include <fmt/format.h>

#include "scenarios/money_text.hpp"
#include "scenarios/population_reader.hpp"
#include "scenarios/text.hpp"

namespace coopsim {

std::string toml_quoted(std::string_view text) {
  std::string result = "\"";
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t start = at;
    const char32_t c = next_code_point(text, at);
    if (c == '"' || c == '\\')
      (result += '\\') += static_cast<char>(c);
    else if (c == bad_utf8)
      result += "\\uFFFD";
    else if (is_control(c) || is_invisible(c))
      result += fmt::format("\\U{:08X}", static_cast<std::uint32_t>(c));
    else
      result += text.substr(start, at - start);
  }
  return result + '"';
}

std::string toml_text(double value) { return number_text(value); }
std::string toml_text(int value) { return std::to_string(value); }
std::string toml_text(std::int64_t value) { return std::to_string(value); }
std::string toml_text(bool value) { return value ? "true" : "false"; }
std::string toml_text(Money value) { return toml_quoted(money_text(value)); }
std::string toml_text(const AccountChoice& value) { return toml_quoted(value.text); }
std::string toml_text(const WatchedResponse& value) { return toml_quoted(value.text); }

// The firms themselves: a file name would say nothing a year later. No cell needs an escape.
std::string toml_text(const Population& value) {
  if (!value.firms) return {};
  return "{ csv = \"\"\"\n" + population_csv(value) + "\"\"\" }";
}

std::string toml_text(Time value) {
  using namespace std::chrono;
  const year_month_day day(floor<std::chrono::days>(value));
  return fmt::format("{:04}-{:02}-{:02}", int(day.year()), unsigned(day.month()),
                     unsigned(day.day()));
}

std::string toml_text(MonthSet value) {
  std::string text;
  for (unsigned month = 1; month <= 12; ++month)
    if (value.has(month)) text += (text.empty() ? "" : ", ") + std::to_string(month);
  return "[" + text + "]";
}

std::string toml_text(const Distribution& value) {
  if (value.law() == Distribution::Law::constant) return number_text(value.numbers()[0]);
  std::string numbers;
  for (const double number : value.numbers())
    numbers += (numbers.empty() ? "" : ", ") + number_text(number);
  return fmt::format("{{ {} = [{}] }}", Distribution::name_of(value.law()), numbers);
}

std::string toml_text(const Weights& value) {
  std::string text;
  for (const auto& [account, weight] : value.parts)
    text += (text.empty() ? "" : ", ") + std::string(id_of(account)) + " = " + number_text(weight);
  return "{ " + text + " }";
}

namespace {

// `key = ["name", ...]` of the bits that are set; empty if none is.
template <std::size_t N>
std::string named_bits(std::string_view key, unsigned bits, const std::array<Named, N>& names) {
  std::string text;
  for (std::size_t i = 0; i < N; ++i)
    if (bits >> i & 1) text += (text.empty() ? "" : ", ") + toml_quoted(names[i].id);
  return text.empty() ? text : fmt::format("{} = [{}], ", key, text);
}

}  // namespace

std::string toml_text(const TargetFirms& value) {
  std::string text = named_bits("sector", value.sectors, sectors) +
                     named_bits("region", value.regions, regions) +
                     named_bits("size_class", value.size_classes, size_classes);
  const auto add = [&](std::string_view key, Asked asked) {
    if (asked != Asked::either) text += fmt::format("{} = {}, ", key, asked == Asked::yes);
  };
  add("exporter", value.exporter);
  add("former", value.served);
  return fmt::format("{{ {}others = {} }}", text, number_text(value.others / 10'000.0));
}

std::string toml_text(const PolicyNames& value) {
  std::string text;
  for (const std::string& name : value.names)
    text += (text.empty() ? "" : ", ") + toml_quoted(name);
  return "[" + text + "]";
}

std::string toml_text(const Replications& value) {
  if (!value.has_rule()) return toml_text(value.at_least);
  std::string of;
  for (const std::string& name : value.of) of += (of.empty() ? "" : ", ") + toml_quoted(name);
  if (value.of.size() > 1) of = "[" + of + "]";
  const std::string width = number_text(value.half_width) + " " + value.unit;
  return fmt::format("{{ at_least = {}, at_most = {}, half_width = {}, of = {} }}", value.at_least,
                     value.at_most, toml_quoted(width), of);
}

std::string toml_text(ProgrammeChoice value) {
  constexpr auto all = names(Of<RecordedProgramme>{});
  std::string text;
  for (std::size_t i = 0; i < all.size(); ++i)
    if (value.has(static_cast<RecordedProgramme>(i)))
      text += (text.empty() ? "" : ", ") + toml_quoted(all[i]);
  return "[" + text + "]";
}

}  // namespace coopsim
