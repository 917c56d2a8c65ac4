// SPDX-License-Identifier: Apache-2.0
// The levers that a policy may have: the one list. A new lever is a file pair and a line here; the
// scenario reader, the JSON Schema and the reference page visit this list. docs/policies.md
// describes each lever, with examples.
#pragma once
#include <memory>
#include <span>
#include <tuple>
#include <utility>
#include <vector>

#include "policies/abrupt_cut.hpp"
#include "policies/announced_cut.hpp"
#include "policies/association_courses.hpp"
#include "policies/composition.hpp"
#include "policies/concentration.hpp"
#include "policies/economy_shock.hpp"
#include "policies/funding.hpp"
#include "policies/indicator_weights.hpp"
#include "policies/japan_funding_end.hpp"
#include "policies/lever.hpp"
#include "policies/long_short_mix.hpp"
#include "policies/matching_days.hpp"
#include "policies/midyear_cut.hpp"
#include "policies/recruitment.hpp"
#include "policies/release_to.hpp"
#include "policies/retention.hpp"
#include "policies/safeguards.hpp"
#include "policies/selection_rule.hpp"
#include "policies/share_path.hpp"
#include "policies/subsidy.hpp"
#include "policies/total.hpp"

namespace coopsim {

// In the order in which they act on planned money.
using Levers =
    std::tuple<Total, SharePath, Composition, ReleaseTo, AnnouncedCut, AbruptCut, MidyearCut,
               JapanFundingEnd, AssociationCourses, Selection, Recruitment, LongShortMix, Subsidy,
               MatchingDays, Retention, Concentration, IndicatorWeights, Safeguards, EconomyShock>;

// Calls visit(Of<L>{}) for each lever L of the catalogue, in order.
template <class Visit>
constexpr void for_each_lever(Visit&& visit) {
  [&]<std::size_t... I>(std::index_sequence<I...>) {
    (visit(Of<std::tuple_element_t<I, Levers>>{}), ...);
  }
  (std::make_index_sequence<std::tuple_size_v<Levers>>{});
}

namespace detail {
template <class L, std::size_t I = 0>
consteval std::size_t place_of() {
  static_assert(I < std::tuple_size_v<Levers>, "this lever is not in the catalogue");
  if constexpr (std::is_same_v<L, std::tuple_element_t<I, Levers>>)
    return I;
  else
    return place_of<L, I + 1>();
}
}  // namespace detail

using PolicyLeverPtr = std::shared_ptr<const PolicyLever>;

template <LeverStruct L>
PolicyLeverPtr make_lever(L settings) {
  return std::make_shared<const LeverOf<L, detail::place_of<L>()>>(std::move(settings));
}

// What is wrong with a policy's levers: numbers of `levers` as given to the functions below.
struct LeverProblem {
  std::size_t lever;
  std::size_t other;  // the second lever of a conflict, else equal to `lever`
  std::string what, remedy;
};

// Planned money of a policy: the status quo changed by its levers, in order of the catalogue
// (whatever their order here). Finds unfunded mandates and settings that contradict the budget.
Appropriations plan_money(const Appropriations& status_quo, const Parameters& parameters,
                          std::span<const PolicyLeverPtr> levers,
                          std::vector<LeverProblem>& problems);

// Pairs of levers that set the same quantity at the same time, and levers that set nothing before
// the scenario ends. Two equal levers of one kind (a policy stacked on another) agree.
std::vector<LeverProblem> conflicts(std::span<const PolicyLeverPtr> levers,
                                    const Parameters& parameters);

}  // namespace coopsim
