// SPDX-License-Identifier: Apache-2.0
// Whether a study's design, factors, constraints and policies go together.
#pragma once
#include "scenarios/node.hpp"
#include "scenarios/problems.hpp"
#include "scenarios/sweep_study.hpp"

namespace coopsim {

// `known_kind`: the study's kind of design was read; else only what holds for any kind is checked.
void check_design(const Node& root, const SweepStudy& study, bool known_kind, Problems& problems);

}  // namespace coopsim
