// SPDX-License-Identifier: Apache-2.0
// coopsim export: a result as CSV tables that describe themselves, or as a workbook.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "analysis/export/data_package.hpp"
#include "analysis/export/result_book.hpp"
#include "cli/arguments.hpp"
#include "cli/exit_code.hpp"
#include "cli/export_choice.hpp"
#include "cli/export_text.hpp"
#include "cli/output_place.hpp"
#include "cli/result_place.hpp"
#include "cli/terminal.hpp"
#include "cli/text.hpp"
#include "output/target_folder.hpp"
#include "output/target_path.hpp"
#include "scenarios/text.hpp"

namespace coopsim::cli {
namespace {

using exporting::Written;
using Form = ExportArguments::Form;
using Json = nlohmann::ordered_json;

enum class Target { folder, table, workbook };

std::string ending_of(const std::string& place) {
  std::string ending = std::filesystem::path(place).extension().string();
  for (char& c : ending)
    if (c >= 'A' && c <= 'Z') c = char(c - 'A' + 'a');
  return ending;
}

// Endings of files of other kinds: whoever names one does not want a folder of that name. Others
// may be part of a folder's name, as in "kjc_2007.v2".
constexpr std::array<std::string_view, 32> foreign_endings = {
    ".xls",     ".xlsm", ".xlsb", ".xltx", ".xlt", ".ods",  ".fods", ".ots",
    ".numbers", ".gz",   ".bz2",  ".xz",   ".zst", ".zip",  ".7z",   ".tar",
    ".tgz",     ".tsv",  ".tab",  ".txt",  ".dat", ".json", ".h5",   ".hdf5",
    ".nc",      ".pdf",  ".html", ".docx", ".dta", ".sav",  ".rds",  ".parquet"};

void refuse_foreign_ending(const std::string& place) {
  const std::string ending = ending_of(place);
  if (std::ranges::find(foreign_endings, ending) == foreign_endings.end()) return;
  throw Failure(ExitCode::usage,
                fmt::format("-o {}: export writes no {} file; name a workbook that ends in .xlsx, "
                            "a table that ends in .csv, or a folder",
                            escaped(place, 300), ending));
}

Target target_of(const ExportArguments& arguments) {
  refuse_foreign_ending(arguments.output);
  const std::string ending = ending_of(arguments.output);
  const bool workbook =
      arguments.form == Form::by_name ? ending == ".xlsx" : arguments.form == Form::workbook;
  const char* const wanted = workbook ? ".xlsx" : nullptr;
  if (!arguments.output.empty() && (workbook ? ending != ".xlsx" : ending == ".xlsx"))
    throw Failure(ExitCode::usage,
                  fmt::format("-o {} with --format {}: {}", escaped(arguments.output, 300),
                              workbook ? "xlsx" : "csv",
                              wanted ? "the name of a workbook ends in .xlsx"
                                     : "that is the name of a workbook; name a folder or a .csv "
                                       "file"));
  if (workbook) return Target::workbook;
  return ending == ".csv" ? Target::table : Target::folder;
}

// Beside the result; of a sweep beside its folder's result.h5.
std::filesystem::path place_of(const ExportArguments& arguments, const std::filesystem::path& input,
                               Target target) {
  if (!arguments.output.empty()) return arguments.output;
  std::filesystem::path beside = input;
  if (target == Target::workbook) return beside.replace_extension(".xlsx");
  return beside.replace_filename(beside.stem().string() + "_csv");
}

std::string shown(const std::filesystem::path& path) { return escaped(path.string(), 300); }

std::string json_of(const std::filesystem::path& place, const std::vector<Written>& tables,
                    bool folder) {
  Json listed = Json::array();
  for (const Written& one : tables)
    listed.push_back({{"name", one.name},
                      {"file", folder ? (place / (one.name + ".csv")).string() : place.string()},
                      {"rows", one.rows},
                      {"bytes", one.bytes}});
  const Json document = {{"export", place.string()}, {"tables", listed}};
  return document.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

void tell(const ExportArguments& arguments, const std::filesystem::path& place,
          const std::vector<Written>& tables, bool folder, bool sweep) {
  if (arguments.json)
    print(json_of(place, tables, folder));
  else if (!arguments.quiet)
    print(export_text(place, tables, folder, sweep));
}

void export_folder(const ExportArguments& arguments, const std::filesystem::path& input,
                   const std::filesystem::path& place) {
  TargetFolder target(place, arguments.overwrite, exporting::not_a_package);
  const exporting::Source source(input);
  const exporting::Choice choice = choice_of(source, arguments);
  const auto wanted = wanted_tables(source, arguments, choice, false);
  target.create();
  const auto written = exporting::write_package(source, wanted, choice, target.temporary());
  target.publish();
  tell(arguments, target.folder(), written, true, source.is_sweep());
}

void export_table(const ExportArguments& arguments, const std::filesystem::path& input,
                  const std::filesystem::path& place) {
  refuse_unusable_output(place, arguments.overwrite, {input}, Content::table);
  const exporting::Source source(input);
  const exporting::Choice choice = choice_of(source, arguments);
  const auto wanted = wanted_tables(source, arguments, choice, true);
  TargetPath target(place, arguments.overwrite, {input}, Content::table);
  target.create();
  const Written written =
      exporting::write_table(source, wanted.front(), choice, target.temporary());
  target.publish();
  tell(arguments, place, {written}, false, source.is_sweep());
}

std::uint64_t size_of(const std::filesystem::path& file) {
  std::error_code error;
  return std::filesystem::file_size(file, error);
}

void export_book(const ExportArguments& arguments, const std::filesystem::path& input,
                 const std::filesystem::path& place) {
  refuse_csv_options(arguments);
  refuse_unusable_output(place, arguments.overwrite, {input}, Content::workbook);
  const exporting::Source source(input);
  if (source.is_sweep())
    throw Failure(ExitCode::bad_data,
                  fmt::format("{} is the result of a sweep, which no workbook holds; export it "
                              "with --format csv, or see coopsim report",
                              shown(input)));
  const auto metrics = metrics_of_book(source, arguments);
  TargetPath target(place, arguments.overwrite, {input}, Content::workbook);
  target.create();
  exporting::write_book(source, metrics, arguments.korean ? Language::korean : Language::english,
                        target.temporary());
  target.publish();
  if (arguments.json)
    print(json_of(place, {}, false));
  else if (!arguments.quiet)
    print(fmt::format("{} ({})\n", shown(place), readable_size(size_of(place))));
}

}  // namespace

ExitCode execute(const ExportArguments& arguments) {
  const Target target = target_of(arguments);
  const std::filesystem::path input = result_place(arguments.result);
  const std::filesystem::path place = place_of(arguments, input, target);
  if (target == Target::workbook)
    export_book(arguments, input, place);
  else if (target == Target::folder)
    export_folder(arguments, input, place);
  else
    export_table(arguments, input, place);
  return ExitCode::ok;
}

}  // namespace coopsim::cli
