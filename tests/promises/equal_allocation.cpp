// SPDX-License-Identifier: Apache-2.0
// How many replications `coopsim select` takes, and how many as many of each policy would, on
// replications that the model gave (recorded_table.hpp), as Markdown tables (docs/statistics.md).
// Exit code 1: elimination missed its promise by more than three standard errors, or did not end.
//
//   equal_allocation [STUDIES]        2,000
#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <optional>
#include <string>
#include <vector>

#include "analysis/estimates.hpp"
#include "analysis/selection.hpp"
#include "cli/selection_search.hpp"
#include "sim/executor.hpp"
#include "tests/promises/allocations.hpp"
#include "tests/promises/leader_counts.hpp"
#include "tests/promises/recorded_table.hpp"

using namespace coopsim;
using namespace coopsim::testing;

namespace {

// The lead that matters in the headline, and two that only near ties have; other confidences.
constexpr Aim aims[] = {{2, .95}, {.5, .95}, {.25, .95}, {.25, .90}, {.25, .99}};
constexpr std::size_t aim_count = std::size(aims);
constexpr std::size_t ocba_rounds = 200;

// What came of one study, and of all so far.
struct Study {
  Leaders together, apart, ocba;
  Selected selected[aim_count];
  std::size_t clark_yang[aim_count], rinott[aim_count];
};

struct Tally {
  LeaderCounts together, apart, ocba;
  Moments spent[aim_count], clark_yang[aim_count], rinott[aim_count];
  std::vector<std::size_t> chosen[aim_count];  // how often each policy was selected
  std::size_t undecided[aim_count] = {};
  std::size_t studies = 0;

  explicit Tally(std::size_t policies) : together(policies), apart(policies), ocba(policies) {
    for (auto& counts : chosen) counts.resize(policies);
  }

  void add(const Study& study) {
    together.add(study.together);
    apart.add(study.apart);
    ocba.add(study.ocba);
    for (std::size_t a = 0; a < aim_count; ++a) {
      spent[a].add(double(study.selected[a].spent));
      clark_yang[a].add(double(study.clark_yang[a]));
      rinott[a].add(double(study.rinott[a]));
      ++chosen[a][study.selected[a].leader];
      undecided[a] += !study.selected[a].known;
    }
    ++studies;
  }

  double share(std::size_t aim, const std::vector<bool>& right) const {
    std::size_t sum = 0;
    for (std::size_t i = 0; i < right.size(); ++i)
      if (right[i]) sum += chosen[aim][i];
    return double(sum) / double(studies);
  }
};

Study study_of(const RecordedTable& table, std::uint64_t number,
               const std::vector<double>& rinott_constants) {
  const Rows together = drawn_together(table, number), apart = drawn_apart(table, number);
  Study study;
  study.together = leaders_of_equal(together);
  study.apart = leaders_of_equal(apart);
  study.ocba = leaders_of_ocba(together, ocba_rounds);
  for (std::size_t a = 0; a < aim_count; ++a) {
    study.selected[a] = select_best(together, aims[a]);
    study.clark_yang[a] = spent_by_clark_yang(together, aims[a]);
    study.rinott[a] = spent_by_rinott(apart, aims[a].delta, rinott_constants[a]);
  }
  return study;
}

Tally tally_of(const RecordedTable& table, std::size_t studies) {
  std::vector<double> constants;
  for (const Aim& aim : aims)
    constants.push_back(rinott_constant(int(table.policies.size()), int(cli::selection_first_stage),
                                        aim.confidence));
  std::vector<std::optional<Study>> found(studies);
  Tally tally(table.policies.size());
  Executor(0).pipeline(
      studies, [&](std::size_t i) { found[i] = study_of(table, i, constants); },
      [&](std::size_t i) { tally.add(*std::exchange(found[i], {})); }, nullptr);
  return tally;
}

std::vector<double> means_of(const RecordedTable& table) {
  std::vector<double> means;
  for (const auto& values : table.values) means.push_back(estimate(values).mean);
  return means;
}

// Policies less than `delta` behind the best; with 0, the best alone.
std::vector<bool> within(const std::vector<double>& means, double delta) {
  const double best = *std::ranges::max_element(means);
  std::vector<bool> right;
  for (const double mean : means) right.push_back(mean == best || mean > best - delta);
  return right;
}

void print_policies(const RecordedTable& table, const std::vector<double>& means) {
  const auto best = std::size_t(std::ranges::max_element(means) - means.begin());
  fmt::print(
      "| policy | mean | behind | standard deviation | of the difference |\n"
      "| --- | --- | --- | --- | --- |\n");
  for (std::size_t i = 0; i < means.size(); ++i) {
    const auto all = estimate(table.values[i]);
    const auto behind = paired_difference(table.values[best], table.values[i]);
    const double root = std::sqrt(double(all.count));
    fmt::print("| {} | {:.1f} | {:.1f} | {:.1f} | {:.1f} |\n", table.policies[i], all.mean,
               behind.mean, root * all.standard_error, root * behind.standard_error);
  }
}

std::string count_cell(std::optional<double> replications, double of_select) {
  if (!replications) return " not reached |  |";
  const double times = *replications / of_select;
  return fmt::format(" {:.0f} | {:.{}f} |", *replications, times, times < 10 ? 2 : 0);
}

std::string name_of(const Aim& aim) { return fmt::format("{} bp, {}", aim.delta, aim.confidence); }

// Replications of all policies together with which as many of each are right in that share.
std::optional<double> equal_for(const LeaderCounts& counts, const std::vector<bool>& right,
                                double share) {
  const auto place = counts.first(right, share);
  if (!place) return {};
  return double(right.size() * (*place + 1));
}

std::optional<double> ocba_for(const Tally& tally, const std::vector<bool>& right, double share) {
  const auto rounds = tally.ocba.first(right, share);
  if (!rounds) return {};
  return double(ocba_budget(right.size(), *rounds));
}

// At the same observed share of studies with a right choice: one within delta, or only the best.
void print_observed(const Tally& tally, const std::vector<double>& means) {
  fmt::print(
      "\n| lead, confidence | right is | select | share right | equal, shared numbers | times "
      "| equal, independent | times | OCBA | times |\n"
      "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |\n");
  for (std::size_t a = 0; a < aim_count; ++a) {
    const auto near = within(means, aims[a].delta), best = within(means, 0);
    std::vector<std::vector<bool>> rights{best};
    if (near != best) rights.insert(rights.begin(), near);
    for (const auto& right : rights) {
      const double share = tally.share(a, right), spent = tally.spent[a].mean();
      fmt::print(
          "| {} | {} | {:.0f} | {:.3f} |{}{}{}\n", name_of(aims[a]),
          right == best ? "the best" : fmt::format("one of {}", std::ranges::count(right, true)),
          spent, share, count_cell(equal_for(tally.together, right, share), spent),
          count_cell(equal_for(tally.apart, right, share), spent),
          count_cell(ocba_for(tally, right, share), spent));
    }
  }
}

// For the same promise; and what would do for the promised share, if one knew.
void print_promised(const Tally& tally, const std::vector<double>& means) {
  fmt::print(
      "\n| lead, confidence | select | standard deviation | Clark and Yang | times | Rinott | "
      "times "
      "| equal, if one knew | times |\n"
      "| --- | --- | --- | --- | --- | --- | --- | --- | --- |\n");
  for (std::size_t a = 0; a < aim_count; ++a) {
    const double spent = tally.spent[a].mean();
    fmt::print(
        "| {} | {:.0f} | {:.0f} |{}{}{}\n", name_of(aims[a]), spent,
        std::sqrt(tally.spent[a].variance()), count_cell(tally.clark_yang[a].mean(), spent),
        count_cell(tally.rinott[a].mean(), spent),
        count_cell(equal_for(tally.together, within(means, aims[a].delta), aims[a].confidence),
                   spent));
  }
}

bool kept(const Tally& tally, const std::vector<double>& means) {
  bool all = true;
  for (std::size_t a = 0; a < aim_count; ++a) {
    const double c = aims[a].confidence, error = std::sqrt(c * (1 - c) / double(tally.studies));
    all = all && tally.undecided[a] == 0 &&
          tally.share(a, within(means, aims[a].delta)) >= c - 3 * error;
  }
  return all;
}

}  // namespace

int main(int count, char** arguments) {
  const long studies = count > 1 ? std::atol(arguments[1]) : 2000;
  if (count > 2 || studies < 100) {
    fmt::print(stderr, "usage: equal_allocation [STUDIES], 100 or more\n");
    return 2;
  }
  const RecordedTable table = read_table(COOPSIM_SOURCE_DIR "/tests/promises/sixteen_policies.csv");
  const auto means = means_of(table);
  print_policies(table, means);
  const Tally tally = tally_of(table, std::size_t(studies));
  print_observed(tally, means);
  print_promised(tally, means);
  return kept(tally, means) ? 0 : 1;
}
