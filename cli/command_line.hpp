// SPDX-License-Identifier: Apache-2.0
// All commands with their options, each declared once: what arguments.cpp parses with, and what
// help and completion are written from.
#pragma once
#include <CLI/CLI.hpp>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "cli/arguments.hpp"
#include "cli/completion.hpp"

namespace coopsim::cli {

class CommandLine {
 public:
  CommandLine();
  // Throws a Failure(usage). REQUIRES: called once.
  Arguments parse(std::vector<std::string> words);

 private:
  CLI::App* command(const char* name, const char* description, const char* examples);
  void declare_run();
  void declare_run_selection(CLI::App* run);
  void declare_check();
  void declare_plan();
  void declare_describe();
  void declare_validate();
  void declare_verify();
  void declare_summary();
  void declare_report();
  void declare_export();
  void declare_export_choice(CLI::App* to);
  void declare_compare();
  void declare_costs(CLI::App* compare);
  void declare_packages();
  void declare_explain();
  void declare_select();
  void declare_sweep();
  void declare_resume();
  void declare_blocks();
  void declare_work();
  void declare_assemble();
  void declare_submit();
  void declare_expand();
  void declare_retry();
  void declare_status();
  void declare_sensitivity();
  void declare_discover();
  void declare_predict();
  void add_question(CLI::App* to, SweepQuestion& question);
  void declare_completion();

  void add_scenario(CLI::App* to, ScenarioChoice& choice);
  void add_settings(CLI::App* to, ScenarioChoice& choice);
  void add_seed(CLI::App* to, ScenarioChoice& choice);
  void add_replications(CLI::App* to, ScenarioChoice& choice);
  void add_policies(CLI::App* to, std::vector<std::string>& policies);
  void add_common(CLI::App* to, Common& common);
  void add_progress(CLI::App* to);
  void add_sweep_work(CLI::App* to, SweepWork& work);
  void add_part(CLI::App* to, PartChoice& part);
  void add_scratch(CLI::App* to, std::string& scratch);
  void add_threads(CLI::App* to, int& threads);
  void add_number(CLI::App* to, const char* name, std::int64_t least, std::int64_t most,
                  std::function<void(std::int64_t)> take, const char* description);
  void add_choice(CLI::App* to, const char* name, std::vector<std::string> choices,
                  std::function<void(std::size_t)> take, const char* description);

  std::vector<CommandWords> words() const;
  Arguments chosen() const;

  CLI::App app_;
  std::map<const CLI::Option*, std::vector<std::string>> choices_;
  RunArguments run_;
  CheckArguments check_;
  PlanArguments plan_;
  DescribeArguments describe_;
  ValidateArguments validate_;
  VerifyArguments verify_;
  SummaryArguments summary_;
  ReportArguments report_;
  ExportArguments export_;
  CompareArguments compare_;
  PackagesArguments packages_;
  ExplainArguments explain_;
  SelectArguments select_;
  SweepArguments sweep_;
  ResumeArguments resume_;
  BlocksArguments blocks_;
  WorkArguments work_;
  AssembleArguments assemble_;
  SubmitArguments submit_;
  ExpandArguments expand_;
  RetryArguments retry_;
  StatusArguments status_;
  SensitivityArguments sensitivity_;
  DiscoverArguments discover_;
  PredictArguments predict_;
  bool bash_ = true;
  std::optional<ProgressForm> progress_;
};

}  // namespace coopsim::cli
