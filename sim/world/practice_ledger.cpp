// SPDX-License-Identifier: Apache-2.0
#include "sim/world/practice_ledger.hpp"

#include "sim/kernel/math.hpp"

namespace coopsim {
namespace {

// What rounding leaves of a difference of practice; a gain is far larger.
constexpr double rounding = 1e-12;

}  // namespace

double PracticeLedger::share_left(Time since) const {
  return math::exp(-decay_ * in_years(now_ - since));
}

void PracticeLedger::begin(int year, Time now, double decay) {
  const Time before = now_;
  year_ = year;
  now_ = now;
  decay_ = decay;
  year_left_ = share_left(before);
  last_.swap(current_);
  current_.clear();
  next_ = 0;
  Cohort& cohort = cohorts_[std::size_t(year) % cohorts];
  cohort.year = year;
  cohort.counted = now;
  cohort.gains.clear();
}

void PracticeLedger::saw(FirmId firm, double kept, double fading) {
  const auto generation = std::uint16_t(firm.generation);
  current_.push_back({kept, fading, firm.slot, generation});
  while (next_ < last_.size() && last_[next_].slot < firm.slot) ++next_;
  const bool known = next_ < last_.size() && last_[next_].slot == firm.slot &&
                     last_[next_].generation == generation;
  const double more_kept = known ? kept - last_[next_].kept : kept;
  const double more_fading = known ? fading - last_[next_].fading * year_left_ : fading;
  if (more_kept < rounding && more_fading < rounding) return;
  cohorts_[std::size_t(year_) % cohorts].gains.push_back(
      {firm.slot, generation, float(more_kept), float(more_fading)});
}

}  // namespace coopsim
