// SPDX-License-Identifier: Apache-2.0
// Made-up responses of policies with known means, of the kinds that are hard on statistics.
#pragma once
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace coopsim::testing {

using Rows = std::vector<std::vector<double>>;  // one row a policy, one value a replication

struct StressedCase {
  enum class Shape { normal, lognormal, rare };
  std::string_view name, meaning;
  std::vector<double> means, deviations;  // policy 0 is the baseline
  double correlation = 0;                 // of any two policies, through a common normal part
  Shape shape = Shape::normal;            // of the own part of all policies but the baseline
  std::size_t replications = 30;
  std::uint64_t seed = 0;  // each case has numbers of its own
};

// All have five policies but `many`.
const std::vector<StressedCase>& stressed_cases();

// Values of study number `study`: addressed draws, so that any number of studies and threads gives
// the same. `replications` may exceed the case's.
Rows sample(const StressedCase& from, std::uint64_t study, std::size_t replications);

inline std::vector<std::span<const double>> spans(const Rows& rows) {
  return {rows.begin(), rows.end()};
}

}  // namespace coopsim::testing
