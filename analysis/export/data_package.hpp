// SPDX-License-Identifier: Apache-2.0
// A folder of CSV tables that describes itself: Frictionless' tabular data package.
#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "analysis/export/choice.hpp"
#include "analysis/export/column.hpp"
#include "analysis/export/source.hpp"

namespace coopsim::exporting {

inline constexpr std::string_view package_file = "datapackage.json";

// A table is one of responses, split by an axis or not, or `comparison`.
struct Wanted {
  std::string table, split;
};

// Names of the tables that may be asked for and that the file has.
std::vector<std::string> tables_offered(const Source& source);
std::vector<std::string> usual_tables(const Source& source);
// Rows of it as far as it was chosen; 0 where there is nothing to write.
std::size_t rows_of(const Source& source, const Wanted& wanted, const Choice& choice);

// The table alone, into `file`. REQUIRES: it has rows.
Written write_table(const Source& source, const Wanted& wanted, const Choice& choice,
                    const std::filesystem::path& file);
// The tables, those that explain their codes, and datapackage.json, into an empty `folder`.
// REQUIRES: every table has rows.
std::vector<Written> write_package(const Source& source, const std::vector<Wanted>& wanted,
                                   const Choice& choice, const std::filesystem::path& folder);

// Why a folder is not a package that coopsim wrote, and nothing besides; empty: it is one.
std::string not_a_package(const std::filesystem::path& folder);

}  // namespace coopsim::exporting
