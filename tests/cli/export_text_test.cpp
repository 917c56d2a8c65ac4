// SPDX-License-Identifier: Apache-2.0
// What coopsim export says of tables: a workbook is advised only where there can be one.
#include "cli/export_text.hpp"

#include <catch2/catch.hpp>

using coopsim::cli::export_text;
using coopsim::exporting::Written;

namespace {

std::vector<Written> table_of(std::uint64_t rows) {
  Written one;
  one.name = "yearly";
  one.rows = rows;
  one.bytes = 2'000'000;
  return {one};
}

bool says(const std::string& text, const char* words) {
  return text.find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("a table longer than a sheet is told, with a workbook as a way out of a run only") {
  const std::string run = export_text("t", table_of(1'048'576), true, false);
  CHECK(says(run, "yearly has more rows than a spreadsheet shows (1,048,576)"));
  CHECK(says(run, "--format xlsx"));
  const std::string sweep = export_text("t", table_of(1'048'576), true, true);
  CHECK(says(sweep, "yearly has more rows than a spreadsheet shows (1,048,576)"));
  CHECK(says(sweep, "--wide"));
  CHECK_FALSE(says(sweep, "xlsx"));
}

TEST_CASE("a table that fits has no hint") {
  for (const bool sweep : {false, true})
    CHECK_FALSE(says(export_text("t", table_of(1'048'575), true, sweep), "spreadsheet"));
}

TEST_CASE("a folder's tables stand beneath it with the description, one table by its own name") {
  const std::string folder = export_text("t", table_of(12), true, false);
  CHECK(folder.starts_with("t\n  yearly.csv"));
  CHECK(says(folder, "12 rows"));
  CHECK(folder.ends_with("  datapackage.json\n"));
  CHECK(export_text("one.csv", table_of(12), false, false).starts_with("one.csv "));
}
