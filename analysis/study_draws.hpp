// SPDX-License-Identifier: Apache-2.0
// Draws of a study's unknowns from its result file.
#pragma once
#include <optional>

#include "output/result_reader.hpp"
#include "output/study_draws.hpp"

namespace coopsim {

// Of group `assumptions`; nothing where the file has none. Throws ResultError (bad_data) where its
// parts do not belong together.
std::optional<StudyDraws> study_draws(const ResultReader& result);

}  // namespace coopsim
