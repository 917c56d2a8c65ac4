// SPDX-License-Identifier: Apache-2.0
// Groups `total` and `summary`, computed from `yearly` when all replications are in. Closes the
// variables of `yearly`.
#pragma once
#include "output/format.hpp"
#include "output/response_writer.hpp"
#include "output/study_totals.hpp"

namespace coopsim {

// Returns the totals of the whole responses.
std::vector<StudyTotals::Response> write_totals_and_summary(
    hid_t file, const Scenario& scenario, const StudyShape& shape, const ResponseLayout& layout,
    ResponseWriter& yearly, const Summarise& summarise, bool compress, FileIndex& index);

}  // namespace coopsim
