// SPDX-License-Identifier: Apache-2.0
// coopsim check: every problem of a scenario at once; nothing is run.
#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "cli/arguments.hpp"
#include "cli/exit_code.hpp"
#include "cli/scenario_input.hpp"
#include "cli/sweep_points.hpp"
#include "cli/terminal.hpp"
#include "cli/text.hpp"
#include "scenarios/text.hpp"

namespace coopsim::cli {
namespace {

// The same form as that of a scenario with problems.
std::string as_json(const CheckArguments& arguments, const ScenarioReading& reading) {
  nlohmann::ordered_json notes = nlohmann::json::array();
  for (const Problem& note : reading.notes)
    notes.push_back({{"file", note.where.file ? note.where.file->name : ""},
                     {"line", note.where.line},
                     {"column", note.where.column},
                     {"key", note.key},
                     {"what", note.what},
                     {"remedy", note.remedy}});
  const nlohmann::ordered_json document = {{"scenario", arguments.scenario.path},
                                           {"problems", nlohmann::json::array()},
                                           {"notes", notes}};
  return document.dump(2) + "\n";
}

std::string as_text(const CheckArguments& arguments, const ScenarioReading& reading) {
  const Scenario& scenario = reading.scenario;
  const RunParameters& run = scenario.parameters.run;
  std::string text =
      fmt::format("{} is sound: {}-{}, {}, {}, {}.\n", escaped(arguments.scenario.path, 300),
                  year_of(run.start), year_of(run.end - Duration(1)),
                  counted(scenario.parameters.firms.count, "firm"),
                  counted(std::int64_t(scenario.policies.size()), "policy", "policies"),
                  words_of(run.replications));
  if (!reading.notes.empty()) text += "Odd, but accepted:\n" + as_lines(reading.notes);
  return text;
}

// A study of a sweep, with its scenario and both ends of every factor.
ExitCode check_sweep(const CheckArguments& arguments) {
  const SweepStudy study = load_sweep(arguments.scenario.path);
  const SweepPoints points = points_of(study);
  if (arguments.json)
    print(nlohmann::ordered_json{{"study", arguments.scenario.path},
                                 {"problems", nlohmann::json::array()},
                                 {"design_points", points.ids.size()}}
              .dump(2) +
          "\n");
  else if (!arguments.quiet)
    print(fmt::format("{} is sound: {}, {}, {}, {}.\n", escaped(arguments.scenario.path, 300),
                      points.design, counted(std::int64_t(points.factors.size()), "factor"),
                      counted(std::int64_t(study.policies.size()), "policy", "policies"),
                      counted(study.replications, "replication")));
  return ExitCode::ok;
}

}  // namespace

ExitCode execute(const CheckArguments& arguments) {
  if (looks_like_sweep(arguments.scenario.path)) return check_sweep(arguments);
  const ScenarioReading reading = load_with_notes(arguments.scenario);
  if (arguments.json)
    print(as_json(arguments, reading));
  else if (!arguments.quiet)
    print(as_text(arguments, reading));
  return ExitCode::ok;
}

}  // namespace coopsim::cli
