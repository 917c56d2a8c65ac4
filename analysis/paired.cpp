// SPDX-License-Identifier: Apache-2.0
#include "analysis/paired.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>

namespace coopsim {
namespace {

constexpr double missing = std::numeric_limits<double>::quiet_NaN();

// The pairs that have both values.
struct Pairs {
  std::vector<double> a, b, difference;
  Moments of_a, of_b, of_difference;
};

Pairs whole_pairs(std::span<const double> a, std::span<const double> b) {
  Pairs pairs;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (std::isnan(a[i]) || std::isnan(b[i])) continue;
    pairs.a.push_back(a[i]);
    pairs.b.push_back(b[i]);
    pairs.difference.push_back(a[i] - b[i]);
    pairs.of_a.add(a[i]);
    pairs.of_b.add(b[i]);
    pairs.of_difference.add(a[i] - b[i]);
  }
  return pairs;
}

double correlation_of(const Pairs& pairs) {
  double product = 0;
  for (std::size_t i = 0; i < pairs.a.size(); ++i)
    product += (pairs.a[i] - pairs.of_a.mean()) * (pairs.b[i] - pairs.of_b.mean());
  const double spread = std::sqrt(pairs.of_a.variance() * pairs.of_b.variance());
  if (!(spread > 0)) return missing;
  return std::clamp(product / double(pairs.a.size() - 1) / spread, -1.0, 1.0);
}

double skewness_of(const Pairs& pairs) {
  const double count = double(pairs.difference.size());
  double squares = 0, cubes = 0;
  for (const double value : pairs.difference) {
    const double off = value - pairs.of_difference.mean();
    squares += off * off;
    cubes += off * off * off;
  }
  if (count < 3 || !(squares > 0)) return missing;
  return cubes / count / std::pow(squares / count, 1.5);
}

double share_above(const Pairs& pairs) {
  double above = 0;
  for (const double value : pairs.difference) above += value > 0 ? 1 : value == 0 ? .5 : 0;
  return pairs.difference.empty() ? missing : above / double(pairs.difference.size());
}

std::vector<Caution> cautions_of(const PairedComparison& found) {
  const auto count = found.difference.count;
  std::vector<Caution> cautions;
  const auto add_if = [&](bool holds, Caution caution) {
    if (holds) cautions.push_back(caution);
  };
  const bool varies = count > 1 && found.difference.standard_error > 0;
  add_if(count == 0, Caution::no_values);
  add_if(count == 1, Caution::one_replication);
  add_if(count > 1 && count < least_replications_for_verdict, Caution::few_replications);
  add_if(count > 1 && !varies, Caution::no_variation);
  add_if(count > 0 && found.left_out > 0, Caution::missing_values);
  add_if(varies && found.correlation <= 0, Caution::pairing_did_not_help);
  add_if(varies && double(count) < cochran_factor * found.skewness * found.skewness,
         Caution::skewed);
  return cautions;
}

}  // namespace

bool PairedComparison::has(Caution caution) const {
  return std::ranges::find(cautions, caution) != cautions.end();
}

PairedComparison compare_pairs(std::span<const double> a, std::span<const double> b,
                               double confidence) {
  assert(a.size() == b.size());
  const Pairs pairs = whole_pairs(a, b);
  PairedComparison found;
  found.difference = estimate(pairs.of_difference, confidence);
  found.left_out = a.size() - pairs.a.size();
  found.share_above = share_above(pairs);
  found.correlation = correlation_of(pairs);
  const double apart = pairs.of_a.variance() + pairs.of_b.variance();
  found.variance_reduction = apart > 0 ? apart / pairs.of_difference.variance() : missing;
  found.skewness = skewness_of(pairs);
  found.welch = welch_difference(pairs.of_a, pairs.of_b, confidence);
  found.cautions = cautions_of(found);
  return found;
}

}  // namespace coopsim
