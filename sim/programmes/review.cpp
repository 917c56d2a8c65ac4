// SPDX-License-Identifier: Apache-2.0
#include "sim/programmes/review.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "sim/context.hpp"
#include "sim/kernel/distribution.hpp"
#include "sim/kernel/math.hpp"
#include "sim/programmes/review_scores.hpp"
#include "sim/world/draws.hpp"

namespace coopsim {
namespace {

// Those with results in firms. C5, C6 and C8 have none, so their share follows the plan.
constexpr std::array training_side = {Account::A1, Account::A2, Account::A3,
                                      Account::A4, Account::A5, Account::A6};
constexpr std::array other_side = {Account::B1, Account::B2,  Account::B3,  Account::B4,
                                   Account::B5, Account::B6,  Account::B7,  Account::B8,
                                   Account::B9, Account::B10, Account::B11, Account::C1,
                                   Account::C2, Account::C3,  Account::C4,  Account::C7};
constexpr std::array project_accounts = {Account::B1, Account::B2, Account::B3, Account::B4,
                                         Account::B5, Account::B6, Account::B9, Account::B10};

EntityId entity_of_account(Account account) {
  return entity_of(Kind::world, 1 + std::uint32_t(index(account)));
}

Money cumulated(Account account, const Budget& budget, Money Fund::*what) {
  return budget.fund(account, Authority::korea).*what +
         budget.fund(account, Authority::japan).*what;
}

std::optional<double> ratio(double part, double whole) {
  return whole > 0 ? std::optional(part / whole) : std::nullopt;
}

}  // namespace

Review::Review(const Parameters& all)
    : parameters_(all.review),
      weights_{parameters_.weight_delivered, parameters_.weight_gain,
               parameters_.weight_applications, parameters_.weight_execution},
      noise_(parameters_.noise) {}

bool Review::active() const { return strength_ > 0 || fields_ < int(association_count); }

void Review::on(const ConcentrationChanged& change, Time now, Context& context) {
  strength_ = double(change.strength);
  fields_ = change.fields;
  if (active() && !context.world.indicators.watched) watch(now, context);
}

void Review::on(const IndicatorsChanged& change, Time, Context&) {
  weights_ = {change.delivered / 100.0, change.gain / 100.0, change.applications / 100.0,
              change.execution / 100.0};
  noise_ = double(change.noise);
}

// Counting begins; the first evaluation is in the next November.
void Review::watch(Time now, Context& context) {
  context.world.indicators = {};
  context.world.indicators.watched = true;
  take_stock(context);
  const int year = now < date(year_of(now), 11, 30) ? year_of(now) : year_of(now) + 1;
  context.calendar.schedule(date(year, 11, 30), Phase::review, entity_of(Kind::world),
                            AccountsEvaluated{year});
}

void Review::take_stock(const Context& context) {
  const Budget& budget = context.world.budget;
  for (std::size_t i = 0; i < account_count; ++i) {
    paid_[i] = cumulated(Account(i), budget, &Fund::paid);
    appropriated_[i] = cumulated(Account(i), budget, &Fund::appropriated);
  }
}

void Review::on(const AccountsEvaluated& event, Time, Context& context) {
  Indicators& indicators = context.world.indicators;
  indicators.watched = active() && date(event.year + 1, 1, 1) < context.parameters.run.end;
  if (!indicators.watched) return;
  score(training_side, event.year, context);
  score(other_side, event.year, context);
  indicators.accounts = {};
  take_stock(context);
  const EntityId who = entity_of(Kind::world);
  context.calendar.schedule(date(event.year + 1, 1, 1), Phase::policy, who,
                            MoneyReallocated{event.year + 1});
  context.calendar.schedule(date(event.year + 1, 11, 30), Phase::review, who,
                            AccountsEvaluated{event.year + 1});
}

// The noise of an account and year is the same under every policy.
void Review::score(std::span<const Account> side, int year, const Context& context) {
  const std::vector<double> exact = scores(side, context);
  for (std::size_t i = 0; i < side.size(); ++i) {
    const double u =
        context.random.uniform(entity_of_account(side[i]), draw::score_noise, std::uint32_t(year));
    score_[index(side[i])] = exact[i] + normal_quantile(u, 0.0, noise_);
  }
}

// Weighted sum of the four indicators, each standardised over the side's accounts with money.
std::vector<double> Review::scores(std::span<const Account> side, const Context& context) const {
  const ReviewParameters& p = parameters_;
  Values delivered, gain, applications, execution;
  for (const Account account : side) {
    const Performance& seen = context.world.indicators.accounts[index(account)];
    const Money paid =
        cumulated(account, context.world.budget, &Fund::paid) - paid_[index(account)];
    const Money appropriated = cumulated(account, context.world.budget, &Fund::appropriated) -
                               appropriated_[index(account)];
    const double value = seen.gain + p.contract_margin * seen.contracts *
                                         context.parameters.trade.exchange_dollar / 1000.0;
    delivered.push_back(ratio(seen.delivered, seen.planned));
    gain.push_back(ratio(value, double(paid.thousand) / 1000.0));
    applications.push_back(ratio(seen.applied, seen.capacity));
    execution.push_back(ratio(double(paid.thousand), double(appropriated.thousand)));
  }
  std::vector<double> sum(side.size());
  const auto add = [&](const Values& values, double weight) {
    const std::vector<double> z = standardised(values, p.score_limit);
    for (std::size_t i = 0; i < sum.size(); ++i) sum[i] += weight * z[i];
  };
  add(delivered, weights_.delivered);
  add(gain, weights_.gain);
  add(applications, weights_.applications);
  add(execution, weights_.execution);
  return sum;
}

void Review::on(const MoneyReallocated& event, Time, Context& context) {
  if (!active()) return;
  Appropriations& plan = context.world.reviewed;
  if (plan.none()) plan = *context.plan;
  context.plan = &plan;
  choose_fields(event.year, context);
  for (int year = event.year; year <= plan.last_year(); ++year) {
    reallocate(training_side, year, context);
    reallocate(other_side, year, context);
  }
}

// The fields with the best accounts are kept, in projects and in courses of associations. A field
// that was given up stays so.
void Review::choose_fields(int year, Context& context) {
  if (fields_ >= int(association_count)) return;
  std::vector<Account> open;
  for (const Account account : project_accounts)
    if (!closed_[index(account)] && context.plan->of(account, year) > Money{})
      open.push_back(account);
  const auto better = [&](Account a, Account b) { return score_[index(a)] > score_[index(b)]; };
  std::stable_sort(open.begin(), open.end(), better);
  const auto kept = std::size_t(
      std::lround(double(project_accounts.size()) * fields_ / double(association_count)));
  for (std::size_t i = kept; i < open.size(); ++i) closed_[index(open[i])] = true;

  FieldsKept& fields = context.world.fields;
  fields.kept = fields_;
  std::stable_sort(fields.order.begin(), fields.order.end(), [&](std::size_t a, std::size_t b) {
    const Account of_a = cooperation_account(association_sectors[a]);
    const Account of_b = cooperation_account(association_sectors[b]);
    if (closed_[index(of_a)] != closed_[index(of_b)]) return !closed_[index(of_a)];
    return better(of_a, of_b);
  });
}

// Each authority's part of the side by itself.
void Review::reallocate(std::span<const Account> side, int year, Context& context) const {
  const ReviewParameters& p = parameters_;
  Appropriations& plan = context.world.reviewed;
  std::vector<double> factors;
  for (const Account account : side)
    factors.push_back(closed_[index(account)]
                          ? 0.0
                          : math::exp(std::clamp(strength_ * score_[index(account)], -p.step_limit,
                                                 p.step_limit)));
  Money taken;
  for (const Authority who : authorities) {
    Money whole;
    for (std::size_t i = 0; i < account_count; ++i) whole += plan.of(Account(i), who, year);
    std::vector<Money> amounts;
    for (const Account account : side) amounts.push_back(plan.of(account, who, year));
    const std::vector<Money> after =
        moved(amounts, factors, portion(whole, p.floor), portion(whole, p.ceiling));
    for (std::size_t i = 0; i < side.size(); ++i) {
      plan.set(side[i], who, year, after[i]);
      taken += std::max(Money{}, amounts[i] - after[i]);
    }
  }
  if (year == year_of(context.calendar.now())) context.emit(MoneyReassigned{year, taken});
}

}  // namespace coopsim
