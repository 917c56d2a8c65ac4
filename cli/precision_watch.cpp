// SPDX-License-Identifier: Apache-2.0
#include "cli/precision_watch.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "analysis/estimates.hpp"
#include "cli/text.hpp"
#include "output/period_total.hpp"

namespace coopsim::cli {
namespace {

constexpr std::size_t most_named = 5;

}  // namespace

PrecisionWatch::PrecisionWatch(const Scenario& scenario, const Selection& selection)
    : scenario_(scenario),
      selection_(selection),
      rule_(scenario.parameters.run.replications),
      layout_(layout_of(scenario)) {
  for (std::size_t i = 0; i < selection.policies.size(); ++i)
    if (scenario.policies[std::size_t(selection.policies[i])].baseline) baseline_ = i;
  for (const std::string& name : rule_.of)
    metrics_.push_back(&*std::ranges::find(metrics(), name, &Metric::id));
  values_.resize(metrics_.size() * selection.policies.size());
}

void PrecisionWatch::add(const Outcome& outcome) {
  const auto place = std::ranges::find(selection_.policies, outcome.policy);
  if (outcome.world != Outcome::World::policy || place == selection_.policies.end()) return;
  const auto policy = std::size_t(place - selection_.policies.begin());
  for (std::size_t m = 0; m < metrics_.size(); ++m)
    values_[m * selection_.policies.size() + policy].push_back(
        period_value(outcome, *metrics_[m], layout_, scenario_.parameters.run));
}

std::vector<PrecisionWatch::Series> PrecisionWatch::series() const {
  const std::size_t policies = selection_.policies.size();
  std::vector<Series> all;
  for (std::size_t m = 0; m < metrics_.size(); ++m)
    for (std::size_t i = 0; i < policies; ++i) {
      if (i == baseline_ || scenario_.policies[std::size_t(selection_.policies[i])].stress)
        continue;
      const auto& own = values_[m * policies + i];
      const auto& base = values_[m * policies + baseline_];
      Series& one = all.emplace_back(Series{metrics_[m], i, {}});
      for (std::size_t r = 0; r < own.size(); ++r) one.differences.push_back(own[r] - base[r]);
    }
  return all;
}

Precision PrecisionWatch::precision() const {
  if (rule_.relative) return {Precision::Kind::relative, rule_.half_width / 100, .95};
  return {Precision::Kind::absolute, rule_.half_width, .95};
}

HoadRobinsonDavies PrecisionWatch::state() const {
  const auto all = series();
  std::vector<WatchedMean> means;
  for (const Series& one : all) means.push_back({one.differences, precision()});
  return all_precise(means, values_.front().size(),
                     {std::size_t(rule_.at_least), std::size_t(rule_.at_most)});
}

std::string PrecisionWatch::wanted() const {
  return fmt::format("{} {}{}", rule_.half_width, rule_.unit, rule_.relative ? " of the mean" : "");
}

// "dankai in productivity_effect, 0.62 bp; ..." of those that are not as narrow as asked.
std::string PrecisionWatch::too_wide() const {
  std::vector<std::string> named;
  std::size_t count = 0;
  for (const Series& one : series()) {
    const Estimate now = estimate(one.differences);
    if (is_precise(one.differences, precision()) || ++count > most_named) continue;
    const double width =
        rule_.relative ? 100 * now.half_width / std::abs(now.mean) : now.half_width;
    named.push_back(fmt::format(
        "{} in {}, {}", scenario_.policies[std::size_t(selection_.policies[one.policy])].name,
        one.metric->id,
        std::isfinite(width) ? fmt::format("{:.3g} {}", width, rule_.unit) : "n/a"));
  }
  if (count > most_named) named.push_back(fmt::format("and {} more", count - most_named));
  return fmt::format("{}", fmt::join(named, "; "));
}

StoppingFacts PrecisionWatch::facts(const HoadRobinsonDavies& state) const {
  const std::size_t done = values_.front().size();
  StoppingFacts facts;
  facts.met = state.state.met;
  facts.looks = std::int64_t(state.state.looks);
  facts.precise_from = std::int64_t(state.replications);
  const std::string count = counted(std::int64_t(done), "replication");
  const std::string looks = counted(facts.looks, "look");
  if (series().empty())
    facts.words = count + ", at_least: there is no policy to compare with the baseline.";
  else if (facts.met)
    facts.words = fmt::format(
        "{} were enough: from {} on every 95 % half-width of a policy less {} in {} is {} or less "
        "({}).",
        count, facts.precise_from,
        scenario_.policies[std::size_t(selection_.policies[baseline_])].name,
        fmt::join(rule_.of, ", "), wanted(), looks);
  else
    facts.words = fmt::format(
        "at at_most, {}, before every half-width was {} or less for good ({}). Too wide: {}.",
        count, wanted(), looks, too_wide());
  return facts;
}

}  // namespace coopsim::cli
