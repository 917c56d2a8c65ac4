// SPDX-License-Identifier: Apache-2.0
#include "sim/programmes/firm_count.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <vector>

#include "sim/context.hpp"
#include "sim/kernel/math.hpp"
#include "sim/programmes/firm_panel.hpp"

namespace coopsim {
namespace {

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

// Quantile of ascending values, linear between them (type 7). REQUIRES: not empty.
double quantile(const std::vector<double>& values, double share) {
  const double place = share * double(values.size() - 1);
  const auto below = std::size_t(place);
  if (below + 1 == values.size()) return values[below];
  return values[below] + (place - double(below)) * (values[below + 1] - values[below]);
}

class Count {
 public:
  Count(int year, Time now, Context& context);
  // REQUIRES: slots in ascending order.
  void add(std::uint32_t slot);
  void emit(Context&);
  FirmTotals totals() const;

 private:
  // One firm as it stands, and what it is compared with.
  struct Seen {
    std::uint32_t slot;
    const Firm& firm;
    Where where;
    double staff;
    Gains gains;
    double log_productivity;
    const BaselineFirms::Entry* base;  // under the baseline, if that is not as without programme
  };
  bool served_by_baseline(const Seen& seen) const {
    return seen.base && seen.base->served && seen.base->generation == seen.firm.generation;
  }
  void count_state(FirmsCounted&, const Seen&);
  void count_effect(FirmsCounted&, const Seen&);
  void compare(const Seen&);
  void keep(const Seen&, std::vector<BaselineFirms::Entry>&);

  int year_;
  Time now_;
  const Firms& firms_;
  TechnologyClock clock_;
  const TradeParameters& trade_;
  double moved_from_;
  const Reference::Year* without_;  // null in the world without programme
  const BaselineFirms* baseline_;   // null in the baseline itself
  bool compares_;
  BaselineCursor base_;
  PracticeLedger& ledger_;
  std::vector<BaselineFirms::Entry>* keep_;
  std::vector<FirmsCounted> cells_;
  std::vector<FirmsCompared> compared_;  // two a cell, if it compares
  std::array<double, effect_class_count> classes_{};
  std::vector<double> served_;  // effects on ln LP
};

Count::Count(int year, Time now, Context& context)
    : year_(year),
      now_(now),
      firms_(context.world.firms),
      clock_(firms_.technology_clock(now)),
      trade_(context.parameters.trade),
      moved_from_(context.parameters.effects.moved_from),
      without_(context.without ? &context.without->of(year) : nullptr),
      baseline_(context.baseline),
      compares_(without_ && baseline_ && baseline_->kept(year)),
      base_(baseline_ ? baseline_->of(year) : std::span<const BaselineFirms::Entry>()),
      ledger_(context.world.practice),
      keep_(nullptr),
      cells_(where_cells),
      compared_(compares_ ? served_count * where_cells : 0) {
  ledger_.begin(year, now, firms_.learning().practice_decay);
  if (BaselineFirms* keep = context.keep_baseline) {
    if (keep->years.empty()) keep->first_year = year;
    keep_ = &keep->years.emplace_back();
  }
}

void Count::add(std::uint32_t slot) {
  const Firm& firm = firms_[slot];
  const double staff = firms_.staff(slot);
  const Where where{firm.sector, firm.region, std::uint8_t(size_class_of(staff))};
  const Gains gains = firms_.gains(slot, now_);
  const double effect = firm.gained ? firms_.effect(slot, gains, clock_) : 0.0;
  const Seen seen{
      slot, firm, where, staff, gains, firms_.log_productivity(slot, now_, effect), base_.at(slot)};
  FirmsCounted& cell = cells_[cell_of(where)];
  cell.where = where;
  count_state(cell, seen);
  if (firm.gained)
    ledger_.saw(firms_.id(slot), firm.practice_kept, gains.practice - firm.practice_kept);
  // Of a firm that the programme saved or lost there is no other to compare with.
  if (!without_ || without_->generation[slot] == firm.generation) count_effect(cell, seen);
  if (compares_) compare(seen);
  if (keep_) keep(seen, *keep_);
}

void Count::count_state(FirmsCounted& cell, const Seen& seen) {
  const double technology = clock_.technology(seen.firm.technology_2005) + seen.gains.skills;
  cell.firms += 1;
  cell.staff += seen.staff;
  cell.technology += technology;
  cell.frontier += 100.0 * clock_.frontier;
  cell.practice += seen.firm.practice_start + seen.gains.practice;
  if (!seen.firm.served) return;
  cell.served += 1;
  cell.technology_served += technology;
}

void Count::count_effect(FirmsCounted& cell, const Seen& seen) {
  const Gains& gains = seen.gains;
  const double difference =
      without_ ? seen.log_productivity - without_->log_productivity[seen.slot] : 0.0;
  const double defects =
      gains.practice == 0.0
          ? 0.0
          : math::exp(-firms_.learning().defects_of_practice * gains.practice) - 1.0;
  cell.pairs += 1;
  cell.effect += difference;
  cell.import_substitution +=
      import_substitution(firms_, seen.slot, now_, gains.skills,
                          clock_.technology(seen.firm.technology_2005), seen.staff, trade_);
  cell.defects += defects;
  classes_[effect_class_of(100.0 * difference)] += 1;
  if (baseline_ ? served_by_baseline(seen) : seen.firm.served) {
    cell.pairs_same += 1;
    cell.effect_same += difference;
  }
  if (!seen.firm.served) return;
  cell.pairs_served += 1;
  cell.effect_served += difference;
  cell.defects_served += defects;
  served_.push_back(difference);
}

// With the same firm under the baseline, whose firms are as without programme but for those kept.
void Count::compare(const Seen& seen) {
  const std::uint16_t generation =
      seen.base ? seen.base->generation : without_->generation[seen.slot];
  if (generation != seen.firm.generation) return;
  const double difference =
      seen.log_productivity -
      (seen.base ? seen.base->log_productivity : without_->log_productivity[seen.slot]);
  const Served service = seen.firm.served || served_by_baseline(seen) ? Served::yes : Served::no;
  FirmsCompared& cell = compared_[cell_of(seen.where) * served_count + index(service)];
  cell.where = seen.where;
  cell.service = service;
  cell.firms += 1;
  if (difference > moved_from_) {
    cell.gaining += 1;
    cell.gain += difference;
  } else if (difference < -moved_from_) {
    cell.losing += 1;
    cell.loss -= difference;
  }
}

void Count::keep(const Seen& seen, std::vector<BaselineFirms::Entry>& year) {
  const bool as_without = without_ && without_->generation[seen.slot] == seen.firm.generation &&
                          without_->log_productivity[seen.slot] == seen.log_productivity;
  if (as_without && !seen.firm.served) return;
  year.push_back({seen.log_productivity, seen.slot, seen.firm.generation, seen.firm.served});
}

void Count::emit(Context& context) {
  for (FirmsCounted& cell : cells_) {
    cell.year = year_;
    if (cell.firms > 0) context.emit(cell);
  }
  for (FirmsCompared& cell : compared_) {
    cell.year = year_;
    if (cell.firms > 0) context.emit(cell);
  }
  for (std::size_t i = 0; i < classes_.size(); ++i)
    if (classes_[i] > 0) context.emit(EffectsClassed{year_, std::uint8_t(i), classes_[i]});
  if (!served_.empty()) {
    std::sort(served_.begin(), served_.end());
    context.emit(
        EffectsRanked{year_, quantile(served_, .1), quantile(served_, .5), quantile(served_, .9)});
  }
  const auto retained = ledger_.end([&](FirmId firm) { return firms_.lives(firm); });
  if (retained.then > 0) context.emit(PracticeRetained{retained.year, retained.then, retained.now});
}

FirmTotals Count::totals() const {
  double technology = 0, substitution = 0;
  for (const FirmsCounted& cell : cells_) {
    technology += cell.technology;
    substitution += cell.import_substitution;
  }
  const double mean =
      firms_.count() > 0 ? technology / double(firms_.count()) : 100.0 * clock_.frontier;
  return {mean, substitution};
}

void keep_year(Time now, const Firms& firms, Reference& reference) {
  Reference::Year& year = reference.years.emplace_back();
  year.generation.reserve(firms.count());
  year.log_productivity.reserve(firms.count());
  year.log_staff.reserve(firms.count());
  for (std::uint32_t slot = 0; slot < firms.count(); ++slot) {
    year.generation.push_back(firms[slot].generation);
    year.log_productivity.push_back(firms.log_productivity(slot, now, 0.0));
    year.log_staff.push_back(float(firms[slot].log_staff));
  }
}

}  // namespace

FirmTotals count_firms(int year, Time now, Context& context) {
  const Firms& firms = context.world.firms;
  Count count(year, now, context);
  for (std::uint32_t slot = 0; slot < firms.count(); ++slot) count.add(slot);
  count.emit(context);
  if (context.records.keeps_panel()) log_firms(year, now, context);
  if (context.keep) keep_year(now, firms, *context.keep);
  return count.totals();
}

}  // namespace coopsim
