// SPDX-License-Identifier: Apache-2.0
// What one finished service from Japan does to a firm: guidance, a joint project, an alliance.
#pragma once
#include <cstdint>

#include "sim/kernel/random.hpp"
#include "sim/world/identity.hpp"

namespace coopsim {

struct Context;

struct Service {
  Account account;       // that pays for it
  double eta;            // strength of learning in expertise
  double dose;           // ln(1 + D/d)
  double practice;       // rise of the practice index at full result, before uptake
  bool practice_uptake;  // whether absorptive capacity counts for practice too
  Purpose result, field, core;
};

// What a gain of practice and a gain of technology, in points, mean for ln productivity (8), as the
// firm stands after both.
double productivity_gain(std::uint32_t slot, double practice, double skill, Time, const Context&);

// Gains that a service made are credited to its account, for the performance review: practice and
// points of technology as they were gained. Costs nothing where nobody reviews.
void credit(Account, std::uint32_t slot, double practice, double skill, Time, Context&);

// Draws the result of the service (full 1, partial 1/2, none 0), teaches accordingly and marks the
// firm as served. `occasion` is the address of the draws. REQUIRES: the firm lives.
double teach(const Service&, FirmId, std::uint32_t occasion, Time, Context&);

}  // namespace coopsim
