// SPDX-License-Identifier: Apache-2.0
// What the planner's report shows, as JSON: the contract is ../src/data.ts. Numbers are those of
// the result file or of its comparisons, to seven significant digits; nothing is computed for the
// report alone.
#pragma once
#include <filesystem>
#include <span>
#include <string>

#include "analysis/verdict.hpp"
#include "output/result_reader.hpp"

namespace coopsim::report {

// Raised with every change of the contract that an older page cannot read.
inline constexpr int contract = 1;

// Of one study, or of two that are set side by side; `language`: the one the page opens in. One
// line. Throws ResultError (bad_data) where a file lacks what every study has.
std::string page_data(std::span<const ResultReader> results, Language language);
// Of a sweep. Throws ResultError (bad_data) also where its design is not what its kind promises.
std::string sweep_page_data(const std::filesystem::path& file, Language language);

}  // namespace coopsim::report
