// SPDX-License-Identifier: Apache-2.0
// The best of several policies by elimination: the fully sequential procedure of Kim and Nelson
// (2001), c = 1. After a first stage it takes one replication more of each policy that is still in,
// drops those that fell too far behind another, and so on until one is left.
//
// Where one policy leads all others by `delta` or more it is the one selected with the confidence
// asked for, in normal samples. Common random numbers are no obstacle: all that is used are
// differences within a replication. Where others are closer, any of the close ones may be selected.
#pragma once
#include <cstddef>
#include <limits>
#include <optional>
#include <span>
#include <vector>

namespace coopsim {

// eta = .5 [(2 (1 - confidence) / (policies - 1))^(-2 / (first_stage - 1)) - 1],
// h^2 = 2 eta (first_stage - 1). REQUIRES: policies > 1, first_stage > 1, .5 < confidence < 1.
struct KimNelsonConstants {
  double eta = 0, h_squared = 0;
};
KimNelsonConstants kim_nelson_constants(int policies, int first_stage, double confidence = .95);

struct SelectionAim {
  double delta = 0;  // the least lead that matters, in the unit of the values
  double confidence = .95;
  std::size_t first_stage = 20;
  // Replications of all policies together after which it ends, whatever is known by then.
  std::size_t budget = std::numeric_limits<std::size_t>::max();
};

enum class EliminationEnd {
  none,          // more values are needed
  selected,      // one is left, or those left are equal
  budget_spent,  // several are left
  missing_value  // a replication that counts has no value (NaN)
};

struct EliminationFate {
  std::size_t replications = 0;  // that counted; all when it was dropped, if it was
  bool dropped = false;
  std::size_t dropped_for = 0;  // the policy it was furthest behind then
};

struct Elimination {
  EliminationEnd end = EliminationEnd::none;
  std::size_t replications = 0;  // of each policy still in
  std::size_t spent = 0;         // of all policies together
  std::size_t latest = 0;        // it ends by this number at the latest; 0 before the first stage
  std::vector<EliminationFate> policies;
  std::size_t leader = 0;  // highest mean of those still in; the best where `selected`
  std::size_t missing_policy = 0, missing_replication = 0;  // where a value is missing

  std::size_t still_in() const;
};

// One row a policy, one value a replication, number 0 first; more is better. Rows may differ in
// length: of a policy that was dropped nothing more is asked, and what rows hold beyond that
// changes nothing. So the answer is the same however the values came in.
// REQUIRES: two policies or more, delta > 0, budget for the first stage, constants as above.
Elimination eliminate(const std::vector<std::span<const double>>& policies,
                      const SelectionAim& aim);

}  // namespace coopsim
