// SPDX-License-Identifier: Apache-2.0
#include "analysis/prim.hpp"

#include <algorithm>
#include <boost/math/distributions/binomial.hpp>
#include <cassert>
#include <cmath>
#include <limits>

#include "analysis/estimates.hpp"
#include "analysis/resampling.hpp"

namespace coopsim {
namespace {

constexpr double everything = std::numeric_limits<double>::infinity();

CaseFlags flags_of(std::span<const double> cases) {
  CaseFlags flags;
  for (const double value : cases) {
    assert(value == 0 || value == 1 || std::isnan(value));
    flags.push_back(value == 1 ? 1 : 0);
  }
  return flags;
}

// P(X >= cases) of a binomial X, to 12 digits.
double chance_of_as_many(std::size_t points, std::size_t cases, double density) {
  if (cases == 0 || density >= 1) return 1;
  if (density <= 0) return 0;
  const boost::math::binomial law(double(points), density);
  return rounded_to_digits(boost::math::cdf(boost::math::complement(law, double(cases) - 1)));
}

std::vector<BoxLimit> limits_of(const Peeling& peeling, const CaseFlags& flags, const Box& box,
                                double limit_level) {
  std::vector<BoxLimit> limits;
  for (std::size_t factor = 0; factor < box.low.size(); ++factor)
    for (const bool lower : {true, false}) {
      Box wider = box;
      double& limit = (lower ? wider.low : wider.high)[factor];
      if (std::isinf(limit)) continue;
      BoxLimit made{factor, lower, limit, 1, false};
      limit = lower ? -everything : everything;
      wider = peeling.measured(std::move(wider), flags);
      made.quasi_p = chance_of_as_many(box.points, box.cases, wider.density);
      made.significant = made.quasi_p <= limit_level;
      limits.push_back(made);
    }
  return limits;
}

// Takes off limits, the one with the largest quasi-p-value first, until all left are significant.
void drop_insignificant(const Peeling& peeling, const CaseFlags& flags, double limit_level,
                        Box& box, std::vector<BoxLimit>& limits) {
  while (!limits.empty()) {
    const auto worst = std::ranges::max_element(limits, {}, &BoxLimit::quasi_p);
    if (worst->significant) return;
    (worst->lower ? box.low : box.high)[worst->factor] = worst->lower ? -everything : everything;
    box = peeling.measured(std::move(box), flags);
    limits = limits_of(peeling, flags, box, limit_level);
  }
}

double best_fit_of(const Peeling& peeling, const CaseFlags& flags) {
  const std::vector<Box> boxes = peeling.peeled(flags);
  return boxes[best_fit(boxes)].fit;
}

// Of the same cases laid on the points in random order.
double permutation_p_value(const Peeling& peeling, const CaseFlags& flags,
                           const std::vector<std::size_t>& members, double fit,
                           const PrimOptions& options) {
  const Resamples orders(options.seed, members.size(), Resampling::labels);
  std::vector<std::size_t> order;
  CaseFlags moved(flags.size());
  int no_worse = 1;  // the order as it came is one of them (Phipson and Smyth 2010)
  for (int i = 0; i < options.permutations; ++i) {
    orders.shuffled(std::uint32_t(i), order);
    for (std::size_t m = 0; m < members.size(); ++m) moved[members[m]] = flags[members[order[m]]];
    no_worse += best_fit_of(peeling, moved) >= fit;
  }
  return double(no_worse) / double(options.permutations + 1);
}

std::vector<double> restricted_again(const FactorTable& table, const CaseFlags& flags,
                                     const std::vector<std::size_t>& members,
                                     const PrimOptions& options) {
  const Resamples orders(options.seed, members.size(), Resampling::halves);
  std::vector<double> shares(table.factors);
  std::vector<std::size_t> order;
  for (int i = 0; i < options.halves; ++i) {
    orders.shuffled(std::uint32_t(i), order);
    order.resize(members.size() / 2);
    std::ranges::sort(order);
    for (std::size_t& place : order) place = members[place];
    const Peeling half(table, order, options.peeling);
    const std::vector<Box> boxes = half.peeled(flags);
    for (std::size_t factor = 0; factor < table.factors; ++factor)
      if (boxes[best_fit(boxes)].restricts(factor)) shares[factor] += 1. / options.halves;
  }
  return shares;
}

template <class Of>
std::vector<double> cases_where(std::span<const double> responses, Of&& is_case) {
  std::vector<double> cases;
  for (const double value : responses)
    cases.push_back(std::isnan(value) ? value : is_case(value) ? 1.0 : 0.0);
  return cases;
}

}  // namespace

Prim prim(const FactorTable& table, std::span<const double> cases, const PrimOptions& options) {
  assert(options.permutations >= 0 && options.halves >= 0);
  const CaseFlags flags = flags_of(cases);
  const std::vector<std::size_t> members = answered(table, cases);
  const Peeling peeling(table, members, options.peeling);
  Prim result;
  result.trajectory = peeling.peeled(flags);
  result.best = best_fit(result.trajectory);
  result.box = result.essential = result.trajectory.front();
  result.points = members.size();
  result.cases = result.box.cases;
  result.left_out = cases.size() - members.size();
  result.restricted_again = restricted_again(table, flags, members, options);
  const Box& best = result.trajectory[result.best];
  if (!(best.fit > 0)) return result;
  result.p_value = permutation_p_value(peeling, flags, members, best.fit, options);
  result.found = result.p_value <= options.level;
  if (!result.found) return result;
  result.box = peeling.pasted(best, flags);
  result.limits = limits_of(peeling, flags, result.box, options.limit_level);
  result.essential = result.box;
  result.essential_limits = result.limits;
  drop_insignificant(peeling, flags, options.limit_level, result.essential,
                     result.essential_limits);
  return result;
}

std::vector<double> cases_above(std::span<const double> responses, double threshold) {
  return cases_where(responses, [&](double value) { return value > threshold; });
}

std::vector<double> cases_below(std::span<const double> responses, double threshold) {
  return cases_where(responses, [&](double value) { return value < threshold; });
}

std::vector<BoxLimit> box_limits(const FactorTable& table, std::span<const double> cases,
                                 const Box& box, double limit_level) {
  const CaseFlags flags = flags_of(cases);
  const Peeling peeling(table, answered(table, cases), {});
  return limits_of(peeling, flags, peeling.measured(box, flags), limit_level);
}

}  // namespace coopsim
