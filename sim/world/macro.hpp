// SPDX-License-Identifier: Apache-2.0
// The economy around the programme: yen rate, Korea's exports, and the trade balance that these
// make without any programme. No programme can move them.
#pragma once
#include "sim/kernel/random.hpp"
#include "sim/world/macro_parameters.hpp"

namespace coopsim {

class Macro {
 public:
  explicit Macro(const MacroParameters& p) : parameters_(p) {}

  // Enters `year`: from the paths while they are known, a random walk after that. A run that starts
  // later than what is known walks the years between first. REQUIRES: year after year.
  void start_year(int year, const Random&);
  double exchange_rate() const { return exchange_rate_ * exchange_shock_; }  // KRW per 100 JPY
  double exports() const { return exports_ * exports_shock_; }               // USD bn a year
  // From now on both are what they would be, times these; the walk goes on below.
  void shock(double exchange, double exports) {
    exchange_shock_ = exchange;
    exports_shock_ = exports;
  }
  // Deficit in parts and materials with Japan in `year`, the year last entered, USD bn: equation 12
  // without its programme terms.
  double deficit(int year) const;

 private:
  void walk(int year, const Random&);  // one step of the random walk

  MacroParameters parameters_;
  bool started_ = false;
  double exchange_rate_ = 0, exports_ = 0;
  double exchange_shock_ = 1, exports_shock_ = 1;
};

}  // namespace coopsim
