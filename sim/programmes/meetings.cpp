// SPDX-License-Identifier: Apache-2.0
#include "sim/programmes/meetings.hpp"

#include <algorithm>

#include "sim/context.hpp"
#include "sim/kernel/distribution.hpp"
#include "sim/kernel/math.hpp"
#include "sim/programmes/firm_costs.hpp"
#include "sim/world/draws.hpp"
#include "sim/world/lot.hpp"

namespace coopsim {
namespace {

constexpr unsigned fair_day = 15;                  // of the month
constexpr std::uint32_t index_of_follow_up = 128;  // added to the first meeting's
constexpr int most_consultations = 127;            // first meetings of one place

// The address of what happens to a firm at a fair; `index` of the consultation.
std::uint32_t address(int year, Account account, std::uint8_t nth, std::uint32_t index = 0) {
  return deal_occasion(year, account, std::uint32_t(nth) << 8 | index);
}

EntityId fair_entity(int year, Account account, std::uint8_t nth) {
  return entity_of(Kind::fair, address(year, account, nth) >> 8);
}

}  // namespace

Meetings::Meetings(const Parameters& all) : parameters_(all.meetings) {}

Money Meetings::price(Account account) const {
  switch (account) {
    case Account::C2:
      return parameters_.consultation_place;
    case Account::C3:
      return parameters_.exhibition_booth;
    default:
      return Money{parameters_.mission.thousand / parameters_.mission_firms};
  }
}

void Meetings::on(const YearPlanned& plan, Time now, Context& context) {
  const auto places = [&](Account account) {
    return int(context.plan->of(account, plan.year).thousand / price(account).thousand);
  };
  const MeetingsParameters& p = parameters_;
  plan_fairs(Account::C2, plan.year, places(Account::C2), p.consultation_months, now, context);
  plan_fairs(Account::C3, plan.year, places(Account::C3), p.exhibition_months, now, context);
  const Money missions = context.plan->of(Account::C4, plan.year);
  const int whole = int(missions.thousand / p.mission.thousand);
  plan_fairs(Account::C4, plan.year, whole * p.mission_firms, p.mission_months, now, context);
}

// The year's places, split evenly over its fairs, the first with the remainder.
void Meetings::plan_fairs(Account account, int year, int places, MonthSet months, Time now,
                          Context& context) {
  std::vector<unsigned> held;
  for (unsigned month = 1; month <= 12 && held.size() < 2; ++month)
    if (months.has(month)) held.push_back(month);
  for (std::size_t nth = 0; nth < held.size(); ++nth) {
    const int count = int(held.size());
    const int here = places / count + (int(nth) < places % count ? 1 : 0);
    if (here == 0) continue;
    const auto number = std::uint32_t(fairs_.size());
    const Time day = date(year, held[nth], fair_day);
    fairs_.push_back({account, year, std::uint8_t(nth), day, here, {}});
    context.calendar.schedule(std::max(now, day - days(parameters_.matching_days)), Phase::dispatch,
                              fair_entity(year, account, std::uint8_t(nth)), FairMatched{number});
  }
}

std::vector<std::uint32_t> Meetings::chosen_firms(const Fair& fair, const Context& context) const {
  const Firms& firms = context.world.firms;
  const TargetFirms& target = context.world.guidelines.target(fair.account);
  const auto weight = [&](std::uint32_t slot) {
    const Firm& firm = firms[slot];
    return (firm.exporter ? 1.0 + parameters_.exporter_weight : 1.0) *
           (1.0 + parameters_.tie_weight * std::min<int>(firm.ties, 2)) *
           target.weight(firms, slot);
  };
  const double most = (1.0 + parameters_.exporter_weight) * (1.0 + parameters_.tie_weight * 2);
  return chosen_by_lot(
      {context.random, fair_entity(fair.year, fair.account, fair.nth), draw::place}, firms.slots(),
      std::size_t(fair.planned), most, weight);
}

void Meetings::on(const FairMatched& event, Time now, Context& context) {
  Fair& fair = fairs_[event.fair];
  const EntityId who = fair_entity(fair.year, fair.account, fair.nth);
  bool broke = false;
  for (const std::uint32_t slot : chosen_firms(fair, context)) {
    const CommitmentId paid =
        broke ? no_commitment : context.world.budget.commit(fair.account, price(fair.account));
    const Place place{.firm = context.world.firms.id(slot), .commitment = paid, .chosen = now};
    broke = broke || paid == no_commitment;
    if (broke)
      log_place(fair, place, EventCause::no_money, now, context);
    else
      fair.places.push_back(place);
  }
  context.emit(FairPlaces{fair.year, fair.account, fair.planned, int(fair.places.size())});
  if (fair.places.empty()) return;
  context.calendar.schedule(std::max(now, fair.day), Phase::completion, who, FairHeld{event.fair});
  context.calendar.schedule(std::max(now, fair.day) + years(1), Phase::review, who,
                            FairJudged{event.fair});
}

void Meetings::on(const CommitmentCancelled& event, Time now, Context& context) {
  if (!spends<Meetings>(event.account)) return;
  for (auto fair = fairs_.rbegin(); fair != fairs_.rend(); ++fair)
    for (Place& place : fair->places)
      if (place.commitment == event.commitment && !place.held) {
        place.cancelled = true;
        context.emit(FairPlaceCancelled{fair->year, fair->account});
        log_place(*fair, place, EventCause::cut, now, context);
        return;
      }
}

// First meetings, until the Japanese firms have no more time. A firm that is gone leaves its place
// empty and its money is given back.
void Meetings::on(const FairHeld& event, Time now, Context& context) {
  World& world = context.world;
  const Account account = fairs_[event.fair].account;
  const auto count = fairs_[event.fair].places.size();
  auto capacity =
      std::int64_t(parameters_.partners_a_place * double(count) * parameters_.partner_meetings);
  for (std::size_t i = 0; i < count; ++i) {
    Place& place = fairs_[event.fair].places[i];
    if (place.cancelled) continue;
    if (!world.firms.lives(place.firm)) {
      world.budget.release(place.commitment);
      place.cancelled = true;
      context.emit(FairPlaceUnused{fairs_[event.fair].year, account});
      log_place(fairs_[event.fair], place, EventCause::firm_closed, now, context);
      continue;
    }
    place.held = true;
    log_place(fairs_[event.fair], place, EventCause::completed, now, context);
    world.budget.pay(place.commitment, world.budget.open_amount(place.commitment));
    charge(account, context.parameters.economics.fair_place, now, context);
    const Fair& fair = fairs_[event.fair];
    context.emit(FairPlaceUsed{fair.year, account, world.firms.where(place.firm.slot)});
    const double u = context.random.uniform(place.firm.entity(), draw::consultations,
                                            address(fair.year, account, fair.nth));
    const int wanted =
        std::min(poisson_quantile(u, parameters_.meetings_a_place), most_consultations);
    for (int k = 0; k < wanted; ++k) {
      if (capacity-- > 0) {
        consult({event.fair, std::uint16_t(i), std::uint16_t(k)}, false, now, context);
      } else {
        context.emit(ConsultationRefused{year_of(now), account});
        log_meeting(fair, place, false, EventResult::not_served, EventCause::no_time, now, context);
      }
    }
  }
}

void Meetings::on(const MetAgain& event, Time now, Context& context) {
  const Place& place = fairs_[event.fair].places[event.place];
  if (context.world.firms.lives(place.firm)) return consult(event, true, now, context);
  log_meeting(fairs_[event.fair], place, true, EventResult::not_served, EventCause::firm_closed,
              now, context);
}

// One consultation: a contract, or perhaps one more meeting later.
void Meetings::consult(const MetAgain& meeting, bool follow_up, Time now, Context& context) {
  Fair& fair = fairs_[meeting.fair];
  Place& place = fair.places[meeting.place];
  const std::uint32_t at = address(fair.year, fair.account, fair.nth,
                                   meeting.consultation + (follow_up ? index_of_follow_up : 0));
  const auto u = context.random.uniforms(place.firm.entity(), draw::consultation, at);
  const std::uint32_t slot = place.firm.slot;
  const bool contract = bernoulli(u[0], contract_chance(slot, false, now, context));
  context.emit(
      Consulted{year_of(now), fair.account, context.world.firms.where(slot), follow_up, contract});
  log_meeting(fair, place, follow_up, contract ? EventResult::contract : EventResult::no_result,
              EventCause::completed, now, context);
  if (contract) {
    place.contract = true;
    sign_deal({place.firm, at, fair.account}, 1.0, drawn_lag, now, context);
  } else if (!follow_up && bernoulli(u[1], parameters_.follow_up)) {
    context.calendar.schedule(now + days(parameters_.follow_up_days), Phase::arrival,
                              place.firm.entity(), meeting);
  }
}

void Meetings::on(const FairJudged& event, Time, Context& context) {
  const Fair& fair = fairs_[event.fair];
  for (const Place& place : fair.places)
    if (place.held) context.emit(FairFirmJudged{fair.year, fair.account, place.contract});
}

// A place that is used is over on the day of the fair.
void Meetings::log_place(const Fair& fair, const Place& place, EventCause why, Time now,
                         Context& context) const {
  const bool used = why == EventCause::completed;
  context.tell({.kind = EventKind::fair_place,
                .account = fair.account,
                .firm = place.firm,
                .asked = place.chosen,
                .started = used ? now : no_day,
                .ended = now,
                .result = used                         ? EventResult::served
                          : why == EventCause::running ? EventResult::open
                                                       : EventResult::not_served,
                .cause = why});
}

// A follow-up was asked for at the first meeting.
void Meetings::log_meeting(const Fair& fair, const Place& place, bool follow_up, EventResult result,
                           EventCause why, Time now, Context& context) {
  context.tell({.kind = EventKind::consultation,
                .account = fair.account,
                .firm = place.firm,
                .asked = follow_up ? now - days(parameters_.follow_up_days) : now,
                .started = result == EventResult::not_served ? no_day : now,
                .ended = now,
                .result = result,
                .cause = why});
}

void Meetings::log_open(Context& context) const {
  for (const Fair& fair : fairs_)
    for (const Place& place : fair.places)
      if (!place.held && !place.cancelled)
        log_place(fair, place, EventCause::running, no_day, context);
}

std::string Meetings::check(const World& world) const {
  for (const Fair& fair : fairs_)
    for (const Place& place : fair.places)
      if ((place.held || place.cancelled) && world.budget.open_amount(place.commitment) != Money{})
        return "meetings: a place that is used or given back still holds money";
  return {};
}

}  // namespace coopsim
