// SPDX-License-Identifier: Apache-2.0
#include "analysis/day_trace.hpp"

#include <type_traits>
#include <variant>

namespace coopsim {
namespace {

template <class Programme, std::size_t I = 0>
consteval std::size_t number_of() {
  if constexpr (std::is_same_v<Programme, std::tuple_element_t<I, Programmes>>)
    return I;
  else
    return number_of<Programme, I + 1>();
}

constexpr std::size_t office = number_of<Office>();

std::vector<Money> money_of_the_year(const Budget& budget) {
  std::vector<Money> money(account_count);
  for (std::size_t i = 0; i < account_count; ++i)
    for (const Authority who : authorities) {
      const Fund& fund = budget.fund(Account(i), who);
      money[i] += fund.year_amount - fund.year_cut;
    }
  return money;
}

// Commitments are numbered through all programmes, so that their numbers say nothing of one.
EntityId exogenous(const Entry<Event>& entry) {
  return std::holds_alternative<CommitmentCancelled>(entry.event)
             ? entity_of(Kind::authority, std::uint32_t(authority_count))
             : entry.who;
}

}  // namespace

void DayTrace::begins(const Entry<Event>& entry, const World& world) {
  world_ = &world;
  now_ = {entry.at(), entry.phase(), exogenous(entry), entry.event.index(), {}, {}, {}};
  entered_.clear();
  for_all_ = std::holds_alternative<YearPlanned>(entry.event) ||
             std::holds_alternative<CommitmentCancelled>(entry.event);
}

void DayTrace::enters(std::size_t programme) {
  days_[programme].push_back(now_);
  if (programme == office) days_[office].back().money_before = money_of_the_year(world_->budget);
  entered_.push_back(programme);
}

void DayTrace::heard(const Fact& fact) {
  if (std::holds_alternative<FirmsCompared>(fact) || entered_.empty()) return;
  days_[entered_.back()].back().facts.push_back(fact);
}

void DayTrace::ends() {
  for (const std::size_t programme : entered_) {
    Happening& last = days_[programme].back();
    if (programme == office) last.money = money_of_the_year(world_->budget);
    if (for_all_ && last.facts.empty()) days_[programme].pop_back();
  }
}

void DayTrace::clear() {
  for (auto& day : days_) day.clear();
}

}  // namespace coopsim
