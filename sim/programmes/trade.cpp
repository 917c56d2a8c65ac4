// SPDX-License-Identifier: Apache-2.0
#include "sim/programmes/trade.hpp"

#include <algorithm>

#include "sim/context.hpp"
#include "sim/kernel/distribution.hpp"
#include "sim/kernel/math.hpp"
#include "sim/programmes/teaching.hpp"
#include "sim/world/draws.hpp"

namespace coopsim {
namespace {

constexpr double seconds_a_year = 365.25 * 86'400;

// Mean technology level of the firms as they enter: a constant, which no programme can move.
double mean_technology(const FirmParameters& firms, const TechnologyClock& clock) {
  const auto shares = firms.sector_share.values(), levels = firms.technology_2005.values();
  double sum = 0, weight = 0;
  for (std::size_t sector = 0; sector < sector_count; ++sector) {
    sum += shares[sector] * levels[sector];
    weight += shares[sector];
  }
  return clock.technology(weight > 0 ? sum / weight : 100.0);
}

EntityId entity_of_deal(const DealOrigin& origin) {
  return entity_of(Kind::deal, origin.firm.slot, origin.firm.generation,
                   origin.occasion & 0xFF'FFFF);
}

// As long as it is open; asked for is a deal on the day of its signing.
EventRow row_of(const Deal& deal) {
  return {.kind = EventKind::deal,
          .account = deal.origin.account,
          .firm = deal.origin.firm,
          .asked = deal.signed_on,
          .started = deal.live ? deal.begun : no_day,
          .result = EventResult::open,
          .cause = EventCause::running};
}

}  // namespace

double contract_chance(std::uint32_t slot, bool prescreened, Time now, const Context& context) {
  const TradeParameters& p = context.parameters.trade;
  const World& world = context.world;
  const TechnologyClock clock = world.firms.technology_clock(now);
  const double ahead =
      world.firms.technology(slot, now, clock) - mean_technology(context.parameters.firms, clock);
  const double rate = world.macro.exchange_rate() / p.exchange_reference;
  const double logit = math::log(p.contract_chance / (1.0 - p.contract_chance)) -
                       p.contract_centring + p.contract_technology * ahead / 10.0 +
                       p.contract_tie * std::min<int>(world.firms[slot].ties, 2) +
                       p.contract_site * world.information_level +
                       p.contract_base * world.base_level +
                       (prescreened ? p.contract_prescreen : 0.0) -
                       p.contract_reluctance * (world.japan.reluctance() - .5) +
                       p.contract_exchange * math::log(rate);
  return 1.0 / (1.0 + math::exp(-logit));
}

void sign_deal(const DealOrigin& origin, double factor, Duration lag, Time now, Context& context) {
  const TradeParameters& p = context.parameters.trade;
  const EntityId firm = origin.firm.entity();
  const auto u = context.random.uniforms(firm, draw::deal, origin.occasion);
  const double value = factor * log_normal_quantile(u[0], p.value_median, p.value_log_sd);
  if (lag < Duration(0))
    lag = years(log_normal_quantile(u[1], p.lag_median_months, p.lag_log_sd) / 12.0);
  const auto number = std::uint32_t(context.world.deals.all.size());
  context.world.deals.all.push_back({.origin = origin, .value = value, .signed_on = now});
  context.fingerprint.add(value);
  context.calendar.schedule(now + lag, Phase::completion, entity_of_deal(origin),
                            DealBegan{number});
}

Trade::Trade(const Parameters& all) : parameters_(all.trade) {}

void Trade::start(Context& context) { learner_.resize(context.world.firms.count()); }

void Trade::on(const YearPlanned& plan, Time, Context& context) {
  context.calendar.schedule(date(plan.year, 12, 31), Phase::review,
                            entity_of(Kind::period, std::uint32_t(plan.year)),
                            TradeYearEnded{plan.year});
}

// Whether it will last is drawn once; a win-win deal lasts longer and costs the Korean side.
void Trade::on(const DealBegan& event, Time now, Context& context) {
  Deal& deal = context.world.deals.all[event.deal];
  const FirmId firm = deal.origin.firm;
  Firms& firms = context.world.firms;
  if (!firms.lives(firm)) {
    EventRow row = row_of(deal);
    row.ended = now;
    row.result = EventResult::not_served;
    row.cause = EventCause::firm_closed;
    deal.over = true;
    return context.tell(row);
  }
  const auto u = context.random.uniforms(firm.entity(), draw::deal_life, deal.origin.occasion);
  deal.win_win = bernoulli(u[0], context.world.japan.win_win(now));
  deal.live = true;
  deal.begun = deal.counted = now;
  deal.teaches = learner_[firm.slot] != firm.generation + 1;
  if (deal.teaches) learner_[firm.slot] = std::uint16_t(firm.generation + 1);
  live_.push_back(event.deal);
  ++context.world.deals.live;
  firms.mark_served(firm.slot);
  firms.add_tie(firm.slot);
  const EntityId who = entity_of_deal(deal.origin);
  context.calendar.schedule(now + years(1), Phase::completion, who, DealAged{event.deal});
  const double hazard =
      parameters_.end_hazard * (1.0 - (deal.win_win ? parameters_.win_win_longer : 0.0));
  context.emit(DealStarted{year_of(now), deal.origin.account, firms.where(firm.slot), deal.value});
  if (hazard <= 0) return;
  context.calendar.schedule(now + years(exponential_quantile(u[1], 1.0 / hazard)),
                            Phase::completion, who, DealEnded{event.deal});
}

void Trade::on(const DealAged& event, Time now, Context& context) {
  Deal& deal = context.world.deals.all[event.deal];
  if (!deal.live || end_if_firm_left(event.deal, now, context)) return;
  deliver(event.deal, now, context);
  learn(event.deal, 1.0, now, context);
  ++deal.age;
  const EntityId address =
      entity_of(Kind::deal, deal.origin.firm.slot, deal.origin.firm.generation, deal.age);
  const double u = context.random.uniform(address, draw::deal_growth, deal.origin.occasion);
  const double sd = parameters_.growth_log_sd;
  deal.value *= math::exp(normal_quantile(u, math::log1p(parameters_.growth) - sd * sd / 2.0, sd));
  context.calendar.schedule(now + years(1), Phase::completion, entity_of_deal(deal.origin),
                            DealAged{event.deal});
}

void Trade::on(const DealEnded& event, Time now, Context& context) {
  const Deal& deal = context.world.deals.all[event.deal];
  if (!deal.live || end_if_firm_left(event.deal, now, context)) return;
  const double part = double((now - deal.begun - years(deal.age)).count()) / seconds_a_year;
  deliver(event.deal, now, context);
  learn(event.deal, std::clamp(part, 0.0, 1.0), now, context);
  end(event.deal, now, context);
}

// The year's exports, deal by deal; those of firms that left end on the day they left.
void Trade::on(const TradeYearEnded& event, Time now, Context& context) {
  const std::vector<std::uint32_t> deals = live_;
  for (const std::uint32_t deal : deals)
    if (!end_if_firm_left(deal, now, context)) deliver(deal, now, context);
  context.emit(DealsCounted{event.year, context.world.deals.live});
}

// A firm leaves on its birthday, and every live deal is looked at before the next one.
bool Trade::end_if_firm_left(std::uint32_t number, Time now, Context& context) {
  const Deal& deal = context.world.deals.all[number];
  const Firms& firms = context.world.firms;
  if (firms.lives(deal.origin.firm)) return false;
  deliver(number, std::min(now, firms.birthday(deal.origin.firm.slot, year_of(now))), context);
  end(number, now, context);
  return true;
}

void Trade::deliver(std::uint32_t number, Time until, Context& context) {
  Deal& deal = context.world.deals.all[number];
  if (until <= deal.counted) return;
  const double part = double((until - deal.counted).count()) / seconds_a_year;
  const double delivered = part * deal.value;
  deal.counted = until;
  context.world.deals.delivered += delivered;
  const EconomicsParameters& value = context.parameters.economics;
  const double kept = value.export_margin * (deal.win_win ? 1.0 - value.win_win_cost : 1.0);
  context.emit(Exported{year_of(until), deal.origin.account,
                        context.world.firms.where(deal.origin.firm.slot), delivered,
                        kept * delivered * parameters_.exchange_dollar});
}

// At most one stream a firm; in full only where the deal matters for the firm.
void Trade::learn(std::uint32_t number, double years_passed, Time now, Context& context) {
  Deal& deal = context.world.deals.all[number];
  if (!deal.teaches || deal.age >= parameters_.learning_years) return;
  Firms& firms = context.world.firms;
  const std::uint32_t slot = deal.origin.firm.slot;
  const double productivity =
      math::exp(firms.log_productivity(slot, now, firms[slot].effect));  // KRW million a person
  const double sales = productivity * firms.staff(slot) / parameters_.value_added_share;
  const double value = deal.value * parameters_.exchange_dollar / 1000.0;  // KRW million
  const double weight = std::min(1.0, value / (parameters_.learning_share * sales));
  const double gained =
      firms.gain_practice(slot, parameters_.learning_practice * weight * years_passed, now);
  credit(deal.origin.account, slot, gained, 0, now, context);
  const double value_added = math::exp(firms.log_productivity(slot, now, 0.0)) * firms.staff(slot);
  context.emit(ExportsTaught{
      year_of(now), deal.origin.account,
      1000.0 * context.parameters.learning.productivity_of_practice * gained * value_added});
}

void Trade::end(std::uint32_t number, Time now, Context& context) {
  Deal& deal = context.world.deals.all[number];
  const FirmId firm = deal.origin.firm;
  EventRow row = row_of(deal);
  row.ended = deal.counted;  // the day of the last delivery
  row.result = EventResult::deal;
  row.cause = context.world.firms.lives(firm) ? EventCause::completed : EventCause::firm_closed;
  context.tell(row);
  deal.live = false;
  deal.over = true;
  --context.world.deals.live;
  std::erase(live_, number);
  if (deal.teaches && learner_[firm.slot] == firm.generation + 1) learner_[firm.slot] = 0;
  context.emit(DealClosed{year_of(now), deal.origin.account});
}

void Trade::log_open(Context& context) const {
  for (const Deal& deal : context.world.deals.all)
    if (!deal.over) context.tell(row_of(deal));
}

std::string Trade::check(const World& world) const {
  const auto live = std::count_if(world.deals.all.begin(), world.deals.all.end(),
                                  [](const Deal& deal) { return deal.live; });
  if (live != std::int64_t(live_.size()) || live != world.deals.live)
    return "trade: live deals and counted deals differ";
  return {};
}

}  // namespace coopsim
