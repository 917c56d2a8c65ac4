// SPDX-License-Identifier: Apache-2.0
// What each firm starts with, and how it goes on without any programme.
#pragma once
#include <array>

#include "sim/kernel/field.hpp"
#include "sim/world/places.hpp"

namespace coopsim {

struct PerSector {
  double machinery = 0, electronics = 0, metals = 0, automobile = 0, chemicals = 0, moulds = 0,
         dyeing = 0, optics = 0, metrology = 0;
  constexpr std::array<double, sector_count> values() const {
    return {machinery, electronics, metals, automobile, chemicals, moulds, dyeing, optics,
            metrology};
  }
};

struct PerRegion {
  double capital = 0, daegu = 0, busan = 0, daejeon = 0, other = 0;
  constexpr std::array<double, region_count> values() const {
    return {capital, daegu, busan, daejeon, other};
  }
};

struct FirmParameters {
  int count = 10'000;
  PerSector sector_share = {.24, .22, .18, .13, .12, .05, .03, .02, .01};
  PerRegion region_share = {.541, .159, .152, .082, .066};
  double staff_median = 40;       // persons
  double staff_log_sd = 1.2;
  double staff_least = 5;         // persons: reflected here
  double staff_most = 299;        // persons: and here
  double staff_mean = 69;         // persons: the S-bar of size dispersion, a constant
  double value_added_median = 55; // KRW million a person at the 2006 level
  double value_added_log_sd = .5;
  double trend = .03;             // g_s, growth of ln LP a year
  double shock_memory = .7;       // AR(1)
  double shock_sd = .10;          // stationary sd of epsilon
  double research_share = .226;
  double research_intensity_median = .0207;
  double research_intensity_log_sd = .8;
  PerSector technology_2005 = {87.2, 89.2, 88.0, 85.3, 88.8, 80, 82, 75, 78};
  double technology_sd = 8;       // between firms, points
  double field_sd = 1.2;          // between the ten fields of a firm, expertise units
  double practice_mean = .40;     // also the M-bar_0 of the ceiling
  double practice_sd = .15;
  double exporter_share = .35;
  double tie_share = .15;         // firms with a Japanese partner in 1993
  double tie_end_rate = .13;      // a year
  double exit_rate = .05;         // a year
  double exit_response = 1.5;
  double growth_scale = .2;       // Laplace b at mean size
  double growth_exponent = .2;    // b falls with size to this power
  double growth_response = .5;    // of ln staff to the year's change of ln LP
  double frontier_growth = .01;   // g_J a year
  double catch_up = .02;          // share of the gap closed a year, to 2006
  double catch_up_later = .02;    // the same from 2007
};

}  // namespace coopsim
