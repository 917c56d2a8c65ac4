// SPDX-License-Identifier: Apache-2.0
#include "sim/world/firms.hpp"

#include <algorithm>
#include <cmath>

#include "sim/kernel/distribution.hpp"
#include "sim/kernel/math.hpp"
#include "sim/world/draws.hpp"

namespace coopsim {
namespace {

constexpr Time technology_base = date(2005, 1, 1);
constexpr Time productivity_base = date(2006, 1, 1);
constexpr Time catch_up_changes = date(2007, 1, 1);

// Reflects x once at each bound; a step is small against their distance.
double reflected(double x, double least, double most) {
  if (x < least) x = 2 * least - x;
  if (x > most) x = 2 * most - x;
  return std::clamp(x, least, most);
}

std::int32_t day_number(Time at) { return std::int32_t(at.time_since_epoch().count() / 86'400); }

}  // namespace

double power_bound(double exponent, const FirmParameters& firms) {
  constexpr double rounding = 1.0 + 1e-9;
  return rounding * math::exp(std::max(exponent * math::log(firms.staff_most),
                                       exponent * math::log(firms.staff_least)));
}

Firms::Firms(const FirmParameters& parameters, double value_added_share,
             const LearningParameters& learning, const Random& random)
    : parameters_(parameters),
      learning_(learning),
      firms_(std::size_t(parameters.count)),
      by_sector_(sector_count),
      practice_fading_(learning.practice_decay),
      skill_fading_(learning.skill_decay),
      log_staff_least_(math::log(parameters.staff_least)),
      log_staff_most_(math::log(parameters.staff_most)),
      log_staff_mean_(math::log(parameters.staff_mean)),
      shock_step_(parameters.shock_sd *
                  std::sqrt(1 - parameters.shock_memory * parameters.shock_memory)),
      exit_bound_(parameters.exit_rate * math::exp(std::abs(parameters.exit_response))),
      tie_end_chance_(1.0 - math::exp(-parameters.tie_end_rate)) {
  const auto sector_share = parameters.sector_share.values();
  const auto region_share = parameters.region_share.values();
  const std::vector<GivenFirm>* given = parameters.population.firms.get();
  for (std::uint32_t slot = 0; slot < firms_.size(); ++slot) {
    Firm& firm = firms_[slot];
    const EntityId place = entity_of(Kind::firm, slot);
    firm.sector = Sector(discrete_quantile(random.uniform(place, draw::sector), sector_share));
    firm.region = Region(discrete_quantile(random.uniform(place, draw::region), region_share));
    if (given) {
      firm.sector = (*given)[slot].sector;
      firm.region = (*given)[slot].region;
    }
    by_sector_[index(firm.sector)].push_back(slot);
    enter(slot, 0, random);
    if (given) start_as(firm, (*given)[slot], value_added_share);
    firm.ties = bernoulli(random.uniform(place, draw::first_tie), parameters.tie_share) ? 1 : 0;
  }
}

// Log-normal cut to its bounds: values outside are drawn again, each try its own occasion.
double Firms::first_log_staff(EntityId who, const Random& random) const {
  double log_staff = 0;
  for (std::uint32_t tries = 0; tries < 64; ++tries) {
    log_staff = normal_quantile(random.uniform(who, draw::staff, tries),
                                math::log(parameters_.staff_median), parameters_.staff_log_sd);
    if (log_staff >= log_staff_least_ && log_staff <= log_staff_most_) return log_staff;
  }
  return std::clamp(log_staff, log_staff_least_, log_staff_most_);
}

// A new firm in this slot, without gains; sector and region stay. REQUIRES: generation is set.
void Firms::enter(std::uint32_t slot, int year, const Random& random) {
  const FirmParameters& p = parameters_;
  Firm& firm = firms_[slot];
  const EntityId who = id(slot).entity();
  Firm fresh;
  fresh.generation = firm.generation;
  fresh.sector = firm.sector;
  fresh.region = firm.region;
  fresh.log_staff = first_log_staff(who, random);
  fresh.log_value_added = normal_quantile(random.uniform(who, draw::value_added),
                                          math::log(p.value_added_median), p.value_added_log_sd);
  fresh.does_research = bernoulli(random.uniform(who, draw::research), p.research_share);
  if (fresh.does_research) {
    const double intensity =
        log_normal_quantile(random.uniform(who, draw::research_intensity),
                            p.research_intensity_median, p.research_intensity_log_sd);
    fresh.research = std::min(1.0, intensity / learning_.research_reference);
  }
  fresh.practice_start = std::clamp(
      normal_quantile(random.uniform(who, draw::practice), p.practice_mean, p.practice_sd), .05,
      .95);
  fresh.technology_2005 =
      std::max(least_technology,
               normal_quantile(random.uniform(who, draw::technology),
                               p.technology_2005.values()[index(fresh.sector)], p.technology_sd));
  fresh.exporter = bernoulli(random.uniform(who, draw::exporter), p.exporter_share);
  fresh.shock =
      normal_quantile(random.uniform(who, draw::shock, std::uint32_t(year)), 0.0, p.shock_sd);
  firm = fresh;
}

// What is given replaces what was drawn; as each draw has its address, no other draw moves.
void Firms::start_as(Firm& firm, const GivenFirm& given, double value_added_share) const {
  firm.log_staff = math::log(given.staff);
  if (given.sales) firm.log_value_added = math::log(*given.sales * value_added_share / given.staff);
  if (given.research) {
    firm.does_research = *given.research > 0;
    firm.research =
        firm.does_research
            ? std::min(1.0, *given.research / *given.sales / learning_.research_reference)
            : 0.0;
  }
  if (given.exporter) firm.exporter = *given.exporter;
}

Where Firms::where(std::uint32_t slot) const {
  const Firm& firm = firms_[slot];
  return {firm.sector, firm.region, std::uint8_t(size_class_of(staff(slot)))};
}

bool Firms::live_a_year(std::uint32_t slot, int year, Time now, const Random& random) {
  const FirmParameters& p = parameters_;
  Firm& firm = firms_[slot];
  const EntityId who = id(slot).entity();
  const auto nth = std::uint32_t(year);
  const auto u = random.uniforms(who, draw::shock, nth);  // and growth
  const double shock = p.shock_memory * firm.shock + shock_step_ * normal_quantile(u[0]);
  double effect = 0.0;
  if (firm.gained) {
    settle(firm, now);
    effect = this->effect(slot, gains(slot, now), clock_of_birthdays(now));
  }
  const double change = (shock - firm.shock) + (effect - firm.effect);
  firm.shock = shock;
  firm.effect = effect;
  if (exits(random.uniform(who, draw::exit, nth), change)) {
    firm.generation = std::uint16_t(firm.generation + 1);
    enter(slot, year, random);
    return false;
  }
  firm.log_staff = grown(firm.log_staff, u[1], change);
  if (firm.ties > 0)
    firm.ties = std::uint8_t(firm.ties - binomial_quantile(random.uniform(who, draw::tie_end, nth),
                                                           firm.ties, tie_end_chance_));
  return true;
}

// Birthdays of one day come one after the other.
const TechnologyClock& Firms::clock_of_birthdays(Time now) {
  if (now != birthday_) {
    birthday_ = now;
    birthday_clock_ = technology_clock(now);
  }
  return birthday_clock_;
}

// Exit if U < 1 - exp(-h): the same U in every world, so only the effect saves or loses a firm.
// As 1 - exp(-h) <= h <= bound while the year's change is above -1, most need no exponential.
bool Firms::exits(double u, double change) const {
  if (u >= exit_bound_ && change > -1.0) return false;
  const double hazard = parameters_.exit_rate * math::exp(-parameters_.exit_response * change);
  return u < hazard && u < 1.0 - math::exp(-hazard);
}

// Equation 11: Laplace growth whose scale falls with size, centred so that mean size stays.
double Firms::grown(double log_staff, double u, double change) const {
  const double scale =
      std::clamp(parameters_.growth_scale *
                     math::exp(-parameters_.growth_exponent * (log_staff - log_staff_mean_)),
                 .05, .45);
  const double centre = .5 * math::log_fast(1.0 - scale * scale);
  const double step = laplace_quantile(u, centre, scale) + parameters_.growth_response * change;
  return reflected(log_staff + step, log_staff_least_, log_staff_most_);
}

double Firms::staff(std::uint32_t slot) const { return math::exp(firms_[slot].log_staff); }

TechnologyClock Firms::technology_clock(Time now) const {
  const double early = years_between(technology_base, std::min(now, catch_up_changes));
  const double late = now > catch_up_changes ? years_between(catch_up_changes, now) : 0.0;
  return {math::exp(parameters_.frontier_growth * years_between(technology_base, now)),
          math::exp(-parameters_.catch_up * early - parameters_.catch_up_later * late)};
}

// Share of the fading gains that is left since they were settled (equation 6).
double Firms::practice_left(const Firm& firm, Time now) const {
  return practice_fading_(now - firm.settled);
}

double Firms::skill_left(const Firm& firm, Time now) const {
  return skill_fading_(now - firm.settled);
}

void Firms::settle(Firm& firm, Time now) {
  if (firm.settled == now) return;
  firm.practice_fading *= practice_left(firm, now);
  if (firm.skills != 0) {
    const double left = skill_left(firm, now);
    for (double& gain : skills_[firm.skills - 1].fading) gain *= left;
  }
  firm.settled = now;
}

Gains Firms::gains(std::uint32_t slot, Time now) const {
  const Firm& firm = firms_[slot];
  if (!firm.gained) return {};
  Gains left{firm.practice_kept + firm.practice_fading * practice_left(firm, now), 0.0};
  if (firm.skills == 0) return left;
  const SkillGains& skills = skills_[firm.skills - 1];
  double kept = 0, fading = 0;
  for (std::size_t field = 0; field < field_count; ++field) {
    kept += skills.kept[field];
    fading += skills.fading[field];
  }
  left.skills = kept + fading * skill_left(firm, now);
  return left;
}

double Firms::practice(std::uint32_t slot, Time now) const {
  return firms_[slot].practice_start + gains(slot, now).practice;
}

double Firms::technology(std::uint32_t slot, Time now, const TechnologyClock& clock) const {
  return clock.technology(firms_[slot].technology_2005) + gains(slot, now).skills;
}

double Firms::effect(std::uint32_t slot, const Gains& gains, const TechnologyClock& clock) const {
  const double technology =
      gains.skills == 0.0
          ? 0.0
          : math::log1p(gains.skills / clock.technology(firms_[slot].technology_2005));
  return learning_.productivity_of_practice * gains.practice +
         learning_.productivity_of_technology * technology;
}

double Firms::log_productivity(std::uint32_t slot, Time now, double effect) const {
  const Firm& firm = firms_[slot];
  return firm.log_value_added + parameters_.trend * years_between(productivity_base, now) +
         firm.shock + effect;
}

double Firms::absorptive_capacity(std::uint32_t slot, Time now) const {
  const Firm& firm = firms_[slot];
  const double mean_expertise = technology(slot, now, technology_clock(now)) / 10.0;
  return std::clamp(learning_.absorb_base + learning_.absorb_research * firm.research +
                        learning_.absorb_skill * mean_expertise / 10.0 +
                        learning_.absorb_practice * practice(slot, now),
                    learning_.absorb_least, 1.0);
}

// How far each field lies from the firm's mean in 2005 is drawn anew at each use, never stored.
Expertise Firms::expertise(std::uint32_t slot, Time now, const TechnologyClock& clock,
                           const Random& random) const {
  const Firm& firm = firms_[slot];
  Expertise offset;
  double sum = 0;
  for (std::uint32_t pair = 0; pair < field_count / 2; ++pair) {
    const auto u = random.uniforms(id(slot).entity(), draw::fields, pair);
    for (std::size_t k = 0; k < 2; ++k) sum += offset[2 * pair + k] = normal_quantile(u[k]);
  }
  const double fading = firm.skills == 0 ? 0.0 : skill_left(firm, now);
  Expertise level;
  for (std::size_t field = 0; field < field_count; ++field) {
    const double deviation = parameters_.field_sd * (offset[field] - sum / double(field_count));
    level[field] = clock.technology(firm.technology_2005 + 10.0 * deviation) / 10.0;
    if (firm.skills == 0) continue;
    const SkillGains& gains = skills_[firm.skills - 1];
    level[field] += gains.kept[field] + gains.fading[field] * fading;
  }
  return level;
}

double Firms::gain_practice(std::uint32_t slot, double amount, Time now) {
  Firm& firm = firms_[slot];
  settle(firm, now);
  firm.gained = true;
  const double room = std::max(0.0, 1.0 - practice(slot, now));
  const double gain = amount * room / (1.0 - parameters_.practice_mean);
  firm.practice_kept += learning_.embedded_share * gain;
  firm.practice_fading += (1.0 - learning_.embedded_share) * gain;
  return gain;
}

void Firms::gain_skill(std::uint32_t slot, std::size_t field, double amount, Time now) {
  Firm& firm = firms_[slot];
  settle(firm, now);
  firm.gained = true;
  if (firm.skills == 0) {
    skills_.emplace_back();
    firm.skills = std::uint32_t(skills_.size());
  }
  SkillGains& gains = skills_[firm.skills - 1];
  gains.kept[field] += learning_.embedded_share * amount;
  gains.fading[field] += (1.0 - learning_.embedded_share) * amount;
}

void Firms::mark_success(std::uint32_t slot, Time now) {
  firms_[slot].last_success_day = day_number(now);
}

void Firms::add_tie(std::uint32_t slot) {
  if (firms_[slot].ties < 250) ++firms_[slot].ties;
}

}  // namespace coopsim
