// SPDX-License-Identifier: Apache-2.0
#include "sim/programmes/surroundings.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "sim/context.hpp"
#include "sim/programmes/firm_count.hpp"
#include "sim/programmes/value_of_gains.hpp"

namespace coopsim {
namespace {

// What lives now, and how much of it is win-win; a programme n times as large is spread over n
// times as many partners.
Partnerships count_partnerships(int year, Context& context) {
  const World& world = context.world;
  const auto live = [](const auto& each) { return each.live; };
  const auto win_win = [](const auto& each) { return each.live && each.win_win; };
  const auto deals = std::ranges::count_if(world.deals.all, live);
  const auto alliances = std::ranges::count_if(world.alliances.all, live);
  context.emit(PartnershipsCounted{year, int(deals + alliances),
                                   int(std::ranges::count_if(world.deals.all, win_win) +
                                       std::ranges::count_if(world.alliances.all, win_win))});
  const double scale = context.parameters.budget.scale;
  if (scale <= 0) return {};
  return {double(deals) / scale, double(alliances) / scale, world.engaged_advisers / scale};
}

}  // namespace

void Surroundings::start(Context& context) {
  const Time start = context.parameters.run.start;
  const int year = year_of(start);
  const Firms& firms = context.world.firms;
  for (std::uint32_t slot = 0; slot < firms.count(); ++slot)
    context.calendar.schedule(firms.birthday(slot, year), Phase::policy,
                              entity_of(Kind::firm, slot), FirmAged{slot, year});
  context.calendar.schedule(start, Phase::policy, entity_of(Kind::world), YearBegun{year});
}

void Surroundings::on(const FirmAged& event, Time now, Context& context) {
  Firms& firms = context.world.firms;
  firms.live_a_year(event.slot, event.year, now, context.random);
  const Firm& firm = firms[event.slot];
  context.fingerprint.add(firm.log_staff);
  context.fingerprint.add(firm.shock);
  const Time next = firms.birthday(event.slot, event.year + 1);
  if (next < context.parameters.run.end)
    context.calendar.schedule(next, Phase::policy, entity_of(Kind::firm, event.slot),
                              FirmAged{event.slot, event.year + 1});
}

void Surroundings::on(const YearBegun& event, Time, Context& context) {
  context.world.macro.start_year(event.year, context.random);
  const EntityId world = entity_of(Kind::world);
  context.calendar.schedule(date(event.year, 12, 31), Phase::review,
                            entity_of(Kind::period, 0xFF'FFFF), YearEnded{event.year});
  const Time next = date(event.year + 1, 1, 1);
  if (next < context.parameters.run.end)
    context.calendar.schedule(next, Phase::policy, world, YearBegun{event.year + 1});
}

void Surroundings::on(const YearEnded& event, Time now, Context& context) {
  const FirmTotals counted = count_firms(event.year, now, context);
  value_gains(event.year, now, context);
  count_money(event.year, context);
  World& world = context.world;
  const Partnerships live = count_partnerships(event.year, context);
  context.emit(
      JapanObserved{event.year, world.japan.reluctance(), world.japan.partner_benefit(live)});
  context.emit(MacroObserved{event.year, world.macro.exchange_rate(), world.macro.exports()});
  draw_up_balance(event.year, counted.substitution, context);
  const double frontier = 100.0 * world.firms.technology_clock(now).frontier;
  const double gap = frontier - counted.technology;
  world.japan.end_year(event.year, counted_ ? gap_ - gap : 0.0, live, now, context.random);
  gap_ = gap;
  counted_ = true;
}

void Surroundings::on(const EconomyShocked& shock, Time, Context& context) {
  context.world.macro.shock(shock.exchange_ppm / 1e6, shock.exports_ppm / 1e6);
}

// Equation 12. The deficit itself comes from the economy; the programme's terms are differences to
// the world without programme of the same replication.
void Surroundings::draw_up_balance(int year, double substitution, Context& context) {
  const double delivered = std::exchange(context.world.deals.delivered, 0.0);
  if (context.keep) context.keep->years.back().delivered = delivered;
  const double above = delivered - (context.without ? context.without->of(year).delivered : 0.0);
  const BalanceDrawnUp balance{year, context.world.macro.deficit(year), above, substitution};
  context.emit(balance);
  const double before = std::exchange(deficit_, balance.deficit - balance.attributable() / 1e6);
  if (year == context.parameters.macro.balance_year && counted_)
    context.emit(BalanceClaimed{year, balance.attributable(), 1e6 * std::abs(deficit_ - before)});
}

void Surroundings::count_money(int year, Context& context) {
  const Budget::Movements moved = context.world.budget.take_movements();
  for (std::size_t i = 0; i < account_count; ++i) {
    const auto account = static_cast<Account>(i);
    context.emit(MoneyMoved{year, account, moved.appropriated[i], moved.committed[i], moved.paid[i],
                            moved.lapsed[i], moved.not_modelled[i], moved.cut[i],
                            context.world.budget.held(account)});
  }
  double sum = 0, squares = 0;
  for (std::size_t i = 0; i < account_count; ++i) {
    if (Account(i) == Account::head_office) continue;
    const double amount = double(moved.appropriated[i].thousand);
    sum += amount;
    squares += amount * amount;
  }
  if (sum > 0) context.emit(MoneySpread{year, squares / (sum * sum)});
}

}  // namespace coopsim
