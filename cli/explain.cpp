// SPDX-License-Identifier: Apache-2.0
// coopsim explain: why two policies of a result differ in one replication. Both are simulated again
// from the file alone, and are believed only if they have the fingerprints that it holds.
#include <fmt/format.h>

#include <algorithm>

#include "cli/arguments.hpp"
#include "cli/exit_code.hpp"
#include "cli/explanation_report.hpp"
#include "cli/repeatable.hpp"
#include "cli/scenario_input.hpp"
#include "cli/terminal.hpp"
#include "cli/text.hpp"
#include "output/result_check.hpp"
#include "output/result_reader.hpp"
#include "scenarios/text.hpp"

namespace coopsim::cli {
namespace {

std::string shown(const ResultReader& result) { return escaped(result.file().string(), 300); }

// Policies of the file, then its reference worlds.
std::vector<std::string> names_in(const ResultFacts& facts) {
  std::vector<std::string> names;
  for (const ResultPolicy& policy : facts.policies) names.push_back(policy.name);
  if (facts.reference_worlds)
    names.insert(names.end(), reference_worlds.begin(), reference_worlds.end());
  return names;
}

ExplanationReport::World world_of(const ResultReader& result, const Scenario& scenario,
                                  const std::string& name) {
  const auto names = names_in(result.facts());
  if (std::ranges::find(names, name) == names.end())
    throw Failure(ExitCode::usage,
                  fmt::format("{}: no such policy in {}{} It has: {}", escaped(name), shown(result),
                              did_you_mean(name, names),
                              escaped(fmt::format("{}", fmt::join(names, ", ")), 1000)));
  if (name == reference_worlds[0])
    return {{Outcome::World::none, -1}, name, "never a programme", "사업이 없는 경우"};
  if (name == reference_worlds[1])
    return {{Outcome::World::stop, -1}, name, "stopped", "사업 중단"};
  const Policy& policy = scenario.policies[std::size_t(policy_number(scenario, name))];
  return {{Outcome::World::policy, policy_number(scenario, name)},
          name,
          policy.label_en,
          policy.label_ko};
}

int replication_of(const ResultReader& result, const std::optional<int>& asked) {
  const int first = result.facts().first_replication;
  const int last = first + result.facts().replications - 1;
  if (!asked) return first;
  if (*asked >= first && *asked <= last) return *asked;
  const std::string has = first == last ? fmt::format("only replication {}", first)
                                        : fmt::format("replications {} to {}", first, last);
  throw Failure(ExitCode::usage,
                fmt::format("--replication {}: {} has {}", *asked, shown(result), has));
}

Fingerprint::Value stored(const ResultReader& result, const ExplanationReport::World& world,
                          int replication) {
  const auto place = std::size_t(replication - result.facts().first_replication);
  if (world.side.world == Outcome::World::none) return result.world_fingerprint(0, place);
  if (world.side.world == Outcome::World::stop) return result.world_fingerprint(1, place);
  return result.fingerprint(result.policy(world.name).value(), place);
}

// A world that failed has the fingerprint of nothing.
void refuse_failed_world(const ResultReader& result, const ExplanationReport::World& world,
                         int replication) {
  if (stored(result, world, replication) != Fingerprint::Value{}) return;
  throw Failure(ExitCode::check_failed,
                fmt::format("{}:{} failed in {}: there is nothing to explain; take another "
                            "--replication",
                            world.name, replication, shown(result)));
}

void insist_on_fingerprint(const ResultReader& result, const ExplanationReport::World& world,
                           int replication, const Fingerprint::Value& found) {
  const Fingerprint::Value held = stored(result, world, replication);
  if (held == found) return;
  throw Failure(
      ExitCode::check_failed,
      fmt::format("{}:{} run again has fingerprint {}, but {} holds {}: it was written by another "
                  "build of this engine, or was changed; see coopsim verify {}",
                  world.name, replication, found.hex(), shown(result), held.hex(),
                  shell_word(result.file().string())));
}

// What both rest on may fail, and so may they.
Explanation explained(const Scenario& scenario, const ExplanationReport& report, int told) {
  constexpr std::size_t listed = 5;
  try {
    const SideBySide worlds(scenario, report.replication, report.a.side, report.b.side);
    return explain(worlds, {listed, std::size_t(told)});
  } catch (const EventFault& fault) {
    throw Failure(ExitCode::check_failed, fmt::format("replication {} failed when run again: {}",
                                                      report.replication, fault.what()));
  }
}

}  // namespace

ExitCode execute(const ExplainArguments& arguments) {
  if (arguments.a == arguments.b)
    throw Failure(ExitCode::usage, fmt::format("{} does not differ from itself; name two policies",
                                               escaped(arguments.a)));
  read_in_isolation(arguments.result);
  const ResultReader result(arguments.result);
  refuse_other_engine(arguments.result, result.facts());
  const Scenario scenario = load_scenario_text(result.facts().scenario, arguments.result);
  ExplanationReport report;
  report.a = world_of(result, scenario, arguments.a);
  report.b = world_of(result, scenario, arguments.b);
  report.replication = replication_of(result, arguments.replication);
  refuse_failed_world(result, report.a, report.replication);
  refuse_failed_world(result, report.b, report.replication);
  report.levers = lever_differences(scenario, report.a.side, report.b.side);
  report.found = explained(scenario, report, arguments.firms);
  insist_on_fingerprint(result, report.a, report.replication, report.found.fingerprint_a);
  insist_on_fingerprint(result, report.b, report.replication, report.found.fingerprint_b);
  if (arguments.json)
    print(explanation_json(result, report));
  else if (!arguments.quiet)
    print(explanation_text(result, report, text_columns()));
  return ExitCode::ok;
}

}  // namespace coopsim::cli
