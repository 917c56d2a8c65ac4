// SPDX-License-Identifier: Apache-2.0
#include "analysis/ocba.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numeric>

#include "analysis/estimates.hpp"
#include "analysis/quadrature.hpp"
#include "analysis/selection.hpp"

namespace coopsim {
namespace {

// A policy that does not vary counts as one that varies so little beside the others.
constexpr double least_deviation = 1e-6;
constexpr int guide_digits = 6;

std::vector<Moments> moments_of(const std::vector<std::span<const double>>& policies) {
  std::vector<Moments> all;
  for (const auto values : policies) {
    assert(values.size() >= 2);
    Moments& moments = all.emplace_back();
    for (const double value : values) moments.add(value);
  }
  return all;
}

std::vector<double> shares_of(const std::vector<Moments>& policies) {
  std::vector<double> means, deviations;
  for (const Moments& policy : policies) {
    means.push_back(policy.mean());
    deviations.push_back(std::sqrt(policy.variance()));
  }
  const double widest = *std::ranges::max_element(deviations);
  const bool equal = std::ranges::count(means, means.front()) == std::ptrdiff_t(means.size());
  if (equal || widest == 0) return std::vector<double>(means.size(), 1 / double(means.size()));
  for (double& deviation : deviations) deviation = std::max(deviation, widest * least_deviation);
  return ocba_shares(means, deviations);
}

}  // namespace

std::vector<std::size_t> ocba_further(const std::vector<std::span<const double>>& policies,
                                      std::size_t more) {
  assert(policies.size() > 1);
  const auto shares = shares_of(moments_of(policies));
  double all = double(more);
  for (const auto values : policies) all += double(values.size());
  std::vector<std::size_t> further(policies.size(), 0);
  const auto lack = [&](std::size_t i) {
    return shares[i] * all - double(policies[i].size() + further[i]);
  };
  for (std::size_t given = 0; given < more; ++given) {
    std::size_t neediest = 0;
    for (std::size_t i = 1; i < policies.size(); ++i)
      if (lack(i) > lack(neediest)) neediest = i;
    ++further[neediest];
  }
  return further;
}

double ocba_confidence(const std::vector<std::span<const double>>& policies) {
  const auto all = moments_of(policies);
  const auto best = std::ranges::max_element(all, {}, &Moments::mean);
  double doubt = 0;
  for (auto other = all.begin(); other != all.end(); ++other) {
    if (other == best) continue;
    const double lead = best->mean() - other->mean();
    const double error = std::hypot(best->standard_error(), other->standard_error());
    doubt += error > 0 ? normal_probability(-lead / error) : lead > 0 ? 0 : .5;
  }
  return rounded_to_digits(std::max(0.0, 1 - doubt), guide_digits);
}

}  // namespace coopsim
