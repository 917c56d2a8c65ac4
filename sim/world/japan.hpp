// SPDX-License-Identifier: Apache-2.0
// Japan's side: reluctance to transfer technology, partner benefit, host places.
#pragma once
#include <algorithm>

#include "sim/kernel/random.hpp"
#include "sim/values.hpp"
#include "sim/world/japan_parameters.hpp"

namespace coopsim {

// What lives on between Japanese and Korean firms, per unit of budget.scale.
struct Partnerships {
  double deals = 0, alliances = 0, advisers = 0;
};

class Japan {
 public:
  explicit Japan(const JapanParameters& p) : parameters_(p), reluctance_(p.reluctance_1993) {}

  double reluctance() const { return reluctance_; }                       // rho, 0 to 1
  double win_win(Time now) const { return parameters_.win_win.at(now); }  // omega, 0 to 1
  // Benefit of Japanese partners, 0 to 1 (B^JP, K28).
  double partner_benefit(const Partnerships&) const;
  // Equation 14, once a year; `gap_closed` in points of technology level. Leaks have raised
  // reluctance when they came to light (K14).
  void end_year(int year, double gap_closed, const Partnerships&, Time now, const Random&);
  // Chance of a leak within `years`, where `engagements` live at a budget of `scale`.
  double leak_chance(double engagements, double safeguards, double scale, double years) const;
  void leak() { raise_reluctance(parameters_.leak_jump); }
  void raise_reluctance(double by) { reluctance_ = std::clamp(reluctance_ + by, 0.0, 1.0); }

  // Places that Japanese hosts offer in a year when Japan's training money is `money` (K: section
  // 2.3 of the model page).
  int host_places(Money money, Money reference, double scale) const;
  // Chance that a host withdraws one place within a year.
  double withdrawal_chance() const;

 private:
  JapanParameters parameters_;
  double reluctance_;
};

}  // namespace coopsim
