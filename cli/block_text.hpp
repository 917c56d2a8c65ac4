// SPDX-License-Identifier: Apache-2.0
// A block as one line that people read, sort and cut into lists:
//
//   0-3 0-7 status_quo,dankai       design points, replications, policies
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "output/sweep_block.hpp"
#include "output/sweep_folder.hpp"

namespace coopsim::cli {

std::string block_text(const SweepBlock& block);

// Blanks at its end do not count. Throws Failure(bad_data) that names the line where it is no block
// of such a sweep.
SweepBlock block_from(std::string_view line, const SweepExtent& extent);

}  // namespace coopsim::cli
