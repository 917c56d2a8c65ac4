// SPDX-License-Identifier: Apache-2.0
#include "cli/selection_search.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <chrono>
#include <cmath>

#include "analysis/estimates.hpp"
#include "analysis/ocba.hpp"
#include "analysis/selection.hpp"
#include "cli/exit_code.hpp"
#include "cli/policy_runs.hpp"
#include "cli/scenario_input.hpp"
#include "cli/signals.hpp"
#include "cli/terminal.hpp"
#include "cli/text.hpp"
#include "scenarios/text.hpp"

namespace coopsim::cli {
namespace {

constexpr std::size_t least_round = 4;  // replications of each policy still in

// One line on a terminal that is written over, else a line every ten seconds.
class RoundProgress {
 public:
  explicit RoundProgress(bool quiet) : quiet_(quiet), terminal_(is_terminal(Stream::error)) {}
  ~RoundProgress() {
    if (drawn_) complain("\r\x1b[K");
  }
  RoundProgress(const RoundProgress&) = delete;
  RoundProgress& operator=(const RoundProgress&) = delete;

  void begin(std::size_t still_in, std::size_t policies) {
    if (!quiet_ && !terminal_ && policies_ == 0)
      complain(fmt::format("{}, each simulated until it is known not to be the best\n",
                           counted(std::int64_t(policies), "policy", "policies")));
    still_in_ = still_in;
    policies_ = policies;
  }
  void add() {
    using namespace std::chrono_literals;
    ++worlds_;
    const auto now = std::chrono::steady_clock::now();
    if (quiet_ || now - told_ < (terminal_ ? std::chrono::milliseconds(200) : 10s)) return;
    told_ = now;
    const std::string text = fmt::format("{} of {} policies still in, {} simulated", still_in_,
                                         policies_, counted(worlds_, "replication"));
    complain(terminal_ ? "\r\x1b[K" + text : text + "\n");
    drawn_ = terminal_;
  }

 private:
  const bool quiet_, terminal_;
  bool drawn_ = false;
  std::size_t still_in_ = 0, policies_ = 0;
  std::int64_t worlds_ = 0;
  std::chrono::steady_clock::time_point told_ = std::chrono::steady_clock::now();
};

// Simulates as a rule asks and fills the report with what it finds.
class Search {
 public:
  Search(const Scenario& scenario, const SelectArguments& arguments,
         const std::vector<int>& policies, SelectionReport& report)
      : scenario_(scenario),
        arguments_(arguments),
        policies_(policies),
        report_(report),
        progress_(arguments.quiet),
        runs_(scenario, policies_, *report.metric,
              {arguments.threads, [this] { return signals_.requested(); },
               [this](const Outcome&) { progress_.add(); }}) {}

  void run() {
    simulate(std::vector<std::size_t>(policies_.size(), selection_first_stage), policies_.size());
    if (arguments_.rule == SelectionRule::ocba)
      by_ocba();
    else
      by_elimination();
  }

 private:
  void simulate(const std::vector<std::size_t>& counts, std::size_t still_in) {
    progress_.begin(still_in, policies_.size());
    if (!runs_.extend(counts))
      throw Failure(ExitCode::stopped,
                    fmt::format("stopped after {} of all policies together; nothing was selected",
                                counted(std::int64_t(runs_.simulated()), "replication")));
  }

  // As the rules want them: more is better.
  std::vector<std::vector<double>> turned() const {
    auto rows = runs_.values();
    if (!report_.more_is_better)
      for (auto& row : rows)
        for (double& value : row) value = -value;
    return rows;
  }

  [[noreturn]] void refuse(std::size_t policy, std::size_t replication) const {
    const std::string& name = scenario_.policies[std::size_t(policies_[policy])].name;
    const std::string why = runs_.failure(policy, replication);
    if (!why.empty())
      throw Failure(ExitCode::check_failed,
                    fmt::format("failed: {}:{}: {}; nothing was selected, as the replications "
                                "that are left are no fair sample\n  repeat it alone: {}",
                                name, replication, escaped(why, 500),
                                repeat_command(arguments_.scenario, name, int(replication))));
    throw Failure(ExitCode::check_failed,
                  fmt::format("{} has no value under {} in replication {}, so policies cannot be "
                              "ranked in it; choose another --metric",
                              report_.metric->id, name, replication));
  }

  void by_elimination() {
    const SelectionAim aim{report_.delta, report_.confidence, selection_first_stage,
                           report_.budget};
    Elimination found;
    while (true) {
      const auto rows = turned();
      found = eliminate({rows.begin(), rows.end()}, aim);
      if (found.end != EliminationEnd::none) break;
      simulate(next_round(found), found.still_in());
    }
    if (found.end == EliminationEnd::missing_value)
      refuse(found.missing_policy, found.missing_replication);
    report_.known = found.end == EliminationEnd::selected;
    report_.leader = found.leader;
    report_.spent = found.spent;
    report_.to_know = found.spent + found.still_in() * (found.latest - found.replications);
    report_.independent = independent_replications();
    for (std::size_t i = 0; i < policies_.size(); ++i)
      add_row(i, found.policies[i].replications, found.policies[i].dropped);
    compare_with_leader();
  }

  // Values only: what is missing was refused before.
  std::size_t independent_replications() const {
    const double h =
        rinott_constant(int(policies_.size()), int(selection_first_stage), report_.confidence);
    std::size_t all = 0;
    for (std::size_t i = 0; i < policies_.size(); ++i) {
      Moments moments;
      for (const double value : std::span(runs_.values()[i]).first(selection_first_stage))
        moments.add(value);
      all += second_stage_count(h, std::sqrt(moments.variance()), report_.delta,
                                int(selection_first_stage));
    }
    return all;
  }

  // An eighth more of each policy still in, and no more than could count.
  std::vector<std::size_t> next_round(const Elimination& found) const {
    const std::size_t done = found.replications;
    const std::size_t affordable = (report_.budget - found.spent) / found.still_in();
    const std::size_t more =
        std::min({std::max(least_round, done / 8), affordable, found.latest - done});
    std::vector<std::size_t> counts;
    for (const EliminationFate& fate : found.policies)
      counts.push_back(fate.dropped ? fate.replications : done + more);
    return counts;
  }

  void by_ocba() {
    while (true) {
      for (std::size_t i = 0; i < policies_.size(); ++i)
        for (std::size_t r = 0; r < runs_.values()[i].size(); ++r)
          if (std::isnan(runs_.values()[i][r])) refuse(i, r);
      const auto rows = turned();
      const std::size_t left = report_.budget - runs_.simulated();
      if (left == 0) break;
      auto counts =
          ocba_further({rows.begin(), rows.end()}, std::min(left, 4 * rows.size()), report_.best);
      for (std::size_t i = 0; i < counts.size(); ++i) counts[i] += rows[i].size();
      simulate(counts, policies_.size());
    }
    const auto rows = turned();
    report_.guide = ocba_confidence({rows.begin(), rows.end()}, report_.best);
    report_.leaders = highest_means({rows.begin(), rows.end()}, report_.best);
    report_.leader = report_.leaders.front();
    report_.spent = runs_.simulated();
    for (std::size_t i = 0; i < policies_.size(); ++i) add_row(i, rows[i].size(), false);
    compare_with_leader();
  }

  double turn() const { return report_.more_is_better ? 1 : -1; }

  void add_row(std::size_t i, std::size_t replications, bool dropped) {
    SelectionRow row;
    row.policy = &scenario_.policies[std::size_t(policies_[i])];
    row.replications = replications;
    row.mean = estimate(std::span(runs_.values()[i]).first(replications)).mean;
    row.dropped = dropped;
    report_.rows.push_back(row);
  }

  void compare_with_leader() {
    const std::size_t leader = report_.leader;
    for (std::size_t i = 0; i < report_.rows.size(); ++i) {
      SelectionRow& row = report_.rows[i];
      const std::size_t both = std::min(row.replications, report_.rows[leader].replications);
      row.difference = paired_difference(std::span(runs_.values()[i]).first(both),
                                         std::span(runs_.values()[leader]).first(both))
                           .mean;
      row.within = -turn() * row.difference < report_.delta;
    }
  }

  const Scenario& scenario_;
  const SelectArguments& arguments_;
  const std::vector<int> policies_;
  SelectionReport& report_;
  StopOnSignals signals_;
  RoundProgress progress_;
  PolicyRuns runs_;
};

}  // namespace

void search(const Scenario& scenario, const SelectArguments& arguments,
            const std::vector<int>& policies, SelectionReport& report) {
  Search(scenario, arguments, policies, report).run();
}

}  // namespace coopsim::cli
