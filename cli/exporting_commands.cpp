// SPDX-License-Identifier: Apache-2.0
// coopsim export with its options, descriptions and examples.
#include <fmt/core.h>

#include "cli/argument_checks.hpp"
#include "cli/command_line.hpp"
#include "cli/exit_code.hpp"

namespace coopsim::cli {

void CommandLine::declare_export() {
  CLI::App* const to = command(
      "export", "Write a result as CSV tables, or as a workbook for spreadsheets",
      "  coopsim export results/kjc_2007.h5 --format xlsx --lang ko\n"
      "  coopsim export results/kjc_2007.h5 -o tables             CSV and datapackage.json\n"
      "  coopsim export results/kjc_2007.h5 -o wide.csv --wide --years 2007-2016\n"
      "  coopsim export results/kjc_2007.h5 -o money --metric budget_spent --by account --labels\n"
      "  coopsim export results/advice_lhs -o points              of a sweep, point by point\n");
  to->add_option("RESULT", export_.result, "result file, or a sweep's folder")
      ->required()
      ->type_name("FILE");
  add_choice(
      to, "--format", {"csv", "xlsx"},
      [this](std::size_t which) {
        export_.form = which == 0 ? ExportArguments::Form::csv : ExportArguments::Form::workbook;
      },
      "CSV, or a workbook (by the ending of -o, else csv)");
  to->add_option_function<std::string>(
        "-o,--output",
        [this](const std::string& text) {
          if (text.empty()) throw Failure(ExitCode::usage, "-o is followed by an empty name");
          export_.output = text;
        },
        "folder, one .csv file, or .xlsx (beside the result)")
      ->type_name("PLACE");
  to->add_flag("--overwrite", export_.overwrite, "replace an earlier export");
  declare_export_choice(to);
  add_choice(
      to, "--lang", {"en", "ko"}, [this](std::size_t which) { export_.korean = which == 1; },
      "which sheets come first, or language of --labels (en)");
  add_common(to, export_);
}

void CommandLine::declare_export_choice(CLI::App* to) {
  const auto names = [to](const char* option, std::vector<std::string>& into, const char* what) {
    to->add_option(option, into, what)->type_name("NAME")->allow_extra_args(false);
  };
  names("--metric", export_.metrics, "only this response; may be repeated");
  names("--policy", export_.policies, "CSV: only this policy; may be repeated");
  to->add_option("--years", export_.years, "CSV: only these years, 2010 or 2007-2016")
      ->type_name("YEARS");
  names("--table", export_.tables, "CSV: only this table, yearly, total, ...; may be repeated");
  names("--by", export_.splits, "CSV: also split by account, sector, ...; may be repeated");
  to->add_flag("--wide", export_.wide, "CSV: one column a response instead of one row");
  to->add_flag("--labels", export_.labels,
               "CSV: names for people and units in columns of their own");
  to->add_flag("--bom", export_.byte_order_mark,
               "CSV: begin with a byte order mark, so that Excel reads Korean");
}

}  // namespace coopsim::cli
