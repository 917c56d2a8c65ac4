// SPDX-License-Identifier: Apache-2.0
// The command line as plain data. Only command_line.hpp knows the library that parses it.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "cli/progress.hpp"

namespace coopsim::cli {

// What every command has.
struct Common {
  bool json = false;   // one JSON document on stdout instead of text
  bool quiet = false;  // errors only
};

struct ScenarioChoice {
  std::string path;
  std::vector<std::string> overrides;  // path=value, as typed; --seed and --replications as well
};

struct OnlyWorld {
  std::string policy;
  int replication = 0;
};

struct RunArguments : Common {
  ScenarioChoice scenario;
  std::string output;    // empty: results/<name of the scenario>.h5
  std::string as_typed;  // the whole command line, to be given again
  bool overwrite = false, execution = true, compress = false, however_large = false;
  int threads = 0;                    // 0: as many as the machine has
  std::vector<std::string> policies;  // empty: all
  std::optional<OnlyWorld> only;
  ProgressForm progress = ProgressForm::none;
};

struct CheckArguments : Common {
  ScenarioChoice scenario;
};

struct PlanArguments : Common {
  ScenarioChoice scenario;
  std::vector<std::string> policies;  // empty: all
  int threads = 0;
  bool probe = true;
  int nodes = 0, cores = 0;  // of a cluster, and of each node; 0: none is asked about
};

struct DescribeArguments : Common {
  std::string name;  // empty: the list of all
  bool list = false, schema = false;
  bool whole_scenario = false;  // every parameter as a commented scenario
  std::string reference;        // "parameters" or "metrics": a whole page as Markdown
};

struct ValidateArguments : Common {
  std::vector<std::string> results;
};

struct VerifyArguments : Common {
  std::string result, other;  // with `other`: compares the two
  ScenarioChoice against;     // path empty: not asked whether it is a scenario's result
  int sample = 0;             // replications to run again; 0: a few
  int threads = 0;
};

struct SummaryArguments : Common {
  std::string result;
};

struct ReportArguments : Common {
  std::vector<std::string> results;  // one, or two to be set side by side
  std::string output;                // empty: beside the first result, with another extension
  bool korean = false, pdf = false, overwrite = false;
  std::string page;  // another built page; empty: the program's own
};

struct ExportArguments : Common {
  enum class Form { by_name, csv, workbook };  // by_name: of a place that ends in .xlsx a workbook
  std::string result, output;                  // output empty: beside the result
  Form form = Form::by_name;
  std::vector<std::string> tables, metrics, policies, splits;  // empty: the usual, all, all, none
  std::string years;                                           // as typed; empty: all
  bool wide = false, labels = false, byte_order_mark = false, korean = false, overwrite = false;
};

struct CompareArguments : Common {
  std::string result, baseline;      // baseline empty: the file's
  std::vector<std::string> metrics;  // empty: the usual ones
  bool verbose = false, bootstrap = false, regret = false, costs = false, risk = false;
  bool assumptions = false;
  std::string target;              // of a difference, as typed; empty: what matters, or 0
  std::string effect;              // empty: the headline response
  std::vector<std::string> worth;  // of one unit of effect, as typed; empty: some that tell
};

struct PackagesArguments : Common {
  ScenarioChoice scenario;
  std::string policy, metric;       // metric empty: the headline response
  std::vector<std::string> levers;  // to take apart; empty: all by which the policy differs
  int threads = 0;                  // 0: as many as the machine has
  ProgressForm progress = ProgressForm::none;
};

struct ExplainArguments : Common {
  std::string result, a, b;        // policies of the result, NONE or STOP
  std::optional<int> replication;  // the file's first if not given
  int firms = 1;                   // of those that gain most and lose most, whose stories are told
};

enum class SelectionRule { elimination, ocba };

struct SelectArguments : Common {
  ScenarioChoice scenario;
  std::string metric;  // empty: the headline
  std::string delta;   // as typed, a number with or without unit; empty: what matters
  double confidence = .95;
  SelectionRule rule = SelectionRule::elimination;
  std::vector<std::string> policies;  // empty: all
  int at_most = 0;                    // replications of all policies together; 0: the usual
  int best = 1;                       // how many are sought
  int threads = 0;
};

// What runs blocks of a sweep.
struct SweepWork : Common {
  std::string folder;
  int threads = 0;             // 0: as many as the machine has
  bool stop_on_error = false;  // else failed worlds are recorded and the sweep goes on
  ProgressForm progress = ProgressForm::none;
};

// A part of a sweep, 1 to `of`; beside others who work in theirs.
struct PartChoice {
  std::size_t number = 0, of = 0;  // 0: all of it, alone
};

struct SweepArguments : SweepWork {
  std::string study;  // a study's file; with `only` the folder of a sweep
  PartChoice part;
  bool ranks = false;   // as one rank of several that MPI started
  std::string scratch;  // where blocks are made before they come to the folder; empty: there
  struct Only {
    std::size_t point = 0;
    std::string policy;
    int replication = 0;
  };
  std::optional<Only> only;
};

struct ResumeArguments : SweepWork {};

// What is missing, as lines for `work`.
struct BlocksArguments : SweepWork {
  std::string study;  // or a sweep's folder
  PartChoice part;
};

// Blocks that somebody else deals out.
struct WorkArguments : SweepWork {
  std::string name;       // of who asks, so that what it did before is known; empty: a new one
  std::string list;       // a file of blocks; empty: standard input
  std::size_t task = 0;   // of the list: which share
  std::size_t each = 1;   // lines of a share
  std::string scratch;    // as of sweep
  bool announce = false;  // says first which program and study it is
};

struct AssembleArguments : SweepWork {};

struct SubmitArguments : Common {
  std::string study;  // or a sweep's folder
  std::string folder;
  PartChoice part;
  std::size_t blocks_a_task = 1;
  std::size_t array_limit = 0;  // tasks of one array; 0: as many as Slurm takes
  std::size_t at_once = 0;      // 0: as many as the cluster likes
  int cores = 1;                // of a task
  int tries = 3;                // rounds in a row that may bring nothing
  bool again = false;           // the job after a round submits what is missing
  bool dry_run = false;
  std::vector<std::string> sbatch;  // options: "--partition=short"
};

struct ExpandArguments : SweepWork {
  std::size_t points = 0;             // design points without the reference; 0: as before
  int replications = 0;               // 0: as before
  std::vector<std::string> policies;  // to be added
};

struct RetryArguments : SweepWork {};

struct StatusArguments : Common {
  std::string folder;
  bool verify = false;  // reads every block
};

// What is asked of a sweep's result.
struct SweepQuestion : Common {
  std::string result;        // of a sweep, or its folder
  std::string response;      // empty: the headline
  std::string policy, less;  // empty: the first that is not the baseline, less the baseline
};

struct SensitivityArguments : SweepQuestion {};

struct DiscoverArguments : SweepQuestion {
  std::string threshold;  // as written, in the unit of the response; empty: 0
  bool below = true;      // cases lie below the threshold; else above
};

struct PredictArguments : SweepQuestion {
  std::vector<std::string> settings;  // FACTOR=VALUE; what is not set is as in the reference
  std::string over;                   // factor along whose range it is asked; empty: one point
};

// --help, --version, completion: a text to print.
struct TextArguments : Common {
  std::string text;
};

using Arguments =
    std::variant<RunArguments, CheckArguments, PlanArguments, DescribeArguments, ValidateArguments,
                 VerifyArguments, SummaryArguments, ReportArguments, ExportArguments,
                 CompareArguments, SelectArguments, PackagesArguments, ExplainArguments,
                 SweepArguments, BlocksArguments, WorkArguments, AssembleArguments, SubmitArguments,
                 ResumeArguments, ExpandArguments, RetryArguments, StatusArguments,
                 SensitivityArguments, DiscoverArguments, PredictArguments, TextArguments>;

// Throws a Failure(usage) that names the word and what is allowed.
Arguments parse(std::vector<std::string> words);

// One function a command, each in the file of its name. They throw Failure and ScenarioError.
enum class ExitCode : int;
ExitCode execute(const RunArguments& arguments);
ExitCode execute(const CheckArguments& arguments);
ExitCode execute(const PlanArguments& arguments);
ExitCode execute(const DescribeArguments& arguments);
ExitCode execute(const ValidateArguments& arguments);
ExitCode execute(const VerifyArguments& arguments);
ExitCode execute(const SummaryArguments& arguments);
ExitCode execute(const ReportArguments& arguments);
ExitCode execute(const ExportArguments& arguments);
ExitCode execute(const CompareArguments& arguments);
ExitCode execute(const PackagesArguments& arguments);
ExitCode execute(const ExplainArguments& arguments);
ExitCode execute(const SelectArguments& arguments);
ExitCode execute(const SweepArguments& arguments);
ExitCode execute(const ResumeArguments& arguments);
ExitCode execute(const BlocksArguments& arguments);
ExitCode execute(const WorkArguments& arguments);
ExitCode execute(const AssembleArguments& arguments);
ExitCode execute(const SubmitArguments& arguments);
ExitCode execute(const ExpandArguments& arguments);
ExitCode execute(const RetryArguments& arguments);
ExitCode execute(const StatusArguments& arguments);
ExitCode execute(const SensitivityArguments& arguments);
ExitCode execute(const DiscoverArguments& arguments);
ExitCode execute(const PredictArguments& arguments);
ExitCode execute(const TextArguments& arguments);

}  // namespace coopsim::cli
