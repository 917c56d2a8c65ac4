// SPDX-License-Identifier: Apache-2.0
// How much worse a policy is than the one that would have been best in the state that came: regret
// (Savage 1951), over states that nobody can choose. A state may be a draw of uncertain parameters
// or a replication.
//
// Values are in the unit of one response, more is better; a row is a state, a column a policy. No
// state counts more than another, and none has a probability, unless a share or mean is taken.
#pragma once
#include <cstddef>
#include <vector>

namespace coopsim {

using StateTable = std::vector<std::vector<double>>;  // [state][policy]

// The rows without a missing (NaN) value.
StateTable complete_states(const StateTable& values);

// Best value of the state less the policy's own: zero or more, zero for the best. REQUIRES of this
// and what follows: rows of equal size, no NaN.
StateTable regrets(const StateTable& values);

struct PolicyRegret {
  double largest = 0, mean = 0;
  double worst_value = 0;  // lowest value in any state: what maximin looks at
  double share_best = 0;   // of states in which no other is better, ties included
};
// One a policy; empty without a state.
std::vector<PolicyRegret> regret_of(const StateTable& values);

// Policies with the smallest largest regret (minimax regret): more than one in a tie.
std::vector<std::size_t> minimax_regret(const StateTable& values);
// Policies with the highest lowest value (Wald's maximin), which may be others.
std::vector<std::size_t> maximin(const StateTable& values);

// Share of states in which a policy reaches `enough`, for each policy (Simon 1956; Lempert 2003).
std::vector<double> share_reaching(const StateTable& values, double enough);
// Share of states in which its regret is at most `tolerance`. REQUIRES: tolerance >= 0.
std::vector<double> share_within(const StateTable& values, double tolerance);

}  // namespace coopsim
