// SPDX-License-Identifier: Apache-2.0
// What coopsim export says of the tables that it wrote.
#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "analysis/export/column.hpp"

namespace coopsim::cli {

// A line for each table, and a last one where a table is longer than a spreadsheet shows, with what
// to do: of a run a workbook is among that, of a sweep there is none. `folder`: whether `place` is
// one, with a description beside the tables.
std::string export_text(const std::filesystem::path& place,
                        const std::vector<exporting::Written>& tables, bool folder, bool sweep);

}  // namespace coopsim::cli
