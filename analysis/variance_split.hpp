// SPDX-License-Identifier: Apache-2.0
// How much of what varies comes from not knowing the parameters, and how much from chance: a table
// of one response, draws of the parameters crossed with replications, as variance components
// (Searle, Casella and McCulloch 1992, chapters 3 and 4). Unbiased, for any distribution.
#pragma once
#include <cstddef>
#include <vector>

namespace coopsim {

using CrossedTable = std::vector<std::vector<double>>;  // [draw][replication]

enum class Crossing {
  independent,  // every cell has random numbers of its own: one-way random effects
  common,       // replication r has the same random numbers in every draw: two-way, since what a
                // replication brings to all draws alike is no difference between draws
};

struct VarianceSplit {
  // Response = mean + effect of the draw + chance. In the unit of the response, squared.
  double of_parameters = 0;  // between draws, as if each had endless replications
  double of_chance = 0;      // between replications, the parameters given
  // The same before negative estimates, which small variances give by chance, were set to zero.
  double raw_parameters = 0, raw_chance = 0;
  bool set_to_zero = false;
  std::size_t draws = 0, replications = 0, left_out = 0;  // left out: draws with a missing value

  // Of both; 0 where nothing varies.
  double share_of_parameters() const {
    const double all = of_parameters + of_chance;
    return all > 0 ? of_parameters / all : 0;
  }
};
// Everything is 0 below two whole draws or two replications: `draws` and `replications` tell.
// REQUIRES: rows of equal size.
VarianceSplit variance_split(const CrossedTable& values, Crossing crossing);

}  // namespace coopsim
