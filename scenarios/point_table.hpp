// SPDX-License-Identifier: Apache-2.0
// A table of design points as CSV: the first row names paths, each further row is a point.
#pragma once
#include <memory>
#include <string_view>
#include <vector>

#include "scenarios/encoding.hpp"
#include "scenarios/reader.hpp"
#include "scenarios/sweep_factor.hpp"

namespace coopsim {

inline constexpr TextKind point_table_text = {
    48'000'000, 1'000'001, "a table of points is CSV text in UTF-8", "take fewer points",
    "save the file as UTF-8 (in a spreadsheet: CSV UTF-8)"};

struct PointTable {
  std::vector<SweepFactor> factors;  // columns; `values` are the different ones, as they come
  std::vector<int> levels;           // row by row: each cell's place among its column's values
};

// All that is wrong with it is a problem, of `file`; then the table is of no use.
PointTable read_point_table(std::string_view text, const std::shared_ptr<const SourceFile>& file,
                            const ScenarioReading& base, Problems& problems);

}  // namespace coopsim
