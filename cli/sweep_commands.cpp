// SPDX-License-Identifier: Apache-2.0
// The commands of sweeps, with their options, descriptions and examples.
#include <fmt/core.h>

#include "cli/argument_checks.hpp"
#include "cli/command_line.hpp"
#include "cli/exit_code.hpp"

namespace coopsim::cli {

void CommandLine::add_sweep_work(CLI::App* to, SweepWork& work) {
  add_threads(to, work.threads);
  add_choice(
      to, "--on-error", {"continue", "stop"},
      [&work](std::size_t which) { work.stop_on_error = which == 1; },
      "when a world fails (continue: it is recorded)");
  add_progress(to);
  add_common(to, work);
}

void CommandLine::declare_sweep() {
  CLI::App* const sweep = command(
      "sweep", "Simulate a study at many points of its factors' space",
      "  coopsim sweep studies/advice_lhs.toml -o results/advice_lhs\n"
      "  coopsim sweep results/advice_lhs --only 12:dankai:4      one world alone, no file\n"
      "  coopsim sweep studies/advice_lhs.toml --shard 2/8         a part, beside others\n"
      "  mpirun -n 4 coopsim sweep studies/advice_lhs.toml --mpi\n"
      "A sweep that was stopped or killed is gone on with by the same command, or coopsim resume.\n"
      "Exit code 1: worlds have failed; 75: stopped, nothing is lost.\n");
  sweep
      ->add_option("STUDY", sweep_.study,
                   "study file (TOML), or the folder of a sweep that is there")
      ->required()
      ->type_name("FILE");
  sweep->add_option("-o,--output", sweep_.folder, "the sweep's folder (results/STUDY)")
      ->type_name("DIR");
  sweep
      ->add_option_function<std::string>(
          "--only",
          [this](const std::string& text) {
            const std::size_t colon = text.find(':');
            const OnlyWorld world =
                checked_world(colon == text.npos ? text : text.substr(colon + 1));
            const auto point =
                checked_number("--only", text.substr(0, colon), 0, most_replications);
            sweep_.only = {std::size_t(point), world.policy, world.replication};
          },
          "one world: its design point, policy and replication")
      ->type_name("POINT:POLICY:R");
  add_part(sweep, sweep_.part);
  sweep->add_flag("--mpi", sweep_.ranks, "as one of the ranks that mpirun or srun started");
  add_scratch(sweep, sweep_.scratch);
  add_sweep_work(sweep, sweep_);
}

void CommandLine::declare_resume() {
  CLI::App* const resume = command("resume", "Go on with a sweep that was stopped or killed",
                                   "  coopsim resume results/morris\n");
  resume->add_option("DIR", resume_.folder, "the sweep's folder")->required()->type_name("DIR");
  add_sweep_work(resume, resume_);
}

void CommandLine::declare_expand() {
  CLI::App* const expand =
      command("expand", "Let a sweep grow; what it has is kept",
              "  coopsim expand results/morris --replications 64\n"
              "  coopsim expand results/lhs --design-points 128 --policy dankai\n"
              "It ends in the same bits as the larger sweep at once.\n");
  expand->add_option("DIR", expand_.folder, "the sweep's folder")->required()->type_name("DIR");
  add_number(
      expand, "--replications", 1, most_replications,
      [this](std::int64_t n) { expand_.replications = int(n); }, "replications of every point");
  add_number(
      expand, "--design-points", 1, most_replications,
      [this](std::int64_t n) { expand_.points = std::size_t(n); },
      "design points, the reference not counted");
  expand->add_option("--policy", expand_.policies, "a further policy; may be repeated")
      ->type_name("NAME")
      ->allow_extra_args(false);
  add_sweep_work(expand, expand_);
}

void CommandLine::declare_retry() {
  CLI::App* const retry = command("retry", "Run the failed worlds of a sweep again",
                                  "  coopsim retry results/morris\n");
  retry->add_option("DIR", retry_.folder, "the sweep's folder")->required()->type_name("DIR");
  add_sweep_work(retry, retry_);
}

void CommandLine::declare_status() {
  CLI::App* const status = command("status", "Say how far a sweep is, also while it runs",
                                   "  coopsim status results/morris\n"
                                   "  coopsim status results/morris --verify\n"
                                   "Exit code 1: worlds have failed.\n");
  status->add_option("DIR", status_.folder, "the sweep's folder")->required()->type_name("DIR");
  status->add_flag("--verify", status_.verify, "read every block and compare it with its hash");
  add_common(status, status_);
}

void CommandLine::add_question(CLI::App* to, SweepQuestion& question) {
  to->add_option("RESULT", question.result, "a sweep's result, or its folder")
      ->required()
      ->type_name("FILE");
  to->add_option("--metric", question.response, "response (the headline)")->type_name("NAME");
  to->add_option("--policy", question.policy, "the policy (the first that is no baseline)")
      ->type_name("NAME");
  to->add_option("--less", question.less, "policy that is taken off (the baseline), or none")
      ->type_name("NAME");
  add_common(to, question);
}

void CommandLine::declare_sensitivity() {
  CLI::App* const sensitivity = command("sensitivity", "Say which factors of a sweep matter",
                                        "  coopsim sensitivity results/morris\n"
                                        "  coopsim sensitivity results/morris --policy dankai\n"
                                        "  coopsim sensitivity results/morris --metric contracts "
                                        "--policy dankai --less announced_path\n");
  add_question(sensitivity, sensitivity_);
}

void CommandLine::declare_discover() {
  CLI::App* const discover =
      command("discover", "Say in which futures of a sweep a policy wins or loses",
              "  coopsim discover results/lhs --policy dankai --below 0\n"
              "  coopsim discover results/lhs --policy dankai --less announced_path --below 2\n");
  add_question(discover, discover_);
  const auto threshold = [&](const char* name, bool below, const char* what) {
    discover
        ->add_option_function<std::string>(
            name,
            [this, name, below](const std::string& text) {
              if (!discover_.threshold.empty())
                throw Failure(ExitCode::usage, "--below and --above exclude each other: name one");
              discover_.threshold = text;
              discover_.below = below;
            },
            what)
        ->type_name("VALUE");
  };
  threshold("--below", true, "cases are points below this (0)");
  threshold("--above", false, "cases are points above this");
}

void CommandLine::declare_predict() {
  CLI::App* const predict = command(
      "predict", "Say what values that were not simulated would bring",
      "  coopsim predict results/lhs --set learning.practice_advice=0.12\n"
      "  coopsim predict results/lhs --policy dankai --over advice.interest_loss\n"
      "By a surrogate fitted to the points that were simulated; it tells how far it is off.\n");
  add_question(predict, predict_);
  predict
      ->add_option("--set", predict_.settings,
                   "value of a factor (the scenario's); may be repeated")
      ->type_name("FACTOR=VALUE")
      ->allow_extra_args(false);
  predict->add_option("--over", predict_.over, "along the range of this factor")
      ->type_name("FACTOR");
}

}  // namespace coopsim::cli
