// SPDX-License-Identifier: Apache-2.0
// Japan's side: host places and reluctance to transfer technology (equation 14).
#pragma once
#include "sim/kernel/field.hpp"
#include "sim/values.hpp"

namespace coopsim {

struct JapanParameters {
  double reluctance_1993 = .38;      // rho, 0 to 1
  double reluctance_of_gap = .10;    // a1: for each 10 points of gap closed in a year
  double reluctance_of_benefit = .06;// a3: falls with partner benefit times win-win share
  double reluctance_noise = .02;
  Path<double> win_win = {{date(1993, 1, 1), .1}, {date(2006, 1, 1), .2}, {date(2007, 1, 1), .3}};
  double benefit_advisers = 200;     // engaged advisers at which partner benefit is 1 - 1/e
  double host_places = 360;          // a year
  double host_base = .5;             // share of places that needs no Japanese money
  double host_money_factor = 1.5;
  int host_reference_year = 1995;
  double withdrawal_rate = .03;      // a place and year at rho .5
  double withdrawal_slope = 2;
};

struct MacroParameters {
  Path<double> exchange_rate;        // KRW per 100 JPY, yearly mean
  Path<double> exports;              // Korea's exports, USD bn a year
  int known_to = 2006;               // last year of the paths that is used; a random walk follows
  double exchange_log_sd = .15;      // a year
  double exports_drift = .08;
  double exports_log_sd = .10;
};

}  // namespace coopsim
