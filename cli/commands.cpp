// SPDX-License-Identifier: Apache-2.0
// Every command with its options, descriptions and examples; those that compare policies are in
// comparing_commands.cpp.
#include <fmt/core.h>

#include <limits>
#include <utility>

#include "cli/argument_checks.hpp"
#include "cli/command_line.hpp"
#include "cli/exit_code.hpp"

namespace coopsim::cli {
namespace {

// An empty name is most likely a variable of the shell that was not set.
std::string not_empty(const char* option, const std::string& text) {
  if (text.empty())
    throw Failure(ExitCode::usage, fmt::format("{} is followed by an empty name", option));
  return text;
}

}  // namespace

void CommandLine::add_common(CLI::App* to, Common& common) {
  to->add_flag("--json", common.json, "one JSON document on standard output");
  to->add_flag("--quiet", common.quiet, "nothing but errors");
}

void CommandLine::add_number(CLI::App* to, const char* name, std::int64_t least, std::int64_t most,
                             std::function<void(std::int64_t)> take, const char* description) {
  const std::string shown = name;
  to->add_option_function<std::string>(
        name, [=](const std::string& text) { take(checked_number(shown, text, least, most)); },
        description)
      ->type_name("N");
}

void CommandLine::add_choice(CLI::App* to, const char* name, std::vector<std::string> choices,
                             std::function<void(std::size_t)> take, const char* description) {
  const std::string shown = name;
  auto* option = to->add_option_function<std::string>(
      name, [=](const std::string& text) { take(checked_choice(shown, text, choices)); },
      description);
  option->type_name(CLI::detail::join(choices, "|"));
  choices_[option] = std::move(choices);
}

void CommandLine::add_threads(CLI::App* to, int& threads) {
  add_number(
      to, "-j,--threads", 1, most_threads,
      [&threads](std::int64_t n) { threads = static_cast<int>(n); },
      "threads, 1 to 1024 (all cores); never changes a result");
}

void CommandLine::add_scenario(CLI::App* to, ScenarioChoice& choice) {
  to->add_option("SCENARIO", choice.path, "scenario file (TOML)")->required()->type_name("FILE");
  add_settings(to, choice);
}

void CommandLine::add_settings(CLI::App* to, ScenarioChoice& choice) {
  to->add_option("--set", choice.overrides, "as if the scenario said so; may be repeated")
      ->type_name("PATH=VALUE")
      ->allow_extra_args(false);
}

void CommandLine::add_seed(CLI::App* to, ScenarioChoice& choice) {
  add_number(
      to, "--seed", 0, std::numeric_limits<std::int64_t>::max(),
      [&choice](std::int64_t n) { choice.overrides.push_back(fmt::format("run.seed={}", n)); },
      "another seed than the scenario's");
}

void CommandLine::add_replications(CLI::App* to, ScenarioChoice& choice) {
  add_number(
      to, "--replications", 1, most_replications,
      [&choice](std::int64_t n) {
        choice.overrides.push_back(fmt::format("run.replications={}", n));
      },
      "another number of replications");
}

void CommandLine::add_policies(CLI::App* to, std::vector<std::string>& policies) {
  to->add_option("--policy", policies, "only this policy and the baseline; may be repeated")
      ->type_name("NAME")
      ->allow_extra_args(false);
}

void CommandLine::add_progress(CLI::App* to) {
  add_choice(
      to, "--progress", {"auto", "bar", "lines", "json", "none"},
      [this](std::size_t which) {
        constexpr ProgressForm forms[] = {ProgressForm::bar, ProgressForm::lines,
                                          ProgressForm::json, ProgressForm::none};
        if (which > 0) progress_ = forms[which - 1];
      },
      "on standard error; auto: a bar on a terminal, else lines");
}

void CommandLine::declare_run() {
  CLI::App* const run = command(
      "run", "Simulate every policy of a scenario and write the result file",
      "  coopsim run scenarios/kjc_2007.toml -o results/kjc_2007.h5\n"
      "  coopsim run scenarios/kjc_2007.toml --replications 8 --set firms.count=1000 -o quick.h5\n"
      "  coopsim run scenarios/kjc_2007.toml --only dankai:4      one world alone, no file\n");
  add_scenario(run, run_.scenario);
  run->add_option_function<std::string>(
         "-o,--output", [this](const std::string& text) { run_.output = not_empty("-o", text); },
         "result file (results/SCENARIO.h5)")
      ->type_name("FILE");
  run->add_flag("--overwrite", run_.overwrite, "replace an existing result");
  add_threads(run, run_.threads);
  declare_run_selection(run);
  run->add_flag_callback(
      "--no-execution", [this] { run_.execution = false; },
      "leave out what may differ between equal runs (host, times)");
  run->add_flag("--compress", run_.compress, "smaller file, a little slower");
  run->add_flag("--yes-i-know", run_.however_large,
                "run what needs more memory or disk than is reasonable");
  add_progress(run);
  add_common(run, run_);
}

void CommandLine::declare_run_selection(CLI::App* run) {
  add_seed(run, run_.scenario);
  add_replications(run, run_.scenario);
  add_policies(run, run_.policies);
  run->add_option_function<std::string>(
         "--only", [this](const std::string& text) { run_.only = checked_world(text); },
         "one world alone, to repeat or examine it")
      ->type_name("POLICY:REPLICATION");
}

void CommandLine::declare_check() {
  CLI::App* const check = command("check", "Find all mistakes of a scenario; runs nothing",
                                  "  coopsim check scenarios/mine.toml\n"
                                  "  coopsim check scenarios/mine.toml --set firms.count=500\n");
  add_scenario(check, check_.scenario);
  add_common(check, check_);
}

void CommandLine::declare_plan() {
  CLI::App* const plan =
      command("plan", "Show what would run, and the time, memory and disk it takes",
              "  coopsim plan scenarios/kjc_2007.toml\n"
              "  coopsim plan scenarios/kjc_2007.toml --set firms.count=100000 -j 8\n"
              "  coopsim plan studies/advice_lhs.toml                  what a sweep would run\n"
              "  coopsim plan studies/advice_lhs.toml --nodes 20 --cores 32    on a cluster\n"
              "Exit code 1: `coopsim run` would refuse it as too large without --yes-i-know.\n");
  add_scenario(plan, plan_.scenario);
  add_seed(plan, plan_.scenario);
  add_replications(plan, plan_.scenario);
  add_policies(plan, plan_.policies);
  add_threads(plan, plan_.threads);
  add_number(
      plan, "--nodes", 1, 1'000'000, [this](std::int64_t n) { plan_.nodes = int(n); },
      "of a sweep: what it takes on so many nodes of a cluster");
  add_number(
      plan, "--cores", 1, most_threads, [this](std::int64_t n) { plan_.cores = int(n); },
      "cores of each node (this machine's)");
  plan->add_flag_callback(
      "--no-probe", [this] { plan_.probe = false; }, "do not simulate a little to time it");
  add_common(plan, plan_);
}

void CommandLine::declare_describe() {
  CLI::App* const describe =
      command("describe", "Explain a parameter, policy lever, account or response",
              "  coopsim describe training.dropout\n"
              "  coopsim describe productivity_effect\n"
              "  coopsim describe --template > all_parameters.toml   every parameter, explained\n"
              "  coopsim describe --schema > scenario.schema.json    for completion in editors\n");
  describe->add_option("NAME", describe_.name, "what to explain; none: all names, explained");
  describe->add_flag("--list", describe_.list, "the names alone, one a line");
  describe->add_flag("--template", describe_.whole_scenario,
                     "a scenario with every parameter at its default, explained");
  describe->add_flag("--schema", describe_.schema, "JSON Schema of scenario files");
  add_choice(
      describe, "--reference", {"parameters", "metrics"},
      [this](std::size_t which) { describe_.reference = which == 0 ? "parameters" : "metrics"; },
      "a whole reference page in Markdown");
  add_common(describe, describe_);
}

void CommandLine::declare_validate() {
  CLI::App* const validate =
      command("validate", "Hold results against the article and other facts",
              "  coopsim validate results/kjc_history.h5\n"
              "  coopsim validate results/kjc_history.h5 results/kjc_2007_ex_post.h5\n"
              "Exit code 1: a target was missed.\n");
  validate->add_option("RESULT", validate_.results, "result files")->required()->type_name("FILE");
  add_common(validate, validate_);
}

void CommandLine::declare_verify() {
  CLI::App* const verify = command(
      "verify", "Simulate a sample of a result again, or compare two results",
      "  coopsim verify results/kjc_2007.h5\n"
      "  coopsim verify results/kjc_2007.h5 --sample 20\n"
      "  coopsim verify results/kjc_2007.h5 --against scenarios/kjc_2007.toml\n"
      "  coopsim verify results/a.h5 results/b.h5        equal but for hardware and times?\n"
      "Two sweeps are compared alike, by their folders; one alone: coopsim status DIR --verify.\n"
      "Exit code 1: something differs; 65: damaged, of another engine, or another scenario's.\n");
  verify->add_option("RESULT", verify_.result, "result file")->required()->type_name("FILE");
  verify->add_option("OTHER", verify_.other, "a second result, to compare bit for bit")
      ->type_name("FILE");
  verify->add_option("--against", verify_.against.path, "is it the result of this scenario?")
      ->type_name("SCENARIO");
  add_settings(verify, verify_.against);
  add_number(
      verify, "--sample", 1, most_replications,
      [this](std::int64_t n) { verify_.sample = static_cast<int>(n); },
      "replications to simulate again, every policy of each (4)");
  add_threads(verify, verify_.threads);
  add_common(verify, verify_);
}

void CommandLine::declare_summary() {
  CLI::App* const summary = command("summary", "Print the summary table of a result file",
                                    "  coopsim summary results/kjc_2007.h5\n"
                                    "Exit code 1: worlds of the result have failed.\n");
  summary->add_option("RESULT", summary_.result, "result file")->required()->type_name("FILE");
  add_common(summary, summary_);
}

void CommandLine::declare_report() {
  CLI::App* const report = command(
      "report", "Write the report of a result: one HTML page, Korean and English",
      "  coopsim report results/kjc_2007.h5 --lang ko\n"
      "  coopsim report results/kjc_2007.h5 -o report.html\n"
      "  coopsim report results/kjc_2007.h5 --format pdf       through Chromium, where there is "
      "one\n"
      "  coopsim report results/a.h5 results/b.h5 -o both.html  two studies side by side\n"
      "  coopsim report results/advice_lhs -o page.html        of a sweep: which assumptions "
      "matter\n");
  report->add_option("RESULT", report_.results, "one result file, or two, or a sweep's folder")
      ->required()
      ->expected(1, 2)
      ->type_name("FILE");
  report
      ->add_option_function<std::string>(
          "-o,--output",
          [this](const std::string& text) { report_.output = not_empty("-o", text); },
          "the report (RESULT.html, beside the result)")
      ->type_name("FILE");
  report->add_flag("--overwrite", report_.overwrite, "replace an existing report");
  add_choice(
      report, "--lang", {"en", "ko"}, [this](std::size_t which) { report_.korean = which == 1; },
      "language it opens in (en); both are inside");
  add_choice(
      report, "--format", {"html", "pdf"}, [this](std::size_t which) { report_.pdf = which == 1; },
      "html, or A4 pages as pdf (html)");
  add_common(report, report_);
}

void CommandLine::declare_completion() {
  CLI::App* const completion = command("completion", "Print the completion script for a shell",
                                       "  eval \"$(coopsim completion bash)\"\n"
                                       "  eval \"$(coopsim completion zsh)\"\n");
  add_choice(
      completion, "SHELL", {"bash", "zsh"}, [this](std::size_t which) { bash_ = which == 0; },
      "which shell");
  completion->get_option("SHELL")->required();
}

}  // namespace coopsim::cli
