// SPDX-License-Identifier: Apache-2.0
// Two statistics: Tally of observations (waiting times), TimeWeighted of a level that holds in
// between (customers in a line). Both are values of constant size.
#pragma once
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <stdexcept>

#include "sim/kernel/time.hpp"

namespace coopsim {

// Count, mean, variance and extremes of observations (Welford 1962): stable where a sum of squares
// cancels. Missing values are NaN: mean, least and most of nothing, variance of fewer than two.
class Tally {
 public:
  void add(double observation) {
    ++count_;
    const double gap = observation - mean_;
    mean_ += gap / static_cast<double>(count_);
    squares_ += gap * (observation - mean_);
    least_ = std::min(least_, observation);
    most_ = std::max(most_, observation);
  }

  // As if all observations of the other had been added here (Chan, Golub and LeVeque 1979).
  // The last bits depend on the order of merging: merge in index order.
  void merge(const Tally& other) {
    if (other.count_ == 0) return;
    if (count_ == 0) {
      *this = other;
      return;
    }
    const auto mine = static_cast<double>(count_), theirs = static_cast<double>(other.count_);
    const double gap = other.mean_ - mean_;
    mean_ += gap * (theirs / (mine + theirs));
    squares_ += other.squares_ + gap * gap * (mine * theirs / (mine + theirs));
    count_ += other.count_;
    least_ = std::min(least_, other.least_);
    most_ = std::max(most_, other.most_);
  }

  std::uint64_t count() const { return count_; }
  double sum() const { return mean_ * static_cast<double>(count_); }
  double mean() const { return count_ > 0 ? mean_ : missing; }
  double variance() const {  // of a sample: n - 1 below
    return count_ > 1 ? squares_ / static_cast<double>(count_ - 1) : missing;
  }
  double deviation() const { return std::sqrt(variance()); }
  double least() const { return count_ > 0 ? least_ : missing; }
  double most() const { return count_ > 0 ? most_ : missing; }
  friend bool operator==(const Tally&, const Tally&) = default;

 private:
  static constexpr double missing = std::numeric_limits<double>::quiet_NaN();

  std::uint64_t count_ = 0;
  double mean_ = 0.0;
  double squares_ = 0.0;  // sum of squared gaps from the mean
  double least_ = std::numeric_limits<double>::infinity();
  double most_ = -std::numeric_limits<double>::infinity();
};

// The integral of a level over time, in level x seconds: exact for whole levels below 2^53.
// Time runs forward (std::logic_error if not).
class TimeWeighted {
 public:
  explicit TimeWeighted(Time start = Time{}, double level = 0.0)
      : start_(start), last_(start), level_(level), least_(level), most_(level) {}

  void set(Time at, double level) {
    area_ = area(at);
    last_ = at;
    level_ = level;
    least_ = std::min(least_, level);
    most_ = std::max(most_, level);
  }
  void add(Time at, double change) { set(at, level_ + change); }

  // Forget what was before; the level stays. For the end of a warm-up or of a year.
  void restart(Time at) { *this = TimeWeighted(at, level_); }

  double level() const { return level_; }
  double area(Time until) const {
    if (until < last_) throw std::logic_error("a level was observed before its last change");
    return area_ + level_ * static_cast<double>((until - last_).count());
  }
  // Over the time since the start; the level itself if there was none.
  double mean(Time until) const {
    return until == start_ ? level_ : area(until) / static_cast<double>((until - start_).count());
  }
  double least() const { return least_; }
  double most() const { return most_; }
  friend bool operator==(const TimeWeighted&, const TimeWeighted&) = default;

 private:
  Time start_, last_;
  double level_, least_, most_;
  double area_ = 0.0;
};

}  // namespace coopsim
