// SPDX-License-Identifier: Apache-2.0
// Advice in the event table: a row for each need and each engagement.
#include "sim/context.hpp"

namespace coopsim {

EventRow Advice::row_of(const Need& need) const {
  return {.kind = EventKind::adviser_need,
          .account = Account::B7,
          .firm = need.firm,
          .asked = need.posted};
}

EventRow Advice::row_of(const Engagement& engagement) const {
  return {.kind = EventKind::adviser_engagement,
          .account = Account::B7,
          .firm = engagement.firm,
          .asked = engagement.signed_on,
          .started = engagement.first_visit};
}

// A need is served on the day that an engagement is signed.
void Advice::log_end(const Need& need, EventCause why, Time now, Context& context) {
  EventRow row = row_of(need);
  row.ended = now;
  row.cause = why;
  if (why == EventCause::completed) {
    row.started = now;
    row.result = EventResult::served;
  }
  context.tell(row);
}

void Advice::log_open(Context& context) const {
  const auto tell = [&](EventRow row) {
    row.result = EventResult::open;
    row.cause = EventCause::running;
    context.tell(row);
  };
  for (const Need& need : needs_)
    if (need.state == NeedState::posted || need.state == NeedState::waiting) tell(row_of(need));
  for (const Engagement& engagement : engagements_)
    if (!engagement.closed) tell(row_of(engagement));
}

}  // namespace coopsim
