// SPDX-License-Identifier: Apache-2.0
// The axis `response` of groups whose variables hold all responses at once.
#pragma once
#include <vector>

#include "output/labelled_group.hpp"
#include "output/study_totals.hpp"

namespace coopsim {

void add_response_axis(LabelledGroup& group, const std::vector<StudyTotals::Response>& responses);

}  // namespace coopsim
