// SPDX-License-Identifier: Apache-2.0
// How often procedures keep their promise of 95 %, in stressed cases, as a Markdown table
// (docs/statistics.md). Exit code 1: one missed it that is not known to, by more than four standard
// errors.
//
//   promises [STUDIES]        of each procedure and case; 20,000
#include <fmt/core.h>

#include <cmath>
#include <cstdlib>
#include <set>
#include <utility>
#include <vector>

#include "sim/executor.hpp"
#include "tests/promises/procedures.hpp"

using namespace coopsim;
using namespace coopsim::testing;

namespace {

// What docs/statistics.md tells its readers; every other miss is a fault.
const std::set<std::pair<std::string_view, std::string_view>> known_misses = {
    {"paired t", "skewed"},
    {"paired t", "rare"},
    {"Bonferroni", "rare"},
    {"bootstrap-t", "skewed"}};

struct Found {
  double share = 0, error = 0;  // of studies in which the promise was kept

  bool missed_by(double errors) const { return share < promised - errors * error; }
};

Found found_in(const Procedure& procedure, const StressedCase& from, std::size_t studies) {
  std::vector<char> kept(studies);
  Executor(0).pipeline(
      studies, [&](std::size_t study) { kept[study] = procedure.kept(from, std::uint64_t(study)); },
      [](std::size_t) {}, nullptr);
  double all = 0;
  for (const char one : kept) all += one;
  return {all / double(studies), std::sqrt(promised * (1 - promised) / double(studies))};
}

std::string cell(const Found& found) {
  return fmt::format(" {:.3f}{} |", found.share, found.missed_by(3) ? " *" : "");
}

}  // namespace

int main(int count, char** arguments) {
  const long asked = count > 1 ? std::atol(arguments[1]) : 20'000;
  if (count > 2 || asked < 100) {
    fmt::print(stderr, "usage: promises [STUDIES], 100 or more\n");
    return 2;
  }
  std::string head = "| procedure |", line = "| --- |";
  for (const StressedCase& one : stressed_cases()) {
    head += fmt::format(" {} |", one.name);
    line += " --- |";
  }
  fmt::print("{} studies |\n{} --- |\n", head, line);
  bool sound = true;
  for (const Procedure& procedure : procedures()) {
    const std::size_t studies = std::size_t(asked) / procedure.cost;
    std::string row = fmt::format("| {} |", procedure.name);
    for (const StressedCase& from : stressed_cases()) {
      const Found found = found_in(procedure, from, studies);
      row += cell(found);
      sound = sound && (!found.missed_by(4) || known_misses.contains({procedure.name, from.name}));
    }
    fmt::print("{} {} |\n", row, studies);
    std::fflush(stdout);
  }
  fmt::print("\n\\* below .95 by more than three standard errors\n");
  return sound ? 0 : 1;
}
