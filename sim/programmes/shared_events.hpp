// SPDX-License-Identifier: Apache-2.0
// Events that any programme may list among its own. One that several list goes to each of them, in
// the order of programmes.hpp.
#pragma once
#include <algorithm>
#include <cstdint>

#include "sim/world/budget.hpp"

namespace coopsim {

// Korea's fiscal year is open: time to plan what its money will do.
struct YearPlanned {
  std::int32_t year;
};
// A cut took back what was promised. Only the programme that holds the commitment acts on it.
struct CommitmentCancelled {
  Account account;
  CommitmentId commitment;
};

template <class Programme>
constexpr bool spends(Account account) {
  return std::find(Programme::accounts.begin(), Programme::accounts.end(), account) !=
         Programme::accounts.end();
}

}  // namespace coopsim
