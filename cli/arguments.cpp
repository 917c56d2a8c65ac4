// SPDX-License-Identifier: Apache-2.0
#include "cli/arguments.hpp"

#include <fmt/core.h>

#include <CLI/CLI.hpp>
#include <limits>
#include <map>

#include "cli/argument_checks.hpp"
#include "cli/completion.hpp"
#include "cli/exit_code.hpp"
#include "cli/terminal.hpp"
#include "cli/version.hpp"

namespace coopsim::cli {
namespace {

constexpr const char* exit_codes =
    "\nExit codes: 0 ok   1 finished, but a check failed   2 command line   65 bad data\n"
    "  66 input missing   70 our bug   73 cannot create   74 input/output failed\n"
    "  75 stopped on request   77 no permission\n"
    "More on a command: coopsim COMMAND --help\n";

// All commands with their options, each declared once.
class CommandLine {
 public:
  CommandLine();
  Arguments parse(std::vector<std::string> words);

 private:
  CLI::App* command(const char* name, const char* description, const char* examples);
  void declare_run();
  void declare_check();
  void declare_plan();
  void declare_describe();
  void declare_validate();
  void declare_verify();
  void declare_summary();
  void declare_completion();
  void add_scenario(CLI::App* to, ScenarioChoice& choice);
  void add_common(CLI::App* to, Common& common);
  void add_number(CLI::App* to, const char* name, std::int64_t least, std::int64_t most,
                  std::function<void(std::int64_t)> take, const char* description);
  void add_choice(CLI::App* to, const char* name, std::vector<std::string> choices,
                  std::function<void(std::size_t)> take, const char* description);
  void add_threads(CLI::App* to, int& threads);
  std::vector<CommandWords> words() const;
  Arguments chosen() const;

  CLI::App app_{"Simulates an industrial-cooperation programme before it is paid for.", "coopsim"};
  std::map<const CLI::Option*, std::vector<std::string>> choices_;
  RunArguments run_;
  CheckArguments check_;
  PlanArguments plan_;
  DescribeArguments describe_;
  ValidateArguments validate_;
  VerifyArguments verify_;
  SummaryArguments summary_;
  bool bash_ = true;
  std::optional<ProgressForm> progress_;
};

CommandLine::CommandLine() {
  app_.require_subcommand(1);
  app_.set_version_flag("--version", version_text());
  app_.get_formatter()->column_width(36);
  app_.footer(exit_codes);
  declare_run();
  declare_check();
  declare_plan();
  declare_describe();
  declare_validate();
  declare_verify();
  declare_summary();
  declare_completion();
}

CLI::App* CommandLine::command(const char* name, const char* description, const char* examples) {
  CLI::App* const made = app_.add_subcommand(name, description);
  made->footer(std::string("\nExamples:\n") + examples);
  return made;
}

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
  to->add_option("--set", choice.overrides, "path=value: as if the scenario said so; repeatable")
      ->type_name("PATH=VALUE")
      ->allow_extra_args(false);
}

void CommandLine::declare_run() {
  CLI::App* const run = command(
      "run", "Simulate every policy of a scenario and write the result file",
      "  coopsim run scenarios/kjc_2007.toml -o results/kjc_2007.h5\n"
      "  coopsim run scenarios/kjc_2007.toml --replications 8 --set firms.count=1000 -o quick.h5\n"
      "  coopsim run scenarios/kjc_2007.toml --only dankai:4      one world alone, no file\n");
  add_scenario(run, run_.scenario);
  run->add_option("-o,--output", run_.output, "result file (results/SCENARIO.h5)")
      ->type_name("FILE");
  run->add_flag("--overwrite", run_.overwrite, "replace an existing result");
  add_threads(run, run_.threads);
  const auto set = [this](const char* path) {
    return [this, path](std::int64_t n) {
      run_.scenario.overrides.push_back(fmt::format("{}={}", path, n));
    };
  };
  add_number(run, "--seed", 0, std::numeric_limits<std::int64_t>::max(), set("run.seed"),
             "another seed than the scenario's");
  add_number(run, "--replications", 1, most_replications, set("run.replications"),
             "another number of replications");
  run->add_option("--policy", run_.policies, "only this policy and the baseline; repeatable")
      ->type_name("NAME")
      ->allow_extra_args(false);
  run->add_option_function<std::string>(
         "--only", [this](const std::string& text) { run_.only = checked_world(text); },
         "one world alone, to repeat or examine it")
      ->type_name("POLICY:REPLICATION");
  run->add_flag("!--no-execution", run_.execution,
                "leave out what may differ between equal runs (host, times)");
  run->add_flag("--compress", run_.compress, "smaller file, a little slower");
  add_choice(
      run, "--progress", {"auto", "bar", "lines", "json", "none"},
      [this](std::size_t which) {
        constexpr ProgressForm forms[] = {ProgressForm::bar, ProgressForm::lines,
                                          ProgressForm::json, ProgressForm::none};
        if (which > 0) progress_ = forms[which - 1];
      },
      "on standard error; auto: a bar on a terminal, else lines");
  add_common(run, run_);
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
      command("plan", "Show what would run, and how long, how much memory and disk it takes",
              "  coopsim plan scenarios/kjc_2007.toml\n"
              "  coopsim plan scenarios/kjc_2007.toml --set firms.count=100000 -j 8\n");
  add_scenario(plan, plan_.scenario);
  add_threads(plan, plan_.threads);
  plan->add_flag("!--no-probe", plan_.probe, "do not simulate one replication to time it");
  add_common(plan, plan_);
}

void CommandLine::declare_describe() {
  CLI::App* const describe =
      command("describe", "Explain a parameter, policy lever, account or metric",
              "  coopsim describe training.drop_out\n"
              "  coopsim describe productivity_effect\n"
              "  coopsim describe --schema > scenario.schema.json    for completion in editors\n");
  describe->add_option("NAME", describe_.name, "what to explain; none: the list of all names");
  describe->add_flag("--list", describe_.list, "the names alone, one a line");
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
              "  coopsim validate results/kjc_history.h5 results/kjc_2007_ex_post.h5\n");
  validate->add_option("RESULT", validate_.results, "result files")->required()->type_name("FILE");
  add_common(validate, validate_);
}

void CommandLine::declare_verify() {
  CLI::App* const verify = command(
      "verify", "Simulate a sample again from the file alone, or compare two results bit for bit",
      "  coopsim verify results/kjc_2007.h5\n"
      "  coopsim verify results/kjc_2007.h5 --sample 20\n"
      "  coopsim verify results/a.h5 results/b.h5        equal but for hardware and times?\n");
  verify->add_option("RESULT", verify_.result, "result file")->required()->type_name("FILE");
  verify->add_option("OTHER", verify_.other, "a second result to compare with")->type_name("FILE");
  add_number(
      verify, "--sample", 1, most_replications,
      [this](std::int64_t n) { verify_.sample = static_cast<int>(n); },
      "policy-replications to simulate again (4)");
  add_threads(verify, verify_.threads);
  add_common(verify, verify_);
}

void CommandLine::declare_summary() {
  CLI::App* const summary = command("summary", "Print the summary table of a result file",
                                    "  coopsim summary results/kjc_2007.h5\n");
  summary->add_option("RESULT", summary_.result, "result file")->required()->type_name("FILE");
  add_common(summary, summary_);
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

std::vector<CommandWords> CommandLine::words() const {
  std::vector<CommandWords> all;
  for (const CLI::App* app : app_.get_subcommands([](const CLI::App*) { return true; })) {
    CommandWords command{app->get_name(), app->get_description(), {}};
    for (const CLI::Option* option : app->get_options()) {
      OptionWords words{{}, option->get_description(), option->get_items_expected_max() > 0, {}};
      for (const std::string& name : option->get_lnames()) words.names.push_back("--" + name);
      for (const std::string& name : option->get_snames()) words.names.push_back("-" + name);
      if (const auto found = choices_.find(option); found != choices_.end())
        words.choices = found->second;
      command.options.push_back(std::move(words));
    }
    all.push_back(std::move(command));
  }
  return all;
}

ProgressForm resolved(std::optional<ProgressForm> asked, bool quiet) {
  if (!asked && quiet) return ProgressForm::none;
  const ProgressForm form = asked.value_or(ProgressForm::bar);
  return form == ProgressForm::bar && !is_terminal(Stream::error) ? ProgressForm::lines : form;
}

Arguments CommandLine::chosen() const {
  const std::string name = app_.get_subcommands().front()->get_name();
  if (name == "run") return run_;
  if (name == "check") return check_;
  if (name == "plan") return plan_;
  if (name == "describe") return describe_;
  if (name == "validate") return validate_;
  if (name == "verify") return verify_;
  if (name == "summary") return summary_;
  return TextArguments{{}, bash_ ? bash_completion(words()) : zsh_completion(words())};
}

Arguments CommandLine::parse(std::vector<std::string> given) {
  refuse_unknown_words(given, words());
  if (given.empty()) throw Failure(ExitCode::usage, app_.help());
  try {
    std::reverse(given.begin(), given.end());  // as the library wants it
    app_.parse(std::move(given));
  } catch (const CLI::CallForHelp&) {
    return TextArguments{{}, app_.help()};
  } catch (const CLI::CallForVersion&) {
    return TextArguments{{}, version_text() + "\n"};
  } catch (const CLI::ParseError& error) {
    const auto commands = app_.get_subcommands();
    const std::string name = commands.empty() ? "" : " " + commands.front()->get_name();
    throw Failure(ExitCode::usage,
                  fmt::format("coopsim{0}: {1}. See coopsim{0} --help", name, error.what()));
  }
  run_.progress = resolved(progress_, run_.quiet);
  for (const auto* scenario : {&run_.scenario, &check_.scenario, &plan_.scenario})
    check_overrides(scenario->overrides);
  return chosen();
}

}  // namespace

Arguments parse(std::vector<std::string> words) {
  // "coopsim help run" is what some people type first.
  if (!words.empty() && words[0] == "help") {
    words.erase(words.begin());
    words.push_back("--help");
  }
  return CommandLine().parse(std::move(words));
}

}  // namespace coopsim::cli
