// SPDX-License-Identifier: Apache-2.0
// The list of programmes: the one place to add one. `Event` and the routing of each event to its
// programme follow from it.
//
// A programme has `Events` (a variant) and an `on` for each. It may have `accounts` (which it
// spends), a constructor from Parameters, `start(Context&)`, `log_open(Context&)`, which logs at
// the end the events that are not over, and `check(const World&)`, which says what is not accounted
// for.
#pragma once
#include <array>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <variant>

#include "sim/programmes/advice.hpp"
#include "sim/programmes/alliances.hpp"
#include "sim/programmes/cooperation.hpp"
#include "sim/programmes/direction.hpp"
#include "sim/programmes/information.hpp"
#include "sim/programmes/meetings.hpp"
#include "sim/programmes/office.hpp"
#include "sim/programmes/outsourcing.hpp"
#include "sim/programmes/overseas_base.hpp"
#include "sim/programmes/regions.hpp"
#include "sim/programmes/review.hpp"
#include "sim/programmes/scouting.hpp"
#include "sim/programmes/secrecy.hpp"
#include "sim/programmes/study_groups.hpp"
#include "sim/programmes/surroundings.hpp"
#include "sim/programmes/trade.hpp"
#include "sim/programmes/training.hpp"

namespace coopsim {

using Programmes = std::tuple<Surroundings, Office, Training, Advice, Cooperation, Information,
                              Meetings, Trade, Outsourcing, StudyGroups, Alliances, Scouting,
                              Regions, OverseasBase, Review, Secrecy, Direction>;

namespace detail {
template <class Event, class Variant>
inline constexpr bool is_one_of = false;
template <class Event, class... Events>
inline constexpr bool is_one_of<Event, std::variant<Events...>> = (std::is_same_v<Event, Events> ||
                                                                   ...);
// The alternatives of all the variants, each once.
template <class... Variants>
struct Joined;
template <class... Events>
struct Joined<std::variant<Events...>> {
  using type = std::variant<Events...>;
};
template <class... First, class Next, class... More, class... Rest>
struct Joined<std::variant<First...>, std::variant<Next, More...>, Rest...> {
  using Grown = std::conditional_t<is_one_of<Next, std::variant<First...>>, std::variant<First...>,
                                   std::variant<First..., Next>>;
  using type = typename Joined<Grown, std::variant<More...>, Rest...>::type;
};
template <class... First, class... Rest>
struct Joined<std::variant<First...>, std::variant<>, Rest...> {
  using type = typename Joined<std::variant<First...>, Rest...>::type;
};
template <class Tuple>
struct EventsOf;
template <class... Programme>
struct EventsOf<std::tuple<Programme...>> {
  using type = typename Joined<typename Programme::Events...>::type;
};
}  // namespace detail

// Everything that can happen. Ids only: 16 bytes.
using Event = detail::EventsOf<Programmes>::type;
static_assert(sizeof(Event) <= 16);

// Calls `act` with each programme, in the order of the list.
template <class List, class Act>
constexpr void for_each_programme(List& programmes, Act&& act) {
  std::apply([&](auto&... programme) { (act(programme), ...); }, programmes);
}

// Gives the event to every programme that lists it: one, but for the shared events; before each,
// says its number in the list. Does not compile where a listed event has no handler.
template <class E, class Context, class Enters>
void deliver(const E& event, Time at, Programmes& programmes, Context& context, Enters&& enters) {
  std::size_t number = 0;
  for_each_programme(programmes, [&]<class Programme>(Programme& programme) {
    if constexpr (detail::is_one_of<E, typename Programme::Events>) {
      enters(number);
      programme.on(event, at, context);
    }
    ++number;
  });
}
template <class E, class Context>
void deliver(const E& event, Time at, Programmes& programmes, Context& context) {
  deliver(event, at, programmes, context, [](std::size_t) {});
}

// The programmes at the start of a run. A programme is made from all parameters or from none.
Programmes make_programmes(const Parameters&);

// Accounts that a programme of the list spends. The money of the others lapses visibly.
std::array<bool, account_count> modelled_accounts();

// Names of the events by number in Event, as the code spells them: "CohortSelected".
std::string_view event_name(std::size_t number);

// And those of the programmes, by number in the list: "StudyGroups".
inline constexpr std::size_t programme_count = std::tuple_size_v<Programmes>;
std::string_view programme_name(std::size_t number);

}  // namespace coopsim
