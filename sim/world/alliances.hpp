// SPDX-License-Identifier: Apache-2.0
// Alliances of Korean with Japanese firms: a ledger that programmes write and `Alliances` keeps.
#pragma once
#include <cstdint>
#include <vector>

#include "sim/kernel/time.hpp"
#include "sim/world/identity.hpp"

namespace coopsim {

struct Alliance {
  FirmId firm;
  std::uint32_t occasion;  // of its draws: see deal_occasion
  Account account;         // that brought it about
  Time begun;
  std::uint16_t milestones = 0;
  bool win_win = false;
  bool live = true;
};

struct AllianceLedger {
  std::vector<Alliance> all;
  int live = 0;
};

}  // namespace coopsim
