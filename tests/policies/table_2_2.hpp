// SPDX-License-Identifier: Apache-2.0
// The appropriations of the model tables (2.1, 2.2) in KRW million, by account in order A1 to A6,
// B1 to B11, C1 to C8, head office: what lever tests start from and compare with.
#pragma once
#include <array>
#include <memory>
#include <vector>

#include "policies/catalogue.hpp"

namespace table_2_2 {

using coopsim::Account;
using coopsim::account_count;
using coopsim::Appropriations;
using coopsim::Authority;
using coopsim::Money;
using Column = std::array<std::int64_t, account_count>;

// clang-format off
//                             A1   A2   A3   A4   A5   A6   B1   B2   B3   B4   B5   B6   B7   B8   B9  B10  B11   C1   C2   C3   C4   C5   C6   C7 C8  head
constexpr Column y1995     = {648,4500, 216, 120, 624, 642,  45,  45,  45,  45,  45,  45,   0,  60,  45,  45, 400,   0,  30,  30,  90,   0, 200,   0, 0, 1080};
constexpr Column y2006     = {648,2300, 216, 120, 624, 142, 135, 135, 135, 135, 135, 135, 500, 120, 135, 135, 400, 300, 150, 150, 270, 500, 200, 200, 0, 1080};
constexpr Column s02_2007  = {576,1800, 192, 120, 572, 115, 135, 135, 135, 135, 135, 135, 650, 180, 135, 135, 400, 400, 225, 225, 360, 575, 200, 250, 0, 1080};
constexpr Column s02_2008  = {576,1600, 120,  60, 234, 110, 135, 135, 135, 135, 135, 135, 850, 240, 135, 135, 400, 400, 300, 300, 450, 600, 300, 300, 0, 1080};
// clang-format on

// Korea pays B11 not at all, C1, C5 and C8 alone, half of all others and of the head office: then
// the authorities' sums are those of table 2.1.
inline double korea(Account account) {
  switch (account) {
    case Account::B11:
      return 0;
    case Account::C1:
    case Account::C5:
    case Account::C8:
      return 1;
    default:
      return .5;
  }
}

inline Money whole(const Column& column, Account account) {
  return coopsim::krw_million(column[coopsim::index(account)]);
}

// The status quo, 2005 to 2016: column 2006 from 2006 on.
inline Appropriations status_quo() {
  std::array<coopsim::AccountPlan, account_count> plans;
  for (std::size_t i = 0; i < account_count; ++i) {
    const auto account = static_cast<Account>(i);
    plans[i].amount = {{coopsim::date(1995, 1, 1), whole(y1995, account)},
                       {coopsim::date(2006, 1, 1), whole(y2006, account)}};
    plans[i].korea = korea(account);
  }
  return Appropriations(plans, 1, 2005, 2016);
}

inline coopsim::Weights weights(std::vector<std::pair<Account, double>> parts) {
  return {std::move(parts)};
}

constexpr coopsim::Time from(int year) { return coopsim::date(year, 1, 1); }

// The levers of S02 as a scenario writes them.
inline coopsim::SharePath announced_share() {
  coopsim::SharePath lever;
  lever.path = {{from(2007), .375}, {from(2008), .30}};
  return lever;
}
inline coopsim::Composition announced_composition() {
  using enum Account;
  coopsim::Composition lever;
  lever.weights = {
      {from(2007), {{{A1, 576}, {A2, 1800}, {A3, 192}, {A4, 120}, {A5, 572}, {A6, 115}}}},
      {from(2008), {{{A1, 576}, {A2, 1600}, {A3, 120}, {A4, 60}, {A5, 234}, {A6, 110}}}}};
  return lever;
}
inline coopsim::ReleaseTo announced_release() {
  using enum Account;
  coopsim::ReleaseTo lever;
  lever.weights = {
      {from(2007),
       {{{B7, 150}, {B8, 60}, {C1, 100}, {C2, 75}, {C3, 75}, {C4, 90}, {C5, 75}, {C7, 50}}}},
      {from(2008),
       {{{B7, 350},
         {B8, 120},
         {C1, 100},
         {C2, 150},
         {C3, 150},
         {C4, 180},
         {C5, 100},
         {C6, 100},
         {C7, 100}}}}};
  return lever;
}

using Ptrs = std::vector<coopsim::PolicyLeverPtr>;
inline Ptrs announced_path() {
  return {coopsim::make_lever(announced_share()), coopsim::make_lever(announced_composition()),
          coopsim::make_lever(announced_release())};
}

// The money of a policy whose levers raise no problem (asserted by the caller through `problems`).
struct Planned {
  Appropriations money;
  std::vector<coopsim::LeverProblem> problems;
};
inline Planned plan(const Ptrs& levers, const coopsim::Parameters& parameters = {}) {
  Planned planned;
  planned.money = coopsim::plan_money(status_quo(), parameters, levers, planned.problems);
  return planned;
}

// Whether the year's amounts, and their split between the authorities, are those of the column.
inline bool is_column(const Appropriations& money, int year, const Column& column) {
  for (std::size_t i = 0; i < account_count; ++i) {
    const auto account = static_cast<Account>(i);
    const Money wanted = whole(column, account);
    const Money part = coopsim::portion(wanted, korea(account));
    if (money.of(account, Authority::korea, year) != part) return false;
    if (money.of(account, Authority::japan, year) != wanted - part) return false;
  }
  return true;
}

inline const std::vector<Account> b_and_c(coopsim::detail::unit_programmes.begin() +
                                              coopsim::course_count,
                                          coopsim::detail::unit_programmes.end());

inline Money korea_sum(const Appropriations& money, int year) {
  Money sum;
  for (std::size_t i = 0; i < account_count; ++i)
    sum += money.of(static_cast<Account>(i), Authority::korea, year);
  return sum;
}

// `amount` is `base` x numerator / denominator rounded down or up.
inline bool is_quota(Money amount, Money base, std::int64_t numerator, std::int64_t denominator) {
  const std::int64_t product = base.thousand * numerator;
  const std::int64_t down = product / denominator;
  return amount.thousand == down || (product % denominator && amount.thousand == down + 1);
}

}  // namespace table_2_2
