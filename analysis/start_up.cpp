// SPDX-License-Identifier: Apache-2.0
#include "analysis/start_up.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "analysis/estimates.hpp"
#include "analysis/warm_up.hpp"

namespace coopsim {
namespace {

constexpr std::array watched = {"seat_fill", "training_wait", "budget_execution"};

// The mean over replications of each of the first `years`; nothing if a year has none.
std::vector<double> past_of(const ResultReader& result, const std::string& metric,
                            std::size_t years) {
  const NumberArray values = result.read("yearly/" + metric);
  std::vector<double> means;
  for (std::size_t year = 0; year < years; ++year) {
    Moments moments;
    for (std::size_t r = 0; r < std::size_t(result.facts().replications); ++r) {
      const double value = values.at(std::array{*result.facts().baseline, r, year});
      if (!std::isnan(value)) moments.add(value);
    }
    if (moments.count() == 0) return {};
    means.push_back(moments.mean());
  }
  return means;
}

}  // namespace

std::size_t past_years(const ResultReader& result) {
  const ResultFacts& facts = result.facts();
  const int fork = std::min(std::stoi(facts.policies_start.substr(0, 4)), facts.last_year + 1);
  return std::size_t(std::max(0, fork - facts.first_year));
}

std::vector<StartUp> start_up(const ResultReader& result) {
  const std::size_t years = past_years(result);
  std::vector<StartUp> found;
  if (!result.facts().baseline || result.facts().replications < 1 || years < least_batches)
    return found;
  for (const char* metric : watched) {
    if (!result.has(std::string("yearly/") + metric)) continue;
    const auto past = past_of(result, metric, years);
    if (past.empty()) continue;
    const WarmUp rule = marginal_error_rule(past, 1);
    found.push_back({metric, !rule.refused, rule.observations});
  }
  return found;
}

}  // namespace coopsim
