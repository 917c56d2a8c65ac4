// SPDX-License-Identifier: Apache-2.0
#include "tests/promises/allocations.hpp"

#include <algorithm>
#include <cmath>

#include "analysis/estimates.hpp"
#include "analysis/kim_nelson.hpp"
#include "analysis/ocba.hpp"
#include "analysis/selection.hpp"
#include "cli/selection_search.hpp"

namespace coopsim::testing {
namespace {

constexpr std::size_t first_stage = cli::selection_first_stage;
constexpr std::size_t round_each = 4;  // of ocba, on the mean: that of cli/selection_search.cpp

std::uint8_t highest(const std::vector<double>& values) {
  return std::uint8_t(std::ranges::max_element(values) - values.begin());
}

double variance(std::span<const double> values) {
  Moments moments;
  for (const double value : values) moments.add(value);
  return moments.variance();
}

}  // namespace

Leaders leaders_of_equal(const Rows& drawn) {
  std::vector<double> sums(drawn.size(), 0.0);
  Leaders leaders;
  for (std::size_t r = 0; r < drawn.front().size(); ++r) {
    for (std::size_t i = 0; i < drawn.size(); ++i) sums[i] += drawn[i][r];
    leaders.push_back(highest(sums));
  }
  return leaders;
}

std::size_t ocba_budget(std::size_t policies, std::size_t rounds) {
  return policies * (first_stage + round_each * rounds);
}

Leaders leaders_of_ocba(const Rows& drawn, std::size_t rounds) {
  std::vector<std::span<const double>> seen;
  for (const auto& values : drawn) seen.push_back(std::span(values).first(first_stage));
  Leaders leaders;
  while (true) {
    leaders.push_back(std::uint8_t(highest_means(seen, 1).front()));
    if (leaders.size() > rounds) return leaders;
    const auto more = ocba_further(seen, round_each * seen.size());
    for (std::size_t i = 0; i < seen.size(); ++i) {
      if (seen[i].size() + more[i] > drawn[i].size()) return leaders;
      seen[i] = std::span(drawn[i]).first(seen[i].size() + more[i]);
    }
  }
}

Selected select_best(const Rows& drawn, const Aim& aim) {
  const Elimination found = eliminate(spans(drawn), {aim.delta, aim.confidence, first_stage});
  return {found.leader, found.spent, found.end == EliminationEnd::selected};
}

// N = max(n0, ceil(t^2 S^2 / delta^2)) of the two policies that differ most unsteadily, t the
// 1 - (1 - confidence) / (k - 1) point of n0 - 1 degrees, one-sided.
std::size_t spent_by_clark_yang(const Rows& drawn, const Aim& aim) {
  const double tail = (1 - aim.confidence) / double(drawn.size() - 1);
  const double t = t_multiplier(double(first_stage - 1), 1 - 2 * tail);
  std::size_t most = first_stage;
  for (std::size_t i = 0; i < drawn.size(); ++i)
    for (std::size_t j = 0; j < i; ++j) {
      Moments difference;
      for (std::size_t r = 0; r < first_stage; ++r) difference.add(drawn[i][r] - drawn[j][r]);
      most = std::max(most, second_stage_count(t, std::sqrt(difference.variance()), aim.delta,
                                               int(first_stage)));
    }
  return most * drawn.size();
}

std::size_t spent_by_rinott(const Rows& drawn, double delta, double constant) {
  std::size_t spent = 0;
  for (const auto& values : drawn) {
    const double deviation = std::sqrt(variance(std::span(values).first(first_stage)));
    spent += second_stage_count(constant, deviation, delta, int(first_stage));
  }
  return spent;
}

}  // namespace coopsim::testing
