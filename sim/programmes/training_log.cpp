// SPDX-License-Identifier: Apache-2.0
// Training in the event table: a row for each person of each application.
#include "sim/context.hpp"

namespace coopsim {

EventRow Training::row_of(const Trainee& trainee) const {
  const Cohort& cohort = cohorts_[trainee.cohort];
  const bool went = trainee.status == Status::abroad || trainee.status == Status::returned;
  return {.kind = EventKind::training_place,
          .account = cohort.course,
          .firm = trainee.firm,
          .person = trainee.ordinal,
          .asked = trainee.applied,
          .started = went ? cohort.departs : no_day};
}

// The first lack money, the next a host place for a seat that is there, the others a seat.
void Training::say_why_they_wait(const Cohort& cohort, int seats, int unfunded) {
  const auto hostless = std::size_t(unfunded + cohort.seats - seats);
  for (std::size_t i = 0; i < cohort.waiting.size(); ++i)
    trainees_[cohort.waiting[i]].refusal = i < std::size_t(unfunded) ? EventCause::no_money
                                           : i < hostless            ? EventCause::no_host_place
                                                                     : EventCause::no_seat;
}

// Who still waits when the cohort departs waited in vain.
void Training::turn_away(const Cohort& cohort, Time now, Context& context) {
  for (const std::uint32_t number : cohort.waiting) {
    const Trainee& trainee = trainees_[number];
    if (trainee.status != Status::waiting) continue;
    EventRow row = row_of(trainee);
    row.ended = now;
    row.cause = context.world.firms.lives(trainee.firm) ? trainee.refusal : EventCause::firm_closed;
    context.tell(row);
  }
}

// An application whose persons were never ranked.
void Training::close(Application& application, EventCause why, Time now, Context& context) {
  application.closed = true;
  for (int person = 0; person < application.persons; ++person)
    context.tell({.kind = EventKind::training_place,
                  .account = cohorts_[application.cohort].course,
                  .firm = application.firm,
                  .person = person,
                  .asked = application.applied,
                  .ended = now,
                  .cause = why});
}

void Training::log_open(Context& context) const {
  for (const Application& application : applications_)
    for (int person = 0; person < application.persons && !application.closed; ++person)
      context.tell({.kind = EventKind::training_place,
                    .account = cohorts_[application.cohort].course,
                    .firm = application.firm,
                    .person = person,
                    .asked = application.applied,
                    .result = EventResult::open,
                    .cause = EventCause::running});
  for (const Trainee& trainee : trainees_) {
    const bool waits = trainee.status == Status::waiting && !cohorts_[trainee.cohort].departed;
    if (!waits && trainee.status != Status::selected && trainee.status != Status::abroad) continue;
    EventRow row = row_of(trainee);
    row.result = EventResult::open;
    row.cause = EventCause::running;
    context.tell(row);
  }
}

}  // namespace coopsim
