// SPDX-License-Identifier: Apache-2.0
// Every whole response, policy less the one that it is held against: as group `comparison` of the
// file, and what a verdict knows beyond its word.
#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "analysis/policy_comparison.hpp"
#include "analysis/report/data/parts.hpp"

namespace coopsim::report {
namespace {

// Group `comparison` of the file by response and policy; what it lacks is missing.
class Columns {
 public:
  explicit Columns(const ResultReader& result) : result_(result) {
    if (result.has("comparison/response")) responses_ = result.read_texts("comparison/response");
  }
  // Null throughout for a file without the group, as one of an older version is.
  void choose(const std::string& metric) {
    row_ = std::ranges::find(responses_, metric) - responses_.begin();
  }
  Json number(const std::string& column, std::size_t policy) {
    const auto [at, is_new] = read_.try_emplace(column);
    if (is_new && result_.has("comparison/" + column))
      at->second = result_.read("comparison/" + column).values;
    const std::size_t place = std::size_t(row_) * result_.facts().policies.size() + policy;
    return place < at->second.size() ? report::number(at->second[place]) : Json();
  }
  std::string standing(std::size_t policy) {
    if (standings_.empty() && result_.has("comparison/cost_standing"))
      standings_ = result_.read_texts("comparison/cost_standing");
    const std::size_t place = std::size_t(row_) * result_.facts().policies.size() + policy;
    return place < standings_.size() ? standings_[place] : "not_ranked";
  }

 private:
  const ResultReader& result_;
  std::vector<std::string> responses_, standings_;
  std::ptrdiff_t row_ = 0;
  std::map<std::string, std::vector<double>> read_;
};

// Columns of the file that the page takes as they are, under the page's names.
constexpr std::pair<std::string_view, const char*> taken[] = {
    {"q05", "difference_q05"},
    {"q50", "difference_q50"},
    {"q95", "difference_q95"},
    {"target", "target"},
    {"target_missed", "target_missed"},
    {"worst_twentieth", "worst_twentieth"},
    {"regret_largest", "regret_largest"},
    {"regret_mean", "regret_mean"},
    {"share_best", "share_best"},
    {"more_cost", "more_cost"},
    {"more_cost_low", "more_cost_low"},
    {"more_cost_high", "more_cost_high"},
    {"cost_ratio", "cost_ratio"}};

Json compared(const MetricComparison& comparison, const ComparedPolicy& row, Columns& columns) {
  const Verdict& verdict = row.verdict;
  const PairedComparison& against = row.against;
  const bool other = !row.baseline;
  const auto of_pair = [&](double value) { return other ? number(value) : Json(); };
  Json made = {{"difference", of_pair(against.difference.mean)},
               {"low", of_pair(row.low)},
               {"high", of_pair(row.high)},
               {"state", other ? id_of(verdict.state) : std::string_view("baseline")},
               {"obstacle", other ? id_of(verdict.obstacle) : std::string_view()},
               {"best_alone", verdict.best_alone},
               {"no_difference", verdict.no_difference},
               {"certain_but_small", verdict.certain_but_small},
               {"among_the_best", comparison.ranked && row.not_worse_than_leader},
               {"replications_to_settle",
                verdict.replications_to_settle ? Json(*verdict.replications_to_settle) : Json()},
               {"pairs", of_pair(double(against.difference.count))},
               {"correlation", of_pair(against.correlation)},
               {"variance_reduction", of_pair(against.variance_reduction)},
               {"share_above", of_pair(against.share_above)},
               {"skewness", of_pair(against.skewness)}};
  for (const auto& [name, column] : taken)
    made[std::string(name)] = columns.number(column, row.policy);
  made["cost_standing"] = columns.standing(row.policy);
  return made;
}

}  // namespace

Json comparison(const Source& source) {
  Json made = Json::object();
  if (!source.totals.baseline) return made;
  Columns columns(source.result);
  for (const StudyTotals::Response& response : source.totals.responses) {
    const MetricComparison comparison =
        compare_policies(source.totals, response.id, *source.totals.baseline);
    columns.choose(response.id);
    Json rows = Json::array();
    for (const ComparedPolicy& row : comparison.rows)
      rows.push_back(compared(comparison, row, columns));
    made[response.id] = std::move(rows);
  }
  return made;
}

}  // namespace coopsim::report
