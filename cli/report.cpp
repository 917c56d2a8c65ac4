// SPDX-License-Identifier: Apache-2.0
// coopsim report: the planner's report of one result, or of two side by side.
#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "analysis/report/data/page.hpp"
#include "analysis/report/data/report_data.hpp"
#include "cli/arguments.hpp"
#include "cli/chromium.hpp"
#include "cli/exit_code.hpp"
#include "cli/output_place.hpp"
#include "cli/report_page.hpp"
#include "cli/summary_table.hpp"
#include "cli/terminal.hpp"
#include "cli/text.hpp"
#include "output/target_path.hpp"
#include "scenarios/text.hpp"

namespace coopsim::cli {
namespace {

std::filesystem::path place_of(const ReportArguments& arguments) {
  if (!arguments.output.empty()) return arguments.output;
  return std::filesystem::path(arguments.results.front())
      .replace_extension(arguments.pdf ? ".pdf" : ".html");
}

std::uint64_t size_of(const std::filesystem::path& file) {
  std::error_code error;
  return std::filesystem::file_size(file, error);
}

std::string page_of(const ReportArguments& arguments) {
  std::vector<ResultReader> results;
  for (const std::string& file : arguments.results) results.emplace_back(file);
  const std::string json =
      report::page_data(results, arguments.korean ? Language::korean : Language::english);
  const std::string page = report::with_data(report_page(), json);
  if (page.empty()) throw Failure(ExitCode::our_bug, "the report's page has no place for its data");
  return page;
}

}  // namespace

ExitCode execute(const ReportArguments& arguments) {
  const std::filesystem::path file = place_of(arguments);
  const std::vector<std::filesystem::path> inputs(arguments.results.begin(),
                                                  arguments.results.end());
  const Content content = arguments.pdf ? Content::pdf : Content::page;
  refuse_unusable_output(file, arguments.overwrite, inputs, content);
  const std::string page = page_of(arguments);
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
