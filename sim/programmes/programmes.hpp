// SPDX-License-Identifier: Apache-2.0
// The list of programmes: the one place to add one. `Event` and the routing of each event to its
// programme follow from it.
#pragma once
#include <array>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <variant>

#include "sim/programmes/advice.hpp"
#include "sim/programmes/office.hpp"
#include "sim/programmes/surroundings.hpp"
#include "sim/programmes/training.hpp"

namespace coopsim {

using Programmes = std::tuple<Surroundings, Office, Training, Advice>;

namespace detail {
template <class... Variants>
struct Joined;
template <class... Events>
struct Joined<std::variant<Events...>> {
  using type = std::variant<Events...>;
};
template <class... First, class... Second, class... Rest>
struct Joined<std::variant<First...>, std::variant<Second...>, Rest...> {
  using type = typename Joined<std::variant<First..., Second...>, Rest...>::type;
};
template <class Tuple>
struct EventsOf;
template <class... Programme>
struct EventsOf<std::tuple<Programme...>> {
  using type = typename Joined<typename Programme::Events...>::type;
};
template <class Event, class Variant>
inline constexpr bool is_one_of = false;
template <class Event, class... Events>
inline constexpr bool is_one_of<Event, std::variant<Events...>> = (std::is_same_v<Event, Events> ||
                                                                   ...);
}  // namespace detail

// Everything that can happen. Ids only: 16 bytes.
using Event = detail::EventsOf<Programmes>::type;
static_assert(sizeof(Event) <= 16);

// The programme whose event this is. Does not compile for an event that no programme lists.
template <class E, std::size_t I = 0>
constexpr auto& owner_of(Programmes& programmes) {
  using Programme = std::tuple_element_t<I, Programmes>;
  if constexpr (detail::is_one_of<E, typename Programme::Events>)
    return std::get<I>(programmes);
  else
    return owner_of<E, I + 1>(programmes);
}

// Accounts that a programme of the list spends. The money of the others lapses visibly.
std::array<bool, account_count> modelled_accounts();

// Names of the events by number in Event, for error messages.
std::string_view event_name(std::size_t number);

}  // namespace coopsim
