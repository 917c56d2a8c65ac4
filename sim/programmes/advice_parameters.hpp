// SPDX-License-Identifier: Apache-2.0
// Retired Japanese engineers as advisers: account B7.
#pragma once
#include "sim/kernel/distribution.hpp"
#include "sim/kernel/field.hpp"
#include "sim/values.hpp"

namespace coopsim {

struct AdviceParameters {
  Path<double> registrations = {{date(2007, 1, 1), 40}, {date(2007, 7, 1), 105},
                                {date(2010, 1, 1), 76}, {date(2015, 1, 1), 135}};  // persons a year
  double recruitment_effort = 1;     // scales registrations and the upkeep cost
  int vetting_days = 30;
  Distribution age = Distribution(Distribution::Law::normal, {62, 3});  // years at registration
  double age_least = 58;
  double age_most = 72;
  double stop_age = 76;
  double health_exit = .02;          // a year at 60
  double health_growth = .09;        // of ln hazard a year of age
  double interest_loss = .05;        // a year
  double availability = .35;         // share of time an idle adviser is ready to go
  double absence_months = 13;        // mean spell of absence
  double quality_log_sd = .2;
  int short_limit = 3;               // firms at one time on short engagements
  Money upkeep = krw_million(100);   // of the database, a year
  Time first_needs = date(2008, 1, 1);
  double need_rate = .015;           // a firm and year, before modifiers
  double staff_exponent = .2;
  double tie_factor = .5;
  double research_factor = 1.3;
  double rate_divisor = 1.3;
  double price_response = .5;        // need rate ~ (firm's share of cost) to minus this power
  double screening_days = .4;
  int screening_staff = 2;
  int matching_days = 2;             // a year
  double match_half = 22;            // advisers of a specialisation at which a try succeeds by 1/2
  int tries = 2;
  double patience_months = 9;
  Distribution months = Distribution(Distribution::Law::triangular, {2, 6, 12});
  double long_from_months = 6;       // longer engagements are "long"
  double long_share = .6;            // of engagements (lever: long and short mix)
  int long_fields = 3;
  int short_fields = 1;
  Money cost_per_month = Money{4'500};
  Path<double> public_share = {{date(2008, 1, 1), .35}, {date(2014, 1, 1), .40}};  // interpolated
  double ramp_start = 2007.3;        // year
  double ramp_years = 3;
  int visit_days = 4;                // days a month
  int interpreters = 20;
  double renewal = .3;               // after a full or partial result
  int follow_up_months = 12;
};

}  // namespace coopsim
