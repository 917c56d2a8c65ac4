// SPDX-License-Identifier: Apache-2.0
// Provisional: the API that sim/programmes uses (join, empty, pop; try_seize, release; add, level,
// area, restart; saw).
#pragma once
#include <cstdint>
#include <string_view>
#include "sim/kernel/time.hpp"
namespace coopsim {
class EventWatch {
 public:
  EventWatch(std::size_t, std::string_view (*)(std::size_t), std::uint64_t) {}
  void saw(std::size_t, Time) {}
};
}  // namespace coopsim
