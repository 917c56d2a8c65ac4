// SPDX-License-Identifier: Apache-2.0
#include "analysis/bootstrap.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>

#include "sim/kernel/random.hpp"

namespace coopsim {
namespace {

constexpr double missing = std::numeric_limits<double>::quiet_NaN();

// The last of all purposes: the model's, counted from the first, are far from it.
constexpr Purpose resampling{255};

// The members of one resample, with replacement.
class Resampler {
 public:
  Resampler(std::int64_t seed, std::size_t size) : size_(size), random_(std::uint64_t(seed), 0) {}
  void draw(int number, std::vector<std::size_t>& members) const {
    members.resize(size_);
    for (std::size_t i = 0; i < size_; ++i) {
      const double u = random_.uniform({std::uint64_t(number)}, resampling, std::uint32_t(i));
      members[i] = std::min(size_ - 1, std::size_t(u * double(size_)));
    }
  }

 private:
  std::size_t size_;
  Random random_;
};

// How far the mean of a resample lies from that of the sample, in its own standard errors;
// infinite where all its members are equal and off the mean.
double studentised(std::span<const double> values, const std::vector<std::size_t>& members,
                   double mean) {
  Moments moments;
  for (const std::size_t member : members) moments.add(values[member]);
  const double off = moments.mean() - mean, error = moments.standard_error();
  return off == 0 ? 0 : off / error;
}

}  // namespace

BootstrapInterval bootstrap_t(std::span<const double> values, const BootstrapOptions& options) {
  Moments moments;
  for (const double value : values) moments.add(value);
  BootstrapInterval found{moments.mean(), missing, missing};
  if (values.size() < 3) return found;
  if (moments.variance() == 0) return {found.mean, found.mean, found.mean};
  const Resampler resampler(options.seed, values.size());
  std::vector<std::size_t> members;
  std::vector<double> all;
  for (int i = 0; i < options.resamples; ++i) {
    resampler.draw(i, members);
    all.push_back(studentised(values, members, found.mean));
  }
  std::ranges::sort(all);
  const double error = moments.standard_error(), tail = (1 - options.confidence) / 2;
  const double most = quantile(all, 1 - tail), least = quantile(all, tail);
  if (!std::isfinite(most) || !std::isfinite(least)) return found;
  found.low = found.mean - error * most;
  found.high = found.mean - error * least;
  return found;
}

double max_t_multiplier(const std::vector<std::vector<double>>& samples,
                        const BootstrapOptions& options) {
  assert(options.resamples > 0);
  if (samples.empty() || samples.front().size() < 3) return missing;
  std::vector<double> means;
  for (const auto& sample : samples) {
    assert(sample.size() == samples.front().size());
    means.push_back(estimate(sample).mean);
  }
  const Resampler resampler(options.seed, samples.front().size());
  std::vector<std::size_t> members;
  std::vector<double> largest;
  for (int i = 0; i < options.resamples; ++i) {
    resampler.draw(i, members);
    double most = 0;
    for (std::size_t s = 0; s < samples.size(); ++s)
      most = std::max(most, std::abs(studentised(samples[s], members, means[s])));
    largest.push_back(most);
  }
  std::ranges::sort(largest);
  const double found = quantile(largest, options.confidence);
  return std::isfinite(found) ? found : missing;
}

}  // namespace coopsim
