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

  // Enters `year`: from the paths while they are known, a random walk after that.
  void start_year(int year, const Random&);
  double exchange_rate() const { return exchange_rate_; }  // KRW per 100 JPY
  double exports() const { return exports_; }              // USD bn a year

 private:
  MacroParameters parameters_;
  double exchange_rate_ = 0, exports_ = 0;
};

}  // namespace coopsim
