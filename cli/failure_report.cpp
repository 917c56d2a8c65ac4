// SPDX-License-Identifier: Apache-2.0
#include "cli/failure_report.hpp"

#include <fmt/core.h>

#include <nlohmann/json.hpp>

#include "cli/terminal.hpp"
#include "cli/version.hpp"
#include "output/result_error.hpp"
#include "scenarios/reader.hpp"

namespace coopsim::cli {
namespace {

// Nothing more can be done for a stdout that cannot be written: the code tells it.
void try_print(const std::string& text) {
  try {
    print(text);
  } catch (const Failure&) {
  }
}

ExitCode tell(ExitCode code, const std::string& message, bool json) {
  if (json) {
    const nlohmann::ordered_json document = {{"error", message},
                                             {"exit_code", static_cast<int>(code)}};
    try_print(document.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n");
  }
  complain(message.ends_with("\n") ? message : message + "\n");
  return code;
}

}  // namespace

ExitCode report(const Failure& failure, bool json) {
  return tell(failure.code, failure.what(), json);
}

ExitCode report(const ResultError& error, bool json) {
  return tell(static_cast<ExitCode>(error.exit_code()), error.what(), json);
}

ExitCode report(const ScenarioError& error, bool json) {
  if (json) try_print(error.json() + "\n");
  const std::string message = error.what();
  complain(message.ends_with("\n") ? message : message + "\n");
  return static_cast<ExitCode>(error.exit_code());
}

ExitCode report_our_bug(const std::string& what, bool json) {
  return tell(ExitCode::our_bug,
              fmt::format("This is a fault of coopsim, not yours: {}\n"
                          "Please report it with the command you gave, the scenario, and: {}",
                          what, version_text()),
              json);
}

}  // namespace coopsim::cli
