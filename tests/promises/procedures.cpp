// SPDX-License-Identifier: Apache-2.0
#include "tests/promises/procedures.hpp"

#include <algorithm>
#include <cmath>

#include "analysis/best.hpp"
#include "analysis/bootstrap.hpp"
#include "analysis/cost_effectiveness.hpp"
#include "analysis/kim_nelson.hpp"
#include "analysis/paired.hpp"
#include "analysis/risk.hpp"
#include "analysis/simultaneous.hpp"
#include "analysis/stopping.hpp"

namespace coopsim::testing {
namespace {

bool within(double low, double value, double high) { return low <= value && value <= high; }

Rows sample(const StressedCase& from, std::uint64_t study) {
  return testing::sample(from, study, from.replications);
}

std::vector<double> differences(const Rows& rows, std::size_t a, std::size_t b) {
  std::vector<double> values;
  for (std::size_t r = 0; r < rows[a].size(); ++r) values.push_back(rows[a][r] - rows[b][r]);
  return values;
}

bool paired_t(const StressedCase& from, std::uint64_t study) {
  const Rows rows = sample(from, study);
  const Estimate found = compare_pairs(rows.back(), rows.front()).difference;
  return within(found.low(), from.means.back() - from.means.front(), found.high());
}

bool welch(const StressedCase& from, std::uint64_t study) {
  const Rows rows = sample(from, study);
  const Estimate found = compare_pairs(rows.back(), rows.front()).welch;
  return within(found.low(), from.means.back() - from.means.front(), found.high());
}

bool bootstrap(const StressedCase& from, std::uint64_t study) {
  const Rows rows = sample(from, study);
  BootstrapOptions options;
  options.resamples = 1000;
  options.seed = std::int64_t(study) + 1;
  const auto found = bootstrap_t(differences(rows, rows.size() - 1, 0), options);
  if (std::isnan(found.low)) return true;  // it says that it cannot tell
  return within(found.low, from.means.back() - from.means.front(), found.high);
}

bool bonferroni(const StressedCase& from, std::uint64_t study) {
  const Rows rows = sample(from, study);
  const double reach =
      bonferroni_multiplier(double(from.replications - 1), int(rows.size() - 1), promised);
  for (std::size_t i = 1; i < rows.size(); ++i) {
    const Estimate found = compare_pairs(rows[i], rows[0]).difference;
    if (std::abs(found.mean - (from.means[i] - from.means[0])) > reach * found.standard_error)
      return false;
  }
  return true;
}

bool best_is_among(const StressedCase& from, std::uint64_t study) {
  const Rows rows = sample(from, study);
  const auto best = std::ranges::max_element(from.means) - from.means.begin();
  return compare_with_best(spans(rows), promised)[std::size_t(best)].among_the_best;
}

bool best_intervals(const StressedCase& from, std::uint64_t study) {
  const Rows rows = sample(from, study);
  const auto found = compare_with_best(spans(rows), promised);
  for (std::size_t i = 0; i < found.size(); ++i) {
    double rival = -INFINITY;
    for (std::size_t j = 0; j < found.size(); ++j)
      if (j != i) rival = std::max(rival, from.means[j]);
    if (!within(found[i].low, from.means[i] - rival, found[i].high)) return false;
  }
  return true;
}

// The last policy is moved ahead of all others by what it takes to lead by `delta`.
bool elimination(const StressedCase& from, std::uint64_t study) {
  constexpr double delta = .5;
  constexpr std::size_t most = 3000;
  StressedCase leads = from;
  std::ranges::fill(leads.means, 0.0);
  leads.means.back() = delta;
  for (std::size_t replications = 100;; replications = std::min(most, 3 * replications)) {
    const Rows rows = testing::sample(leads, study, replications);
    const auto found = eliminate(spans(rows), {delta, promised, 20});
    if (found.end == EliminationEnd::selected) return found.leader == rows.size() - 1;
    if (replications == most) return false;
  }
}

// Half a standard deviation of half-width, of one difference.
bool stopped_in_time(const StressedCase& from, std::uint64_t study) {
  const double width = .5 * std::hypot(from.deviations.front(), from.deviations.back()) *
                       std::sqrt(1 - from.correlation);
  const Precision aim{Precision::Kind::absolute, width, promised};
  const ReplicationLimits limits{20, 1000};
  const Rows rows = testing::sample(from, study, limits.at_most / 5);
  const auto values = differences(rows, rows.size() - 1, 0);
  const auto stop = hoad_robinson_davies(values, aim, limits);
  if (!stop.state.met) return false;
  const Estimate found = estimate(std::span(values).first(stop.replications), promised);
  return within(found.low(), from.means.back() - from.means.front(), found.high());
}

// Costs that differ by 1, effects by what the last policy leads by, both as uncertain.
bool ratio(const StressedCase& from, std::uint64_t study) {
  const Rows rows = sample(from, study);
  CostEffect policy;
  policy.cost = differences(rows, 1, 0);
  for (double& value : policy.cost) value += 1 - (from.means[1] - from.means[0]);
  policy.effect = differences(rows, rows.size() - 1, 0);
  for (double& value : policy.effect) value += 1 - (from.means.back() - from.means.front());
  const RatioInterval found = fieller(policy, promised);
  switch (found.form) {
    case RatioInterval::Form::bounded:
      return within(found.low, 1, found.high);
    case RatioInterval::Form::outside:
      return 1 <= found.low || found.high <= 1;
    case RatioInterval::Form::all:
      return true;
    case RatioInterval::Form::undefined:
      break;
  }
  return false;
}

}  // namespace

const std::vector<Procedure>& procedures() {
  static const std::vector<Procedure> all = {
      {"paired t", "the interval of one policy holds the true difference", paired_t},
      {"Welch", "the same, as if policies were independent", welch},
      {"bootstrap-t", "the same, from 1,000 resamples", bootstrap, 20},
      {"Bonferroni", "the intervals of all policies hold together", bonferroni},
      {"among the best", "the truly best is among the best", best_is_among},
      {"with the best", "all intervals against the best of the others hold together",
       best_intervals},
      {"elimination", "a policy that leads by .5 is selected (Kim and Nelson)", elimination, 4},
      {"stopping", "the interval at which Hoad, Robinson and Davies stop holds the difference",
       stopped_in_time, 4},
      {"Fieller", "the interval of a ratio of means holds it", ratio},
  };
  return all;
}

}  // namespace coopsim::testing
