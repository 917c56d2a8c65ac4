// SPDX-License-Identifier: Apache-2.0
#include "analysis/sweep_figures.hpp"

#include <functional>
#include <limits>
#include <optional>
#include <utility>

#include "analysis/sweep_sensitivity.hpp"

namespace coopsim {
namespace {

constexpr double missing = std::numeric_limits<double>::quiet_NaN();
constexpr const char* of_response = "";  // the response's own unit

using OfFactor = std::function<double(const SweepSensitivity&, std::size_t factor)>;
using OfAll = std::function<double(const SweepSensitivity&)>;

struct FactorColumn {
  SweepFigures::Figure figure;
  OfFactor value;
};
struct OverallColumn {
  SweepFigures::Figure figure;
  OfAll value;
};

SweepFigures::Figure figure(std::string id, bool by_factor, VariableText text) {
  return {std::move(id), by_factor, std::move(text), {}};
}

// A column for every member of a factor's results.
template <class Of, class Value>
void add(std::vector<FactorColumn>& columns, std::string id, VariableText text, Of of,
         Value value) {
  columns.push_back(
      {figure(std::move(id), true, std::move(text)),
       [of, value](const SweepSensitivity& found, std::size_t i) { return of(found, i).*value; }});
}

std::vector<FactorColumn> screening_columns() {
  const auto of = [](const SweepSensitivity& found, std::size_t i) {
    return found.screening->factors[i];
  };
  using F = FactorScreening;
  std::vector<FactorColumn> columns;
  add(columns, "mu_star",
      {of_response, "mean size of the elementary effects", "기본효과 크기의 평균",
       "effect of the factor's whole range; Campolongo and others 2007"},
      of, &F::mu_star);
  add(columns, "mu_star_low",
      {of_response, "lower end of the 95 % interval of mu_star", "mu* 95 % 구간 하한",
       "percentile bootstrap over trajectories"},
      of, &F::mu_star_low);
  add(columns, "mu_star_high",
      {of_response, "upper end of the 95 % interval of mu_star", "mu* 95 % 구간 상한",
       "percentile bootstrap over trajectories"},
      of, &F::mu_star_high);
  add(columns, "mu",
      {of_response, "mean of the elementary effects", "기본효과의 평균", "with its sign"}, of,
      &F::mu);
  add(columns, "sigma",
      {of_response, "standard deviation of the elementary effects", "기본효과의 표준편차",
       "bends, or acts together with others"},
      of, &F::sigma);
  return columns;
}

std::vector<FactorColumn> index_columns() {
  const auto of = [](const SweepSensitivity& found, std::size_t i) {
    return found.indices->factors[i];
  };
  using I = SobolIndex;
  std::vector<FactorColumn> columns;
  add(columns, "first_order",
      {"1", "first-order Sobol index", "1차 소볼 지수",
       "share of the variance that would go if the factor were known"},
      of, &I::first);
  add(columns, "first_order_low",
      {"1", "lower end of the 95 % interval of first_order", "1차 지수 95 % 구간 하한",
       "percentile bootstrap over rows"},
      of, &I::first_low);
  add(columns, "first_order_high",
      {"1", "upper end of the 95 % interval of first_order", "1차 지수 95 % 구간 상한",
       "percentile bootstrap over rows"},
      of, &I::first_high);
  add(columns, "total_order",
      {"1", "total Sobol index", "총 소볼 지수",
       "share of the variance that the factor has a part in"},
      of, &I::total);
  add(columns, "total_order_low",
      {"1", "lower end of the 95 % interval of total_order", "총 지수 95 % 구간 하한",
       "percentile bootstrap over rows"},
      of, &I::total_low);
  add(columns, "total_order_high",
      {"1", "upper end of the 95 % interval of total_order", "총 지수 95 % 구간 상한",
       "percentile bootstrap over rows"},
      of, &I::total_high);
  return columns;
}

std::vector<FactorColumn> regression_columns() {
  const auto of = [](const SweepSensitivity& found, std::size_t i) {
    return found.regression->too_few_points || !found.regression->factors[i].separable
               ? RegressionEffect{missing, missing, missing, missing, false}
               : found.regression->factors[i];
  };
  using R = RegressionEffect;
  std::vector<FactorColumn> columns;
  add(columns, "src",
      {"1", "standardised regression coefficient", "표준화 회귀계수",
       "standard deviations of the response per standard deviation of the factor"},
      of, &R::src);
  add(columns, "prcc",
      {"1", "partial rank correlation", "편순위상관계수", "-1 to 1, the other factors taken off"},
      of, &R::prcc);
  add(columns, "prcc_p",
      {"1", "p-value of prcc", "편순위상관 p값", "two-sided, where the factor does nothing"}, of,
      &R::p_value);
  columns.push_back(
      {figure("main_effect", true,
              {of_response, "main effect", "주효과",
               "mean in the upper half of the factor's range less that in the lower"}),
       [](const SweepSensitivity& found, std::size_t i) { return found.main_effects[i].mean; }});
  columns.push_back({figure("main_effect_half_width", true,
                            {of_response, "half-width of the 95 % interval of main_effect",
                             "주효과 95 % 구간 반폭", "Welch's"}),
                     [](const SweepSensitivity& found, std::size_t i) {
                       return found.main_effects[i].half_width;
                     }});
  return columns;
}

std::vector<FactorColumn> factor_columns(const std::string& kind) {
  if (kind == "morris") return screening_columns();
  if (kind == "saltelli") return index_columns();
  return regression_columns();
}

std::vector<OverallColumn> overall_columns() {
  return {
      {figure("at_reference", false,
              {of_response, "at the reference point", "기준점에서의 값",
               "mean over replications, nothing set"}),
       [](const SweepSensitivity& found) { return found.reference; }},
      {figure("mean", false,
              {of_response, "mean over the factors' space", "요인공간 평균",
               "of a Monte Carlo design: held to the known mean of one factor, or over mirrored "
               "pairs; missing (NaN) of other designs"}),
       [](const SweepSensitivity& found) { return found.mean ? found.mean->mean.mean : missing; }},
      {figure("mean_half_width", false,
              {of_response, "half-width of the 95 % interval of mean", "평균 95 % 구간 반폭",
               "Student's t; missing (NaN) as the mean is"}),
       [](const SweepSensitivity& found) {
         return found.mean ? found.mean->mean.half_width : missing;
       }},
      {figure("chance_share", false,
              {"1", "share of chance", "우연의 비중",
               "of the variance between points: that of a point's mean"}),
       [](const SweepSensitivity& found) { return found.chance_share; }},
      {figure("predictive_r_squared", false,
              {"1", "predictive R squared", "예측 결정계수",
               "share of the variance that a quadratic in the factors predicts at points left "
               "out of its fit"}),
       [](const SweepSensitivity& found) { return found.predictive_r_squared; }},
      {figure("points_left_out", false,
              {"1", "points left out", "제외된 설계점", "a world of theirs failed"}),
       [](const SweepSensitivity& found) { return double(found.left_out); }}};
}

}  // namespace

SweepFigures sweep_figures(const SweepTotals& totals) {
  auto by_factor = factor_columns(totals.kind);
  auto overall = overall_columns();
  SweepFigures figures;
  const auto take = [&](const std::optional<SweepSensitivity>& found) {
    for (FactorColumn& column : by_factor)
      for (std::size_t i = 0; i < figures.factors.size(); ++i)
        column.figure.values.push_back(found ? column.value(*found, i) : missing);
    for (OverallColumn& column : overall)
      column.figure.values.push_back(found ? column.value(*found) : missing);
  };
  for (const auto& response : totals.responses)
    for (std::size_t policy = 0; policy < totals.policies.size(); ++policy) {
      const auto level = sweep_sensitivity(totals, response, policy, std::nullopt);
      figures.factors = level.factors;
      take(level);
      if (policy == totals.baseline)
        take(std::nullopt);
      else
        take(sweep_sensitivity(totals, response, policy, totals.baseline));
    }
  for (FactorColumn& column : by_factor) figures.figures.push_back(std::move(column.figure));
  for (OverallColumn& column : overall) figures.figures.push_back(std::move(column.figure));
  return figures;
}

}  // namespace coopsim
