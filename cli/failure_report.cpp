// SPDX-License-Identifier: Apache-2.0
#include "cli/failure_report.hpp"

#include <nlohmann/json.hpp>

#include "cli/terminal.hpp"
#include "scenarios/problems.hpp"

namespace coopsim::cli {

ExitCode report(const Failure& failure, bool json) {
  if (json)
    print(nlohmann::json{{"error", failure.what()}, {"exit_code", int(failure.code)}}.dump(2) +
          "\n");
  else
    complain("coopsim: " + std::string(failure.what()) + "\n");
  return failure.code;
}

ExitCode report(const ScenarioError& error, bool json) {
  if (json)
    print(error.json() + "\n");
  else
    complain(std::string(error.what()) + "\n");
  return static_cast<ExitCode>(error.exit_code());
}

ExitCode report_our_bug(const std::string& what, bool json) {
  return report(Failure(ExitCode::our_bug, "this is a fault of the program, not yours: " + what),
                json);
}

}  // namespace coopsim::cli
