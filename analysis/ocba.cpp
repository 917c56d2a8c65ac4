// SPDX-License-Identifier: Apache-2.0
#include "analysis/ocba.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <functional>
#include <limits>
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

std::vector<double> shares_of(const std::vector<Moments>& policies, std::size_t best) {
  std::vector<double> means, deviations, errors;
  for (const Moments& policy : policies) {
    means.push_back(policy.mean());
    deviations.push_back(std::sqrt(policy.variance()));
  }
  const double widest = *std::ranges::max_element(deviations);
  const bool equal = std::ranges::count(means, means.front()) == std::ptrdiff_t(means.size());
  if (equal || widest == 0) return std::vector<double>(means.size(), 1 / double(means.size()));
  for (double& deviation : deviations) deviation = std::max(deviation, widest * least_deviation);
  if (best == 1) return ocba_shares(means, deviations);
  for (std::size_t i = 0; i < policies.size(); ++i)
    errors.push_back(deviations[i] / std::sqrt(double(policies[i].count())));
  return ocba_m_shares(means, deviations, boundary_of_best(means, errors, best));
}

// P(a mean `lead` above another, with that standard error of the difference, is truly below it).
double doubt_of(double lead, double error) {
  return error > 0 ? normal_probability(-lead / error) : lead > 0 ? 0 : .5;
}

// Of the best m: chances to be on the wrong side of the boundary.
double doubt_of_best(const std::vector<Moments>& policies, std::size_t best) {
  std::vector<double> means, errors;
  for (const Moments& policy : policies) {
    means.push_back(policy.mean());
    errors.push_back(std::max(policy.standard_error(), std::numeric_limits<double>::min()));
  }
  const double boundary = boundary_of_best(means, errors, best);
  double doubt = 0;
  for (std::size_t i = 0; i < means.size(); ++i)
    doubt += doubt_of(std::abs(means[i] - boundary), policies[i].standard_error());
  return doubt;
}

}  // namespace

std::vector<std::size_t> ocba_further(const std::vector<std::span<const double>>& policies,
                                      std::size_t more, std::size_t best) {
  assert(policies.size() > 1 && best > 0 && best < policies.size());
  const auto shares = shares_of(moments_of(policies), best);
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

double ocba_confidence(const std::vector<std::span<const double>>& policies, std::size_t best) {
  const auto all = moments_of(policies);
  double doubt = 0;
  if (best > 1) {
    doubt = doubt_of_best(all, best);
  } else {
    const Moments& leader = all[highest_means(policies, 1).front()];
    for (const Moments& other : all)
      if (&other != &leader)
        doubt += doubt_of(leader.mean() - other.mean(),
                          std::hypot(leader.standard_error(), other.standard_error()));
  }
  return rounded_to_digits(std::max(0.0, 1 - doubt), guide_digits);
}

std::vector<std::size_t> highest_means(const std::vector<std::span<const double>>& policies,
                                       std::size_t best) {
  const auto all = moments_of(policies);
  std::vector<std::size_t> order(policies.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, std::greater<>(), [&](std::size_t i) { return all[i].mean(); });
  order.resize(best);
  return order;
}

}  // namespace coopsim
