// SPDX-License-Identifier: Apache-2.0
// Training: from a call through applications and their screening to the selection of a cohort.
#include <algorithm>
#include <cmath>

#include "sim/context.hpp"
#include "sim/kernel/distribution.hpp"
#include "sim/kernel/math.hpp"
#include "sim/programmes/association_sector.hpp"
#include "sim/world/draws.hpp"
#include "sim/world/thinning.hpp"

namespace coopsim {
namespace {

// Whether a review has chosen fields and one of them is of this sector.
bool in_kept_field(Sector sector, const FieldsKept& fields) {
  if (fields.kept >= int(association_count)) return false;
  for (int nth = 0; nth < fields.kept; ++nth)
    if (sector_of(fields.association(nth)) == sector) return true;
  return false;
}

}  // namespace

// Each eligible firm decides at its own rate; no other firm or call matters.
void Training::on(const CallOpened& event, Time now, Context& context) {
  const Cohort& cohort = cohorts_[event.cohort];
  const Firms& firms = context.world.firms;
  const TargetFirms& target = context.world.guidelines.target(cohort.course);
  const PointSource source{context.random, entity_of(Kind::cohort, cohort.call), draw::apply};
  const auto acting = [&](const auto& slots) {
    return firms_that_act(
        source, slots, cohort.rate, modifier_bound(context), [&](std::uint32_t slot) {
          return modifiers(slot, cohort.year, now, context) * target.weight(firms, slot);
        });
  };
  const auto applicants = cohort.association >= 0
                              ? acting(firms.of_sector(sector_of(cohort.association)))
                              : acting(firms.slots());
  for (const Point& each : applicants)
    add_application(each.slot, event.cohort, each.spare, now, context);
}

double Training::modifiers(std::uint32_t slot, int year, Time now, const Context& context) const {
  const TrainingParameters& p = parameters_;
  const Firm& firm = context.world.firms[slot];
  const double size = math::exp(
      p.staff_exponent * (firm.log_staff - math::log(context.parameters.firms.staff_median)));
  const auto today = now.time_since_epoch().count() / 86'400;
  const bool success = today - firm.last_success_day <= 3 * 365;
  const double decline = std::max(0.0, 1.0 - p.yearly_decline * (year - 1993));
  return size * (success ? p.success_factor : 1.0) * (firm.ties > 0 ? 1.0 + p.tie_factor : 1.0) *
         (firm.does_research ? p.research_factor : 1.0) * decline / p.rate_divisor;
}

// No firm's modifiers exceed this: most firms are passed over without computing theirs.
double Training::modifier_bound(const Context& context) const {
  const TrainingParameters& p = parameters_;
  const FirmParameters& firms = context.parameters.firms;
  return power_bound(p.staff_exponent, firms) /
         math::exp(p.staff_exponent * math::log(firms.staff_median)) *
         std::max(1.0, p.success_factor) * std::max(1.0, 1.0 + p.tie_factor) *
         std::max(1.0, p.research_factor) *
         std::max(1.0, 1.0 + 100 * -std::min(0.0, p.yearly_decline)) / p.rate_divisor;
}

void Training::add_application(std::uint32_t slot, std::uint32_t cohort, double u_day, Time now,
                               Context& context) {
  const FirmId firm = context.world.firms.id(slot);
  const Cohort& to = cohorts_[cohort];
  const Time latest = to.departs - days(parameters_.call_days - parameters_.window_days);
  const auto window = std::max<std::int64_t>(1, (latest - now).count() / 86'400);
  const int persons =
      1 + binomial_quantile(context.random.uniform(firm.entity(), draw::persons, to.call),
                            parameters_.persons_most - 1, parameters_.persons_chance);
  const Time day = now + days(std::int64_t(u_day * double(window)));
  applications_.push_back({firm, cohort, day, persons, 0});
  context.calendar.schedule(day, Phase::arrival, firm.entity(),
                            Applied{std::uint32_t(applications_.size() - 1)});
}

// The file goes to the screeners, first come, first served.
void Training::on(const Applied& event, Time now, Context& context) {
  Application& file = applications_[event.application];
  file.closed = !context.world.firms.lives(file.firm);  // it never applies
  if (file.closed) return;
  Cohort& to = cohorts_[file.cohort];
  to.applied += file.persons;
  context.emit(
      TrainingApplied{to.year, to.course, context.world.firms.where(file.firm.slot), file.persons});
  files_.join(event.application, file.firm.entity(), now);
  screen_files(now, context);
}

void Training::screen_files(Time now, Context& context) {
  while (!files_.empty() && screeners_.try_seize(now)) {
    const std::uint32_t file = files_.pop().item;
    context.calendar.schedule(now + working_days(parameters_.screening_days), Phase::completion,
                              applications_[file].firm.entity(), FileScreened{file});
  }
}

void Training::on(const FileScreened& event, Time now, Context& context) {
  screeners_.release(now);
  Application& file = applications_[event.application];
  cohorts_[file.cohort].files.push_back(event.application);
  if (cohorts_[file.cohort].selected) close(file, EventCause::screened_late, now, context);
  screen_files(now, context);
}

double Training::rank(const Application& file, Time now, const Context& context) const {
  const EntityId who = file.firm.entity();
  const std::uint32_t call = cohorts_[file.cohort].call;
  switch (selection_) {
    case SelectionRule::lottery:
      return context.random.uniform(who, draw::lottery, call);
    case SelectionRule::first_come:
      return -double(file.applied.time_since_epoch().count());
    case SelectionRule::score:
      break;
  }
  const Firms& firms = context.world.firms;
  const Expertise level =
      firms.expertise(file.firm.slot, now, firms.technology_clock(now), context.random);
  const double score =
      firms.absorptive_capacity(file.firm.slot, now) *
          (parameters_.score_best - *std::min_element(level.begin(), level.end())) +
      normal_quantile(context.random.uniform(who, draw::score, call), 0.0, parameters_.score_noise);
  return in_kept_field(firms[file.firm.slot].sector, context.world.fields)
             ? score + parameters_.field_priority
             : score;
}

// Best applications first, their persons in order; each takes a seat while there are seats, host
// places and money. The others wait for drop-outs.
void Training::on(const CohortSelected& event, Time now, Context& context) {
  Cohort& cohort = cohorts_[event.cohort];
  cohort.selected = true;
  drop_files(cohort, now, context);
  for (const std::uint32_t file : cohort.files)
    applications_[file].rank = rank(applications_[file], now, context);
  std::sort(cohort.files.begin(), cohort.files.end(), [&](std::uint32_t a, std::uint32_t b) {
    const Application &x = applications_[a], &y = applications_[b];
    return x.rank != y.rank ? x.rank > y.rank : x.firm < y.firm;
  });
  const int places = std::max(0, host_places_ - host_places_used_);
  const int seats = std::min(cohort.seats, places);
  context.emit(SeatsOffered{cohort.year, cohort.course, seats});
  int taken = 0;
  bool funded = true;
  for (const std::uint32_t file : cohort.files) {
    Application& application = applications_[file];
    application.closed = true;
    for (int person = 0; person < application.persons; ++person) {
      const auto number = std::uint32_t(trainees_.size());
      trainees_.push_back({application.firm, event.cohort, std::uint8_t(person), Status::waiting,
                           application.applied});
      funded = funded && (taken == seats || select(number, now, context));
      if (trainees_[number].status == Status::selected)
        ++taken;
      else
        cohort.waiting.push_back(number);
    }
  }
  const int unfunded = funded ? 0 : std::min(seats - taken, int(cohort.waiting.size()));
  if (!funded) context.emit(SeatsUnfunded{cohort.year, cohort.course, unfunded});
  say_why_they_wait(cohort, seats, unfunded);
}

// Seizes a seat, a host place and the money for both; false if there is no money.
bool Training::select(std::uint32_t number, Time now, Context& context) {
  Trainee& trainee = trainees_[number];
  Cohort& cohort = cohorts_[trainee.cohort];
  trainee.commitment = context.world.budget.commit(cohort.course, seat_cost(cohort.course));
  if (trainee.commitment == no_commitment) return false;
  trainee.status = Status::selected;
  ++counts_.selected;
  cohort.trainees.push_back(number);
  ++host_places_used_;
  const auto u = context.random.uniforms(trainee.entity(), draw::dropout, cohort.call);
  if (u[0] < parameters_.dropout) {
    const auto span = double((cohort.departs - now).count() / 86'400);
    context.calendar.schedule(now + days(std::int64_t(u[1] * span)), Phase::dispatch,
                              trainee.entity(), DroppedOut{number});
  }
  return true;
}

}  // namespace coopsim
