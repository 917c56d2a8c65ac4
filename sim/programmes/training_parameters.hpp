// SPDX-License-Identifier: Apache-2.0
// Training in Japan: courses A1 to A6.
#pragma once
#include <array>

#include "sim/kernel/field.hpp"
#include "sim/values.hpp"

namespace coopsim {

struct CourseParameters {
  Money unit_cost;           // public cost of a seat
  double application_rate;   // a firm and year, before modifiers
  MonthSet start_months;     // one cohort a month named
  Path<double> length;       // days in Japan, by date of departure
  int camp_days = 0;         // language camp before departure
};

enum class SelectionRule : std::uint8_t { score, lottery, first_come };

struct TrainingParameters {
  CourseParameters a1 = {krw_million(18), .0051, MonthSet::of({5, 10}), 28.0, 0};
  CourseParameters a2 = {krw_million(25), .0254, MonthSet::of({5, 6, 9, 12}),
                         Path<double>{{date(1993, 1, 1), 120}, {date(1998, 1, 1), 90}, {date(2003, 1, 1), 60}}, 28};
  CourseParameters a3 = {krw_million(12), .0025, MonthSet::of({6, 10}), 10.0, 0};
  CourseParameters a4 = {krw_million(10), .0017, MonthSet::of({10}), 6.0, 0};
  CourseParameters a5 = {krw_million(13), .0068, MonthSet::of({4, 6, 9}), 14.0, 0};
  CourseParameters a6 = {Money{53'500}, .0017, MonthSet::of({4}), 180.0, 28};
  int call_days = 120;            // call opens this long before departure
  int window_days = 45;           // applications are taken for so long
  int selection_days = 30;        // selection after the deadline
  int association_interval = 3;   // years between two courses of one association
  int associations = 18;
  SelectionRule selection = SelectionRule::score;
  double staff_exponent = .4;     // application rate: (staff / 40) to this power
  double success_factor = 1.8;    //   after a full result in the last three years
  double tie_factor = .5;         //   + this for a firm with a Japanese tie
  double research_factor = 1.3;   //   of a firm that does research
  double yearly_decline = .01;    //   falls by this a year since 1993
  double rate_divisor = 1.24;     //   mean of the modifiers
  int persons_most = 5;           // persons an application
  double persons_chance = .19;    // 1 + Binomial(most - 1, chance)
  double score_best = 10.2;       // selection score = ac * (best - weakest expertise) + noise
  double score_noise = .3;
  double screening_days = .4;     // working days a file
  int screening_staff = 2;
  double dropout = .03;           // of a selected person before departure
  double refill = .60;            // chance that the waiting list fills the seat
  double quit_rate = .117;        // a year, of a returned trainee
  double rival_share = .4;        // of quitters that join a firm of the same sector
  double tie_chance = .15;        // a stay makes a Japanese tie
};

}  // namespace coopsim
