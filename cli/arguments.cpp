// SPDX-License-Identifier: Apache-2.0
#include "cli/arguments.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "cli/argument_checks.hpp"
#include "cli/command_line.hpp"
#include "cli/exit_code.hpp"
#include "cli/terminal.hpp"
#include "cli/text.hpp"
#include "cli/version.hpp"

namespace coopsim::cli {
namespace {

constexpr const char* exit_codes =
    "Exit codes: 0 ok   1 finished, but a check failed   2 command line   65 bad data\n"
    "  66 input missing   70 our bug   73 cannot create   74 input/output failed\n"
    "  75 stopped on request   77 no permission\n"
    "More on a command: coopsim COMMAND --help\n";
constexpr const char* help_description = "print this and end";

ProgressForm resolved(std::optional<ProgressForm> asked, bool quiet) {
  if (!asked && quiet) return ProgressForm::none;
  const ProgressForm form = asked.value_or(ProgressForm::bar);
  return form == ProgressForm::bar && !is_terminal(Stream::error) ? ProgressForm::lines : form;
}

std::string typed(const std::vector<std::string>& words) {
  std::string line = "coopsim";
  for (const std::string& word : words) line += " " + shell_word(word);
  return line;
}

}  // namespace

CommandLine::CommandLine()
    : app_("Simulates an industrial-cooperation programme before it is paid for.", "coopsim") {
  app_.require_subcommand(1);
  app_.set_help_flag("-h,--help", help_description);
  app_.set_version_flag("--version", version_text(), "print the version and end");
  const auto form = app_.get_formatter();
  form->column_width(34);
  form->label("SUBCOMMAND", "COMMAND");
  form->label("Positionals", "Arguments");
  form->label("REQUIRED", "");
  app_.footer(exit_codes);
  declare_run();
  declare_check();
  declare_plan();
  declare_describe();
  declare_validate();
  declare_verify();
  declare_summary();
  declare_report();
  declare_export();
  declare_compare();
  declare_packages();
  declare_explain();
  declare_select();
  declare_sweep();
  declare_resume();
  declare_blocks();
  declare_work();
  declare_assemble();
  declare_submit();
  declare_expand();
  declare_retry();
  declare_status();
  declare_sensitivity();
  declare_discover();
  declare_predict();
  declare_completion();
}

CLI::App* CommandLine::command(const char* name, const char* description, const char* examples) {
  CLI::App* const made = app_.add_subcommand(name, description);
  made->group("Commands");
  made->set_help_flag("-h,--help", help_description);
  made->footer(std::string("Examples:\n") + examples);
  return made;
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

Arguments CommandLine::chosen() const {
  const std::string name = app_.get_subcommands().front()->get_name();
  if (name == "run") return run_;
  if (name == "check") return check_;
  if (name == "plan") return plan_;
  if (name == "describe") return describe_;
  if (name == "validate") return validate_;
  if (name == "verify") return verify_;
  if (name == "summary") return summary_;
  if (name == "report") return report_;
  if (name == "export") return export_;
  if (name == "compare") return compare_;
  if (name == "packages") return packages_;
  if (name == "explain") return explain_;
  if (name == "select") return select_;
  if (name == "sweep") return sweep_;
  if (name == "resume") return resume_;
  if (name == "blocks") return blocks_;
  if (name == "work") return work_;
  if (name == "assemble") return assemble_;
  if (name == "submit") return submit_;
  if (name == "expand") return expand_;
  if (name == "retry") return retry_;
  if (name == "status") return status_;
  if (name == "sensitivity") return sensitivity_;
  if (name == "discover") return discover_;
  if (name == "predict") return predict_;
  return TextArguments{{}, bash_ ? bash_completion(words()) : zsh_completion(words())};
}

Arguments CommandLine::parse(std::vector<std::string> given) {
  refuse_unknown_words(given, words());
  if (given.empty()) throw Failure(ExitCode::usage, app_.help());
  run_.as_typed = typed(given);
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
  packages_.progress = resolved(std::nullopt, packages_.quiet);
  for (SweepWork* const work : {static_cast<SweepWork*>(&sweep_), static_cast<SweepWork*>(&resume_),
                                static_cast<SweepWork*>(&expand_), static_cast<SweepWork*>(&retry_),
                                static_cast<SweepWork*>(&work_)})
    work->progress = resolved(progress_, work->quiet);
  return chosen();
}

Arguments parse(std::vector<std::string> words) {
  // "coopsim help run" is what some people type first.
  if (!words.empty() && words[0] == "help") {
    words.erase(words.begin());
    words.push_back("--help");
  }
  return CommandLine().parse(std::move(words));
}

}  // namespace coopsim::cli
