// SPDX-License-Identifier: Apache-2.0
#include "analysis/stand_in.hpp"

#include <algorithm>
#include <charconv>

#include "analysis/sweep_axes.hpp"
#include "analysis/sweep_sensitivity.hpp"

namespace coopsim {
namespace {

bool is_number(const std::string& text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc{} && end == text.data() + text.size();
}

// As --set takes it: "lottery" without its marks.
std::string chosen_text(const std::string& setting) {
  std::string text = setting.substr(setting.find('=') + 1);
  if (text.size() > 1 && text.front() == '"' && text.back() == '"')
    text = text.substr(1, text.size() - 2);
  return text;
}

// Empty where the factor is no list, or one of numbers.
std::vector<StandInChoice> choices_of(const SweepPoints& points, std::size_t factor) {
  std::vector<StandInChoice> choices;
  if (!points.factors[factor].statement.starts_with("values [")) return choices;
  for (std::size_t p = 1; p < points.ids.size(); ++p) {
    const std::size_t cell = p * points.factors.size() + factor;
    StandInChoice one{chosen_text(points.settings[cell]), points.values[cell]};
    if (is_number(one.text)) return {};
    if (std::ranges::find(choices, one.value, &StandInChoice::value) == choices.end())
      choices.push_back(std::move(one));
  }
  std::ranges::sort(choices, {}, &StandInChoice::value);
  return choices;
}

StandInFactor factor_of(const SweepPoints& points, const SweepAxes& axes, std::size_t axis) {
  const std::size_t column = axes.column[axis], factors = points.factors.size();
  StandInFactor factor{axes.names[axis],
                       points.factors[column].path,
                       points.factors[column].unit,
                       points.values[column],
                       0,
                       0,
                       choices_of(points, column)};
  factor.least = factor.most = points.values[factors + column];
  for (std::size_t p = 2; p < points.ids.size(); ++p) {
    factor.least = std::min(factor.least, points.values[p * factors + column]);
    factor.most = std::max(factor.most, points.values[p * factors + column]);
  }
  return factor;
}

}  // namespace

StandIn stand_in(const SweepTotals& totals, const SweepTotals::Response& response,
                 std::size_t policy, std::optional<std::size_t> less) {
  const SweepAxes axes = sweep_axes(totals.points);
  std::vector<StandInFactor> factors;
  for (std::size_t axis = 0; axis < axes.column.size(); ++axis)
    factors.push_back(factor_of(totals.points, axes, axis));
  const std::vector<double> means = point_means(totals, response, policy, less);
  return {
      std::move(factors),
      Surrogate(axis_table(totals.points, axes, totals.points.values), std::span(means).subspan(1)),
      means.front()};
}

std::vector<double> steps_over(const StandInFactor& factor, std::size_t steps) {
  std::vector<double> values;
  if (!factor.choices.empty()) {
    for (const StandInChoice& choice : factor.choices) values.push_back(choice.value);
    return values;
  }
  for (std::size_t i = 0; i < steps; ++i)
    values.push_back(factor.least + (factor.most - factor.least) * double(i) / double(steps - 1));
  return values;
}

}  // namespace coopsim
