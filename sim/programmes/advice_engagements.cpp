// SPDX-License-Identifier: Apache-2.0
// Advice, third part: engagements, their visits and results, renewal and follow-up.
#include <algorithm>
#include <cmath>

#include "sim/context.hpp"
#include "sim/kernel/distribution.hpp"
#include "sim/kernel/math.hpp"
#include "sim/programmes/firm_costs.hpp"
#include "sim/programmes/teaching.hpp"
#include "sim/world/draws.hpp"

namespace coopsim {
namespace {

constexpr std::int64_t visit_gap_days = 30;  // visits are monthly
constexpr std::int64_t first_visit_days = 15;

}  // namespace

// Whole months, one visit each: long ones from the upper part of the law, short from the lower.
int Advice::months_of(FirmId firm, std::uint32_t occasion, bool is_long,
                      const Context& context) const {
  const double u = context.random.uniform(firm.entity(), draw::length, occasion);
  const double within = is_long ? months_split_ + (1.0 - months_split_) * u : months_split_ * u;
  return std::max(1, int(std::round(parameters_.months.quantile(within))));
}

// Signs the contract if the account can bear its public part; a signed contract is never cut.
bool Advice::engage(FirmId firm, std::uint32_t adviser, std::uint32_t occasion, bool is_long,
                    Time now, Context& context) {
  Engagement engagement{.firm = firm,
                        .adviser = adviser,
                        .occasion = occasion,
                        .is_long = is_long,
                        .months = months_of(firm, occasion, is_long, context),
                        .commitment = no_commitment,
                        .each_visit = {},
                        .firm_part = {},
                        .outcome = 0,
                        .core = false,
                        .fields = {},
                        .field_count = 0,
                        .absorptive_capacity = 0,
                        .signed_on = now};
  const Money whole{parameters_.cost_per_month.thousand * engagement.months};
  const Money subsidy = portion(whole, public_share(now));
  const Money part = subsidy + safeguards_cost_;
  engagement.commitment = context.world.budget.commit(Account::B7, part);
  if (engagement.commitment == no_commitment) return false;
  context.world.budget.protect(engagement.commitment);
  engagement.each_visit = Money{part.thousand / engagement.months};
  engagement.firm_part = whole - subsidy;
  choose_lessons(engagement, now, context);
  const auto number = std::uint32_t(engagements_.size());
  engagements_.push_back(engagement);
  ++started_this_year_;
  count_engaged(adviser, 1, is_long, now, context);
  context.emit(EngagementStarted{year_of(now), context.world.firms.where(firm.slot),
                                 double(engagement.months), is_long});
  context.calendar.schedule(now + days(first_visit_days), Phase::arrival, firm.entity(),
                            VisitDue{number});
  return true;
}

// What will be taught, and with what result: drawn at the start, seen at the end.
void Advice::choose_lessons(Engagement& engagement, Time now, Context& context) {
  const LearningParameters& p = context.parameters.learning;
  const Firms& firms = context.world.firms;
  const EntityId firm = engagement.firm.entity();
  const std::uint32_t slot = engagement.firm.slot, occasion = engagement.occasion;
  engagement.outcome = outcome_of(context.random.uniform(firm, draw::result, occasion), p);
  engagement.core = bernoulli(context.random.uniform(firm, draw::advice_core, occasion),
                              p.core_access * (1.0 - context.world.japan.reluctance()));
  engagement.absorptive_capacity = firms.absorptive_capacity(slot, now);
  const Expertise level = firms.expertise(slot, now, firms.technology_clock(now), context.random);
  const int wanted = engagement.is_long ? parameters_.long_fields : parameters_.short_fields;
  engagement.field_count = std::clamp(wanted, 0, int(engagement.fields.size()));
  for (int k = 0; k < engagement.field_count; ++k) {
    const Random::Block bits =
        context.random.block(firm, draw::advice_field, occasion * 4 + std::uint32_t(k));
    engagement.fields[std::size_t(k)] = std::uint8_t(taught_field(level, bits));
  }
}

// A visit waits for an interpreter. A firm that is gone ends the engagement.
void Advice::on(const VisitDue& event, Time now, Context& context) {
  Engagement& engagement = engagements_[event.engagement];
  if (!context.world.firms.lives(engagement.firm)) {
    context.calendar.schedule(now, Phase::dispatch, engagement.firm.entity(),
                              EngagementClosed{event.engagement});
    return;
  }
  visits_.join(event.engagement, engagement.firm.entity(), now);
  start_visits(now, context);
}

void Advice::start_visits(Time now, Context& context) {
  while (!visits_.empty() && interpreters_.try_seize(now)) {
    const std::uint32_t number = visits_.pop().item;
    Engagement& visited = engagements_[number];
    if (visited.first_visit == no_day) visited.first_visit = now;
    context.calendar.schedule(now + days(parameters_.visit_days), Phase::completion,
                              visited.firm.entity(), VisitEnded{number});
  }
}

void Advice::on(const VisitEnded& event, Time now, Context& context) {
  interpreters_.release(now);
  start_visits(now, context);
  Engagement& engagement = engagements_[event.engagement];
  Budget& budget = context.world.budget;
  const int visit = ++engagement.visits_done;
  const bool last = visit == engagement.months;
  budget.pay(engagement.commitment,
             last ? budget.open_amount(engagement.commitment) : engagement.each_visit);
  context.emit(AdviserVisited{year_of(now)});
  if (context.world.firms.lives(engagement.firm)) {
    const LearningParameters& p = context.parameters.learning;
    context.world.firms.mark_served(engagement.firm.slot);
    const double absent = context.parameters.economics.advice_staff * parameters_.visit_days;
    charge(Account::B7,
           instalment(engagement.firm_part, visit, engagement.months) +
               lost_work(engagement.firm.slot, absent, now, context),
           now, context);
    teach(engagement, double(visit - 1) * parameters_.visit_days,
          double(visit) * parameters_.visit_days, now, context);
    const double practice = p.practice_advice * engagement.absorptive_capacity *
                            engagement.outcome / p.mean_uptake / engagement.months;
    const std::uint32_t slot = engagement.firm.slot;
    const double gained = context.world.firms.gain_practice(slot, practice, now);
    engagement.gain += productivity_gain(slot, gained, 0, now, context);
    credit(Account::B7, slot, gained, 0, now, context);
  }
  const Duration gap = days(std::max<std::int64_t>(1, visit_gap_days - parameters_.visit_days));
  if (last)
    context.calendar.schedule(now + days(1), Phase::dispatch, engagement.firm.entity(),
                              EngagementClosed{event.engagement});
  else
    context.calendar.schedule(now + gap, Phase::arrival, engagement.firm.entity(),
                              VisitDue{event.engagement});
}

// Doses add up over visits, so each visit teaches the increment of the cumulated dose.
void Advice::teach(Engagement& engagement, double days_before, double days_after, Time now,
                   Context& context) {
  if (engagement.outcome == 0 || engagement.field_count == 0) return;
  const LearningParameters& p = context.parameters.learning;
  Firms& firms = context.world.firms;
  const std::uint32_t slot = engagement.firm.slot;
  const TechnologyClock clock = firms.technology_clock(now);
  const Expertise level = firms.expertise(slot, now, clock, context.random);
  const Lesson lesson = {.eta = p.eta_advice,
                         .dose = math::log1p(days_after / p.dose_advice_days) -
                                 math::log1p(days_before / p.dose_advice_days),
                         .quality = advisers_[engagement.adviser].quality,
                         .outcome = engagement.outcome,
                         .core = engagement.core};
  for (int k = 0; k < engagement.field_count; ++k) {
    const std::size_t field = engagement.fields[std::size_t(k)];
    const double gain = skill_gain(level[field], engagement.absorptive_capacity, lesson, clock, p);
    if (gain <= 0) continue;
    firms.gain_skill(slot, field, gain, now);
    engagement.gain += productivity_gain(slot, 0, gain, now, context);
    credit(Account::B7, slot, 0, gain, now, context);
  }
}

void Advice::on(const EngagementClosed& event, Time now, Context& context) {
  Engagement& engagement = engagements_[event.engagement];
  const bool lives = context.world.firms.lives(engagement.firm);
  engagement.closed = true;
  context.world.budget.release(engagement.commitment);  // of visits that will not take place
  count_engaged(engagement.adviser, -1, engagement.is_long, now, context);
  context.emit(EngagementEnded{year_of(now), lives ? engagement.outcome : 0.0, engagement.gain});
  EventRow row = row_of(engagement);
  row.ended = now;
  if (row.started != no_day) row.result = graded(lives ? engagement.outcome : 0.0);
  row.cause = lives ? EventCause::completed : EventCause::firm_closed;
  context.tell(row);
  if (!lives || engagement.outcome == 0) return;
  if (engagement.outcome == 1.0) context.world.firms.mark_success(engagement.firm.slot, now);
  context.calendar.schedule(now + years(parameters_.follow_up_months / 12.0), Phase::arrival,
                            engagement.firm.entity(), FollowedUp{event.engagement});
  renew(Engagement(engagement), now, context);
}

// The same adviser goes on, within the year's limit; its own occasion, so its own draws.
void Advice::renew(const Engagement& ended, Time now, Context& context) {
  const EntityId firm = ended.firm.entity();
  const int year = year_of(now);
  const std::uint32_t next = ended.occasion + 4;  // tries come first: see occasions a need
  if (next / 16 != ended.occasion / 16 || now >= context.parameters.run.end) return;
  if (!bernoulli(context.random.uniform(firm, draw::renew, ended.occasion), parameters_.renewal) ||
      !open(year, context) || started_this_year_ >= yearly_limit(year, now, context))
    return;
  const bool is_long = context.random.uniform(firm, draw::kind, next) < long_share_;
  if (ready(advisers_[ended.adviser], is_long))
    engage(ended.firm, ended.adviser, next, is_long, now, context);
}

// A year later the adviser comes once more: another visit's dose of expertise.
void Advice::on(const FollowedUp& event, Time now, Context& context) {
  Engagement& engagement = engagements_[event.engagement];
  if (!context.world.firms.lives(engagement.firm)) return;
  context.emit(AdviserVisited{year_of(now)});
  const double before = double(engagement.visits_done) * parameters_.visit_days;
  teach(engagement, before, before + parameters_.visit_days, now, context);
}

std::string Advice::check(const World& world) const {
  int listed = 0, engaged = 0;
  std::vector<int> holds(advisers_.size());
  for (const Engagement& engagement : engagements_) {
    if (!engagement.closed) ++holds[engagement.adviser];
    if (engagement.closed && world.budget.open_amount(engagement.commitment) != Money{})
      return "advice: a closed engagement still holds money";
  }
  for (std::size_t i = 0; i < advisers_.size(); ++i) {
    const Adviser& adviser = advisers_[i];
    listed += adviser.standing == Standing::listed;
    engaged += adviser.engaged();
    if (holds[i] != int(adviser.long_engaged) + adviser.short_engaged)
      return "advice: an adviser's engagements do not add up";
    if (holds[i] > 0 && adviser.standing != Standing::listed)
      return "advice: an adviser is engaged but not in the database";
  }
  if (listed != int(in_database_.level())) return "advice: the database count is wrong";
  if (engaged != int(engaged_.level())) return "advice: the count of engaged advisers is wrong";
  return {};
}

}  // namespace coopsim
