// SPDX-License-Identifier: Apache-2.0
// The policies of a result by what they cost and what they bring: public money of group
// `economics` against any response over the policy period.
//
// Cost is `public_cost`: all money paid by both authorities over the policy period, head office
// included, less that of the stopped programme, as a present value in KRW thousand. What both have
// cancels in differences of policies.
#pragma once
#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "analysis/cost_effectiveness.hpp"
#include "analysis/held_against.hpp"
#include "analysis/study_defaults.hpp"
#include "output/study_totals.hpp"
#include "sim/metrics/metric.hpp"

namespace coopsim {

struct CostOptions {
  std::string effect = std::string(headline_metric);
  // What one unit of effect may be worth, in KRW thousand, where choices are shown; empty: some
  // that suit the frontier.
  std::vector<double> values;
  double confidence = .95;
  StressCases stress_cases = StressCases::against_their_policy;
  bool by_value = true;  // also what depends on what a unit of effect is worth
};

// Why nothing is said of who is on the frontier.
enum class Unranked { no, one_policy, not_modelled, missing_values, few_replications };

struct CostedPolicy {
  std::size_t policy = 0;        // its place among all
  std::size_t held_against = 0;  // the policy that it is compared with; of the baseline its own
  bool baseline = false, stress = false;
  Estimate cost, effect;  // over the replications that count
  // Policy less that one; of the baseline empty.
  CostEffect points;
  Estimate more_cost, more_effect;
  PlaneShares plane;
  RatioInterval ratio;
  std::vector<Estimate> net_benefit;  // at `values`; each interval stands alone
};

struct StandingOf {
  FrontierRow row;         // its numbers are places among all
  RatioInterval interval;  // of the ratio, on the frontier; it stands alone
};

struct CostComparison {
  std::string effect, effect_unit, effect_label_en, effect_label_ko;
  PeriodTotal form{};
  // Less of the response is better, so that its effect is taken with the opposite sign.
  bool turned = false;
  bool preference_stated = false;  // else more is taken to be better
  std::size_t baseline = 0;
  std::size_t replications = 0, left_out = 0;  // that count; that lack a figure of some policy
  std::vector<CostedPolicy> policies;          // in the order given
  Unranked unranked = Unranked::no;
  std::vector<StandingOf> standings;  // of all but stress cases, by cost; empty if unranked
  std::vector<std::size_t> choices;   // places among all of the columns of what follows
  std::vector<double> values;         // of effect, KRW thousand a unit
  std::vector<Acceptability> chosen;  // at `values`
  std::vector<Acceptability> curve;   // over their range
};

// `public_cost`: (policy, replication), NaN where missing.
// REQUIRES: one cost for every policy and replication of `totals`, which has the response
// `options.effect`; `baseline` is a place among its policies.
CostComparison compare_costs(const StudyTotals& totals, std::span<const double> public_cost,
                             std::size_t baseline, const CostOptions& options = {});

// Values of effect that show who is chosen from "worth nothing" to well beyond the dearest ratio.
std::vector<double> telling_values(const std::vector<StandingOf>& standings,
                                   const std::vector<CostedPolicy>& policies);

}  // namespace coopsim
