// SPDX-License-Identifier: Apache-2.0
// How long the start of a simulated past leaves its mark: policies should part after that.
#pragma once
#include <cstddef>
#include <string>
#include <vector>

#include "output/result_reader.hpp"

namespace coopsim {

struct StartUp {
  std::string metric;
  bool settled = false;   // else the rule would leave out half of the past, and refuses
  std::size_t years = 0;  // of the past that it leaves out
};

// Of the baseline's services (seat_fill, training_wait, budget_execution), the mean over
// replications year by year before the policies part: by MSER (warm_up.hpp). Nothing of a past
// under ten years, of a result without a baseline, and of metrics with a year without a value.
std::vector<StartUp> start_up(const ResultReader& result);

// Years of the past; 0 where the policies part at its beginning.
std::size_t past_years(const ResultReader& result);

}  // namespace coopsim
