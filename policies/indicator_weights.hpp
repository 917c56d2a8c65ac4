// SPDX-License-Identifier: Apache-2.0
// What the performance review counts, output or outcome, and how well it measures it. Without
// `concentration` nothing follows from it.
#pragma once
#include "policies/lever.hpp"
#include "policies/lever_values.hpp"

namespace coopsim {

struct IndicatorWeights {
  static constexpr std::string_view name = "indicator_weights";
  static constexpr Label label = {"Weights of the indicators", "성과지표 가중치"};
  static constexpr std::string_view meaning =
      "sets how much each of the four indicators of an account counts in its score, and the error "
      "of a score; the defaults measure outcome, delivered 0.6, gain 0, execution 0.2 measure "
      "output";

  double delivered = .1;
  double gain = .6;
  double applications = .2;
  double execution = .1;
  double noise = .5;
  Time from = {};

  void edits(Edits& edits) const;
  void announce(Announcements& calendar) const;
  friend bool operator==(const IndicatorWeights&, const IndicatorWeights&) = default;
};

constexpr auto fields(Of<IndicatorWeights>) {
  using I = IndicatorWeights;
  constexpr auto choice = assumption("L09, F30: a planner's choice");
  return FieldList{
      field("delivered", &I::delivered, "1", {0, 1}, {"delivered", "실적"},
            "weight of units delivered per unit planned; weights are taken to hundredths", choice),
      field("gain", &I::gain, "1", {0, 1}, {"gain", "성과"},
            "weight of value added gained and contracts won per public money", choice),
      field("applications", &I::applications, "1", {0, 1}, {"applications", "수요"},
            "weight of applications per place", choice),
      field("execution", &I::execution, "1", {0, 1}, {"execution", "집행률"},
            "weight of money paid per money appropriated", choice),
      field("noise", &I::noise, "1", {0, 10}, {"noise", "오차"},
            "standard deviation of the error of a score; sweep 0-1.5", choice),
      field("from", &I::from, "date", {}, {"from", "시작"},
            "first day; policies_start if not given", choice)};
}
static_assert(declares_every_member<IndicatorWeights>);

}  // namespace coopsim
