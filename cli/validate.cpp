// SPDX-License-Identifier: Apache-2.0
// coopsim validate: the scorecard of a result against the article and other facts.
#include <fmt/format.h>

#include <cmath>
#include <nlohmann/json.hpp>

#include "analysis/scorecard.hpp"
#include "cli/arguments.hpp"
#include "cli/exit_code.hpp"
#include "cli/table.hpp"
#include "cli/terminal.hpp"

namespace coopsim::cli {
namespace {

std::string_view word(Score::Kind kind) {
  return kind == Score::Kind::identity     ? "identity (an input)"
         : kind == Score::Kind::calibrated ? "calibrated"
                                           : "held out";
}
std::string_view word(Score::Verdict verdict) {
  return verdict == Score::Verdict::within   ? "within"
         : verdict == Score::Verdict::missed ? "MISSED"
                                             : "not in this file";
}

std::string allowed(const Score& score) {
  return std::isinf(score.most) ? fmt::format("over {:.4g}", score.least)
                                : fmt::format("{:.4g} to {:.4g}", score.least, score.most);
}

std::string simulated(const Score& score) {
  if (score.verdict == Score::Verdict::not_in_file) return "";
  if (score.simulated.count < 2) return fmt::format("{:.4g}", score.simulated.mean);
  return fmt::format("{:.4g} [{:.4g}, {:.4g}]", score.simulated.mean, score.simulated.low(),
                     score.simulated.high());
}

}  // namespace

ExitCode execute(const ValidateArguments& arguments) {
  bool missed = false;
  nlohmann::json documents = nlohmann::json::array();
  for (const std::string& file : arguments.results) {
    const ResultReader result(file);
    Table table({{"", "id", Align::left, 0},
                 {"", "target", Align::left, 2},
                 {"", "value", Align::right, 2},
                 {"", "allowed", Align::right, 2},
                 {"simulated", "mean [95 %]", Align::right, 2},
                 {"", "verdict", Align::left, 2},
                 {"", "kind", Align::left, 2}});
    for (const Score& score : scorecard(result)) {
      missed |= score.verdict == Score::Verdict::missed;
      table.add({score.id, score.what, fmt::format("{:.4g}", score.target), allowed(score),
                 simulated(score), std::string(word(score.verdict)),
                 std::string(word(score.kind))});
      documents.push_back(
          {{"file", file},
           {"id", score.id},
           {"target", score.what},
           {"value", score.target},
           {"simulated",
            score.simulated.count ? nlohmann::json(score.simulated.mean) : nlohmann::json()},
           {"verdict", word(score.verdict)},
           {"kind", word(score.kind)}});
    }
    if (!arguments.json) print(file + "\n" + table.text() + "\n");
  }
  if (arguments.json) print(documents.dump(2) + "\n");
  return missed ? ExitCode::check_failed : ExitCode::ok;
}

}  // namespace coopsim::cli
