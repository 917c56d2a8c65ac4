// SPDX-License-Identifier: Apache-2.0
// The comparison's input from a result file, and its outcome as that file's group `comparison`.
#pragma once
#include "output/result_reader.hpp"
#include "output/study_totals.hpp"

namespace coopsim {

// Every whole response that the file has, in the order of the metrics. Throws ResultError
// (bad_data) where one does not have a value for every policy and replication.
StudyTotals study_totals(const ResultReader& result);

// Every response against the study's baseline (stress cases: see held_against), at 95 %; empty
// without a baseline.
ComparisonTable comparison_table(const StudyTotals& totals);

}  // namespace coopsim
