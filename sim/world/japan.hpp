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

  double reluctance() const { return reluctance_; }  // rho, 0 to 1
  double win_win(Time now) const {                   // omega, 0 to 1
    return win_win_ >= 0 ? win_win_ : parameters_.win_win.at(now);
  }
  // From now on, whatever the parameters' path says; below zero: the path again.
  void set_win_win(double share) { win_win_ = share; }
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
  // 2.3 of the model page). `assured`: part of what reluctance and money take that is kept.
  int host_places(Money money, Money reference, double scale, double assured = 0) const;
  // Chance that a host withdraws one place within a year.
  double withdrawal_chance(double assured = 0) const;

 private:
  JapanParameters parameters_;
  double reluctance_;
  double win_win_ = -1;  // set by a policy
};

}  // namespace coopsim
