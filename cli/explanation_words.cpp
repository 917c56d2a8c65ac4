// SPDX-License-Identifier: Apache-2.0
#include "cli/explanation_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <cstdlib>
#include <functional>

#include "cli/text.hpp"
#include "sim/scenario.hpp"

namespace coopsim::cli {
namespace {

// Programmes that have no section of parameters.
constexpr std::array<Named, 4> without_parameters = {{
    {"office", {"the foundation's office", "재단 사무국"}},
    {"surroundings", {"economy, Japan and the yearly count", "대내외 여건과 연말 집계"}},
    {"direction", {"directions of a policy", "정책 지침"}},
    {"secrecy", {"leaks of technology", "기술 유출"}},
}};

std::string day_text(Time at) {
  const std::chrono::year_month_day day(std::chrono::floor<std::chrono::days>(at));
  return fmt::format("{:04}-{:02}-{:02}", int(day.year()), unsigned(day.month()),
                     unsigned(day.day()));
}

std::string number(double value) {
  if (std::isnan(value)) return "none";
  if (value == std::floor(value) && std::abs(value) < 1e15) return grouped(std::int64_t(value));
  return fmt::format("{:.4g}", value);
}

std::string with_unit(const std::string& text, std::string_view unit) {
  if (unit == "1" || unit == "firm" || unit == "person") return text;
  return fmt::format("{} ({})", text, unit);
}

// Of an event that happened in one world only, what it did there; of one in both, "b against a".
std::string fact_text(const FactDifference& one, const Parting& parting) {
  std::string text(one.metric->label.en);
  if (one.account) text += fmt::format(" of {}", accounts[index(*one.account)].id);
  text = with_unit(text, one.metric->unit);
  if (parting.a && parting.b)
    return fmt::format("{} {} against {}", text, number(one.b), number(one.a));
  return fmt::format("{} {}", text, number(parting.b ? one.b : one.a));
}

std::string money_text(const MoneyDifference& one, bool both) {
  const std::string_view account = accounts[index(one.account)].id;
  return both ? fmt::format("{} {} against {}", account, million_text(one.b), million_text(one.a))
              : fmt::format("{} {} -> {}", account, million_text(one.a), million_text(one.b));
}

std::string joined(const std::vector<std::string>& parts, std::size_t most,
                   std::string_view between) {
  const auto shown = std::min(parts.size(), most);
  std::string text =
      fmt::format("{}", fmt::join(parts.begin(), parts.begin() + std::ptrdiff_t(shown), between));
  if (parts.size() > shown) text += fmt::format(" and {} more", parts.size() - shown);
  return text;
}

std::string_view outcome_words(const EventRow& row) {
  switch (row.result) {
    case EventResult::not_served:
      return event_causes[index(row.cause)].label.en;
    case EventResult::open:
      return "not over when the run ended";
    case EventResult::no_result:
      return "no result";
    case EventResult::served:
      return row.kind == EventKind::adviser_need ? "an adviser was found" : "took place";
    default:
      return event_results[index(row.result)].label.en;
  }
}

}  // namespace

std::string moment_text(Time at) {
  const auto midnight = std::chrono::floor<std::chrono::days>(at);
  const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(at - midnight).count();
  if (minutes == 0) return day_text(at);
  return fmt::format("{} {:02}:{:02}", day_text(at), minutes / 60, minutes % 60);
}

std::string spelled_out(std::string_view name, char gap) {
  std::string text;
  for (const char c : name) {
    const bool capital = c >= 'A' && c <= 'Z';
    if (capital && !text.empty()) text += gap;
    text += capital ? char(c - 'A' + 'a') : c;
  }
  return text;
}

ProgrammeWords programme_words(std::size_t programme) {
  const std::string_view name = programme_name(programme);
  ProgrammeWords words{spelled_out(name, '_'), spelled_out(name), ""};
  const auto take = [&](std::string_view id, const Label& label) {
    if (id != words.id) return;
    words.label_en = label.en;
    words.label_ko = label.ko;
  };
  for (const Named& each : without_parameters) take(each.id, each.label);
  fields(Of<Parameters>{}).apply([&](const auto&... each) { (take(each.name, each.label), ...); });
  return words;
}

std::optional<FirmId> firm_of(EntityId who) {
  const auto kind = Kind(who.bits >> 58);
  if (kind != Kind::firm && kind != Kind::trainee) return std::nullopt;
  return FirmId{who.slot(), who.generation()};
}

std::string firm_text(FirmId firm) {
  std::string text = "firm " + grouped(firm.slot);
  if (firm.generation > 0) text += fmt::format(", number {} in its place", firm.generation + 1);
  return text;
}

std::string million_text(Money money) {
  return grouped(std::llround(double(money.thousand) / 1000));
}

std::vector<MoneyDifference> money_differences(const Parting& parting) {
  std::vector<MoneyDifference> found;
  const bool both = parting.a && parting.b;
  const auto& here = both ? parting.a->money : parting.either().money_before;
  const auto& there = both ? parting.b->money : parting.either().money;
  for (std::size_t i = 0; i < std::min(here.size(), there.size()); ++i)
    if (here[i] != there[i]) found.push_back({Account(i), here[i], there[i]});
  std::ranges::stable_sort(found, std::greater(), [](const MoneyDifference& one) {
    return std::abs(one.b.thousand - one.a.thousand);
  });
  return found;
}

std::vector<FactDifference> fact_differences(const Parting& parting) {
  const auto facts = [](const std::optional<Happening>& one) {
    return one ? std::span<const Fact>(one->facts) : std::span<const Fact>();
  };
  return coopsim::fact_differences(facts(parting.a), facts(parting.b));
}

std::string what_differs(const Parting& parting, std::size_t most) {
  std::vector<std::string> parts;
  for (const MoneyDifference& one : money_differences(parting))
    parts.push_back(money_text(one, parting.a && parting.b));
  if (!parts.empty()) return "money of the year, KRW million: " + joined(parts, most, ", ");
  for (const FactDifference& one : fact_differences(parting))
    parts.push_back(fact_text(one, parting));
  if (parts.empty() && parting.a && parting.b)
    return firm_of(parting.either().who) ? "the firm is in another class by now" : "other firms";
  constexpr std::size_t a_whole_count = 12;  // such as that of a year's end
  if (parts.size() > a_whole_count) most = 1;
  return joined(parts, most, ", ");
}

Time row_date(const EventRow& row) {
  for (const Time day : {row.asked, row.started, row.ended})
    if (day != no_day) return day;
  return no_day;
}

std::string row_title(const EventRow& row) {
  std::string text(event_kinds[index(row.kind)].label.en);
  return text + fmt::format(" ({})", accounts[index(row.account)].id);
}

std::string row_text(const EventRow& row) {
  std::string text(outcome_words(row));
  const bool began = row.started != no_day, ended = row.ended != no_day;
  if (began && ended && row.started != row.ended)
    return fmt::format("{}, {} to {}", text, day_text(row.started), day_text(row.ended));
  if (began || ended) {
    const Time day = began ? row.started : row.ended;
    if (day != row_date(row)) text += ", " + day_text(day);
  }
  return text;
}

double productivity_percent(double log_difference) { return 100.0 * std::expm1(log_difference); }

std::string productivity_text(double log_difference) {
  const double percent = productivity_percent(log_difference);
  return signed_text(percent, std::abs(percent) < 10 ? 2 : 1, " %");
}

}  // namespace coopsim::cli
