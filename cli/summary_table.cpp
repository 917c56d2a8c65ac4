// SPDX-License-Identifier: Apache-2.0
#include "cli/summary_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "cli/page.hpp"
#include "cli/result_economics.hpp"
#include "cli/scenario_input.hpp"
#include "cli/terminal.hpp"
#include "cli/text.hpp"
#include "scenarios/text.hpp"

namespace coopsim::cli {
namespace {

constexpr std::size_t failures_told = 5;

std::string whole(double value) { return std::isnan(value) ? "n/a" : grouped(std::llround(value)); }

// Differences that never vary have no interval: chance has no part in them.
bool has_interval(const PolicySummary& policy) {
  return !policy.baseline && policy.difference.count > 1 && policy.difference.half_width > 0;
}

// The differences to the baseline, their intervals set one below the other.
std::vector<std::string> differences(const ResultSummary& summary) {
  int low = 0, high = 0;
  for (const PolicySummary& policy : summary.policies) {
    if (!has_interval(policy)) continue;
    low = std::max(low, display_width(signed_text(policy.difference.low(), 2)));
    high = std::max(high, display_width(signed_text(policy.difference.high(), 2)));
  }
  std::vector<std::string> cells;
  for (const PolicySummary& policy : summary.policies) {
    const Estimate& difference = policy.difference;
    std::string cell = policy.baseline ? "baseline" : signed_text(difference.mean, 2);
    if (has_interval(policy))
      cell += fmt::format("  [{}, {}]", padded_left(signed_text(difference.low(), 2), low),
                          padded_left(signed_text(difference.high(), 2), high));
    cells.push_back(std::move(cell));
  }
  return cells;
}

const Column policy_column{"", "policy", Align::left, 0};
const std::vector<Column> level_columns = {{"engineers", "trained", Align::right, 3},
                                           {"adviser", "engagements", Align::right, 3},
                                           {"productivity", "of all firms", Align::right, 3},
                                           {"of firms", "served", Align::right, 3}};

std::vector<Column> difference_columns(const ResultSummary& summary) {
  return {{"against " + summary.baseline + ":", "difference, bp  [95 %]", Align::right, 3},
          {"", "sure?", Align::left, 3}};
}

std::vector<std::string> levels(const PolicySummary& policy) {
  return {whole(policy.trained.mean), whole(policy.engagements.mean),
          signed_text(policy.effect.mean, 1, " bp"),
          signed_text(policy.effect_served.mean, 1, " %")};
}

template <class T>
std::vector<T> joined(std::vector<T> a, const std::vector<T>& b) {
  a.insert(a.end(), b.begin(), b.end());
  return a;
}

std::string tables_of(const ResultSummary& summary, int columns) {
  const bool compares = !summary.baseline.empty() && summary.complete();
  const auto cells = compares ? differences(summary) : std::vector<std::string>();
  Table level(joined({policy_column}, level_columns));
  Table against(joined({policy_column}, difference_columns(summary)));
  Table one(joined(joined({policy_column}, level_columns), difference_columns(summary)));
  for (std::size_t i = 0; i < summary.policies.size(); ++i) {
    const PolicySummary& policy = summary.policies[i];
    const auto left = joined({policy.name}, levels(policy));
    level.add(left);
    if (!compares) continue;
    one.add(joined(left, {cells[i], policy.verdict}));
    if (!policy.baseline) against.add({policy.name, cells[i], policy.verdict});
  }
  if (!compares || summary.policies.size() < 2) return shown(level);
  return one.width() <= columns ? shown(one) : shown(level) + "\n" + shown(against);
}

std::string units(const ResultFacts& facts) {
  const std::string last = std::to_string(facts.last_year);
  const std::string period = facts.period == last + "-" + last ? last : facts.period;
  return fmt::format(
      "engineers and engagements: totals of {}. Productivity: labour productivity on 31 December "
      "{} against the same firms had there never been a programme; 1 bp = 0.01 %.",
      period, facts.last_year);
}

// One line of the table in words: the first policy that is not the baseline, whatever it brings.
std::string reading(const ResultSummary& summary) {
  for (const PolicySummary& policy : summary.policies) {
    if (policy.baseline || policy.difference.count < 2) continue;
    const double bp = std::round(policy.difference.mean * 100) / 100;
    const bool varies = has_interval(policy);
    const std::string difference =
        bp == 0 ? "as high as"
                : fmt::format("{:.2f} bp ({:.3f} %) {} than", std::fabs(bp), std::fabs(bp) / 100,
                              bp > 0 ? "higher" : "lower");
    return fmt::format(
        "under {}, productivity of all firms is {} under {}. {}", policy.name, difference,
        summary.baseline,
        varies ? "Its interval, of this policy alone, says how far chance in the runs may have "
                 "moved that figure, not whether the assumptions hold; coopsim compare has "
                 "intervals that hold for all policies at once."
               : "");
  }
  return "";
}

std::string failed(const ResultSummary& summary) {
  return fmt::format("{} of {} worlds: nothing is compared, and means are those of the others.",
                     grouped(std::int64_t(summary.failures.size())), grouped(summary.worlds));
}

std::string checked(const ResultFacts& facts, const ResultSummary& summary) {
  return fmt::format(
      "every won is accounted for in all {} worlds. Any number of cores gives the same "
      "fingerprint: {}",
      grouped(summary.worlds), facts.run_fingerprint);
}

std::string not_modelled(const ResultSummary& summary) {
  return fmt::format(
      "{:.0f} % of the money belongs to programmes that are not modelled yet, and lapses. What it "
      "would have brought is not in these figures, so policies are not ranked.",
      100 * summary.not_modelled_share);
}

}  // namespace

std::string summary_text(const ResultReader& result, const ResultSummary& summary, int columns) {
  const ResultFacts& facts = result.facts();
  std::string text = emphasised(escaped(facts.title, 200), Emphasis::bold, Stream::out) + "\n";
  text += wrapped(fmt::format("{}-{}, {}, {}, seed {}", facts.first_year, facts.last_year,
                              counted(std::int64_t(facts.policies.size()), "policy", "policies"),
                              counted(facts.replications, "replication"), facts.seed),
                  columns);
  text += "\n" + tables_of(summary, columns) + "\n" + paragraph("Units", units(facts), columns);
  if (!summary.stopping.empty())
    text += paragraph("Stopped", escaped(summary.stopping, 1000), columns);
  if (!summary.complete()) return text + paragraph("FAILED", failed(summary), columns);
  if (const auto words = reading(summary); !words.empty())
    text += paragraph("Reading", words, columns);
  if (const auto economics = economics_of(result))
    text += "\n" + economics_text(result, *economics, columns);
  if (summary.not_modelled_share > 0) text += paragraph("Missing", not_modelled(summary), columns);
  return text + paragraph("Checked", checked(facts, summary), columns);
}

std::string failures_text(const ResultSummary& summary, const ScenarioChoice& scenario) {
  std::string text;
  for (std::size_t i = 0; i < std::min(failures_told, summary.failures.size()); ++i) {
    const FailedRun& failed = summary.failures[i];
    text += fmt::format("failed: {}:{}: {}\n  repeat it alone: {}\n", failed.world,
                        failed.replication, escaped(failed.error, 500),
                        repeat_command(scenario, failed.world, failed.replication));
  }
  if (summary.failures.size() > failures_told)
    text += fmt::format("and {} more; the result lists all in provenance/failed_name and beside\n",
                        grouped(std::int64_t(summary.failures.size() - failures_told)));
  return text;
}

}  // namespace coopsim::cli
