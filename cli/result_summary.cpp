// SPDX-License-Identifier: Apache-2.0
#include "cli/result_summary.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace coopsim::cli {
namespace {

// Values of a variable of group `total`, by policy, then replication.
class Totals {
 public:
  Totals(const ResultReader& result, std::string_view metric)
      : array_(result.read("total/" + std::string(metric))),
        replications_(static_cast<std::size_t>(result.facts().replications)) {}
  std::span<const double> of(std::size_t policy) const {
    return std::span(array_.values).subspan(policy * replications_, replications_);
  }
  double sum() const {
    return std::accumulate(array_.values.begin(), array_.values.end(), 0.0,
                           [](double all, double x) { return std::isnan(x) ? all : all + x; });
  }

 private:
  NumberArray array_;
  std::size_t replications_;
};

}  // namespace

std::vector<FailedRun> failures_of(const ResultReader& result) {
  std::vector<FailedRun> failures;
  if (result.facts().failed_worlds == 0) return failures;
  const auto names = result.read_texts("provenance/failed_name");
  const auto errors = result.read_texts("provenance/failed_error");
  const auto replications = result.read_integers("provenance/failed_replication");
  for (std::size_t i = 0; i < names.size(); ++i)
    failures.push_back({names[i], static_cast<int>(replications[i]), errors[i]});
  return failures;
}

std::string verdict(std::span<const double> policy, std::span<const double> baseline) {
  const Estimate estimate = paired_difference(policy, baseline);
  if (estimate.half_width == 0)
    return estimate.mean == 0 ? "no difference" : "the same in every run";
  if (estimate.count < least_replications_for_verdict) return "under 30 replications";
  std::string sure;
  for (const auto& [confidence, words] :
       {std::pair{.95, "95 %"}, std::pair{.99, "99 %"}, std::pair{.999, ">99.9 %"}}) {
    const Estimate at = paired_difference(policy, baseline, confidence);
    if (at.low() > 0 || at.high() < 0) sure = words;
  }
  if (sure.empty()) return "cannot tell";
  return (estimate.mean > 0 ? "higher, " : "lower, ") + sure;
}

ResultSummary summarise(const ResultReader& result) {
  const ResultFacts& facts = result.facts();
  const Totals trained(result, "trainees_returned"), engagements(result, "engagements_started"),
      effect(result, "productivity_effect"), served(result, "productivity_effect_served");
  ResultSummary summary;
  summary.failures = failures_of(result);
  summary.worlds =
      std::int64_t(facts.policies.size() + (facts.reference_worlds ? 2 : 0)) * facts.replications;
  if (result.has("provenance/stopping"))
    for (const std::string& words : result.read_texts("provenance/stopping"))
      summary.stopping = words;
  if (facts.baseline) summary.baseline = facts.policies[*facts.baseline].name;
  for (std::size_t i = 0; i < facts.policies.size(); ++i) {
    const ResultPolicy& policy = facts.policies[i];
    PolicySummary row{policy.name,
                      policy.label_en,
                      policy.label_ko,
                      policy.baseline,
                      policy.stress,
                      estimate(trained.of(i)),
                      estimate(engagements.of(i)),
                      estimate(effect.of(i)),
                      estimate(served.of(i)),
                      {},
                      ""};
    if (facts.baseline && !policy.baseline && summary.complete()) {
      row.difference = paired_difference(effect.of(i), effect.of(*facts.baseline));
      row.verdict =
          policy.stress ? "stress test" : verdict(effect.of(i), effect.of(*facts.baseline));
    }
    summary.policies.push_back(std::move(row));
  }
  const double all = Totals(result, "budget_appropriated").sum();
  if (all > 0) summary.not_modelled_share = Totals(result, "budget_not_modelled").sum() / all;
  return summary;
}

}  // namespace coopsim::cli
