// SPDX-License-Identifier: Apache-2.0
#include "analysis/warm_up.hpp"

#include <cassert>
#include <vector>

#include "analysis/estimates.hpp"

namespace coopsim {
namespace {

std::vector<double> batch_means(std::span<const double> values, std::size_t batch) {
  std::vector<double> means;
  for (std::size_t first = 0; first + batch <= values.size(); first += batch) {
    Moments moments;
    for (const double value : values.subspan(first, batch)) moments.add(value);
    means.push_back(moments.mean());
  }
  return means;
}

}  // namespace

WarmUp marginal_error_rule(std::span<const double> values, std::size_t batch) {
  assert(batch > 0);
  const auto means = batch_means(values, batch);
  WarmUp found;
  const std::size_t count = means.size(), bound = count / 2;
  if (count < 2) return found;
  // From the end, so that each mean and sum of squares comes from the one after it.
  Moments rest;
  bool first = true;
  for (std::size_t left_out = count; left_out-- > 0;) {
    rest.add(means[left_out]);
    if (left_out > bound) continue;
    const auto kept = double(count - left_out);
    const double squares = kept < 2 ? 0 : rest.variance() * (kept - 1);
    const double statistic = squares / (kept * kept);
    if (first || statistic <= found.statistic) {
      found.batches = left_out;
      found.statistic = statistic;
    }
    first = false;
  }
  found.observations = found.batches * batch;
  found.refused = count < least_batches || found.batches == bound;
  return found;
}

}  // namespace coopsim
