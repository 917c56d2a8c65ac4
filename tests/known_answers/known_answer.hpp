// SPDX-License-Identifier: Apache-2.0
// One number that theory knows, what independent replications say of it, and whether they agree.
#pragma once
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <string>
#include <vector>

#include "sim/kernel/random.hpp"

namespace coopsim::queueing {

// Full size is 1,000 replications; the suite runs the first tenth of them.
enum class Size { suite, full };
constexpr std::uint32_t replications(Size size) { return size == Size::full ? 1000 : 100; }

template <class Simulate>  // void(const Random&)
void each_replication(Size size, std::uint64_t seed, Simulate simulate) {
  for (std::uint32_t i = 0; i < replications(size); ++i) simulate(Random(seed, i));
}

// Sum of x over sum of y, both by replication; its error by the delta method. With every y = 1 it
// is the plain mean.
class Ratio {
 public:
  void add(double x, double y) {
    ++count_;
    x_ += x, y_ += y, xx_ += x * x, xy_ += x * y, yy_ += y * y;
  }
  double value() const { return x_ / y_; }
  double standard_error() const {
    const double r = value();
    const double squares = xx_ - 2 * r * xy_ + r * r * yy_;
    return std::sqrt(squares * count_ / (count_ - 1)) / y_;
  }

 private:
  double count_ = 0, x_ = 0, y_ = 0, xx_ = 0, xy_ = 0, yy_ = 0;
};

inline constexpr double most_z = 5;

// The smallest bias, in standard deviations of one observation, at which z reaches 5. A tenth of
// the replications shows only what is larger by the root of ten.
inline double bias_to_show(Size size) {
  return 0.02 * std::sqrt(double(replications(Size::full)) / replications(size));
}

struct KnownAnswer {
  std::string name;
  double exact = 0;
  double sd = 0;  // of one observation: a customer's wait, the level at an instant
  Ratio simulated;

  double z() const { return (simulated.value() - exact) / simulated.standard_error(); }
  bool agrees() const { return std::abs(z()) < most_z; }
  double bias_shown() const { return most_z * simulated.standard_error() / sd; }
};
using KnownAnswers = std::vector<KnownAnswer>;

inline bool all_agree(const KnownAnswers& answers) {
  bool all = true;
  for (const KnownAnswer& one : answers) {
    std::printf("%-34s exact %-13.10g simulated %-13.10g z %+6.2f, shows a bias of %.4f sd\n",
                one.name.c_str(), one.exact, one.simulated.value(), one.z(), one.bias_shown());
    all = all && one.agrees();
  }
  return all;
}

// Whether the sample is large enough for disagreement, or agreement, to mean something.
inline bool large_enough(const KnownAnswers& answers, Size size) {
  for (const KnownAnswer& one : answers)
    if (!(one.bias_shown() <= bias_to_show(size))) return false;
  return !answers.empty();
}

}  // namespace coopsim::queueing
