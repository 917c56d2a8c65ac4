// SPDX-License-Identifier: Apache-2.0
// The firms: what each starts with, how a year changes it, what it gains from services.
//
// Autonomous state (staff, shock, technology, first practice) and gains from programmes are kept
// apart; gains are added last, so that a world without programme has effect exactly 0.0. No
// formula uses a mean over firms that a programme can move.
#pragma once
#include <algorithm>
#include <array>
#include <cstdint>
#include <ranges>
#include <vector>

#include "sim/kernel/random.hpp"
#include "sim/kernel/time.hpp"
#include "sim/world/fading.hpp"
#include "sim/world/firm_parameters.hpp"
#include "sim/world/identity.hpp"
#include "sim/world/learning_parameters.hpp"

namespace coopsim {

inline constexpr std::size_t field_count = 10;   // fields of expertise a firm has
inline constexpr double least_technology = 1.0;  // percent of the frontier, of any firm or field

struct Firm {
  double log_staff = 0;
  double log_value_added = 0;  // ln LP at the 2006 level, without trend, shock and effect
  double shock = 0;            // epsilon of equation 8
  double effect = 0;           // programme effect on ln LP at the last birthday
  double practice_start = 0;   // M_0
  double technology_2005 = 0;  // autonomous technology level in 2005, Japan = 100
  double research = 0;         // min(1, intensity / reference) if the firm does research, else 0
  double practice_kept = 0, practice_fading = 0;  // G^M at `settled`
  Time settled{};                                 // when gains were last brought forward
  std::int32_t last_success_day = -1'000'000;     // day number of the last full result
  std::uint32_t skills = 0;                       // 1 + index into the skill gains; 0: none
  std::uint16_t generation = 0;
  Sector sector{};
  Region region{};
  std::uint8_t ties = 0;  // Japanese partners
  bool does_research = false;
  bool exporter = false;
  bool served = false;  // ever had a trainee back or an adviser
  bool gained = false;  // has gains, be it from a quitter of another firm
};

using Expertise = std::array<double, field_count>;

// What a firm gained in its ten fields of expertise (G^E).
struct SkillGains {
  double kept[field_count] = {}, fading[field_count] = {};
};

// What is left of a firm's gains at one moment: of practice, and of expertise over all fields
// (which is points of technology level).
struct Gains {
  double practice = 0, skills = 0;
};

// The same for all firms at one moment: the frontier and how far gaps have closed.
struct TechnologyClock {
  double frontier;   // E* / 10
  double remaining;  // share of the 2005 gap that is left; above 1 before 2005

  // Of a firm without programme. Going back from 2005 with a large catch-up, gaps would grow beyond
  // the frontier itself: they end where a firm has next to nothing, and leads where it has twice
  // the frontier.
  double technology(double technology_2005) const {
    const double ratio = 1.0 - (1.0 - technology_2005 / 100.0) * remaining;
    return 100.0 * frontier * std::clamp(ratio, least_technology / 100.0, 2.0);
  }
};

// No firm's staff to this power exceeds it.
double power_bound(double exponent, const FirmParameters&);

class Firms {
 public:
  // `value_added_share`: of sales, for firms whose sales are given.
  Firms(const FirmParameters&, double value_added_share, const LearningParameters&, const Random&);

  std::size_t count() const { return firms_.size(); }
  auto slots() const { return std::views::iota(std::uint32_t(0), std::uint32_t(count())); }
  const Firm& operator[](std::uint32_t slot) const { return firms_[slot]; }
  FirmId id(std::uint32_t slot) const { return {slot, firms_[slot].generation}; }
  bool lives(FirmId firm) const { return firms_[firm.slot].generation == firm.generation; }
  Where where(std::uint32_t slot) const;
  // Birthdays are spread evenly over the year in slot order, so that the firms of a day lie
  // together in memory. A firm leaves on a birthday.
  Time birthday(std::uint32_t slot, int year) const {
    return date(year, 1, 1) + days(std::int64_t(std::uint64_t(slot) * 365 / count()));
  }
  // Slots of one sector, ascending: sectors stay with their slot.
  const std::vector<std::uint32_t>& of_sector(Sector sector) const {
    return by_sector_[index(sector)];
  }

  // One birthday: shock, exit and entry, growth, ends of ties (equation 11). True if it lived on.
  bool live_a_year(std::uint32_t slot, int year, Time now, const Random&);

  double staff(std::uint32_t slot) const;
  Gains gains(std::uint32_t slot, Time now) const;
  double practice(std::uint32_t slot, Time now) const;
  double technology(std::uint32_t slot, Time now, const TechnologyClock&) const;
  // Effect of programmes on ln LP, exactly 0.0 without gains (equation 8).
  double effect(std::uint32_t slot, const Gains&, const TechnologyClock&) const;
  // ln LP, KRW million a person.
  double log_productivity(std::uint32_t slot, Time now, double effect) const;
  double absorptive_capacity(std::uint32_t slot, Time now) const;  // equation 4
  // E of equation 1, field by field.
  Expertise expertise(std::uint32_t slot, Time now, const TechnologyClock&, const Random&) const;

  TechnologyClock technology_clock(Time now) const;

  // Gains; `amount` before the ceiling of practice (equation 5), what is returned after it. Half
  // stays, half fades.
  double gain_practice(std::uint32_t slot, double amount, Time now);
  void gain_skill(std::uint32_t slot, std::size_t field, double amount, Time now);
  void mark_served(std::uint32_t slot) { firms_[slot].served = true; }
  void mark_success(std::uint32_t slot, Time now);
  void add_tie(std::uint32_t slot);

  const FirmParameters& parameters() const { return parameters_; }
  const LearningParameters& learning() const { return learning_; }

 private:
  const TechnologyClock& clock_of_birthdays(Time now);
  void enter(std::uint32_t slot, int year, const Random&);
  void start_as(Firm&, const GivenFirm&, double value_added_share) const;
  double first_log_staff(EntityId who, const Random&) const;
  bool exits(double u, double change) const;
  void settle(Firm&, Time now);
  double practice_left(const Firm&, Time now) const;
  double skill_left(const Firm&, Time now) const;
  double grown(double log_staff, double u, double change) const;

  FirmParameters parameters_;
  LearningParameters learning_;
  std::vector<Firm> firms_;
  std::vector<SkillGains> skills_;
  std::vector<std::vector<std::uint32_t>> by_sector_;
  Fading practice_fading_, skill_fading_;
  Time birthday_ = Time::min();  // the last one, with its clock
  TechnologyClock birthday_clock_{};
  double log_staff_least_, log_staff_most_, log_staff_mean_, shock_step_, exit_bound_,
      tie_end_chance_;
};

}  // namespace coopsim
