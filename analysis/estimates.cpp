// SPDX-License-Identifier: Apache-2.0
#include "analysis/estimates.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <boost/math/distributions/students_t.hpp>
#include <cassert>
#include <charconv>
#include <cmath>
#include <limits>

namespace coopsim {
namespace {

constexpr double missing = std::numeric_limits<double>::quiet_NaN();

}  // namespace

double rounded_to_digits(double value, int digits) {
  const std::string text = fmt::format("{:.{}e}", value, digits - 1);  // in no locale
  double rounded = 0;
  std::from_chars(text.data(), text.data() + text.size(), rounded);
  return rounded;
}

Estimate estimate(const Moments& moments, double confidence) {
  Estimate result{moments.count(), moments.mean(), moments.standard_error(), missing};
  if (moments.count() >= 2)
    result.half_width =
        t_multiplier(double(moments.count() - 1), confidence) * result.standard_error;
  return result;
}

void Moments::add(double value) {
  const double delta = value - mean_;
  mean_ += delta / double(++count_);
  squares_ += delta * (value - mean_);
}

void Moments::merge(const Moments& other) {
  if (other.count_ == 0) return;
  const double total = double(count_ + other.count_), delta = other.mean_ - mean_;
  squares_ += other.squares_ + delta * delta * double(count_) * double(other.count_) / total;
  mean_ += delta * double(other.count_) / total;
  count_ += other.count_;
}

double Moments::mean() const { return count_ == 0 ? missing : mean_; }

double Moments::variance() const { return count_ < 2 ? missing : squares_ / double(count_ - 1); }

double Moments::standard_error() const { return std::sqrt(variance() / double(count_)); }

double t_multiplier(double degrees, double confidence) {
  assert(degrees > 0 && confidence > 0 && confidence < 1);
  const boost::math::students_t law(degrees);
  return rounded_to_digits(
      boost::math::quantile(boost::math::complement(law, (1 - confidence) / 2)));
}

Estimate estimate(std::span<const double> values, double confidence) {
  Moments moments;
  for (const double value : values)
    if (!std::isnan(value)) moments.add(value);
  return estimate(moments, confidence);
}

Estimate paired_difference(std::span<const double> a, std::span<const double> b,
                           double confidence) {
  assert(a.size() == b.size());
  Moments moments;
  for (std::size_t i = 0; i < a.size(); ++i)
    if (!std::isnan(a[i] - b[i])) moments.add(a[i] - b[i]);
  return estimate(moments, confidence);
}

double welch_degrees(const Moments& a, const Moments& b) {
  const double x = a.variance() / double(a.count()), y = b.variance() / double(b.count());
  return (x + y) * (x + y) / (x * x / double(a.count() - 1) + y * y / double(b.count() - 1));
}

Estimate welch_difference(const Moments& a, const Moments& b, double confidence) {
  Estimate result{std::min(a.count(), b.count()), a.mean() - b.mean(), missing, missing};
  if (result.count < 2) return result;
  result.standard_error =
      std::sqrt(a.variance() / double(a.count()) + b.variance() / double(b.count()));
  result.half_width = 0;
  if (result.standard_error > 0)
    result.half_width = t_multiplier(welch_degrees(a, b), confidence) * result.standard_error;
  return result;
}

double quantile(std::span<const double> sorted, double p) {
  assert(!sorted.empty() && p >= 0 && p <= 1);
  const double place = double(sorted.size() - 1) * p;
  const auto below = std::size_t(place);
  if (below + 1 >= sorted.size()) return sorted.back();
  const double part = place - double(below);
  return sorted[below] + part * (sorted[below + 1] - sorted[below]);
}

Summary Summariser::operator()(std::span<const double> values) {
  Summary result;
  result.fill(missing);
  Moments moments;
  for (const double value : values) moments.add(value);
  const auto at = [&](Statistic which) -> double& { return result[std::size_t(which)]; };
  at(Statistic::mean) = moments.mean();
  if (values.size() < 2) return result;
  if (degrees_ != values.size() - 1) {
    degrees_ = values.size() - 1;
    multiplier_ = t_multiplier(double(degrees_));
  }
  const double error = moments.standard_error(), half_width = multiplier_ * error;
  at(Statistic::se) = error;
  at(Statistic::lo95) = moments.mean() - half_width;
  at(Statistic::hi95) = moments.mean() + half_width;
  sorted_.assign(values.begin(), values.end());
  std::ranges::sort(sorted_);
  at(Statistic::q05) = quantile(sorted_, .05);
  at(Statistic::q25) = quantile(sorted_, .25);
  at(Statistic::q50) = quantile(sorted_, .5);
  at(Statistic::q75) = quantile(sorted_, .75);
  at(Statistic::q95) = quantile(sorted_, .95);
  return result;
}

}  // namespace coopsim
