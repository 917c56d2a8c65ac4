// SPDX-License-Identifier: Apache-2.0
// Training, second half: from selection to what the firm keeps of it.
#include <algorithm>
#include <array>
#include <cmath>

#include "sim/context.hpp"
#include "sim/kernel/distribution.hpp"
#include "sim/kernel/math.hpp"
#include "sim/programmes/firm_costs.hpp"
#include "sim/programmes/teaching.hpp"
#include "sim/world/draws.hpp"
#include "sim/world/learning.hpp"

namespace coopsim {
namespace {

// When a trainee passes on what was learned: 3, 6, 12 and 24 months after return.
constexpr std::array<int, 4> milestone_days = {91, 183, 365, 730};
constexpr double years_at(int milestone) { return milestone_days[std::size_t(milestone)] / 365.25; }
constexpr double bond_years = 2;

}  // namespace

// Who cannot be ranked: files not read by now, and those whose firm has closed.
void Training::drop_files(Cohort& cohort, Time now, Context& context) {
  int read = 0, closed = 0;
  std::erase_if(cohort.files, [&](std::uint32_t file) {
    Application& application = applications_[file];
    read += application.persons;
    if (context.world.firms.lives(application.firm)) return false;
    closed += application.persons;
    close(application, EventCause::firm_closed, now, context);
    return true;
  });
  if (cohort.applied > read)
    context.emit(
        ApplicationRefused{cohort.year, cohort.course, cohort.applied - read, Refusal::too_late});
  if (closed > 0)
    context.emit(ApplicationRefused{cohort.year, cohort.course, closed, Refusal::firm_closed});
}

// The language camp takes those who are selected; their cost is part of the seat.
void Training::on(const CampStarted& event, Time, Context& context) {
  const Cohort& cohort = cohorts_[event.cohort];
  context.fingerprint.add(std::uint64_t(cohort.trainees.size()));
}

// The seat is free again: its money goes back, its host place too.
void Training::give_up_seat(std::uint32_t number, EventCause why, Time now, Context& context) {
  Trainee& trainee = trainees_[number];
  const Cohort& cohort = cohorts_[trainee.cohort];
  trainee.status = why == EventCause::withdrew ? Status::dropped_out : Status::cancelled;
  context.world.budget.release(trainee.commitment);
  --host_places_used_;
  if (trainee.status == Status::cancelled) {
    ++counts_.cancelled;
    context.emit(SeatCancelled{cohort.year, cohort.course});
  } else {
    ++counts_.dropped_out;
    context.emit(TraineeDroppedOut{cohort.year, cohort.course});
  }
  EventRow row = row_of(trainee);
  row.ended = now;
  row.cause = why;
  context.tell(row);
}

// The next on the waiting list may fill the seat of one who drops out.
void Training::on(const DroppedOut& event, Time now, Context& context) {
  if (trainees_[event.trainee].status != Status::selected) return;
  give_up_seat(event.trainee, EventCause::withdrew, now, context);
  const Trainee& gone = trainees_[event.trainee];
  Cohort& cohort = cohorts_[gone.cohort];
  if (!bernoulli(context.random.uniform(gone.entity(), draw::refill, cohort.call),
                 parameters_.refill))
    return;
  while (cohort.refilled < cohort.waiting.size()) {
    const std::uint32_t next = cohort.waiting[cohort.refilled++];
    if (!context.world.firms.lives(trainees_[next].firm)) continue;
    select(next, now, context);
    return;
  }
}

void Training::on(const CommitmentCancelled& event, Time now, Context& context) {
  for (std::size_t i = trainees_.size(); i-- > 0;)
    if (trainees_[i].commitment == event.commitment && trainees_[i].status == Status::selected)
      return give_up_seat(std::uint32_t(i), EventCause::cut, now, context);
}

// A place that nobody holds is lost quietly; else the latest selected person loses it.
void Training::on(const HostWithdrew& event, Time now, Context& context) {
  context.emit(HostPlaceWithdrawn{event.year});
  --host_places_;
  if (host_places_used_ <= host_places_) return;
  for (std::size_t i = trainees_.size(); i-- > 0;)
    if (trainees_[i].status == Status::selected && cohorts_[trainees_[i].cohort].year == event.year)
      return give_up_seat(std::uint32_t(i), EventCause::host_withdrew, now, context);
}

void Training::on(const Departed& event, Time now, Context& context) {
  Cohort& cohort = cohorts_[event.cohort];
  turn_away(cohort, now, context);
  cohort.departed = true;
  for (const std::uint32_t number : cohort.trainees) {
    Trainee& trainee = trainees_[number];
    if (trainee.status != Status::selected) continue;
    if (!context.world.firms.lives(trainee.firm)) {
      give_up_seat(number, EventCause::firm_closed, now, context);
      continue;
    }
    trainee.status = Status::abroad;
    ++counts_.departed;
    context.world.budget.protect(trainee.commitment);
    context.emit(TraineeDeparted{cohort.year, cohort.course,
                                 context.world.firms.where(trainee.firm.slot),
                                 double((now - trainee.applied).count()) / 86'400.0});
  }
  const auto refused = std::ranges::count_if(cohort.waiting, [&](std::uint32_t number) {
    return trainees_[number].status == Status::waiting;
  });
  if (refused > 0)
    context.emit(ApplicationRefused{cohort.year, cohort.course, int(refused), Refusal::no_seat});
  const auto length = std::int64_t(course(cohort.course).length.at(now));
  context.calendar.schedule(now + days(length), Phase::completion,
                            entity_of(Kind::cohort, cohort.call), Returned{event.cohort});
}

void Training::on(const Returned& event, Time now, Context& context) {
  const Cohort cohort = cohorts_[event.cohort];
  const auto days_abroad = (now - cohort.departs).count() / 86'400;
  const auto abroad = [&](std::uint32_t n) { return trainees_[n].status == Status::abroad; };
  std::vector<std::uint32_t> back;
  std::copy_if(cohort.trainees.begin(), cohort.trainees.end(), std::back_inserter(back), abroad);
  for (const std::uint32_t number : back) {
    const FirmId firm = trainees_[number].firm;
    const auto colleagues = std::count_if(
        back.begin(), back.end(), [&](std::uint32_t n) { return trainees_[n].firm == firm; });
    come_back(number, days_abroad, int(colleagues), now, context);
  }
}

void Training::come_back(std::uint32_t number, std::int64_t days_abroad, int colleagues, Time now,
                         Context& context) {
  Trainee& trainee = trainees_[number];
  const Cohort& cohort = cohorts_[trainee.cohort];
  Firms& firms = context.world.firms;
  trainee.status = Status::returned;
  trainee.returned = now;
  ++counts_.returned;
  const Money paid = context.world.budget.open_amount(trainee.commitment);
  context.world.budget.pay(trainee.commitment, paid);
  context.emit(TraineeReturned{cohort.year, cohort.course, firms.where(trainee.firm.slot),
                               double(days_abroad) * 12.0 / 365.25});
  EventRow row = row_of(trainee);
  row.ended = now;
  row.result = EventResult::no_result;
  row.cause = EventCause::firm_closed;
  if (!firms.lives(trainee.firm)) return context.tell(row);
  const double absent = double(days_abroad + course(cohort.course).camp_days);
  charge(cohort.course,
         co_payment(paid, context) + lost_work(trainee.firm.slot, absent, now, context), now,
         context);
  row.result = graded(learn(trainee, days_abroad, colleagues, now, context));
  row.cause = EventCause::completed;
  context.tell(row);
  firms.mark_served(trainee.firm.slot);
  if (bernoulli(context.random.uniform(trainee.entity(), draw::tie, cohort.call),
                parameters_.tie_chance))
    firms.add_tie(trainee.firm.slot);
  context.calendar.schedule(now + days(milestone_days[0]), Phase::completion, trainee.entity(),
                            Socialised{number, 0});
  const double quit_rate = parameters_.quit_rate * (1.0 - double(retention_.bond));
  if (quit_rate <= 0) return;
  const double stays = exponential_quantile(
      context.random.uniform(trainee.entity(), draw::quit, cohort.call), 1.0 / quit_rate);
  if (stays < bond_years)
    context.calendar.schedule(now + years(stays), Phase::arrival, trainee.entity(),
                              TraineeLeft{number});
}

// What the person could pass on in all. The practice part has a cap a cohort and firm.
// Its result is what is returned.
double Training::learn(Trainee& trainee, std::int64_t days_abroad, int colleagues, Time now,
                       Context& context) {
  const LearningParameters& p = context.parameters.learning;
  Firms& firms = context.world.firms;
  const std::uint32_t slot = trainee.firm.slot;
  const std::uint32_t call = cohorts_[trainee.cohort].call;
  const double each =
      p.practice_training * std::sqrt(p.practice_training_staff / firms.staff(slot));
  trainee.practice = std::min(each, p.practice_training_cap / colleagues);
  const TechnologyClock clock = firms.technology_clock(now);
  const Expertise level = firms.expertise(slot, now, clock, context.random);
  const std::size_t field =
      taught_field(level, context.random.block(trainee.entity(), draw::field, call));
  const double outcome =
      outcome_of(context.random.uniform(trainee.entity(), draw::outcome, call), p);
  const double core_chance = p.core_access * (1.0 - context.world.japan.reluctance());
  const Lesson lesson = {
      .eta = p.eta_training,
      .dose = math::log1p(double(days_abroad) / p.dose_training_days),
      .quality = 1.0,
      .outcome = outcome,
      .core = bernoulli(context.random.uniform(trainee.entity(), draw::core, call), core_chance)};
  trainee.field = std::uint8_t(field);
  trainee.skill = skill_gain(level[field], firms.absorptive_capacity(slot, now), lesson, clock, p);
  if (outcome == 1.0) firms.mark_success(slot, now);
  return outcome;
}

double Training::socialisation_rate(const Context& context) const {
  return context.parameters.learning.socialisation_rate * (1.0 + double(retention_.follow_up));
}

// Share of the learning that is still with the person alone `years` after return.
double Training::still_with_person(double years, const Context& context) const {
  return math::exp(-socialisation_rate(context) * years);
}

void Training::pass_on(const Trainee& trainee, std::uint32_t slot, double share, bool skill,
                       Time now, Context& context) {
  Firms& firms = context.world.firms;
  const double practice = firms.gain_practice(slot, share * trainee.practice, now);
  const double skills = skill ? share * trainee.skill : 0.0;
  if (skills > 0) firms.gain_skill(slot, trainee.field, skills, now);
  credit(cohorts_[trainee.cohort].course, slot, practice, skills, now, context);
}

void Training::on(const Socialised& event, Time now, Context& context) {
  Trainee& trainee = trainees_[event.trainee];
  if (trainee.gone || !context.world.firms.lives(trainee.firm)) return;
  const double until = years_at(event.milestone);
  const double share =
      still_with_person(trainee.passed_to, context) - still_with_person(until, context);
  trainee.passed_to = until;
  pass_on(trainee, trainee.firm.slot, share, true, now, context);
  const int next = event.milestone + 1;
  if (std::size_t(next) < milestone_days.size())
    context.calendar.schedule(trainee.returned + days(milestone_days[std::size_t(next)]),
                              Phase::completion, trainee.entity(), Socialised{event.trainee, next});
}

// What was not passed on is lost to the firm; a quitter may take it to another of its sector.
void Training::on(const TraineeLeft& event, Time now, Context& context) {
  Trainee& trainee = trainees_[event.trainee];
  if (!context.world.firms.lives(trainee.firm)) return;
  trainee.gone = true;
  const double left = still_with_person(trainee.passed_to, context);
  context.emit(TraineeQuit{year_of(now), left});
  const std::uint32_t call = cohorts_[trainee.cohort].call;
  const auto u = context.random.uniforms(trainee.entity(), draw::rival, call);
  if (!bernoulli(u[0], parameters_.rival_share)) return;
  const auto& firms = context.world.firms.of_sector(context.world.firms[trainee.firm.slot].sector);
  const std::uint32_t rival = firms[std::size_t(u[1] * double(firms.size()))];
  if (rival != trainee.firm.slot) pass_on(trainee, rival, left, false, now, context);
}

std::string Training::check(const World&) const {
  std::array<std::int64_t, 6> persons{};
  for (const Trainee& trainee : trainees_) ++persons[index(trainee.status)];
  const auto are = [&](Status status) { return persons[index(status)]; };
  if (counts_.selected !=
      are(Status::selected) + counts_.dropped_out + counts_.cancelled + counts_.departed)
    return "training: selected persons are not all departed, dropped out, cancelled or waiting";
  if (counts_.departed != are(Status::abroad) + counts_.returned)
    return "training: departed persons are not all abroad or back";
  if (counts_.dropped_out != are(Status::dropped_out) ||
      counts_.returned != are(Status::returned) || counts_.cancelled != are(Status::cancelled))
    return "training: persons counted and persons present differ";
  for (const Cohort& cohort : cohorts_) {
    std::int64_t held = 0;
    for (const std::uint32_t number : cohort.trainees) {
      const Status status = trainees_[number].status;
      held += status == Status::selected || status == Status::abroad || status == Status::returned;
    }
    if (held > cohort.seats) return "training: a cohort holds more persons than it has seats";
  }
  return {};
}

}  // namespace coopsim
