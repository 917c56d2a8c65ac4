// SPDX-License-Identifier: Apache-2.0
#include "analysis/cost_effectiveness.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>
#include <numeric>

namespace coopsim {
namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();

bool is_complete(const std::vector<CostEffect>& policies, std::size_t replication) {
  return std::ranges::all_of(policies, [replication](const CostEffect& policy) {
    return std::isfinite(policy.cost[replication]) && std::isfinite(policy.effect[replication]);
  });
}

// Means of cost and effect, with the frontier as it grows.
class Frontier {
 public:
  Frontier(std::span<const double> cost, std::span<const double> effect)
      : cost_(cost), effect_(effect) {}

  std::vector<FrontierRow> rows() {
    std::vector<std::size_t> order(cost_.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) {
      return cost_[a] != cost_[b] ? cost_[a] < cost_[b] : effect_[a] > effect_[b];
    });
    for (const std::size_t policy : order) take(policy);
    std::vector<FrontierRow> rows;
    for (const std::size_t policy : order) rows.push_back(row_of(policy));
    return rows;
  }

 private:
  // In order of cost: what has no more effect than one before it never comes onto the frontier.
  void take(std::size_t policy) {
    if (!undominated_.empty() && effect_[policy] <= effect_[undominated_.back()]) return;
    undominated_.push_back(policy);
    while (!frontier_.empty() && frontier_.size() > 1 && bends(policy)) frontier_.pop_back();
    frontier_.push_back(policy);
  }

  // Whether a unit of effect is dearer up to the frontier's last policy than from there to this.
  bool bends(std::size_t policy) const {
    const std::size_t last = frontier_.back(), before = frontier_[frontier_.size() - 2];
    return (cost_[last] - cost_[before]) * (effect_[policy] - effect_[last]) >
           (cost_[policy] - cost_[last]) * (effect_[last] - effect_[before]);
  }

  bool dominates(std::size_t a, std::size_t b) const {
    return cost_[a] <= cost_[b] && effect_[a] >= effect_[b] &&
           (cost_[a] < cost_[b] || effect_[a] > effect_[b]);
  }
  bool equals(std::size_t a, std::size_t b) const {
    return cost_[a] == cost_[b] && effect_[a] == effect_[b];
  }

  // Of the frontier's policies the best that costs no more; else any.
  std::optional<std::size_t> dominator_of(std::size_t policy) const {
    for (auto at = frontier_.rbegin(); at != frontier_.rend(); ++at)
      if (dominates(*at, policy)) return *at;
    for (auto at = undominated_.rbegin(); at != undominated_.rend(); ++at)
      if (dominates(*at, policy)) return *at;
    return std::nullopt;
  }

  FrontierRow row_of(std::size_t policy) const {
    FrontierRow row;
    row.policy = policy;
    if (const auto at = std::ranges::find(frontier_, policy); at != frontier_.end()) {
      if (at == frontier_.begin()) return row;
      row.standing = Standing::on_frontier;
      row.against = *(at - 1);
      row.ratio = (cost_[policy] - cost_[row.against]) / (effect_[policy] - effect_[row.against]);
      return row;
    }
    if (const auto by = dominator_of(policy)) {
      row.standing = Standing::dominated;
      row.by = *by;
      return row;
    }
    if (std::ranges::find(undominated_, policy) == undominated_.end()) {
      row.standing = Standing::equal;
      row.by = *std::ranges::find_if(undominated_,
                                     [&](std::size_t other) { return equals(other, policy); });
      return row;
    }
    row.standing = Standing::extendedly_dominated;
    const auto next = std::ranges::find_if(
        frontier_, [&](std::size_t other) { return effect_[other] > effect_[policy]; });
    row.by = *(next - 1);
    row.by_also = *next;
    return row;
  }

  std::span<const double> cost_, effect_;
  std::vector<std::size_t> undominated_, frontier_;  // in order of cost
};

double mean_of(const std::vector<double>& values) {
  Moments moments;
  for (const double value : values) moments.add(value);
  return moments.mean();
}

Acceptability acceptability_at(const std::vector<CostEffect>& policies, double value) {
  const std::size_t replications = policies.front().cost.size();
  Acceptability point{value, std::vector<double>(policies.size()), {}, 0};
  std::vector<std::size_t> winners;
  for (std::size_t r = 0; r < replications; ++r) {
    double highest = -infinite;
    for (std::size_t i = 0; i < policies.size(); ++i) {
      const double net = value * policies[i].effect[r] - policies[i].cost[r];
      if (net > highest) winners.clear();
      if (net >= highest) winners.push_back(i);
      highest = std::max(highest, net);
    }
    for (const std::size_t i : winners) point.share[i] += 1 / double(winners.size());
  }
  for (double& share : point.share) share /= double(replications);
  for (const CostEffect& policy : policies)
    point.net_benefit.push_back(value * mean_of(policy.effect) - mean_of(policy.cost));
  point.best = std::size_t(std::ranges::max_element(point.net_benefit) - point.net_benefit.begin());
  return point;
}

double covariance_of_means(const CostEffect& points, double cost, double effect) {
  double sum = 0;
  const std::size_t count = points.cost.size();
  for (std::size_t r = 0; r < count; ++r)
    sum += (points.cost[r] - cost) * (points.effect[r] - effect);
  return sum / double(count - 1) / double(count);
}

// All R with square R^2 - 2 middle R + plain <= 0.
void solve(RatioInterval& found, double square, double middle, double plain) {
  const double root = std::sqrt(std::max(0.0, middle * middle - square * plain));
  if (square > 0) {
    found.form = RatioInterval::Form::bounded;
    found.low = (middle - root) / square;
    found.high = (middle + root) / square;
  } else if (square < 0 && middle * middle > square * plain) {
    found.form = RatioInterval::Form::outside;
    found.low = (middle + root) / square;
    found.high = (middle - root) / square;
  } else if (square == 0 && middle != 0) {
    found.form = RatioInterval::Form::outside;
    const double end = plain / (2 * middle);
    found.low = middle > 0 ? -infinite : end;
    found.high = middle > 0 ? end : infinite;
  } else if (square < 0 || plain <= 0) {
    found.form = RatioInterval::Form::all;
  }
}

}  // namespace

std::vector<CostEffect> complete_replications(const std::vector<CostEffect>& policies) {
  std::vector<CostEffect> kept(policies.size());
  if (policies.empty()) return kept;
  for (std::size_t r = 0; r < policies.front().cost.size(); ++r) {
    if (!is_complete(policies, r)) continue;
    for (std::size_t i = 0; i < policies.size(); ++i) {
      kept[i].cost.push_back(policies[i].cost[r]);
      kept[i].effect.push_back(policies[i].effect[r]);
    }
  }
  return kept;
}

CostEffect increments(const CostEffect& a, const CostEffect& b) {
  assert(a.cost.size() == b.cost.size() && a.effect.size() == b.effect.size());
  CostEffect less;
  for (std::size_t r = 0; r < a.cost.size(); ++r) {
    less.cost.push_back(a.cost[r] - b.cost[r]);
    less.effect.push_back(a.effect[r] - b.effect[r]);
  }
  return less;
}

PlaneShares plane_shares(const CostEffect& increments) {
  PlaneShares shares;
  const auto above = [](double value) { return value > 0 ? 1 : value < 0 ? 0 : .5; };
  const auto count = double(increments.cost.size());
  for (std::size_t r = 0; r < increments.cost.size(); ++r) {
    const double dearer = above(increments.cost[r]), better = above(increments.effect[r]);
    shares.dearer_better += dearer * better / count;
    shares.cheaper_better += (1 - dearer) * better / count;
    shares.cheaper_worse += (1 - dearer) * (1 - better) / count;
    shares.dearer_worse += dearer * (1 - better) / count;
  }
  return shares;
}

std::string_view id_of(Standing standing) {
  constexpr std::string_view ids[] = {"cheapest", "on_frontier", "dominated",
                                      "extendedly_dominated", "equal"};
  return ids[std::size_t(standing)];
}

std::vector<FrontierRow> cost_frontier(std::span<const double> cost,
                                       std::span<const double> effect) {
  assert(cost.size() == effect.size());
  return Frontier(cost, effect).rows();
}

Estimate net_benefit(const CostEffect& policy, double value, double confidence) {
  Moments moments;
  for (std::size_t r = 0; r < policy.cost.size(); ++r)
    moments.add(value * policy.effect[r] - policy.cost[r]);
  return estimate(moments, confidence);
}

std::vector<Acceptability> acceptability_curves(const std::vector<CostEffect>& policies,
                                                std::span<const double> values) {
  std::vector<Acceptability> curve;
  if (policies.empty() || policies.front().cost.empty()) return curve;
  for (const double value : values) curve.push_back(acceptability_at(policies, value));
  return curve;
}

RatioInterval fieller(const CostEffect& increments, double confidence) {
  RatioInterval found;
  const std::size_t count = increments.cost.size();
  if (count == 0) return found;
  const double cost = mean_of(increments.cost), effect = mean_of(increments.effect);
  if (effect != 0) found.ratio = cost / effect;
  if (count < 2) return found;
  Moments costs, effects;
  for (const double value : increments.cost) costs.add(value);
  for (const double value : increments.effect) effects.add(value);
  const double t = t_multiplier(double(count - 1), confidence), squared = t * t;
  const auto n = double(count);
  solve(found, effect * effect - squared * effects.variance() / n,
        cost * effect - squared * covariance_of_means(increments, cost, effect),
        cost * cost - squared * costs.variance() / n);
  return found;
}

}  // namespace coopsim
