// SPDX-License-Identifier: Apache-2.0
#include "output/economics_writer.hpp"

#include <fmt/core.h>

#include <cmath>
#include <limits>

#include "sim/kernel/math.hpp"

namespace coopsim {
namespace {

constexpr std::size_t stop_world = 1;

// "value added x 0.3, less 25 % deadweight; no trade": a valuation with the scenario's numbers.
std::string words_of(const Valuation& how, const EconomicsParameters& p) {
  std::string words = how.cautious ? fmt::format("{:g} of the value added gained", p.value_factor)
                                   : "all of the value added gained";
  if (how.trade) words += fmt::format(" and {:g} of trade", p.export_margin);
  if (how.cautious) words += fmt::format(", less {:g} % deadweight", 100 * p.deadweight);
  return words;
}

}  // namespace

Rates rates_of(const Scenario& scenario) {
  const Parameters& all = scenario.parameters;
  const EconomicsParameters& p = all.economics;
  const double discount = math::log1p(p.discount_rate);
  const double gone = discount + all.firms.exit_rate - all.firms.trend;
  const double stays = all.learning.embedded_share;
  const double deals =
      discount + all.firms.exit_rate + all.trade.end_hazard - math::log1p(all.trade.growth);
  return {.discount = p.discount_rate,
          .deadweight = p.deadweight,
          .value_factor = p.value_factor,
          .import_value = p.export_margin * all.trade.exchange_dollar,
          .gain_years = stays * annuity(gone, p.years_after) +
                        (1.0 - stays) * annuity(gone + all.learning.practice_decay, p.years_after),
          .trade_years = annuity(deals, p.years_after)};
}

EconomicsWriter::EconomicsWriter(const Scenario& scenario, const StudyShape& shape,
                                 const ResponseLayout& layout)
    : scenario_(scenario),
      shape_(shape),
      layout_(layout),
      rates_(rates_of(scenario)),
      worlds_(shape.worlds()) {
  values_.reserve(shape.replications * shape.policies.size());
}

void EconomicsWriter::add(std::size_t world, const std::vector<double>& responses) {
  worlds_[world] =
      responses.empty() ? Flows{} : flows_of(layout_, responses, shape_.period_first_year());
}

void EconomicsWriter::close_replication() {
  const auto known = [&](std::size_t world) { return !worlds_[world].public_cost.empty(); };
  const bool stop_known = shape_.reference_worlds && known(stop_world);
  for (std::size_t policy = 0; policy < shape_.policies.size(); ++policy) {
    const std::size_t world = shape_.first_policy() + policy;
    values_.push_back(stop_known && known(world)
                          ? appraise(worlds_[world], worlds_[stop_world], rates_)
                          : no_appraisal());
  }
}

double EconomicsWriter::value(std::size_t variable, std::size_t valuation, std::size_t policy,
                              std::size_t replication) const {
  return values_[replication * shape_.policies.size() + policy].value(Economic(variable),
                                                                      valuation);
}

std::vector<double> EconomicsWriter::public_costs() const {
  std::vector<double> costs;
  if (!shape_.reference_worlds) return costs;
  for (std::size_t policy = 0; policy < shape_.policies.size(); ++policy)
    for (std::size_t r = 0; r < shape_.replications; ++r)
      costs.push_back(value(std::size_t(Economic::public_cost), 0, policy, r));
  return costs;
}

std::size_t EconomicsWriter::valuations_of(std::size_t variable) {
  return economics_variables[variable].by_valuation ? valuations.size() : 1;
}

std::vector<double> EconomicsWriter::statistics_of(std::size_t variable, bool less,
                                                   const Summarise& summarise) const {
  const std::size_t cells = valuations_of(variable), policies = shape_.policies.size();
  std::vector<double> made(statistic_count * cells * policies), kept;
  for (std::size_t cell = 0; cell < cells; ++cell)
    for (std::size_t policy = 0; policy < policies; ++policy) {
      kept.clear();
      for (std::size_t r = 0; r < shape_.replications; ++r) {
        const double base = less ? value(variable, cell, *shape_.baseline, r) : 0.0;
        const double one = value(variable, cell, policy, r) - base;
        if (!std::isnan(one)) kept.push_back(one);
      }
      const Summary summary = summarise(kept);
      for (std::size_t s = 0; s < statistic_count; ++s)
        made[(s * cells + cell) * policies + policy] = summary[s];
    }
  return made;
}

void EconomicsWriter::write(hid_t file, const Summarise& summarise, FileIndex& index) const {
  LabelledGroup group(file, group::economics,
                      "costs and benefits of each policy over the policy period, differences to "
                      "STOP in present values at its start; see docs/model.md, 3.13",
                      index);
  add_axes(group);
  h5::put_attribute(group.id(), "period",
                    fmt::format("{}-{}", shape_.period_first_year(), shape_.last_year()));
  h5::put_attribute(group.id(), "discount_rate", rates_.discount);
  h5::put_attribute(group.id(), "gain_years", rates_.gain_years);
  h5::put_attribute(group.id(), "trade_years", rates_.trade_years);
  for (std::size_t v = 0; v < economics_variables.size(); ++v) write_variable(group, v, summarise);
}

void EconomicsWriter::add_axes(LabelledGroup& group) const {
  std::vector<Named> how, what;
  std::vector<std::string> words;
  for (const Valuation& one : valuations) {
    how.push_back({one.id, one.label});
    words.push_back(words_of(one, scenario_.parameters.economics));
  }
  for (const StatisticText& one : statistics) what.push_back({one.id, {one.en, one.ko}});
  add_named_axis(group, "valuation", how, {"valuation", "평가 방식"});
  group.axis_texts("valuation_counts", "valuation", words,
                   {"what counts in the valuation", "편익 인정 범위"});
  add_policy_axis(group, shape_, scenario_);
  add_replication_axis(group, shape_);
  add_named_axis(group, "statistic", what, {"statistic", "통계량"});
  group.close_axes();
}

void EconomicsWriter::write_variable(LabelledGroup& group, std::size_t variable,
                                     const Summarise& summarise) const {
  const EconomicsVariable& is = economics_variables[variable];
  const std::string id(is.id);
  VariableText text{std::string(is.unit), std::string(is.label.en), std::string(is.label.ko),
                    std::string(is.meaning)};
  text.missing = "missing (NaN) where the policy or STOP failed or was not run";
  const auto axes = [&](std::string_view first, std::string_view last) {
    std::vector<std::string_view> names;
    for (const std::string_view name : {first, std::string_view(is.by_valuation ? "valuation" : ""),
                                        std::string_view("policy"), last})
      if (!name.empty()) names.push_back(name);
    return names;
  };
  std::vector<double> values;
  for (std::size_t cell = 0; cell < valuations_of(variable); ++cell)
    for (std::size_t policy = 0; policy < shape_.policies.size(); ++policy)
      for (std::size_t r = 0; r < shape_.replications; ++r)
        values.push_back(value(variable, cell, policy, r));
  h5::write_all(group.numbers(id, axes("", "replication"), text), H5T_NATIVE_DOUBLE, values.data());
  text.missing = "missing (NaN) where no replication has a value";
  const auto put = [&](std::string_view suffix, bool less) {
    h5::write_all(group.numbers(id + std::string(suffix), axes("statistic", ""), text),
                  H5T_NATIVE_DOUBLE, statistics_of(variable, less, summarise).data());
  };
  put(over_replications, false);
  if (!shape_.baseline) return;
  text.label_en += ", less the baseline";
  text.label_ko += ", 기준선 대비";
  text.meaning += "; difference to the baseline in the same replication";
  put(minus_baseline, true);
}

}  // namespace coopsim
