// SPDX-License-Identifier: Apache-2.0
// Each procedure of analysis/ as an experiment with a known answer: did it keep its promise in this
// study?
#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

#include "tests/promises/samples.hpp"

namespace coopsim::testing {

struct Procedure {
  std::string_view name, promise;
  bool (*kept)(const StressedCase& from, std::uint64_t study);
  std::size_t cost = 1;  // of so many studies of the others
};

inline constexpr double promised = .95;

const std::vector<Procedure>& procedures();

}  // namespace coopsim::testing
