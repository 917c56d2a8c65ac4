// SPDX-License-Identifier: Apache-2.0
#include "sim/world/appropriations.hpp"

#include <cassert>

namespace coopsim {
namespace {

constexpr Account account_at(std::size_t i) { return static_cast<Account>(i); }

}  // namespace

Appropriations::Appropriations(std::span<const AccountPlan> plans, double scale, int first,
                               int last)
    : first_(first), years_(static_cast<std::size_t>(last >= first ? last - first + 1 : 0)) {
  assert(plans.size() == account_count);
  for (std::size_t i = 0; i < account_count; ++i) {
    const AccountPlan& plan = plans[i];
    korea_[i] = plan.korea;
    if (plan.amount.steps.empty()) continue;
    for (int year = first; year <= last; ++year) {
      const auto whole = [&](Authority who) {
        return portion(plan.amount.at(fiscal_year(who).start(year)), scale);
      };
      const Money at_korea = whole(Authority::korea);
      const Money at_japan = whole(Authority::japan);
      set(account_at(i), Authority::korea, year, portion(at_korea, plan.korea));
      set(account_at(i), Authority::japan, year, at_japan - portion(at_japan, plan.korea));
    }
  }
}

Money Appropriations::of(Account account, Authority authority, int year) const {
  if (years_.empty() || year < first_ || year > last_year()) return {};
  return years_[static_cast<std::size_t>(year - first_)].amount[index(account)][index(authority)];
}

Money Appropriations::total(int year) const {
  Money sum;
  for (std::size_t i = 0; i < account_count; ++i) sum += of(account_at(i), year);
  return sum;
}

Money Appropriations::training(int year) const {
  Money sum;
  for (std::size_t i = 0; i < course_count; ++i) sum += of(account_at(i), year);
  return sum;
}

void Appropriations::set(Account account, int year, Money whole) {
  const Money korea = portion(whole, korea_[index(account)]);
  set(account, Authority::korea, year, korea);
  set(account, Authority::japan, year, whole - korea);
}

void Appropriations::set(Account account, Authority authority, int year, Money part) {
  assert(year >= first_ && year <= last_year());
  years_[static_cast<std::size_t>(year - first_)].amount[index(account)][index(authority)] = part;
}

}  // namespace coopsim
