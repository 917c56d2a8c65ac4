// SPDX-License-Identifier: Apache-2.0
// coopsim check: every problem of a scenario at once; nothing is run.
#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "cli/arguments.hpp"
#include "cli/exit_code.hpp"
#include "cli/scenario_input.hpp"
#include "cli/terminal.hpp"
#include "cli/text.hpp"

namespace coopsim::cli {

ExitCode execute(const CheckArguments& arguments) {
  const Scenario scenario = load_scenario(arguments.scenario);
  if (arguments.json)
    print(
        nlohmann::json{{"scenario", arguments.scenario.path}, {"problems", nlohmann::json::array()}}
            .dump(2) +
        "\n");
  else if (!arguments.quiet)
    print(fmt::format("{} is sound: {} policies, {} firms, {} replications.\n",
                      printable(arguments.scenario.path), scenario.policies.size(),
                      grouped(scenario.parameters.firms.count),
                      scenario.parameters.run.replications));
  return ExitCode::ok;
}

}  // namespace coopsim::cli
