// SPDX-License-Identifier: Apache-2.0
#include "sim/programmes/cooperation.hpp"

#include <algorithm>

#include "sim/context.hpp"
#include "sim/kernel/distribution.hpp"
#include "sim/kernel/math.hpp"
#include "sim/programmes/teaching.hpp"
#include "sim/world/draws.hpp"
#include "sim/world/lot.hpp"

namespace coopsim {
namespace {

constexpr unsigned call_day = 15;

std::uint32_t address(Account account, int year) {
  return std::uint32_t(year) << 8 | std::uint32_t(index(account));
}

// The sectors that an account of cooperation serves; none for guidance, which serves all.
std::vector<Sector> sectors_of(Account account) {
  std::vector<Sector> served;
  for (std::size_t i = 0; i < sector_count; ++i)
    if (cooperation_account(Sector(i)) == account) served.push_back(Sector(i));
  return served;
}

}  // namespace

Cooperation::Cooperation(const Parameters& all) : parameters_(all.cooperation) {}

Money Cooperation::price(Account account) const {
  return account == Account::B11 ? parameters_.guidance : parameters_.project;
}

void Cooperation::on(const YearPlanned& plan, Time now, Context& context) {
  const Time call = date(plan.year, unsigned(parameters_.call_month), call_day);
  for (const Account account : accounts)
    if (context.plan->of(account, plan.year) >= price(account))
      context.calendar.schedule(std::max(now, call), Phase::dispatch,
                                entity_of(Kind::work, address(account, plan.year)),
                                CooperationCalled{account, plan.year});
}

double Cooperation::weight(std::uint32_t slot, Account account, const Context& context) const {
  const CooperationParameters& p = parameters_;
  const Firm& firm = context.world.firms[slot];
  return math::exp(p.staff_exponent * firm.log_staff) * (firm.ties > 0 ? 1.0 + p.tie_factor : 1.0) *
         (firm.does_research ? p.research_factor : 1.0) *
         context.world.guidelines.target(account).weight(context.world.firms, slot);
}

double Cooperation::weight_bound(const Parameters& all) const {
  const CooperationParameters& p = parameters_;
  return power_bound(p.staff_exponent, all.firms) * std::max(1.0, 1.0 + p.tie_factor) *
         std::max(1.0, p.research_factor);
}

std::vector<std::uint32_t> Cooperation::candidates(Account account, const Context& context) const {
  const Firms& firms = context.world.firms;
  std::vector<std::uint32_t> slots;
  for (const Sector sector : sectors_of(account))
    slots.insert(slots.end(), firms.of_sector(sector).begin(), firms.of_sector(sector).end());
  if (account == Account::B11) slots.assign(firms.slots().begin(), firms.slots().end());
  return slots;
}

// Firms are chosen by lot; a project needs a Japanese partner too, else its money lapses.
void Cooperation::on(const CooperationCalled& call, Time now, Context& context) {
  const World& world = context.world;
  const std::uint32_t occasion = address(call.account, call.year);
  const Random& random = context.random;
  const PointSource source{random, entity_of(Kind::work, occasion), draw::work_place};
  const std::size_t units = std::size_t(context.plan->of(call.account, call.year).thousand /
                                        price(call.account).thousand);
  const auto chosen = chosen_by_lot(
      source, candidates(call.account, context), units, weight_bound(context.parameters),
      [&](std::uint32_t slot) { return weight(slot, call.account, context); });
  const double partner = parameters_.partner_chance * math::exp(-(world.japan.reluctance() - .5));
  for (const std::uint32_t slot : chosen) {
    const FirmId firm = world.firms.id(slot);
    if (call.account != Account::B11 &&
        !bernoulli(random.uniform(firm.entity(), draw::work_partner, occasion), partner)) {
      context.emit(ProjectUnmatched{call.year, call.account});
      log_refusal(firm, call.account, EventCause::no_partner, now, context);
    } else {
      promise(firm, call.account, call.year, now, context);
    }
  }
}

void Cooperation::promise(FirmId firm, Account account, int year, Time now, Context& context) {
  const CommitmentId paid = context.world.budget.commit(account, price(account));
  if (paid == no_commitment) {
    context.emit(ProjectUnfunded{year, account});
    log_refusal(firm, account, EventCause::no_money, now, context);
    return;
  }
  const auto number = std::uint32_t(works_.size());
  works_.push_back(
      {.firm = firm, .account = account, .year = year, .commitment = paid, .chosen = now});
  const double u = context.random.uniform(firm.entity(), draw::work_day, address(account, year));
  const auto wait = std::int64_t(u * double(parameters_.starts_within_days));
  context.calendar.schedule(now + days(1 + wait), Phase::arrival, firm.entity(),
                            CooperationBegun{number});
}

void Cooperation::on(const CommitmentCancelled& event, Time now, Context& context) {
  if (!spends<Cooperation>(event.account)) return;
  for (auto work = works_.rbegin(); work != works_.rend(); ++work)
    if (work->commitment == event.commitment && work->state == State::promised) {
      work->state = State::given_back;
      context.emit(ProjectUnfunded{work->year, work->account});
      log_end(*work, EventResult::not_served, EventCause::cut, now, context);
      return;
    }
}

void Cooperation::on(const CooperationBegun& event, Time now, Context& context) {
  Work& work = works_[event.work];
  if (work.state != State::promised) return;
  Budget& budget = context.world.budget;
  if (!context.world.firms.lives(work.firm)) {
    work.state = State::given_back;
    budget.release(work.commitment);
    context.emit(ProjectLapsed{work.year, work.account});
    log_end(work, EventResult::not_served, EventCause::firm_closed, now, context);
    return;
  }
  work.state = State::begun;
  work.begun = now;
  budget.protect(work.commitment);
  context.emit(ProjectBegun{year_of(now), work.account, context.world.firms.where(work.firm.slot)});
  context.calendar.schedule(now + years(parameters_.months / 12.0), Phase::completion,
                            work.firm.entity(), CooperationEnded{event.work});
}

void Cooperation::on(const CooperationEnded& event, Time now, Context& context) {
  Work& work = works_[event.work];
  Budget& budget = context.world.budget;
  work.state = State::ended;
  budget.pay(work.commitment, budget.open_amount(work.commitment));
  const bool lives = context.world.firms.lives(work.firm);
  const double outcome = lives ? teach_firm(work, now, context) : 0.0;
  context.emit(ProjectEnded{year_of(now), work.account, outcome});
  log_end(work, graded(outcome), lives ? EventCause::completed : EventCause::firm_closed, now,
          context);
}

double Cooperation::teach_firm(const Work& work, Time now, Context& context) {
  const CooperationParameters& p = parameters_;
  const LearningParameters& learning = context.parameters.learning;
  const std::uint32_t occasion = address(work.account, work.year);
  if (work.account == Account::B11) {
    const double days = double(p.guidance_visit_days) * p.months;
    const Service guidance = {.account = work.account,
                              .eta = learning.eta_advice,
                              .dose = math::log1p(days / learning.dose_advice_days),
                              .practice = learning.practice_advice / learning.mean_uptake,
                              .practice_uptake = true,
                              .result = draw::work_result,
                              .field = draw::work_field,
                              .core = draw::work_core};
    return teach(guidance, work.firm, occasion, now, context);
  }
  const Service project = {.account = work.account,
                           .eta = p.eta_project,
                           .dose = math::log1p(p.months / p.project_dose_months),
                           .practice = p.practice_project / p.project_result_mean,
                           .practice_uptake = false,
                           .result = draw::work_result,
                           .field = draw::work_field,
                           .core = draw::work_core};
  const double outcome = teach(project, work.firm, occasion, now, context);
  if (outcome > 0) context.world.firms.add_tie(work.firm.slot);
  return outcome;
}

EventRow Cooperation::row_of(const Work& work) const {
  return {.kind = work.account == Account::B11 ? EventKind::guidance : EventKind::project,
          .account = work.account,
          .firm = work.firm,
          .asked = work.chosen,
          .started = work.begun};
}

void Cooperation::log_end(const Work& work, EventResult result, EventCause why, Time now,
                          Context& context) {
  EventRow row = row_of(work);
  row.ended = now;
  row.result = result;
  row.cause = why;
  context.tell(row);
}

void Cooperation::log_refusal(FirmId firm, Account account, EventCause why, Time now,
                              Context& context) {
  const Work refused{
      .firm = firm, .account = account, .year = 0, .commitment = no_commitment, .chosen = now};
  log_end(refused, EventResult::not_served, why, now, context);
}

void Cooperation::log_open(Context& context) const {
  for (const Work& work : works_) {
    if (work.state != State::promised && work.state != State::begun) continue;
    EventRow row = row_of(work);
    row.result = EventResult::open;
    row.cause = EventCause::running;
    context.tell(row);
  }
}

std::string Cooperation::check(const World& world) const {
  for (const Work& work : works_) {
    if (work.state == State::promised || work.state == State::begun)
      return "cooperation: a project or guidance has not come to its end";
    if (world.budget.open_amount(work.commitment) != Money{})
      return "cooperation: a project or guidance that is over still holds money";
  }
  return {};
}

}  // namespace coopsim
