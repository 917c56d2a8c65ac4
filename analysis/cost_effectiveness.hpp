// SPDX-License-Identifier: Apache-2.0
// What more effect costs: policies held against each other in two responses at once, cost (less is
// better) and effect (more is better), replication by replication (Drummond and others 2015,
// Methods for the Economic Evaluation of Health Care Programmes, 4th ed., chapters 4 and 11).
//
// Costs share one unit, effects another; a value of effect is in the first per unit of the second.
// What does not exist is left empty; only an interval of fewer than two values is NaN, as anywhere.
#pragma once
#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "analysis/estimates.hpp"

namespace coopsim {

// Of one policy, one value a replication, in the same order for every policy; NaN is missing.
// Also of the difference of two policies: its points in the cost-effectiveness plane.
struct CostEffect {
  std::vector<double> cost, effect;
};

// The replications in which every policy has a cost and an effect. REQUIRES: equal sizes.
std::vector<CostEffect> complete_replications(const std::vector<CostEffect>& policies);

// a less b, replication by replication. REQUIRES: equal sizes, nothing missing.
CostEffect increments(const CostEffect& a, const CostEffect& b);

// Shares of points in the four quarters of the plane; points on an axis count half to either side.
// All zero without a point.
struct PlaneShares {
  double dearer_better = 0, cheaper_better = 0, cheaper_worse = 0, dearer_worse = 0;
};
PlaneShares plane_shares(const CostEffect& increments);

// Where a policy stands among the others, by mean cost and mean effect.
enum class Standing {
  cheapest,              // on the frontier: of all that cost the least, it has the most effect
  on_frontier,           // more effect than the frontier's policy before it, at `ratio` a unit
  dominated,             // `by` costs no more and has no less effect, one of them strictly
  extendedly_dominated,  // a mix of `by` and `by_also` costs less for the same effect
  equal                  // the same cost and effect as `by`, which stands before it
};
std::string_view id_of(Standing standing);  // "on_frontier"
struct FrontierRow {
  std::size_t policy = 0;  // its place in what was given
  Standing standing = Standing::cheapest;
  // Incremental cost-effectiveness ratio: cost of one more unit of effect, against the frontier's
  // policy before it (`against`). Only on the frontier, and not of the cheapest.
  std::optional<double> ratio;
  std::size_t against = 0, by = 0, by_also = 0;
};
// Every policy, by cost; of equal costs the one with more effect first. The policies of the
// frontier are those with the highest net benefit at some value of effect, zero or more; their
// ratios rise. REQUIRES: equal sizes, no NaN.
std::vector<FrontierRow> cost_frontier(std::span<const double> cost,
                                       std::span<const double> effect);

// What a policy is worth beyond its cost: value x effect - cost, of the means; of increments the
// incremental net monetary benefit with its paired t interval (Stinnett and Mullahy 1998).
Estimate net_benefit(const CostEffect& policy, double value, double confidence = .95);

// At one value of effect.
struct Acceptability {
  double value = 0;
  std::vector<double> share;  // of replications in which a policy's net benefit is the highest;
                              // ties are split. One a policy, sum 1
  std::vector<double> net_benefit;  // means
  std::size_t best = 0;  // highest mean: the acceptability frontier. It may have less than the
                         // largest share (Fenwick, Claxton and Sculpher 2001)
};
// Points of the acceptability curves (van Hout and others 1994). Empty without a replication.
// REQUIRES: nothing missing, one policy at least.
std::vector<Acceptability> acceptability_curves(const std::vector<CostEffect>& policies,
                                                std::span<const double> values);

// Fieller's interval of a ratio of means, cost / effect, of paired differences (Fieller 1954;
// Willan and O'Brien 1996): all R for which the t interval of cost - R effect holds zero.
struct RatioInterval {
  enum class Form {
    bounded,    // [low, high]
    outside,    // all but what lies between low and high: the effect may be zero
    all,        // every ratio is possible
    undefined,  // below two replications, or no ratio fits
  };
  Form form = Form::undefined;
  std::optional<double> ratio;  // of the means; empty where the mean effect is zero
  double low = 0, high = 0;     // of `outside` one of them may be infinite; 0 of the last two
};
// REQUIRES: nothing missing.
RatioInterval fieller(const CostEffect& increments, double confidence = .95);

}  // namespace coopsim
