// SPDX-License-Identifier: Apache-2.0
#include "cli/draw_runs.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "cli/exit_code.hpp"
#include "cli/progress.hpp"
#include "cli/text.hpp"
#include "output/period_total.hpp"
#include "scenarios/text.hpp"
#include "scenarios/value_writer.hpp"
#include "sim/experiment.hpp"

namespace coopsim::cli {
namespace {

bool sets(std::string_view setting, std::string_view path) {
  setting.remove_prefix(std::min(setting.find_first_not_of(' '), setting.size()));
  return setting.substr(0, setting.find_first_of(" =")) == path;
}

// As a user would give one draw on the command line; one that has a value has no law any more.
ScenarioChoice choice_of_draw(const ScenarioChoice& study, const std::vector<Unknown>& unknowns,
                              std::uint64_t seed, std::uint32_t number) {
  ScenarioChoice choice = study;
  std::erase_if(choice.overrides, [&](const std::string& setting) {
    return sets(setting, "run.draws") || std::ranges::any_of(unknowns, [&](const Unknown& one) {
             return sets(setting, one.path);
           });
  });
  choice.overrides.push_back("run.draws=0");
  for (std::string& setting : settings_of_draw(unknowns, seed, number))
    choice.overrides.push_back(std::move(setting));
  return choice;
}

class Collector {
 public:
  explicit Collector(const DrawJob& job) : job_(job), layout_(layout_of(job.study)) {
    const RunParameters& run = job.study.parameters.run;
    StudyDraws& draws = runs_.draws;
    draws.draws = std::size_t(run.draws);
    draws.replications = std::size_t(run.draw_replications);
    for (std::size_t i = 0; i < job.selection.policies.size(); ++i) {
      const Policy& policy = job.study.policies[std::size_t(job.selection.policies[i])];
      draws.policies.push_back({policy.name, policy.stress});
      if (policy.baseline) draws.baseline = i;
    }
    describe_unknowns();
    describe_responses();
  }

  // Every world of draw `number`, in order.
  void run(std::size_t number, Progress& progress) {
    ExperimentOptions options;
    options.threads = job_.threads;
    options.replications = int(runs_.draws.replications);
    options.policies = job_.selection.policies;
    options.stop_requested = [this] { return job_.signals.requested(); };
    options.progress = [&](const Outcome& outcome) { progress.add(outcome); };
    std::vector<Fingerprint::Value> worlds;
    const auto report =
        run_experiment(job_.scenarios[number], options, [&](const Outcome& outcome) {
          worlds.push_back(outcome.fingerprint);
          if (!outcome.error.empty()) note_failure(number, outcome);
          if (outcome.world == Outcome::World::policy) take(number, outcome);
        });
    if (report.stopped)
      throw Failure(ExitCode::stopped,
                    fmt::format("stopped in draw {} of {}; nothing was written. To start again: {}",
                                grouped(std::int64_t(number) + 1),
                                grouped(std::int64_t(runs_.draws.draws)), job_.arguments.as_typed));
    runs_.draws.fingerprints.push_back(combine(worlds).hex());
  }

  DrawRuns result() { return std::move(runs_); }

 private:
  void describe_unknowns() {
    const auto seed = std::uint64_t(job_.study.parameters.run.seed);
    for (const Unknown& one : job_.unknowns)
      runs_.draws.unknowns.push_back({one.path, std::string(one.group()), one.unit,
                                      std::string(one.label.en), std::string(one.label.ko),
                                      toml_text(one.law), one.usual,
                                      std::string(name_of(one.grade))});
    for (std::size_t d = 0; d < runs_.draws.draws; ++d)
      for (const Unknown& one : job_.unknowns)
        runs_.draws.values.push_back(drawn(one, seed, std::uint32_t(d)));
  }

  // The whole responses, as the study's totals have them.
  void describe_responses() {
    StudyDraws& draws = runs_.draws;
    const std::size_t cells = draws.draws * draws.policies.size() * draws.replications;
    draws.responses = whole_responses(layout_);
    for (StudyTotals::Response& response : draws.responses) {
      response.values.assign(cells, missing);
      metrics_.push_back(&*std::ranges::find(metrics(), response.id, &Metric::id));
    }
  }

  void take(std::size_t number, const Outcome& outcome) {
    StudyDraws& draws = runs_.draws;
    const auto& policies = job_.selection.policies;
    const auto policy = std::size_t(std::ranges::find(policies, outcome.policy) - policies.begin());
    const std::size_t at =
        (number * policies.size() + policy) * draws.replications + std::size_t(outcome.replication);
    for (std::size_t m = 0; m < metrics_.size(); ++m)
      draws.responses[m].values[at] =
          period_value(outcome, *metrics_[m], layout_, job_.study.parameters.run);
  }

  void note_failure(std::size_t number, const Outcome& outcome) {
    const Scenario& study = job_.study;
    const auto choice =
        choice_of_draw(job_.arguments.scenario, job_.unknowns,
                       std::uint64_t(study.parameters.run.seed), std::uint32_t(number));
    const std::string world = world_name(outcome, study);
    runs_.failures.push_back(fmt::format(
        "failed: draw {}, {}:{}: {}\n  repeat it alone: {}\n", number, world, outcome.replication,
        escaped(outcome.error, 500), repeat_command(choice, world, outcome.replication)));
  }

  static constexpr double missing = std::numeric_limits<double>::quiet_NaN();
  const DrawJob& job_;
  const ResponseLayout layout_;
  std::vector<const Metric*> metrics_;
  DrawRuns runs_;
};

Workload workload_of(const DrawJob& job) {
  const RunParameters& run = job.study.parameters.run;
  return {.head = fmt::format("{} of {}, {} each", counted(run.draws, "draw"),
                              counted(std::int64_t(job.unknowns.size()), "uncertain parameter"),
                              counted(run.draw_replications, "replication")),
          .history = "",
          .policies = "draws",
          .replications = run.draws * run.draw_replications,
          .policy_count = int(job.selection.policies.size()),
          .threads = job.threads};
}

Scenario drawn_scenario(const ScenarioChoice& choice, int number) {
  try {
    return load_scenario(choice);
  } catch (const ScenarioError& error) {
    throw Failure(ExitCode::bad_data,
                  fmt::format("draw {} of the unknowns is no sound scenario, so what they could be "
                              "must be narrower: {}",
                              number, error.what()));
  }
}

}  // namespace

std::vector<Scenario> drawn_scenarios(const ScenarioChoice& choice,
                                      const std::vector<Unknown>& unknowns,
                                      const RunParameters& run) {
  std::vector<Scenario> scenarios;
  for (int number = 0; number < run.draws; ++number)
    scenarios.push_back(drawn_scenario(
        choice_of_draw(choice, unknowns, std::uint64_t(run.seed), std::uint32_t(number)), number));
  return scenarios;
}

DrawRuns run_draws(const DrawJob& job) {
  Collector collector(job);
  Progress progress(job.arguments.quiet ? ProgressForm::none : job.arguments.progress,
                    workload_of(job), [&] { return job.signals.requested(); });
  for (std::size_t number = 0; number < job.scenarios.size(); ++number)
    collector.run(number, progress);
  return collector.result();
}

std::string failures_in_draws_text(const std::vector<std::string>& failures) {
  constexpr std::size_t most_told = 5;
  std::string text;
  for (std::size_t i = 0; i < std::min(most_told, failures.size()); ++i) text += failures[i];
  if (failures.size() > most_told)
    text += fmt::format("and {} more failed worlds in draws\n", failures.size() - most_told);
  return text;
}

}  // namespace coopsim::cli
