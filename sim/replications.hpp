// SPDX-License-Identifier: Apache-2.0
// How many replications a run makes: a number, or a rule that says when they are enough.
#pragma once
#include <string>
#include <vector>

namespace coopsim {

// A number stands for itself wherever one is wanted; of a rule, `at_least` does. The rule: until
// the 95 % intervals of policy less baseline, in each response of `of` and under each policy that
// is no stress case, are as narrow as asked.
struct Replications {
  Replications(int number = 64) : at_least(number), at_most(number) {}
  operator int() const { return at_least; }
  bool has_rule() const { return !of.empty(); }

  int at_least, at_most;
  double half_width = 0;  // in the unit of the responses; where `relative`, percent of the mean
  bool relative = false;
  std::string unit;             // of `half_width`, as written: "bp", "%"
  std::vector<std::string> of;  // responses; empty: no rule
};

}  // namespace coopsim
