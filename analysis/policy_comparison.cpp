// SPDX-License-Identifier: Apache-2.0
#include "analysis/policy_comparison.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <set>

#include "analysis/best.hpp"
#include "analysis/simultaneous.hpp"
#include "analysis/study_defaults.hpp"
#include "sim/metrics/metric.hpp"

namespace coopsim {
namespace {

constexpr double missing = std::numeric_limits<double>::quiet_NaN();

std::string path_of(std::string_view metric) { return "total/" + std::string(metric); }

// One response over the policy period, by policy and replication.
class Totals {
 public:
  Totals(const ResultReader& result, std::string_view metric)
      : array_(result.read(path_of(metric))),
        replications_(std::size_t(result.facts().replications)) {
    if (array_.values.size() != result.facts().policies.size() * replications_)
      throw ResultError(ResultFault::bad_data,
                        result.file().string() + ": " + path_of(metric) +
                            " does not have one value for every policy and replication");
  }
  std::span<const double> of(std::size_t policy) const {
    return std::span(array_.values).subspan(policy * replications_, replications_);
  }
  const NumberArray& array() const { return array_; }

 private:
  NumberArray array_;
  std::size_t replications_;
};

// The replications that failed, by the world that did.
class Failures {
 public:
  explicit Failures(const ResultReader& result) : facts_(result.facts()) {
    if (facts_.failed_worlds == 0) return;
    names_ = result.read_texts("provenance/failed_name");
    replications_ = result.read_integers("provenance/failed_replication");
  }
  // Without NONE no effect can be told, so it counts for every policy.
  std::size_t of(std::size_t a, std::size_t b) const {
    std::set<std::int64_t> failed;
    for (std::size_t i = 0; i < std::min(names_.size(), replications_.size()); ++i)
      if (names_[i] == facts_.policies[a].name || names_[i] == facts_.policies[b].name ||
          names_[i] == reference_worlds.front())
        failed.insert(replications_[i]);
    return failed.size();
  }

 private:
  const ResultFacts& facts_;
  std::vector<std::string> names_;
  std::vector<std::int64_t> replications_;
};

Obstacle obstacle_of(const ComparedPolicy& row, int replications) {
  if (row.stress) return Obstacle::stress_case;
  if (double(row.failed) > most_failed_share * replications) return Obstacle::too_many_failed;
  if (row.against.difference.count == 0) return Obstacle::no_values;
  if (row.against.difference.count < least_replications_for_verdict)
    return Obstacle::few_replications;
  return Obstacle::none;
}

BootstrapInterval bootstrapped(std::span<const double> a, std::span<const double> b,
                               double confidence) {
  std::vector<double> differences;
  for (std::size_t i = 0; i < a.size(); ++i)
    if (!std::isnan(a[i] - b[i])) differences.push_back(a[i] - b[i]);
  BootstrapOptions options;
  options.confidence = confidence;
  return bootstrap_t(differences, options);
}

void set_interval(ComparedPolicy& row, std::size_t comparisons, double confidence) {
  const Estimate& difference = row.against.difference;
  row.low = row.high = missing;
  if (row.baseline || difference.count < 2) return;
  const int shared = row.stress ? 1 : int(comparisons);
  const double width = bonferroni_multiplier(double(difference.count - 1), shared, confidence) *
                       difference.standard_error;
  row.low = difference.mean - width;
  row.high = difference.mean + width;
}

// Who is among the best: of all policies that somebody may choose, the baseline among them.
void rank(MetricComparison& found, const Totals& totals, double confidence) {
  std::vector<std::vector<double>> values;  // turned so that more is better
  std::vector<std::size_t> rows;
  const double turn = found.preference == Preference::less ? -1 : 1;
  for (std::size_t i = 0; i < found.rows.size(); ++i) {
    if (found.rows[i].stress) continue;
    const auto own = totals.of(found.rows[i].policy);
    values.emplace_back(own.begin(), own.end());
    for (double& value : values.back()) value *= turn;
    rows.push_back(i);
  }
  const auto intervals = compare_with_best({values.begin(), values.end()}, confidence);
  for (std::size_t i = 0; i < intervals.size(); ++i) {
    if (!intervals[i].among_the_best) continue;
    found.rows[rows[i]].not_worse_than_leader = true;
    found.best.push_back(found.rows[rows[i]].policy);
  }
  found.ranked = !intervals.empty();
}

void give_verdict(ComparedPolicy& row, const MetricComparison& found, int replications) {
  VerdictInput input;
  input.obstacle = obstacle_of(row, replications);
  input.mean = row.against.difference.mean;
  input.low = row.low;
  input.high = row.high;
  input.replications = row.against.difference.count;
  input.least_meaningful = found.least_meaningful;
  input.preference = found.preference;
  input.not_worse_than_leader = found.ranked && row.not_worse_than_leader;
  input.sole_leader = found.best.size() == 1;
  row.verdict = judge(input);
}

MetricComparison described(const NumberArray& array, std::string_view metric) {
  MetricComparison found;
  found.metric = metric;
  found.unit = array.unit;
  found.label_en = array.label_en;
  found.label_ko = array.label_ko;
  found.preference = preference_of(metric);
  found.least_meaningful = least_meaningful_of(metric);
  for (const Metric& each : metrics())
    if (each.id == metric) {
      found.form = each.total;
      found.meaning = each.meaning;
    }
  return found;
}

}  // namespace

std::vector<std::string> comparable_metrics(const ResultReader& result) {
  std::vector<std::string> names;
  for (const Metric& metric : metrics())
    if (result.has(path_of(metric.id))) names.emplace_back(metric.id);
  return names;
}

double share_not_modelled(const ResultReader& result) {
  const auto sum = [&](std::string_view metric) {
    if (!result.has(path_of(metric))) return 0.0;
    const NumberArray array = result.read(path_of(metric));
    return std::accumulate(array.values.begin(), array.values.end(), 0.0,
                           [](double all, double x) { return std::isnan(x) ? all : all + x; });
  };
  const double all = sum("budget_appropriated");
  return all > 0 ? sum("budget_not_modelled") / all : 0;
}

MetricComparison compare_policies(const ResultReader& result, std::string_view metric,
                                  std::size_t baseline, const ComparisonOptions& options) {
  const double confidence = options.confidence;
  const ResultFacts& facts = result.facts();
  const Totals totals(result, metric);
  const Failures failures(result);
  MetricComparison found = described(totals.array(), metric);
  found.baseline = baseline;
  bool sound = share_not_modelled(result) == 0;
  for (std::size_t i = 0; i < facts.policies.size(); ++i) {
    ComparedPolicy row;
    row.policy = i;
    row.baseline = i == baseline;
    row.stress = facts.policies[i].stress;
    row.level = estimate(totals.of(i), confidence);
    row.failed = failures.of(i, baseline);
    if (!row.baseline) row.against = compare_pairs(totals.of(i), totals.of(baseline), confidence);
    row.bootstrap = {missing, missing, missing};
    if (options.bootstrap && !row.baseline)
      row.bootstrap = bootstrapped(totals.of(i), totals.of(baseline), confidence);
    found.comparisons += !row.baseline && !row.stress;
    if (!row.baseline && !row.stress)
      sound &= obstacle_of(row, facts.replications) == Obstacle::none;
    found.rows.push_back(std::move(row));
  }
  for (ComparedPolicy& row : found.rows) set_interval(row, found.comparisons, confidence);
  if (sound && found.preference != Preference::unstated) rank(found, totals, confidence);
  for (ComparedPolicy& row : found.rows)
    if (!row.baseline) give_verdict(row, found, facts.replications);
  return found;
}

}  // namespace coopsim
