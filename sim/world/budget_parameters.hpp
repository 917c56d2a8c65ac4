// SPDX-License-Identifier: Apache-2.0
// The two authorities' money for 25 unit programmes and the head office.
#pragma once
#include <array>

#include "sim/kernel/distribution.hpp"
#include "sim/kernel/field.hpp"
#include "sim/values.hpp"
#include "sim/world/places.hpp"

namespace coopsim {

// One account, `[budget.account.A2]`: amount a year by fiscal year, and Korea's part of it.
struct AccountPlan {
  Path<Money> amount;
  double korea = .5;
};

constexpr auto fields(Of<AccountPlan>) {
  using A = AccountPlan;
  return FieldList{
      field("amount", &A::amount, "KRW/year", {0, 1e15}, {"appropriation", "예산 편성액"},
            "appropriation of a fiscal year, both authorities together, in prices of 2006; a step"
            " dated by a year holds from that fiscal year of each authority",
            assumption("[S] split of E8 by F21; threat 4")),
      field("korea", &A::korea, "1", {0, 1}, {"Korean share", "한국 측 분담률"},
            "Korea's part of the amount, Japan pays the rest; sweep 0.35-0.65",
            derived("E8", Grade::C))};
}
static_assert(declares_every_member<AccountPlan>);

struct BudgetParameters {
  double scale = 1;         // multiplies money, places, registrations
  double carry_over = .05;  // share of an appropriation that may be carried over
  double advance = .5;      // share of last year's amount committed before Japan's year opens
  Path<double> cut_chance = {{date(1993, 1, 1), 0}, {date(2007, 1, 1), .2}};  // mid-year, a year
  Distribution cut_size = Distribution(Distribution::Law::triangular, {.05, .10, .30});
};

constexpr auto fields(Of<BudgetParameters>) {
  using B = BudgetParameters;
  return FieldList{
      field("scale", &B::scale, "1", {0, 1000}, {"scale", "예산 규모 배수"},
            "multiplies all money, host places and adviser registrations; use with firms.count",
            assumption("1 is the programme as it was")),
      field("carry_over", &B::carry_over, "1", {0, 1}, {"carry-over", "이월 한도"},
            "share of an account's appropriation that may be carried into the next year; sweep"
            " 0-0.1",
            assumption("[S]")),
      field("advance", &B::advance, "1", {0, 1}, {"advance commitment", "사전 집행 한도"},
            "share of last year's Japanese amount that may be committed before Japan's fiscal year"
            " opens on 1 April",
            assumption("[S]")),
      field("cut_chance", &B::cut_chance, "1/year", {0, 1}, {"chance of a cut", "중도 삭감 확률"},
            "probability that an authority takes money back on 1 July, drawn for each of the two;"
            " sweep 0-0.5",
            assumption("F20 names the cut; size and chance [S], K26")),
      field("cut_size", &B::cut_size, "1", {0, 1}, {"size of a cut", "중도 삭감 비율"},
            "share of the authority's appropriation that such a cut takes from every account",
            assumption("[S], F20"))};
}
static_assert(declares_every_member<BudgetParameters>);

}  // namespace coopsim
