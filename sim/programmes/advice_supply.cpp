// SPDX-License-Identifier: Apache-2.0
// Advice, first part: the advisers, from registration to leaving for good.
#include <algorithm>

#include "sim/context.hpp"
#include "sim/kernel/distribution.hpp"
#include "sim/kernel/math.hpp"
#include "sim/world/draws.hpp"

namespace coopsim {
namespace {

constexpr double months_a_year = 12;
constexpr double health_reference_age = 60;
constexpr std::int64_t year_days = 365;

}  // namespace

Advice::Advice(const Parameters& all)
    : parameters_(all.advice),
      effort_(parameters_.recruitment_effort),
      long_share_(parameters_.long_share),
      matching_days_(parameters_.matching_days),
      screeners_(std::uint32_t(parameters_.screening_staff)),
      interpreters_(std::uint32_t(parameters_.interpreters)) {
  // Where the law of lengths passes from short to long, by bisection of its quantile function.
  double low = 0, high = 1;
  for (int step = 0; step < 50; ++step) {
    const double middle = (low + high) / 2;
    (parameters_.months.quantile(middle) <= parameters_.long_from_months ? low : high) = middle;
  }
  months_split_ = low;
  constexpr int points = 1000;  // mean by the midpoint rule
  mean_months_ = 0;
  for (int i = 0; i < points; ++i)
    mean_months_ += parameters_.months.quantile((i + .5) / points) / points;
}

bool Advice::open(int year, const Context& context) const {
  return context.plan->of(Account::B7, year).thousand > 0;
}

void Advice::start(Context& context) {
  const int month = (year_of(context.parameters.run.start) - 1970) * 12;
  context.calendar.schedule(context.parameters.run.start, Phase::arrival,
                            entity_of(Kind::period, std::uint32_t(month)), RecruitmentMonth{month});
}

// Arrivals of one month. A weaker effort keeps a part of the same persons; a stronger one adds
// others after them.
void Advice::on(const RecruitmentMonth& event, Time now, Context& context) {
  const int year = year_of(now);
  const Time next = date(year + (event.month % 12 == 11), unsigned((event.month + 1) % 12 + 1), 1);
  context.calendar.schedule(next, Phase::arrival,
                            entity_of(Kind::period, std::uint32_t(event.month + 1)),
                            RecruitmentMonth{event.month + 1});
  if (!open(year, context) || next > context.parameters.run.end) return;
  const auto month = std::uint32_t(event.month);
  const EntityId period = entity_of(Kind::period, month);
  const double rate =
      parameters_.registrations.at(now) / months_a_year * context.parameters.budget.scale;
  const int usual = poisson_quantile(context.random.uniform(period, draw::registrations), rate);
  for (int ordinal = 0; ordinal < usual; ++ordinal) {
    const EntityId who = entity_of(Kind::adviser, month, 0, std::uint32_t(ordinal));
    if (context.random.uniform(who, draw::kept) < effort_)
      register_adviser(month, std::uint32_t(ordinal), now, context);
  }
  if (effort_ <= 1.0) return;
  const int more = poisson_quantile(context.random.uniform(period, draw::more_registrations),
                                    rate * (effort_ - 1.0));
  for (int extra = 0; extra < more; ++extra)
    register_adviser(month, std::uint32_t(usual + extra), now, context);
}

void Advice::register_adviser(std::uint32_t month, std::uint32_t ordinal, Time now,
                              Context& context) {
  const EntityId who = entity_of(Kind::adviser, month, 0, ordinal);
  const Random& random = context.random;
  const auto sectors = context.parameters.firms.sector_share.values();
  Adviser adviser{.who = who, .specialisation = {}, .age = 0, .quality = 1, .registered = {}};
  adviser.specialisation =
      Sector(discrete_quantile(random.uniform(who, draw::specialisation), sectors));
  adviser.age = std::clamp(parameters_.age.quantile(random.uniform(who, draw::age)),
                           parameters_.age_least, parameters_.age_most);
  adviser.quality =
      log_normal_quantile(random.uniform(who, draw::quality), 1.0, parameters_.quality_log_sd);
  adviser.registered = now + days(std::int64_t(random.uniform(who, draw::registered_on) * 28));
  const auto number = std::uint32_t(advisers_.size());
  advisers_.push_back(adviser);
  context.calendar.schedule(adviser.registered + days(parameters_.vetting_days), Phase::arrival,
                            who, AdviserVetted{number});
}

void Advice::set_listed(int change, Sector specialisation, Time now) {
  listed_[index(specialisation)] += change;
  in_database_.add(now, change);
}

void Advice::on(const AdviserVetted& event, Time now, Context& context) {
  Adviser& adviser = advisers_[event.adviser];
  adviser.standing = Standing::listed;
  set_listed(1, adviser.specialisation, now);
  context.emit(AdviserRegistered{year_of(now)});
  context.calendar.schedule(now, Phase::arrival, adviser.who, AdviserBirthday{event.adviser});
  schedule_spell(event.adviser, now, context);
}

// Ready and absent spells alternate, exponential, so that a share `availability` of time is ready.
void Advice::schedule_spell(std::uint32_t number, Time now, Context& context) {
  Adviser& adviser = advisers_[number];
  if (parameters_.availability >= 1 || parameters_.absence_months <= 0) return;
  const double absent = parameters_.absence_months / months_a_year;
  const double ready = absent * parameters_.availability / (1.0 - parameters_.availability);
  const auto u = context.random.uniforms(adviser.who, draw::spell, adviser.spells++);
  if (adviser.spells == 1) adviser.away = u[1] >= parameters_.availability;
  const double mean = adviser.away ? absent : ready;
  if (mean <= 0) return;
  const Time until = now + days(1) + years(exponential_quantile(u[0], mean));
  if (adviser.away)
    context.calendar.schedule(until, Phase::arrival, adviser.who, AdviserBack{number});
  else
    context.calendar.schedule(until, Phase::arrival, adviser.who, AdviserAway{number});
}

// Who is engaged finishes first; the absence is put off by a spell.
void Advice::on(const AdviserAway& event, Time now, Context& context) {
  Adviser& adviser = advisers_[event.adviser];
  if (adviser.standing != Standing::listed) return;
  adviser.away = !adviser.engaged();
  schedule_spell(event.adviser, now, context);
}

void Advice::on(const AdviserBack& event, Time now, Context& context) {
  Adviser& adviser = advisers_[event.adviser];
  if (adviser.standing != Standing::listed) return;
  adviser.away = false;
  schedule_spell(event.adviser, now, context);
}

// Once a year the coming year is drawn: the hazard of health grows with age, that of interest does
// not. At the stop age all go.
void Advice::on(const AdviserBirthday& event, Time now, Context& context) {
  Adviser& adviser = advisers_[event.adviser];
  const double age = adviser.age + years_between(adviser.registered, now);
  const double hazard = parameters_.health_exit *
                            math::exp(parameters_.health_growth * (age - health_reference_age)) +
                        parameters_.interest_loss;
  const double u = context.random.uniform(adviser.who, draw::adviser_exit, adviser.birthdays++);
  const double stays = hazard > 0 ? exponential_quantile(u, 1.0 / hazard) : 1.0;
  if (age >= parameters_.stop_age)
    context.calendar.schedule(now, Phase::arrival, adviser.who, AdviserGone{event.adviser});
  else if (stays < 1.0)
    context.calendar.schedule(now + days(std::int64_t(stays * double(year_days))), Phase::arrival,
                              adviser.who, AdviserGone{event.adviser});
  else
    context.calendar.schedule(now + days(year_days), Phase::completion, adviser.who,
                              AdviserBirthday{event.adviser});
}

// An engaged adviser finishes first.
void Advice::on(const AdviserGone& event, Time now, Context& context) {
  if (advisers_[event.adviser].engaged())
    context.calendar.schedule(now + days(30), Phase::arrival, advisers_[event.adviser].who, event);
  else
    leave_for_good(event.adviser, now, context);
}

void Advice::leave_for_good(std::uint32_t number, Time now, Context& context) {
  Adviser& adviser = advisers_[number];
  adviser.standing = Standing::left;
  set_listed(-1, adviser.specialisation, now);
  context.emit(AdviserLeft{year_of(now)});
}

void Advice::on(const AdvisersCountedInAugust& event, Time, Context& context) {
  context.emit(AdvisersCounted{event.year, int(in_database_.level()), true});
}

void Advice::on(const AdviceYearEnded& event, Time now, Context& context) {
  context.emit(AdvisersCounted{event.year, int(in_database_.level()), false});
  const double seconds_a_day = 86'400.0;
  context.emit(AdviserDays{event.year, engaged_.area(now) / seconds_a_day,
                           in_database_.area(now) / seconds_a_day});
  engaged_.restart(now);
  in_database_.restart(now);
}

bool Advice::ready(const Adviser& adviser, bool for_long) const {
  if (adviser.standing != Standing::listed || adviser.away || adviser.long_engaged) return false;
  return for_long ? adviser.short_engaged == 0 : adviser.short_engaged < parameters_.short_limit;
}

void Advice::count_engaged(std::uint32_t number, int change, bool is_long, Time now,
                           Context& context) {
  Adviser& adviser = advisers_[number];
  const bool before = adviser.engaged();
  if (is_long)
    adviser.long_engaged = change > 0;
  else
    adviser.short_engaged = std::uint8_t(adviser.short_engaged + change);
  context.world.live_engagements += change;
  const int step = int(adviser.engaged()) - int(before);
  if (step == 0) return;
  engaged_.add(now, step);
  context.world.engaged_advisers += step;
}

}  // namespace coopsim
