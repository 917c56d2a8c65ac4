// SPDX-License-Identifier: Apache-2.0
#include "cli/export_text.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "analysis/export/data_package.hpp"
#include "cli/text.hpp"
#include "scenarios/text.hpp"

namespace coopsim::cli {
namespace {

using exporting::Written;

// Rows that a sheet of Excel has, the header's included.
constexpr std::uint64_t most_rows_of_a_sheet = 1'048'576;

std::string too_long(const std::vector<Written>& tables, bool sweep) {
  const auto large = std::ranges::find_if(
      tables, [](const Written& one) { return one.rows >= most_rows_of_a_sheet; });
  if (large == tables.end()) return "";
  return fmt::format(
      "{} has more rows than a spreadsheet shows ({}); for one, choose with --metric or --years, "
      "or take --wide{}\n",
      escaped(large->name), grouped(std::int64_t(most_rows_of_a_sheet)),
      sweep ? "" : ", or --format xlsx");
}

}  // namespace

std::string export_text(const std::filesystem::path& place, const std::vector<Written>& tables,
                        bool folder, bool sweep) {
  const std::string shown = escaped(place.string(), 300);
  std::string text;
  if (folder) text = shown + "\n";
  for (const Written& one : tables)
    text +=
        fmt::format("{:<40} {:>14}  {:>9}\n", folder ? "  " + escaped(one.name) + ".csv" : shown,
                    counted(std::int64_t(one.rows), "row"), readable_size(one.bytes));
  if (folder) text += fmt::format("  {}\n", exporting::package_file);
  return text + too_long(tables, sweep);
}

}  // namespace coopsim::cli
