// SPDX-License-Identifier: Apache-2.0
// The deals that cooperation has brought: a ledger that programmes write and trade keeps.
#pragma once
#include <cstdint>
#include <vector>

#include "sim/kernel/time.hpp"
#include "sim/world/identity.hpp"

namespace coopsim {

// Where a deal comes from: the address of its draws, so that the same consultation makes the same
// deal under every policy.
struct DealOrigin {
  FirmId firm;
  std::uint32_t occasion;  // unique among the firm's deals: see deal_occasion
  Account account;         // that brought it about
};

// REQUIRES: 1990 <= year < 2246, nth < 2^16.
constexpr std::uint32_t deal_occasion(int year, Account account, std::uint32_t nth) {
  return std::uint32_t(year - 1990) << 24 | std::uint32_t(index(account)) << 16 | nth;
}

struct Deal {
  DealOrigin origin;
  double value;  // thousand USD a year, now
  Time signed_on{};
  Time begun{};           // first delivery
  Time counted{};         // exports before this are counted
  std::uint16_t age = 0;  // whole years since the first delivery
  bool win_win = false;
  bool live = false;
  bool over = false;     // was live, or its firm left before the first delivery
  bool teaches = false;  // the firm learns from it
};

struct Deals {
  std::vector<Deal> all;
  int live = 0;
  double delivered = 0;  // thousand USD, since the year's balance was last drawn up
};

}  // namespace coopsim
