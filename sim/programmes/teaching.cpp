// SPDX-License-Identifier: Apache-2.0
#include "sim/programmes/teaching.hpp"

#include "sim/context.hpp"
#include "sim/kernel/distribution.hpp"
#include "sim/kernel/math.hpp"
#include "sim/world/learning.hpp"

namespace coopsim {

double productivity_gain(std::uint32_t slot, double practice, double skill, Time now,
                         const Context& context) {
  const Firms& firms = context.world.firms;
  const LearningParameters& p = context.parameters.learning;
  const double technology = firms.technology(slot, now, firms.technology_clock(now));
  return p.productivity_of_practice * practice +
         p.productivity_of_technology * math::log1p(skill / technology);
}

// Value added that a gain in productivity is worth a year, at the firm's size of the day.
void credit(Account account, std::uint32_t slot, double practice, double skill, Time now,
            Context& context) {
  Indicators& indicators = context.world.indicators;
  if (!indicators.watched) return;
  const Firms& firms = context.world.firms;
  const double gain = productivity_gain(slot, practice, skill, now, context);
  const double value_added =
      math::exp(firms.log_productivity(slot, now, 0.0)) * firms.staff(slot);  // KRW million
  indicators.of(account).gain += gain * value_added;
}

double teach(const Service& service, FirmId firm, std::uint32_t occasion, Time now,
             Context& context) {
  const LearningParameters& p = context.parameters.learning;
  Firms& firms = context.world.firms;
  const std::uint32_t slot = firm.slot;
  const EntityId who = firm.entity();
  const Random& random = context.random;
  firms.mark_served(slot);
  const double outcome = outcome_of(random.uniform(who, service.result, occasion), p);
  if (outcome == 0) return 0;
  const double core_chance = p.core_access * (1.0 - context.world.japan.reluctance());
  const TechnologyClock clock = firms.technology_clock(now);
  const Expertise level = firms.expertise(slot, now, clock, random);
  const std::size_t field = taught_field(level, random.block(who, service.field, occasion));
  const double uptake = firms.absorptive_capacity(slot, now);
  const Lesson lesson = {
      .eta = service.eta,
      .dose = service.dose,
      .quality = 1.0,
      .outcome = outcome,
      .core = bernoulli(random.uniform(who, service.core, occasion), core_chance)};
  const double skill = skill_gain(level[field], uptake, lesson, clock, p);
  if (skill > 0) firms.gain_skill(slot, field, skill, now);
  const double practice = service.practice * outcome;
  const double gained =
      firms.gain_practice(slot, service.practice_uptake ? practice * uptake : practice, now);
  credit(service.account, slot, gained, skill, now, context);
  if (outcome == 1.0) firms.mark_success(slot, now);
  return outcome;
}

}  // namespace coopsim
