// SPDX-License-Identifier: Apache-2.0
#include "analysis/selection.hpp"

#include <algorithm>
#include <boost/math/distributions/students_t.hpp>
#include <cassert>
#include <cmath>
#include <functional>
#include <limits>
#include <numeric>

#include "analysis/estimates.hpp"
#include "analysis/quadrature.hpp"

namespace coopsim {
namespace {

constexpr int quadrature_digits = 8;

// P(one rival's weighted mean stays below the best's), to the power of the rivals: both are t.
double dudewicz_dalal_probability(double h, int rivals, double degrees) {
  const boost::math::students_t law(degrees);
  const auto at_angle = [&](double angle) {  // t = tan(angle) takes the whole line
    const double t = std::tan(angle), stretch = 1 + t * t;
    return std::pow(boost::math::cdf(law, t + h), rivals) * boost::math::pdf(law, t) * stretch;
  };
  constexpr double right_angle = 1.57079632679489661923;
  return integral(at_angle, -right_angle + 1e-6, right_angle - 1e-6);
}

double rinott_probability(double h, int rivals, double degrees) {
  return over_chi(
      [&](double best) {
        const double within = over_chi(
            [&](double rival) {
              if (!(rival > 0) || !(best > 0)) return .5;
              return normal_probability(h / std::sqrt(1 / (rival * rival) + 1 / (best * best)));
            },
            degrees);
        return std::pow(within, rivals);
      },
      degrees);
}

}  // namespace

double rinott_constant(int policies, int first_stage, double confidence) {
  assert(policies > 1 && first_stage > 1 && confidence > 1.0 / policies && confidence < 1);
  const auto probability = [&](double h) {
    return rinott_probability(h, policies - 1, first_stage - 1);
  };
  return rounded_to_digits(root_of_increasing(probability, confidence), quadrature_digits);
}

double dudewicz_dalal_constant(int policies, int first_stage, double confidence) {
  assert(policies > 1 && first_stage > 1 && confidence > 1.0 / policies && confidence < 1);
  const auto probability = [&](double h) {
    return dudewicz_dalal_probability(h, policies - 1, first_stage - 1);
  };
  return rounded_to_digits(root_of_increasing(probability, confidence), quadrature_digits);
}

std::size_t second_stage_count(double constant, double deviation, double delta, int first_stage) {
  assert(delta > 0);
  const double root = constant * deviation / delta;
  return std::max(std::size_t(first_stage), std::size_t(std::ceil(root * root)));
}

std::vector<double> ocba_shares(std::span<const double> means, std::span<const double> deviations) {
  assert(means.size() == deviations.size() && means.size() > 1);
  const auto best = std::size_t(std::ranges::max_element(means) - means.begin());
  double smallest_gap = std::numeric_limits<double>::infinity();
  for (const double mean : means)
    if (mean < means[best]) smallest_gap = std::min(smallest_gap, means[best] - mean);
  assert(std::isfinite(smallest_gap));
  std::vector<double> shares(means.size());
  double squares = 0;
  for (std::size_t i = 0; i < means.size(); ++i) {
    if (i == best) continue;
    const double ratio = deviations[i] / std::max(means[best] - means[i], smallest_gap);
    shares[i] = ratio * ratio;
    squares += shares[i] * shares[i] / (deviations[i] * deviations[i]);
  }
  shares[best] = deviations[best] * std::sqrt(squares);
  const double all = std::accumulate(shares.begin(), shares.end(), 0.0);
  for (double& share : shares) share /= all;
  return shares;
}

double boundary_of_best(std::span<const double> means, std::span<const double> errors,
                        std::size_t best) {
  assert(means.size() == errors.size() && best > 0 && best < means.size());
  std::vector<std::size_t> order(means.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, std::greater<>(), [&](std::size_t i) { return means[i]; });
  const std::size_t last = order[best - 1], next = order[best];
  return (errors[next] * means[last] + errors[last] * means[next]) / (errors[last] + errors[next]);
}

std::vector<double> ocba_m_shares(std::span<const double> means, std::span<const double> deviations,
                                  double boundary) {
  assert(means.size() == deviations.size());
  double smallest_gap = std::numeric_limits<double>::infinity();
  for (const double mean : means)
    if (mean != boundary) smallest_gap = std::min(smallest_gap, std::abs(mean - boundary));
  std::vector<double> shares(means.size());
  for (std::size_t i = 0; i < means.size(); ++i) {
    const double gap = std::max(std::abs(means[i] - boundary), smallest_gap);
    shares[i] = std::isfinite(gap) ? deviations[i] / gap * (deviations[i] / gap) : 1;
  }
  const double all = std::accumulate(shares.begin(), shares.end(), 0.0);
  for (double& share : shares) share /= all;
  return shares;
}

}  // namespace coopsim
