// SPDX-License-Identifier: Apache-2.0
// A draw of a result's unknowns, run again from the file alone.
#pragma once
#include <string>
#include <vector>

#include "output/result_check.hpp"
#include "output/result_reader.hpp"
#include "output/study_draws.hpp"

namespace coopsim::cli {

// What is not as in the file; empty if all is. REQUIRES: `number` < draws.draws.
std::vector<Fault> repeat_draw(const ResultReader& result, const StudyDraws& draws,
                               std::size_t number, int threads);

}  // namespace coopsim::cli
