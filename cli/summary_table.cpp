// SPDX-License-Identifier: Apache-2.0
#include "cli/summary_table.hpp"

#include <fmt/format.h>

#include <cmath>
#include <nlohmann/json.hpp>

#include "cli/result_summary.hpp"
#include "cli/table.hpp"
#include "cli/terminal.hpp"
#include "cli/text.hpp"

namespace coopsim::cli {
namespace {

std::string whole(double value) { return std::isnan(value) ? "n/a" : grouped(std::llround(value)); }
std::string signed_number(double value, const char* unit) {
  return std::isnan(value) ? "n/a" : fmt::format("{:+.1f}{}", value, unit);
}

std::string difference_of(const PolicySummary& policy) {
  if (policy.baseline) return "baseline";
  if (policy.difference.count < 2) return "n/a";
  return fmt::format("{:+.2f}  [{:+.2f}, {:+.2f}]", policy.difference.mean, policy.difference.low(),
                     policy.difference.high());
}

std::string table_of(const ResultSummary& summary) {
  Table table({{"", "policy", Align::left, 0},
               {"engineers", "trained", Align::right, 3},
               {"adviser", "engagements", Align::right, 3},
               {"productivity", "of all firms", Align::right, 3},
               {"of firms", "served", Align::right, 3},
               {summary.baseline.empty() ? "" : "against " + summary.baseline + ":",
                "difference, bp  [95 %]", Align::right, 3},
               {"", "sure?", Align::left, 3}});
  for (const PolicySummary& policy : summary.policies)
    table.add(
        {policy.name, whole(policy.trained.mean), whole(policy.engagements.mean),
         signed_number(policy.effect.mean, " bp"), signed_number(policy.effect_served.mean, " %"),
         summary.complete() ? difference_of(policy) : "", policy.baseline ? "" : policy.verdict});
  return table.text();
}

}  // namespace

std::string summary_text(const ResultReader& result) {
  const ResultFacts& facts = result.facts();
  const ResultSummary summary = summarise(result);
  std::string text =
      fmt::format("{}\n{}-{}, totals {}, {} policies, {} replications, seed {}\n\n",
                  printable(facts.title), facts.first_year, facts.last_year, facts.period,
                  facts.policies.size(), facts.replications, facts.seed);
  text += table_of(summary) + "\n";
  if (summary.not_modelled_share > 0)
    text += fmt::format(
        "{:.0f} % of the money belongs to programmes that are not modelled yet; it lapses visibly, "
        "and policies are not ranked.\n",
        100 * summary.not_modelled_share);
  const std::size_t worlds = facts.policies.size() + (facts.reference_worlds ? 2 : 0);
  if (summary.complete())
    text += fmt::format("Every won is accounted for in all {} runs.  ",
                        grouped(std::int64_t(worlds) * facts.replications));
  else
    text += fmt::format("{} runs failed: nothing is compared.  ", summary.failures.size());
  return text +
         fmt::format("Same result on any number of cores: fingerprint {}\n", facts.run_fingerprint);
}

std::string summary_json(const ResultReader& result) {
  const ResultFacts& facts = result.facts();
  const ResultSummary summary = summarise(result);
  const auto number = [](double value) {
    return std::isnan(value) ? nlohmann::json() : nlohmann::json(value);
  };
  nlohmann::json policies = nlohmann::json::array();
  for (const PolicySummary& policy : summary.policies)
    policies.push_back({{"name", policy.name},
                        {"baseline", policy.baseline},
                        {"trainees_returned", number(policy.trained.mean)},
                        {"engagements_started", number(policy.engagements.mean)},
                        {"productivity_effect_bp", number(policy.effect.mean)},
                        {"productivity_effect_served_percent", number(policy.effect_served.mean)},
                        {"difference_bp", number(policy.baseline ? 0 : policy.difference.mean)},
                        {"verdict", policy.verdict}});
  return nlohmann::json{{"file", result.file().string()},
                        {"title", facts.title},
                        {"replications", facts.replications},
                        {"period", facts.period},
                        {"baseline", summary.baseline},
                        {"not_modelled_share", summary.not_modelled_share},
                        {"failed_worlds", facts.failed_worlds},
                        {"fingerprint", facts.run_fingerprint},
                        {"policies", policies}}
             .dump(2) +
         "\n";
}

}  // namespace coopsim::cli
