// SPDX-License-Identifier: Apache-2.0
#include "analysis/stopping.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

#include "analysis/estimates.hpp"

namespace coopsim {
namespace {

double allowed(const Estimate& estimate, const Precision& precision) {
  if (precision.kind == Precision::Kind::absolute) return precision.half_width;
  return precision.half_width / (1 + precision.half_width) * std::abs(estimate.mean);
}

// A mean of zero without variation is as precise as can be.
bool is_precise(const Estimate& estimate, const Precision& precision) {
  return estimate.half_width <= allowed(estimate, precision);
}

// Values whose half-width would be what is allowed, if the variance stays as it is.
double count_for(const Estimate& estimate, const Precision& precision) {
  const double ratio = estimate.half_width / allowed(estimate, precision);
  return std::ceil(double(estimate.count) * ratio * ratio);
}

std::size_t reach_after(std::size_t n, std::size_t look_ahead) {
  return n <= 100 ? look_ahead : n * look_ahead / 100;
}

// Replications to run before all means are likely to be precise.
std::size_t more_for_all(const std::vector<WatchedMean>& means, const ReplicationLimits& limits) {
  std::size_t more = 1;
  for (const WatchedMean& mean : means)
    more = std::max(more, half_width_rule(mean.values, mean.precision, limits).more);
  return more;
}

bool add_and_look(std::vector<Moments>& moments, const std::vector<WatchedMean>& means,
                  std::size_t place) {
  bool precise = true;
  for (std::size_t i = 0; i < means.size(); ++i) {
    const double value = means[i].values[place];
    if (!std::isnan(value)) moments[i].add(value);
  }
  for (std::size_t i = 0; precise && i < means.size(); ++i)
    precise = is_precise(estimate(moments[i], means[i].precision.confidence), means[i].precision);
  return precise;
}

}  // namespace

bool is_precise(std::span<const double> values, const Precision& precision) {
  return is_precise(estimate(values, precision.confidence), precision);
}

StoppingState half_width_rule(std::span<const double> values, const Precision& precision,
                              const ReplicationLimits& limits, std::size_t looks_before) {
  assert(limits.at_least >= 2 && limits.at_least <= limits.at_most);
  StoppingState state;
  state.looks = looks_before;
  const std::size_t done = values.size();
  if (done < limits.at_least) {
    state.more = limits.at_least - done;
    return state;
  }
  ++state.looks;
  const Estimate now = estimate(values, precision.confidence);
  state.met = is_precise(now, precision);
  state.at_limit = !state.met && done >= limits.at_most;
  if (state.met || state.at_limit) return state;
  const double wanted = now.count < 2 ? 2 * double(done) : count_for(now, precision);
  const double next = std::clamp(wanted, double(done + 1), 3 * double(done));
  state.more = std::min(std::size_t(next), limits.at_most) - done;
  return state;
}

HoadRobinsonDavies hoad_robinson_davies(std::span<const double> values, const Precision& precision,
                                        const ReplicationLimits& limits, std::size_t look_ahead) {
  assert(limits.at_least >= 2 && limits.at_least <= limits.at_most);
  HoadRobinsonDavies found;
  const std::size_t done = values.size();
  Moments moments;
  std::size_t candidate = 0;  // first of the precise ones without a gap
  for (std::size_t n = 1; n <= done; ++n) {
    if (!std::isnan(values[n - 1])) moments.add(values[n - 1]);
    if (n < limits.at_least) continue;
    ++found.state.looks;
    if (!is_precise(estimate(moments, precision.confidence), precision)) {
      candidate = 0;
      continue;
    }
    if (candidate == 0) candidate = n;
    if (n < candidate + reach_after(candidate, look_ahead)) continue;
    found.replications = candidate;
    found.state.met = true;
    return found;
  }
  found.state.at_limit = done >= limits.at_most;
  if (found.state.at_limit) return found;
  std::size_t target = limits.at_least;
  if (candidate > 0)
    target = candidate + reach_after(candidate, look_ahead);
  else if (done >= limits.at_least)
    target = done + half_width_rule(values, precision, limits).more;
  found.state.more = std::clamp(target, done + 1, limits.at_most) - done;
  return found;
}

HoadRobinsonDavies all_precise(const std::vector<WatchedMean>& means, std::size_t done,
                               const ReplicationLimits& limits, std::size_t look_ahead) {
  assert(limits.at_least >= 2 && limits.at_least <= limits.at_most);
  HoadRobinsonDavies found;
  std::vector<Moments> moments(means.size());
  std::size_t candidate = 0;  // first of the precise ones without a gap
  for (std::size_t n = 1; n <= done; ++n) {
    const bool precise = add_and_look(moments, means, n - 1);
    if (n < limits.at_least) continue;
    ++found.state.looks;
    if (!precise) candidate = 0;
    if (precise && candidate == 0) candidate = n;
  }
  const std::size_t reach = means.empty() ? 0 : reach_after(candidate, look_ahead);
  found.state.met = candidate > 0 && done >= candidate + reach;
  if (found.state.met) found.replications = candidate;
  found.state.at_limit = !found.state.met && done >= limits.at_most;
  if (found.state.met || found.state.at_limit) return found;
  std::size_t target = limits.at_least;
  if (candidate > 0)
    target = candidate + reach;
  else if (done >= limits.at_least)
    target = done + more_for_all(means, limits);
  found.state.more = std::clamp(target, done + 1, limits.at_most) - done;
  return found;
}

}  // namespace coopsim
