// SPDX-License-Identifier: Apache-2.0
// How long practice lasts: what firms gained in each year, and what of it is left five years later.
//
// Only firms that gained stand here. A year's gain is what was added to a firm's practice since the
// last year's end, as it stands on 31 December; the law of fading and the firm's end do the rest.
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "sim/kernel/time.hpp"
#include "sim/world/identity.hpp"

namespace coopsim {

class PracticeLedger {
 public:
  static constexpr int lasting_years = 5;

  // Begins the count of a year's end; practice that fades does so at `decay` a year.
  void begin(int year, Time now, double decay);
  // A firm with gains: what is left of them that stays for good, and that fades. REQUIRES: in order
  // of slots, between `begin` and `end`.
  void saw(FirmId firm, double kept, double fading);

  // Sums over firms of the practice gained in `year`: left at its end, and left now.
  struct Retained {
    int year = 0;
    double then = 0, now = 0;
  };
  // Of the year five years ago; `lives(FirmId)` says who is still there.
  template <class Lives>
  Retained end(Lives&& lives) const {
    const Cohort& cohort = cohort_of(year_ - lasting_years);
    Retained sum{year_ - lasting_years, 0, 0};
    if (cohort.year != sum.year) return sum;
    const double left = share_left(cohort.counted);
    for (const Gain& gain : cohort.gains) {
      sum.then += double(gain.kept) + double(gain.fading);
      if (lives(FirmId{gain.slot, gain.generation}))
        sum.now += double(gain.kept) + double(gain.fading) * left;
    }
    return sum;
  }

 private:
  struct Standing {
    double kept, fading;
    std::uint32_t slot;
    std::uint16_t generation;
  };  // of a firm with gains, at a year's end
  struct Gain {
    std::uint32_t slot;
    std::uint16_t generation;
    float kept, fading;
  };
  struct Cohort {
    int year = 0;
    Time counted{};
    std::vector<Gain> gains;
  };
  static constexpr std::size_t cohorts = lasting_years + 1;
  const Cohort& cohort_of(int year) const { return cohorts_[std::size_t(year) % cohorts]; }
  double share_left(Time since) const;

  int year_ = 0;
  Time now_{};
  double decay_ = 0, year_left_ = 1;  // of what fades, since the last year's end
  std::vector<Standing> last_, current_;
  std::size_t next_ = 0;  // of `last_`
  std::array<Cohort, cohorts> cohorts_{};
};

}  // namespace coopsim
