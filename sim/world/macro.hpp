// SPDX-License-Identifier: Apache-2.0
// The economy around the programme: yen rate and Korea's exports. Nothing in this slice reacts to
// them; they are published and carried so that trade programmes find them.
#pragma once
#include "sim/kernel/random.hpp"
#include "sim/world/japan_parameters.hpp"

namespace coopsim {

class Macro {
 public:
  explicit Macro(const MacroParameters& p) : parameters_(p) {}

  // Enters `year`: from the paths while they are known, a random walk after that. A run that starts
  // later than what is known walks the years between first. REQUIRES: year after year.
  void start_year(int year, const Random&);
  double exchange_rate() const { return exchange_rate_; }  // KRW per 100 JPY
  double exports() const { return exports_; }              // USD bn a year

 private:
  void walk(int year, const Random&);  // one step of the random walk

  MacroParameters parameters_;
  bool started_ = false;
  double exchange_rate_ = 0, exports_ = 0;
};

}  // namespace coopsim
