// SPDX-License-Identifier: Apache-2.0
// coopsim report: the planner's report of one result, or of two side by side; or that of a sweep.
#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "analysis/report/data/page.hpp"
#include "analysis/report/data/report_data.hpp"
#include "cli/arguments.hpp"
#include "cli/chromium.hpp"
#include "cli/exit_code.hpp"
#include "cli/output_place.hpp"
#include "cli/report_page.hpp"
#include "cli/result_place.hpp"
#include "cli/summary_table.hpp"
#include "cli/terminal.hpp"
#include "cli/text.hpp"
#include "output/target_path.hpp"
#include "scenarios/text.hpp"

namespace coopsim::cli {
namespace {

using Files = std::vector<std::filesystem::path>;

std::filesystem::path place_of(const ReportArguments& arguments, const Files& inputs) {
  if (!arguments.output.empty()) return arguments.output;
  std::filesystem::path beside = inputs.front();
  return beside.replace_extension(arguments.pdf ? ".pdf" : ".html");
}

std::uint64_t size_of(const std::filesystem::path& file) {
  std::error_code error;
  return std::filesystem::file_size(file, error);
}

// Whether the report is that of a sweep, which stands alone. Throws a Failure where it is beside
// another result, ResultError where a file is no result.
bool is_of_sweep(const Files& inputs) {
  const auto sweep = std::ranges::find_if(inputs, ResultReader::is_sweep);
  if (sweep == inputs.end()) return false;
  if (inputs.size() == 1) return true;
  const auto& other = sweep == inputs.begin() ? inputs.back() : inputs.front();
  throw Failure(ExitCode::bad_data,
                fmt::format("{} is the result of a sweep and cannot stand beside {}. coopsim "
                            "report takes one sweep alone, or one or two results of runs",
                            escaped(sweep->string(), 300), escaped(other.string(), 300)));
}

std::string data_of(const Files& inputs, Language language) {
  if (is_of_sweep(inputs)) return report::sweep_page_data(inputs.front(), language);
  const std::vector<ResultReader> results(inputs.begin(), inputs.end());
  return report::page_data(results, language);
}

std::string page_of(const Files& inputs, Language language) {
  const std::string page = report::with_data(report_page(), data_of(inputs, language));
  if (page.empty()) throw Failure(ExitCode::our_bug, "the report's page has no place for its data");
  return page;
}

}  // namespace

ExitCode execute(const ReportArguments& arguments) {
  Files inputs;
  for (const std::string& result : arguments.results) inputs.push_back(result_place(result));
  const std::filesystem::path file = place_of(arguments, inputs);
  const Content content = arguments.pdf ? Content::pdf : Content::page;
  refuse_unusable_output(file, arguments.overwrite, inputs, content);
  const std::string page = page_of(inputs, arguments.korean ? Language::korean : Language::english);
  TargetPath target(file, arguments.overwrite, inputs, content);
  target.create();
  if (arguments.pdf)
    print_to_pdf(page, target.temporary());
  else
    write_page(target.temporary(), page);
  target.publish();
  if (arguments.json)
    print(nlohmann::json{{"report", file.string()}, {"bytes", size_of(file)}}.dump() + "\n");
  else if (!arguments.quiet)
    print(fmt::format("{} ({})\n", escaped(file.string(), 300), readable_size(size_of(file))));
  return ExitCode::ok;
}

}  // namespace coopsim::cli
