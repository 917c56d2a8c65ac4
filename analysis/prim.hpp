// SPDX-License-Identifier: Apache-2.0
// Scenario discovery: under which factor values the cases of interest come about, as one box that
// can be said in words (PRIM: Friedman and Fisher 1999; Bryant and Lempert 2010), and whether there
// is such a box at all: a search over many boxes finds a dense one in pure chance too.
#pragma once
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "analysis/box_peeling.hpp"

namespace coopsim {

struct PrimOptions {
  PeelingOptions peeling;
  // In data where factors decide nothing, a box is found at this rate at most, exactly at it where
  // level * (permutations + 1) is whole and no ties occur.
  double level = .05;
  int permutations = 199;
  double limit_level = .05;  // a limit with a larger quasi-p-value is not significant
  int halves = 20;           // random halves of the points in which the search is repeated
  std::int64_t seed = 1;
};

struct BoxLimit {
  std::size_t factor = 0;
  bool lower = true;  // the factor is at least `value`; else at most
  double value = 0;
  // The chance of as many cases as the box holds, had each of its points the density of the box
  // without this limit (binomial; Bryant and Lempert 2010). Quasi: the box was searched for, which
  // makes it too small, and its own points are in that density, which makes it too large. It sorts
  // out limits that chance put there; where points are few, some real ones with them.
  double quasi_p = 1;
  bool significant = false;
};

struct Prim {
  bool found = false;
  // Share of random orders of the cases, as they came included, in which the best fit on the way
  // inwards is no worse.
  double p_value = 1;
  std::vector<Box> trajectory;  // from all points inwards, to choose another box from
  std::size_t best = 0;         // of the trajectory: the best fit
  // The best, pasted; that of all points where none was found.
  Box box;
  std::vector<BoxLimit> limits;  // of the box, by factor, the lower first
  // The box without its limits that are not significant, the least significant taken off first and
  // the others tested again: what to say in words. Most boxes have a limit that chance put there.
  Box essential;
  std::vector<BoxLimit> essential_limits;
  // Of each factor: share of random halves of the points in which the best box restricts it. Known
  // whether or not a box was found; a limit that seldom comes again is not to be relied upon.
  std::vector<double> restricted_again;
  std::size_t points = 0, cases = 0, left_out = 0;  // left out: neither case nor not
};
// `cases`: one a point: 1 is a case of interest, 0 is none, NaN is missing. For a second box, set
// the points of the first to NaN. REQUIRES: no other values, permutations and halves not negative.
Prim prim(const FactorTable& points, std::span<const double> cases,
          const PrimOptions& options = {});

// 1 where the response is above (below) the threshold, 0 where not, NaN where it is missing.
std::vector<double> cases_above(std::span<const double> responses, double threshold);
std::vector<double> cases_below(std::span<const double> responses, double threshold);

// Of one box, the tests of its limits on their own.
std::vector<BoxLimit> box_limits(const FactorTable& points, std::span<const double> cases,
                                 const Box& box, double limit_level = .05);

}  // namespace coopsim
