// SPDX-License-Identifier: Apache-2.0
// How the firms of a world stood at each year's end, at the instant at which responses count them.
#pragma once
#include <cstdint>
#include <vector>

#include "sim/run_observer.hpp"

namespace coopsim {

struct FirmStanding {
  double log_productivity;  // ln LP
  float practice, technology, staff;
  std::uint16_t generation;
  Sector sector;
  Region region;
};

struct FirmsOfYear {
  int year;
  Time at;                          // the instant of the count
  std::vector<FirmStanding> firms;  // by slot
};

class FirmYears {
 public:
  // Before an event: looks at the firms if it is a year's end.
  void look(const Entry<Event>&, const World&);
  const std::vector<FirmsOfYear>& years() const { return years_; }

 private:
  std::vector<FirmsOfYear> years_;
};

// A firm under two policies.
struct FirmDifference {
  FirmId firm;
  FirmStanding a, b;
  double difference() const { return b.log_productivity - a.log_productivity; }  // of ln LP
};

// Firms that live in both worlds at a year's end, by what the second does to them.
struct FirmCounts {
  int gaining = 0, losing = 0;  // by more than effects.moved_from
  int less = 0, equal = 0;      // a smaller difference; none at all
  int apart = 0;                // places where another firm lives, or none
};

struct FirmComparison {
  FirmCounts counts;
  // Largest first; ties in order of their numbers.
  std::vector<FirmDifference> gained, lost;
};

// `most`: of each list that is kept. REQUIRES: the same year of both.
FirmComparison compare_firms(const FirmsOfYear& a, const FirmsOfYear& b, double moved_from,
                             std::size_t most);

}  // namespace coopsim
