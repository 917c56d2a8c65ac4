// SPDX-License-Identifier: Apache-2.0
#include "sim/programmes/outsourcing.hpp"

#include <algorithm>
#include <cmath>

#include "sim/context.hpp"
#include "sim/kernel/distribution.hpp"
#include "sim/kernel/math.hpp"
#include "sim/programmes/trade.hpp"
#include "sim/world/draws.hpp"
#include "sim/world/lot.hpp"

namespace coopsim {
namespace {

constexpr int stages = 5;
constexpr int quotation = 2;  // the stage where reluctance and pre-screening count
constexpr Duration judged_after = years(2);

}  // namespace

Outsourcing::Outsourcing(const Parameters& all)
    : parameters_(all.outsourcing),
      managers_(places_of(parameters_.case_managers, all.budget.scale)) {}

std::uint32_t Outsourcing::places_of(int managers, double scale) const {
  return std::uint32_t(std::ceil(scale * managers * parameters_.cases_a_manager));
}

bool Outsourcing::prescreens(int year, const Context& context) const {
  const Prescreening rule = context.world.guidelines.prescreening;
  if (rule != Prescreening::as_funded) return rule == Prescreening::always;
  const double needed = double(parameters_.prescreening_from.thousand);
  return double(context.plan->of(Account::C1, year).thousand) >=
         needed * context.parameters.budget.scale;
}

// As many as are there to be found, but no more than the money pays for after the fixed cost.
int Outsourcing::candidates(int year, const Context& context) const {
  const OutsourcingParameters& p = parameters_;
  const double scale = context.parameters.budget.scale;
  const double money = double(context.plan->of(Account::C1, year).thousand) -
                       scale * double(fixed_cost(context).thousand);
  if (money < 0) return 0;
  const double u =
      context.random.uniform(entity_of(Kind::world), draw::candidates, std::uint32_t(year));
  const double there = p.candidates_least + u * (p.candidates_most - p.candidates_least + 1.0);
  const double usual = (p.candidates_least + p.candidates_most) / 2.0;
  const double sought = context.world.guidelines.candidates_a_year.value_or(usual);
  const double scope = usual > 0 ? scale * (sought / usual) : 0.0;
  return int(std::min(scope * std::floor(there), money / double(p.case_cost.thousand)));
}

// Of a year before budget.scale, with the managers that a policy adds.
Money Outsourcing::fixed_cost(const Context& context) const {
  const Guidelines& guidelines = context.world.guidelines;
  const int more = guidelines.case_managers.value_or(0) - parameters_.case_managers;
  return parameters_.fixed_cost + Money{guidelines.manager_cost.thousand * std::max(0, more)};
}

void Outsourcing::on(const YearPlanned& plan, Time now, Context& context) {
  if (const auto managers = context.world.guidelines.case_managers) {
    managers_.set_capacity(now, places_of(*managers, context.parameters.budget.scale));
    take_up(now, context);
  }
  if (date(plan.year, 12, 31) < parameters_.opens) return;
  if (context.plan->of(Account::C1, plan.year).thousand <= 0) return;
  const EntityId who = entity_of(Kind::period, std::uint32_t(plan.year));
  for (const unsigned month : {1u, 4u, 7u, 10u})
    context.calendar.schedule(date(plan.year, month, 1) + days(2), Phase::money, who,
                              CentrePaid{plan.year});
  context.calendar.schedule(std::max(now, parameters_.opens) + days(14), Phase::dispatch, who,
                            CandidatesSought{plan.year});
}

void Outsourcing::on(const CentrePaid& event, Time, Context& context) {
  Budget& budget = context.world.budget;
  const double fixed = double(fixed_cost(context).thousand) * context.parameters.budget.scale / 4.0;
  const Money amount = std::min(Money{std::int64_t(fixed)}, budget.available(Account::C1));
  if (event.year > 0 && amount.thousand > 0) budget.pay(budget.commit(Account::C1, amount), amount);
}

// The year's candidates, found on days spread over it. Their money is safe from cuts.
void Outsourcing::on(const CandidatesSought& event, Time now, Context& context) {
  World& world = context.world;
  const auto year = std::uint32_t(event.year);
  const TargetFirms& target = world.guidelines.target(Account::C1);
  const auto weight = [&](std::uint32_t slot) {
    return (world.firms[slot].exporter ? 1.0 + parameters_.exporter_weight : 1.0) *
           target.weight(world.firms, slot);
  };
  const PointSource source{context.random, entity_of(Kind::period, year), draw::candidate};
  const auto wanted = std::size_t(candidates(event.year, context));
  for (const std::uint32_t slot : chosen_by_lot(source, world.firms.slots(), wanted,
                                                1.0 + parameters_.exporter_weight, weight)) {
    const CommitmentId commitment = world.budget.commit(Account::C1, parameters_.case_cost);
    if (commitment == no_commitment) break;
    world.budget.protect(commitment);
    const FirmId firm = world.firms.id(slot);
    const double u = context.random.uniform(firm.entity(), draw::candidate_day, year);
    const Duration left = date(event.year, 12, 30) - now;
    context.calendar.schedule(now + days(1 + std::int64_t(u * double(left.count()) / 86'400.0)),
                              Phase::arrival, firm.entity(),
                              CandidateFound{std::uint32_t(cases_.size())});
    cases_.push_back({.firm = firm,
                      .year = event.year,
                      .prescreened = prescreens(event.year, context),
                      .commitment = commitment});
  }
}

// Whether the run lasts long enough to see what became of the case in time.
bool Outsourcing::followed(const Case& one, const Context& context) const {
  return one.found + judged_after < context.calendar.horizon();
}

void Outsourcing::on(const CandidateFound& event, Time now, Context& context) {
  Case& found = cases_[event.number];
  found.found = now;
  context.emit(OutsourcingCandidate{found.year, context.world.firms.where(found.firm.slot),
                                    parameters_.database_a_case, followed(found, context)});
  line_.join(event.number, found.firm.entity(), now);
  take_up(now, context);
}

// A free manager takes the case that has waited longest.
void Outsourcing::take_up(Time now, Context& context) {
  while (!line_.empty() && managers_.try_seize(now)) {
    const std::uint32_t number = line_.pop().item;
    cases_[number].taken_up = now;
    context.calendar.schedule(now + days(parameters_.screen_days), Phase::completion,
                              cases_[number].firm.entity(), StageEnded{number, 0});
  }
}

double Outsourcing::pass_chance(int stage, const Case& one, const Context& context) const {
  const OutsourcingParameters& p = parameters_;
  const TradeParameters& trade = context.parameters.trade;
  const std::array<double, stages> pass = {p.screen_pass, p.audit_pass, p.quotation_pass,
                                           p.sample_pass, p.trial_pass};
  const double chance = pass[std::size_t(stage)];
  if (stage != quotation || chance <= 0 || chance >= 1) return chance;
  const double logit = math::log(chance / (1.0 - chance)) +
                       (one.prescreened ? trade.contract_prescreen : 0.0) -
                       trade.contract_reluctance * (context.world.japan.reluctance() - .5);
  return 1.0 / (1.0 + math::exp(-logit));
}

void Outsourcing::on(const StageEnded& event, Time now, Context& context) {
  const Case& one = cases_[event.number];
  const auto address = std::uint32_t(one.year) * std::uint32_t(stages) + std::uint32_t(event.stage);
  const double u = context.random.uniform(one.firm.entity(), draw::stage, address);
  if (!context.world.firms.lives(one.firm) || !bernoulli(u, pass_chance(event.stage, one, context)))
    return close(event.number, event.stage, now, context);
  const int next = event.stage + 1;
  if (next == stages) {
    sign_deal({one.firm, deal_occasion(one.year, Account::C1, 0), Account::C1},
              parameters_.deal_value, Duration(0), now, context);
    return close(event.number, stages, now, context);
  }
  const OutsourcingParameters& p = parameters_;
  const std::array<int, stages> length = {p.screen_days, p.audit_days, p.quotation_days,
                                          p.sample_days, p.trial_days};
  context.calendar.schedule(now + days(length[std::size_t(next)]), Phase::completion,
                            one.firm.entity(), StageEnded{event.number, next});
}

void Outsourcing::close(std::uint32_t number, int stages_passed, Time now, Context& context) {
  Case& one = cases_[number];
  Budget& budget = context.world.budget;
  one.closed = true;
  budget.pay(one.commitment, budget.open_amount(one.commitment));
  managers_.release(now);
  context.emit(OutsourcingClosed{one.year, stages_passed, stages_passed == stages,
                                 now <= one.found + judged_after, followed(one, context)});
  EventRow row = row_of(one);
  row.ended = now;
  row.result = stages_passed == stages ? EventResult::deal : EventResult::no_result;
  row.cause = stages_passed == stages               ? EventCause::completed
              : context.world.firms.lives(one.firm) ? EventCause::not_passed
                                                    : EventCause::firm_closed;
  context.tell(row);
  take_up(now, context);
}

EventRow Outsourcing::row_of(const Case& one) {
  return {.kind = EventKind::outsourcing_case,
          .account = Account::C1,
          .firm = one.firm,
          .asked = one.found,
          .started = one.taken_up,
          .result = EventResult::open,
          .cause = EventCause::running};
}

void Outsourcing::log_open(Context& context) const {
  for (const Case& one : cases_)
    if (!one.closed) context.tell(row_of(one));
}

std::string Outsourcing::check(const World& world) const {
  for (const Case& one : cases_)
    if (one.closed && world.budget.open_amount(one.commitment) != Money{})
      return "outsourcing: a case that is closed still holds money";
  return {};
}

}  // namespace coopsim
