// SPDX-License-Identifier: Apache-2.0
// coopsim validate: the scorecard of a result against the article and other facts.
#include <fmt/format.h>

#include <array>
#include <cmath>
#include <nlohmann/json.hpp>

#include "analysis/scorecard.hpp"
#include "analysis/start_up.hpp"
#include "cli/arguments.hpp"
#include "cli/exit_code.hpp"
#include "cli/page.hpp"
#include "cli/table.hpp"
#include "cli/terminal.hpp"
#include "cli/text.hpp"
#include "scenarios/text.hpp"

namespace coopsim::cli {
namespace {

// What an agreement is worth depends on where the figure came from: most first.
struct KindWords {
  Score::Kind kind;
  std::string_view word, meaning;
};
constexpr std::array<KindWords, 4> kinds = {
    {{Score::Kind::held_out, "held out", "Held out: nothing was fitted to these"},
     {Score::Kind::calibrated, "calibrated", "Calibrated: the model was fitted to these"},
     {Score::Kind::identity, "identity (an input)",
      "Identities: inputs that must come out as they went in"},
     {Score::Kind::bound, "bound", "Bounds: what sound results keep within, under every policy"}}};

std::string_view word(Score::Kind kind) {
  for (const KindWords& each : kinds)
    if (each.kind == kind) return each.word;
  throw std::logic_error("a kind of target without a word");
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

std::string simulated(const Score& score, bool interval) {
  if (score.verdict == Score::Verdict::not_in_file) return "";
  const std::string mean = fmt::format("{:.4g}", score.simulated.mean);
  const bool varies = score.simulated.count > 1 && score.simulated.half_width > 0;
  return interval && varies ? fmt::format("{} [{:.4g}, {:.4g}]", mean, score.simulated.low(),
                                          score.simulated.high())
                            : mean;
}

// All kinds in columns of the same widths; `wide` shows the figure aimed at and the interval too.
Table table_of(const std::vector<Score>& scores, bool wide) {
  std::vector<Column> columns = {{"", "id", Align::left, 0}, {"", "target", Align::left, 2}};
  if (wide) columns.push_back({"", "value", Align::right, 2});
  columns.push_back({"", "allowed", Align::right, 2});
  columns.push_back({"simulated", wide ? "mean [95 %]" : "mean", Align::right, 2});
  columns.push_back({"", "verdict", Align::left, 2});
  Table table(std::move(columns));
  for (const KindWords& kind : kinds) {
    bool first = true;
    for (const Score& score : scores) {
      if (score.kind != kind.kind) continue;
      if (std::exchange(first, false)) table.add_heading(std::string(kind.meaning));
      std::vector<std::string> cells = {score.id, score.what};
      if (wide) cells.push_back(fmt::format("{:.4g}", score.target));
      cells.push_back(allowed(score));
      cells.push_back(simulated(score, wide));
      cells.emplace_back(word(score.verdict));
      table.add(std::move(cells));
    }
  }
  return table;
}

// Whether the past is long enough for policies to part from.
std::string start_up_words(const ResultReader& result, const std::vector<StartUp>& all) {
  if (all.empty()) return {};
  std::vector<std::string> words;
  std::size_t most = 0;
  bool settled = true;
  for (const StartUp& one : all) {
    most = std::max(most, one.years);
    settled &= one.settled;
    words.push_back(one.settled ? fmt::format("{} {}", one.metric, one.years)
                                : fmt::format("{} still moves", one.metric));
  }
  return paragraph(
      "Start-up",
      fmt::format("{}; years of the past that MSER would leave out of {}: {}.",
                  settled ? fmt::format("over after {}", counted(std::int64_t(most), "year"))
                          : "not over when the policies part, or the past has a trend",
                  past_years(result), fmt::join(words, ", ")),
      text_columns());
}

std::string as_text(const ResultReader& result, const std::vector<Score>& scores,
                    const std::vector<StartUp>& start) {
  const Table wide = table_of(scores, true), narrow = table_of(scores, false);
  const auto [on, off] = emphasis_codes(Emphasis::dim, Stream::out);
  std::size_t seen = 0, missed = 0;
  for (const Score& score : scores) {
    seen += score.verdict != Score::Verdict::not_in_file;
    missed += score.verdict == Score::Verdict::missed;
  }
  return fmt::format("{}   {}, {}\n\n", escaped(result.file().string(), 300),
                     escaped(result.facts().title, 200),
                     counted(result.facts().replications, "replication")) +
         (wide.width() <= text_columns() ? wide : narrow).text(on, off) +
         fmt::format("\n{} of {} are in this file: {} within what is allowed, {} missed.\n", seen,
                     counted(std::int64_t(scores.size()), "target"), seen - missed, missed) +
         start_up_words(result, start);
}

nlohmann::ordered_json as_json(const std::string& file, const Score& score) {
  const auto number = [](double x) {
    return std::isfinite(x) ? nlohmann::ordered_json(x) : nlohmann::ordered_json();
  };
  const bool there = score.verdict != Score::Verdict::not_in_file;
  return {{"file", file},
          {"id", score.id},
          {"target", score.what},
          {"value", score.target},
          {"least", number(score.least)},
          {"most", number(score.most)},
          {"simulated", there ? number(score.simulated.mean) : nlohmann::ordered_json()},
          {"lo95", there ? number(score.simulated.low()) : nlohmann::ordered_json()},
          {"hi95", there ? number(score.simulated.high()) : nlohmann::ordered_json()},
          {"verdict", word(score.verdict)},
          {"kind", word(score.kind)}};
}

nlohmann::ordered_json as_json(const std::string& file, const StartUp& one) {
  return {{"file", file},
          {"id", "start_up"},
          {"target", one.metric},
          {"simulated", one.years},
          {"verdict", one.settled ? "settled" : "still moves"},
          {"kind", "start-up"}};
}

}  // namespace

ExitCode execute(const ValidateArguments& arguments) {
  bool missed = false;
  std::string text;
  nlohmann::ordered_json documents = nlohmann::json::array();
  for (const std::string& file : arguments.results) {
    const ResultReader result(file);
    const std::vector<Score> scores = scorecard(result);
    for (const Score& score : scores) {
      missed |= score.verdict == Score::Verdict::missed;
      documents.push_back(as_json(file, score));
    }
    const std::vector<StartUp> start = start_up(result);
    for (const StartUp& one : start) documents.push_back(as_json(file, one));
    text += (text.empty() ? "" : "\n") + as_text(result, scores, start);
  }
  if (arguments.json)
    print(documents.dump(2) + "\n");
  else if (!arguments.quiet)
    print(text);
  return missed ? ExitCode::check_failed : ExitCode::ok;
}

}  // namespace coopsim::cli
