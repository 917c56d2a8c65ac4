// SPDX-License-Identifier: Apache-2.0
// coopsim summary, and the texts that need no work.
#include "cli/arguments.hpp"
#include "cli/exit_code.hpp"
#include "cli/summary_table.hpp"
#include "cli/terminal.hpp"

namespace coopsim::cli {

ExitCode execute(const SummaryArguments& arguments) {
  const ResultReader result(arguments.result);
  const ResultSummary summary = summarise(result);
  complain(failures_text(summary, {"SCENARIO", {}}));
  if (arguments.json)
    print(summary_json(result, summary));
  else if (!arguments.quiet)
    print(summary_text(result, summary, text_columns()));
  return summary.complete() ? ExitCode::ok : ExitCode::check_failed;
}

ExitCode execute(const TextArguments& arguments) {
  print(arguments.text);
  return ExitCode::ok;
}

}  // namespace coopsim::cli
