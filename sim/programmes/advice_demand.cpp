// SPDX-License-Identifier: Apache-2.0
// Advice, second part: needs of firms, their screening and patience, and the matching days.
#include <algorithm>

#include "sim/context.hpp"
#include "sim/kernel/distribution.hpp"
#include "sim/kernel/math.hpp"
#include "sim/world/draws.hpp"
#include "sim/world/thinning.hpp"

namespace coopsim {
namespace {

constexpr double ln2 = 0.69314718055994530942;
constexpr std::size_t nobody = ~std::size_t{0};
constexpr std::uint32_t occasions_a_need = 16;
constexpr Duration patience_of(double months) { return years(months / 12.0); }

}  // namespace

double Advice::public_share(Time at) const {
  return public_share_ >= 0 ? public_share_ : interpolate(parameters_.public_share, at);
}

// Needs answer to what a firm pays itself, against the share it would pay without any policy.
double Advice::price_factor(Time at) const {
  if (public_share_ < 0 || parameters_.price_response == 0) return 1.0;
  const double usual = 1.0 - interpolate(parameters_.public_share, at);
  const double now = std::max(.01, 1.0 - public_share_);
  return now == usual ? 1.0 : math::pow(now / usual, -parameters_.price_response);
}

// By how much a firm's need exceeds that of a firm of median staff.
double Advice::need_factor(std::uint32_t slot, const Context& context) const {
  const AdviceParameters& p = parameters_;
  const Firm& firm = context.world.firms[slot];
  const double size = math::exp(
      p.staff_exponent * (firm.log_staff - math::log(context.parameters.firms.staff_median)));
  return size * (firm.ties > 0 ? 1.0 + p.tie_factor : 1.0) *
         (firm.does_research ? p.research_factor : 1.0) / p.rate_divisor *
         context.world.guidelines.target(Account::B7).weight(context.world.firms, slot);
}

double Advice::need_factor_bound(const Context& context) const {
  const AdviceParameters& p = parameters_;
  const FirmParameters& firms = context.parameters.firms;
  return power_bound(p.staff_exponent, firms) /
         math::exp(p.staff_exponent * math::log(firms.staff_median)) *
         std::max(1.0, 1.0 + p.tie_factor) * std::max(1.0, p.research_factor) / p.rate_divisor;
}

void Advice::on(const YearPlanned& event, Time now, Context& context) {
  started_this_year_ = 0;
  const EntityId who = entity_of(Kind::period, std::uint32_t(event.year));
  context.calendar.schedule(date(event.year, 12, 31), Phase::review, who,
                            AdviceYearEnded{event.year});
  if (!open(event.year, context)) return;
  context.calendar.schedule(date(event.year, 8, 31), Phase::review, who,
                            AdvisersCountedInAugust{event.year});
  for (const unsigned month : {1u, 4u, 7u, 10u})
    context.calendar.schedule(date(event.year, month, 1) + days(1), Phase::money, who,
                              UpkeepPaid{event.year});
  if (now < parameters_.first_needs) return;
  context.emit(EngagementsPlanned{event.year, yearly_limit(event.year, now, context)});
  plan_needs(event.year, now, context);
  for (int nth = 0; nth < matching_days_; ++nth) {
    const auto day = std::int64_t((double(nth) + .5) * 365.0 / matching_days_);
    context.calendar.schedule(now + days(day), Phase::dispatch, who, MatchingDay{event.year, nth});
  }
}

// A quarter of the database's yearly upkeep, as far as the account can bear it.
void Advice::on(const UpkeepPaid&, Time, Context& context) {
  Budget& budget = context.world.budget;
  const Money quarter = portion(parameters_.upkeep, effort_ * context.parameters.budget.scale / 4);
  const Money amount = std::min(quarter, budget.available(Account::B7));
  if (amount.thousand <= 0) return;
  const CommitmentId commitment = budget.commit(Account::B7, amount);
  budget.pay(commitment, amount);
}

// Which firms will ask for an adviser this year, and on which day.
void Advice::plan_needs(int year, Time now, Context& context) {
  const Firms& firms = context.world.firms;
  const PointSource source{context.random, entity_of(Kind::period, std::uint32_t(year)),
                           draw::need};
  const auto asking = firms_that_act(
      source, firms.slots(), parameters_.need_rate * price_factor(now), need_factor_bound(context),
      [&](std::uint32_t slot) { return need_factor(slot, context); });
  for (const Point& each : asking) {
    const FirmId firm = firms.id(each.slot);
    const Time posted = now + days(std::int64_t(each.spare * 365));
    const auto number = std::uint32_t(needs_.size());
    needs_.push_back(
        {.firm = firm,
         .year = year,
         .posted = posted,
         .urgency = context.random.uniform(firm.entity(), draw::urgency, std::uint32_t(year)),
         .patience = {}});
    context.calendar.schedule(posted, Phase::arrival, firm.entity(), NeedArose{number});
  }
}

void Advice::on(const NeedArose& event, Time now, Context& context) {
  Need& need = needs_[event.need];
  if (!context.world.firms.lives(need.firm)) {
    need.state = NeedState::withdrawn;
    return;
  }
  context.emit(NeedPosted{need.year, context.world.firms.where(need.firm.slot)});
  need.patience = context.calendar.schedule_cancellable(
      now + patience_of(parameters_.patience_months), Phase::completion, need.firm.entity(),
      PatienceEnded{event.need});
  files_.join(event.need, need.firm.entity(), now);
  screen_needs(now, context);
}

void Advice::screen_needs(Time now, Context& context) {
  while (!files_.empty() && screeners_.try_seize(now)) {
    const std::uint32_t file = files_.pop().item;
    context.calendar.schedule(now + working_days(parameters_.screening_days), Phase::completion,
                              needs_[file].firm.entity(), NeedScreened{file});
  }
}

void Advice::on(const NeedScreened& event, Time now, Context& context) {
  screeners_.release(now);
  screen_needs(now, context);
  Need& need = needs_[event.need];
  if (need.state != NeedState::posted) return;
  need.state = NeedState::waiting;
  waiting_.push_back(event.need);
}

void Advice::on(const PatienceEnded& event, Time now, Context& context) {
  Need& need = needs_[event.need];
  std::erase(waiting_, event.need);
  const bool lives = context.world.firms.lives(need.firm);
  need.state = lives ? NeedState::given_up : NeedState::withdrawn;
  context.emit(NeedLeft{need.year, lives ? NeedEnd::patience : NeedEnd::firm_closed, need.last});
  log_end(need, lives ? EventCause::out_of_patience : EventCause::firm_closed, now, context);
}

// Engagements that the year's money, less what was cut, and the young programme's strength allow;
// none without interpreters, since no visit could ever take place.
int Advice::yearly_limit(int year, Time now, const Context& context) const {
  if (interpreters_.capacity() == 0) return 0;
  const Money upkeep = portion(parameters_.upkeep, effort_ * context.parameters.budget.scale);
  const Money money = context.plan->of(Account::B7, year) -
                      context.world.budget.cut_from(Account::B7, year) - upkeep;
  const double cost =
      double(parameters_.cost_per_month.thousand) * mean_months_ * public_share(now) +
      double(safeguards_cost_.thousand);
  if (money.thousand <= 0 || cost <= 0) return 0;
  const double ramp = 1.0 - math::exp(-std::max(0.0, year - parameters_.ramp_start) /
                                      std::max(1e-9, parameters_.ramp_years));
  return int(double(money.thousand) / cost * ramp);
}

// The most urgent needs first. Each day may start its part of the year's limit, with what earlier
// days left.
void Advice::on(const MatchingDay& event, Time now, Context& context) {
  const int limit = yearly_limit(event.year, now, context);
  const int by_today = limit * (event.nth + 1) / std::max(1, matching_days_);
  int places = std::max(0, by_today - started_this_year_);
  std::erase_if(waiting_, [&](std::uint32_t number) {
    Need& need = needs_[number];
    if (context.world.firms.lives(need.firm)) return false;
    context.calendar.cancel(need.patience);
    need.state = NeedState::withdrawn;
    context.emit(NeedLeft{need.year, NeedEnd::firm_closed, need.last});
    log_end(need, EventCause::firm_closed, now, context);
    return true;
  });
  std::vector<std::uint32_t> line = waiting_;
  std::sort(line.begin(), line.end(), [&](std::uint32_t a, std::uint32_t b) {
    const Need &x = needs_[a], &y = needs_[b];
    return x.urgency != y.urgency ? x.urgency > y.urgency : x.firm < y.firm;
  });
  const Obstacle full = interpreters_.capacity() == 0 ? Obstacle::interpreter : Obstacle::money;
  for (const std::uint32_t need : line)
    if (places > 0)
      match(need, places, now, context);
    else
      needs_[need].last = full;
  std::erase_if(waiting_,
                [&](std::uint32_t number) { return needs_[number].state != NeedState::waiting; });
}

// A try succeeds the more often the more advisers of the specialisation are listed; after the last
// try the firm goes. A day without a ready adviser or money costs no try.
void Advice::match(std::uint32_t number, int& places, Time now, Context& context) {
  Need& need = needs_[number];
  const EntityId firm = need.firm.entity();
  const Sector sector = context.world.firms[need.firm.slot].sector;
  const auto occasion = std::uint32_t(need.year) * occasions_a_need + need.tries;
  const bool is_long = context.random.uniform(firm, draw::kind, occasion) < long_share_;
  const std::size_t adviser = best_adviser(need, occasion, is_long, context);
  need.last = adviser == nobody ? Obstacle::adviser : Obstacle::money;
  if (adviser == nobody) return;
  const double fits = 1.0 - math::exp(-ln2 * listed_[index(sector)] / parameters_.match_half);
  if (context.random.uniform(firm, draw::fit, occasion) < fits) {
    if (!engage(need.firm, std::uint32_t(adviser), occasion, is_long, now, context)) return;
    context.calendar.cancel(need.patience);
    need.state = NeedState::served;
    --places;
    const double waited = double((now - need.posted).count()) / 86'400.0;
    context.emit(NeedServed{need.year, context.world.firms.where(need.firm.slot), waited,
                            now - need.posted <= patience_of(parameters_.patience_months)});
    log_end(need, EventCause::completed, now, context);
    return;
  }
  need.last = Obstacle::none;
  if (++need.tries < parameters_.tries) return;
  context.calendar.cancel(need.patience);
  need.state = NeedState::unmatched;
  context.emit(NeedLeft{need.year, NeedEnd::tries, need.last});
  log_end(need, EventCause::no_match, now, context);
}

// Quality times a personal fit that belongs to the pair of firm and adviser.
std::size_t Advice::best_adviser(const Need& need, std::uint32_t occasion, bool for_long,
                                 const Context& context) const {
  const Sector sector = context.world.firms[need.firm.slot].sector;
  std::size_t best = nobody;
  double best_value = -1;
  for (std::size_t i = 0; i < advisers_.size(); ++i) {
    const Adviser& adviser = advisers_[i];
    if (adviser.specialisation != sector || !ready(adviser, for_long)) continue;
    const EntityId pair =
        entity_of(Kind::adviser, adviser.who.slot(), need.firm.generation, need.firm.slot);
    const double value =
        adviser.quality *
        context.random.uniform(pair, draw::choice, occasion * 64 + adviser.who.sub() % 64);
    if (value > best_value) best = i, best_value = value;
  }
  return best;
}

}  // namespace coopsim
