// SPDX-License-Identifier: Apache-2.0
// How performance is measured and how far money may follow it (equation 15). How strongly it does
// is a lever: without one nothing is moved.
#pragma once
#include "sim/kernel/field.hpp"

namespace coopsim {

struct ReviewParameters {
  double weight_delivered = .1;     // units delivered per unit planned
  double weight_gain = .6;          // value added and contracts per public money
  double weight_applications = .2;  // applications per place
  double weight_execution = .1;     // money paid per money appropriated
  double noise = .5;                // standard deviations of a score
  double contract_margin = .1;      // of the first year's value of a deal
  double score_limit = 2;           // of a standardised indicator, either side
  double step_limit = .35;          // of ln share, a year
  double floor = .005;              // share of an authority's year
  double ceiling = .30;
};

constexpr auto fields(Of<ReviewParameters>) {
  using R = ReviewParameters;
  return FieldList{
      field("weight_delivered", &R::weight_delivered, "1", {0, 1},
            {"weight of delivery", "실적 지표 가중치"},
            "weight of units delivered per unit planned in an account's score; 0.6 where output "
            "counts",
            assumption("F30 names indicators, none of them; [S]")),
      field(
          "weight_gain", &R::weight_gain, "1", {0, 1}, {"weight of gains", "성과 지표 가중치"},
          "weight of value added gained and contracts won per public money; 0 where output counts",
          assumption("F30; [S]")),
      field("weight_applications", &R::weight_applications, "1", {0, 1},
            {"weight of applications", "수요 지표 가중치"},
            "weight of applications per place offered", assumption("F30; [S]")),
      field("weight_execution", &R::weight_execution, "1", {0, 1},
            {"weight of execution", "집행률 지표 가중치"},
            "weight of money paid per money appropriated; 0.2 where output counts",
            assumption("F30; [S]")),
      field("noise", &R::noise, "1", {0, 10}, {"noise of scores", "성과지표 오차"},
            "standard deviation of the error of an account's yearly score; sweep 0-1.5",
            assumption("[S], threat 14")),
      field("contract_margin", &R::contract_margin, "1", {0, 1},
            {"margin of contracts", "계약 부가가치율"},
            "part of a new deal's first yearly value that counts as gain", assumption("[S]")),
      field("score_limit", &R::score_limit, "1", {0, 100}, {"limit of an indicator", "지표 상하한"},
            "standardised indicators count no further than this from the mean", assumption("K15")),
      field("step_limit", &R::step_limit, "1", {0, 10}, {"limit of a step", "연간 조정 한도"},
            "most by which one review moves the ln share of an account, before shares are made to"
            " sum again",
            assumption("K15")),
      field(
          "floor", &R::floor, "1", {0, 1}, {"floor", "계정 하한"},
          "share of its authority's year below which a review takes no open account; sweep 0-0.02",
          assumption("[S]")),
      field("ceiling", &R::ceiling, "1", {0, 1}, {"ceiling", "계정 상한"},
            "share of its authority's year above which a review takes no account; sweep 0.2-0.5",
            assumption("[S]"))};
}
static_assert(declares_every_member<ReviewParameters>);

}  // namespace coopsim
