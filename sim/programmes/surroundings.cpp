// SPDX-License-Identifier: Apache-2.0
#include "sim/programmes/surroundings.hpp"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include "sim/context.hpp"
#include "sim/kernel/math.hpp"
#include "sim/programmes/firm_panel.hpp"
#include "sim/world/draws.hpp"

namespace coopsim {
namespace {

constexpr std::size_t cells = sector_count * region_count * size_class_count;
std::size_t cell_of(const Where& where) {
  return (index(where.sector) * region_count + index(where.region)) * size_class_count +
         where.size_class;
}

// Equation 13, thousand USD a year: imports that sales of a firm replace because its technology is
// better than it would be without programme. Sales as they would be at that productivity.
double import_substitution(const Firms& firms, std::uint32_t slot, Time now, double skills,
                           double technology_without, double staff, const TradeParameters& p) {
  if (skills == 0.0) return 0.0;
  const double productivity = math::exp(firms.log_productivity(slot, now, 0.0));
  const double sales = productivity * staff / p.value_added_share;  // KRW million
  return p.substitution * p.domestic_share * sales * (1000.0 / p.exchange_dollar) * skills /
         technology_without;
}

// One firm's part of the count of its cell. `without`: the same year without programme; `same`:
// whether the firm is one of those that the baseline served.
void count_firm(FirmsCounted& cell, const Firms& firms, std::uint32_t slot, Time now,
                const TechnologyClock& clock, const Reference::Year* without, bool same,
                double staff, const TradeParameters& trade) {
  const Firm& firm = firms[slot];
  const Gains gains = firms.gains(slot, now);
  const double effect = firm.gained ? firms.effect(slot, gains, clock) : 0.0;
  const double technology_without = clock.technology(firm.technology_2005);
  const double technology = technology_without + gains.skills;
  cell.firms += 1;
  cell.staff += staff;
  cell.technology += technology;
  cell.practice += firm.practice_start + gains.practice;
  if (firm.served) {
    cell.served += 1;
    cell.technology_served += technology;
  }
  if (without && without->generation[slot] != firm.generation) return;  // saved or lost by it
  const double difference =
      without ? firms.log_productivity(slot, now, effect) - without->log_productivity[slot] : 0.0;
  const double defects =
      gains.practice == 0.0
          ? 0.0
          : math::exp(-firms.learning().defects_of_practice * gains.practice) - 1.0;
  cell.pairs += 1;
  cell.effect += difference;
  cell.import_substitution +=
      import_substitution(firms, slot, now, gains.skills, technology_without, staff, trade);
  cell.defects += defects;
  if (same) {
    cell.pairs_same += 1;
    cell.effect_same += difference;
  }
  if (!firm.served) return;
  cell.pairs_served += 1;
  cell.effect_served += difference;
  cell.defects_served += defects;
}

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
  const Counted counted = count_firms(event.year, now, context);
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

Surroundings::Counted Surroundings::count_firms(int year, Time now, Context& context) {
  const Firms& firms = context.world.firms;
  const TechnologyClock clock = firms.technology_clock(now);
  const Reference::Year* without = context.without ? &context.without->of(year) : nullptr;
  std::vector<FirmsCounted> counts(cells);
  double technology = 0, substitution = 0;
  for (std::uint32_t slot = 0; slot < firms.count(); ++slot) {
    const double staff = firms.staff(slot);
    const Where where{firms[slot].sector, firms[slot].region, std::uint8_t(size_class_of(staff))};
    FirmsCounted& cell = counts[cell_of(where)];
    cell.where = where;
    const bool same = context.same ? context.same->has(year, firms.id(slot)) : firms[slot].served;
    count_firm(cell, firms, slot, now, clock, without, same, staff, context.parameters.trade);
  }
  for (FirmsCounted& cell : counts) {
    cell.year = year;
    technology += cell.technology;
    substitution += cell.import_substitution;
    if (cell.firms > 0) context.emit(cell);
  }
  if (context.records.keeps_panel()) log_firms(year, now, context);
  if (context.keep) keep_year(now, firms, *context.keep);
  if (context.keep_served) keep_served(year, firms, *context.keep_served);
  const double mean =
      firms.count() > 0 ? technology / double(firms.count()) : 100.0 * clock.frontier;
  return {mean, substitution};
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

void Surroundings::keep_year(Time now, const Firms& firms, Reference& reference) {
  Reference::Year& year = reference.years.emplace_back();
  year.generation.reserve(firms.count());
  year.log_productivity.reserve(firms.count());
  for (std::uint32_t slot = 0; slot < firms.count(); ++slot) {
    year.generation.push_back(firms[slot].generation);
    year.log_productivity.push_back(firms.log_productivity(slot, now, 0.0));
  }
}

void Surroundings::keep_served(int year, const Firms& firms, ServedFirms& served) {
  if (served.years.empty()) served.first_year = year;
  std::vector<std::uint16_t>& kept = served.years.emplace_back(firms.count());
  for (std::uint32_t slot = 0; slot < firms.count(); ++slot)
    if (firms[slot].served) kept[slot] = std::uint16_t(firms[slot].generation + 1);
}

void Surroundings::count_money(int year, Context& context) {
  const Budget::Movements moved = context.world.budget.take_movements();
  for (std::size_t i = 0; i < account_count; ++i)
    context.emit(MoneyMoved{year, static_cast<Account>(i), moved.appropriated[i], moved.paid[i],
                            moved.lapsed[i], moved.not_modelled[i], moved.cut[i]});
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
