// SPDX-License-Identifier: Apache-2.0
// coopsim plan: what would run, with estimates of time, memory and disk; runs nothing but a probe.
#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "cli/arguments.hpp"
#include "cli/execution_facts.hpp"
#include "cli/exit_code.hpp"
#include "cli/needs.hpp"
#include "cli/plan_sweep.hpp"
#include "cli/scenario_input.hpp"
#include "cli/terminal.hpp"
#include "cli/text.hpp"
#include "output/format.hpp"
#include "scenarios/text.hpp"
#include "scenarios/value_writer.hpp"

namespace coopsim::cli {
namespace {

struct Plan {
  const Scenario& scenario;
  Selection selection;
  int threads;
  Needs needs;
  std::optional<Probe> probe;
  std::vector<std::string> objections;

  bool has_rule() const { return selection.at_most > selection.replications; }
  std::int64_t worlds(int replications) const {
    return std::int64_t(selection.policies.size() + 2) * replications;
  }
  // Replications of all draws together, after those of the study.
  std::int64_t drawn() const {
    const RunParameters& run = scenario.parameters.run;
    return std::int64_t(run.draws) * run.draw_replications;
  }
  // What the probe found, up to the most that a rule allows.
  double most(double of_the_fewest) const {
    return of_the_fewest * double(selection.at_most + drawn()) /
           double(selection.replications + drawn());
  }
};

std::vector<std::string> names_of(const Plan& plan) {
  std::vector<std::string> names;
  for (const int number : plan.selection.policies) {
    const Policy& policy = plan.scenario.policies[std::size_t(number)];
    names.push_back(policy.name + (policy.baseline ? " (baseline)" : ""));
  }
  return names;
}

std::string as_json(const Plan& plan) {
  nlohmann::ordered_json document = {{"policies", names_of(plan)},
                                     {"replications", plan.selection.replications},
                                     {"worlds", plan.worlds(plan.selection.replications)},
                                     {"firms", plan.scenario.parameters.firms.count},
                                     {"threads", plan.threads},
                                     {"memory_bytes", plan.needs.memory},
                                     {"disk_bytes", plan.needs.disk},
                                     {"too_large", plan.objections}};
  if (plan.has_rule()) {
    document["replications_at_most"] = plan.selection.at_most;
    document["worlds_at_most"] = plan.worlds(plan.selection.at_most);
    if (plan.probe) document["seconds_at_most"] = plan.most(plan.probe->seconds);
  }
  if (plan.drawn() > 0) document["draw_worlds"] = plan.worlds(int(plan.drawn()));
  const RecordNeeds& records = plan.needs.records;
  if (records.event_worlds > 0) document["event_rows"] = records.events();
  if (records.panel_worlds > 0) document["panel_rows"] = records.rows();
  if (plan.probe) {
    document["seconds"] = plan.probe->seconds;
    document["events"] = plan.probe->events;
    document["probe_failure"] = plan.probe->failure;
  }
  return document.dump(2) + "\n";
}

std::string line(std::string_view label, const std::string& text) {
  return wrapped(text, text_columns(), padded_right(label, 11));
}

std::string threads_of(const Plan& plan) { return counted(plan.threads, "thread"); }

std::string what_runs(const Plan& plan) {
  const RunParameters& run = plan.scenario.parameters.run;
  std::string text = escaped(plan.scenario.title.en, 200) + "\n";
  text += line("years", fmt::format("{}-{}; one past for all policies until {}", year_of(run.start),
                                    year_of(run.end - Duration(1)), toml_text(run.policies_start)));
  text += line("firms", grouped(plan.scenario.parameters.firms.count));
  text += line("policies", fmt::format("{}", fmt::join(names_of(plan), ", ")));
  std::string worlds = grouped(plan.worlds(plan.selection.replications));
  if (plan.has_rule()) worlds += " to " + grouped(plan.worlds(plan.selection.at_most));
  if (plan.has_rule()) text += line("runs", words_of(run.replications));
  const std::string count =
      plan.has_rule() ? "replications" : counted(plan.selection.replications, "replication");
  text += line("worlds", fmt::format("{} = {} x ({} + NONE and STOP)", worlds, count,
                                     counted(std::int64_t(plan.selection.policies.size()), "policy",
                                             "policies")));
  if (plan.drawn() > 0)
    text += line("draws", fmt::format("{} of the uncertain parameters, {} each: {} more",
                                      counted(run.draws, "draw"),
                                      counted(run.draw_replications, "replication"),
                                      counted(plan.worlds(int(plan.drawn())), "world")));
  return text;
}

// Of the event table or the panel, which are in the disk too.
std::string rows_of(std::uint64_t rows, std::uint64_t bytes_a_row, std::uint64_t worlds) {
  return fmt::format("about {} rows of {}, {}", grouped(std::int64_t(rows)),
                     counted(std::int64_t(worlds), "world"), readable_size(rows * bytes_a_row));
}

std::string time_of(const Plan& plan) {
  std::string text = "about " + readable_duration(plan.probe->seconds);
  if (plan.has_rule()) text += " to " + readable_duration(plan.most(plan.probe->seconds));
  return fmt::format("{} with {}, for {} events{}", text, threads_of(plan),
                     grouped(std::int64_t(plan.probe->events)), plan.has_rule() ? " or more" : "");
}

std::string what_it_takes(const Plan& plan) {
  std::string text;
  if (plan.probe) text += line("time", time_of(plan));
  text += line("memory",
               fmt::format("about {} with {}", readable_size(plan.needs.memory), threads_of(plan)));
  text += line("disk", "about " + readable_size(plan.needs.disk));
  const RecordNeeds& records = plan.needs.records;
  if (records.event_worlds > 0)
    text += line("events", rows_of(records.events(), bytes_an_event, records.event_worlds));
  if (records.panel_worlds > 0)
    text += line("panel", rows_of(records.rows(), bytes_a_firm_year, records.panel_worlds));
  if (plan.probe && !plan.probe->failure.empty())
    text += line("PROBLEM", "a world failed in the probe: " + plan.probe->failure);
  for (const std::string& objection : plan.objections)
    text += line("TOO LARGE", objection + "; coopsim run refuses that without --yes-i-know");
  return text;
}

std::string run_command(const PlanArguments& arguments) {
  std::string command = "coopsim run " + shell_word(arguments.scenario.path);
  for (const std::string& setting : arguments.scenario.overrides)
    command += " --set " + shell_word(setting);
  for (const std::string& policy : arguments.policies) command += " --policy " + shell_word(policy);
  if (arguments.threads > 0) command += fmt::format(" -j {}", arguments.threads);
  return command;
}

}  // namespace

ExitCode execute(const PlanArguments& arguments) {
  if (looks_like_sweep(arguments.scenario.path)) return plan_sweep(arguments);
  if (arguments.nodes > 0 || arguments.cores > 0)
    throw Failure(ExitCode::usage,
                  "--nodes and --cores are for studies: a scenario runs on one machine");
  const Scenario scenario = load_scenario(arguments.scenario);
  Plan plan{scenario,
            select_policies(scenario, arguments.policies),
            arguments.threads > 0 ? arguments.threads : machine_cores(),
            {},
            {},
            {}};
  plan.needs = needs_of(scenario, plan.selection, plan.threads);
  plan.objections = objections(plan.needs, ".");
  if (arguments.probe) plan.probe = probe(scenario, plan.selection, plan.threads);
  if (arguments.json)
    print(as_json(plan));
  else if (!arguments.quiet)
    print(what_runs(plan) + what_it_takes(plan) + "\nNext: " + run_command(arguments) + "\n");
  const bool good = plan.objections.empty() && (!plan.probe || plan.probe->failure.empty());
  return good ? ExitCode::ok : ExitCode::check_failed;
}

}  // namespace coopsim::cli
