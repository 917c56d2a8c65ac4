// SPDX-License-Identifier: Apache-2.0
#include "sim/programmes/programmes.hpp"

#include <array>

#include "sim/context.hpp"

namespace coopsim {
namespace {

// The compiler spells the type inside the name of this function.
template <class E>
constexpr std::string_view spelled() {
  constexpr std::string_view text = __PRETTY_FUNCTION__;
  constexpr std::string_view mark = "coopsim::";
  std::string_view rest = text.substr(text.find("E = ") + 4);
  rest = rest.substr(0, rest.find_first_of(";]"));
  return rest.starts_with(mark) ? rest.substr(mark.size()) : rest;
}

template <std::size_t... I>
constexpr std::array<std::string_view, sizeof...(I)> all_names(std::index_sequence<I...>) {
  return {spelled<std::variant_alternative_t<I, Event>>()...};
}

constexpr auto event_names = all_names(std::make_index_sequence<std::variant_size_v<Event>>{});

template <class... Programme>
constexpr std::array<std::string_view, sizeof...(Programme)> names_of_all(
    const std::tuple<Programme...>*) {
  return {spelled<Programme>()...};
}

constexpr auto programme_names = names_of_all(static_cast<const Programmes*>(nullptr));

template <class Programme>
void mark_accounts(std::array<bool, account_count>& modelled) {
  if constexpr (requires { Programme::accounts; })
    for (const Account account : Programme::accounts) modelled[index(account)] = true;
}

template <class Programme>
Programme made(const Parameters& parameters) {
  if constexpr (std::is_constructible_v<Programme, const Parameters&>)
    return Programme(parameters);
  else
    return Programme();
}

}  // namespace

Programmes make_programmes(const Parameters& parameters) {
  return [&]<class... Programme>(const std::tuple<Programme...>*) {
    return Programmes(made<Programme>(parameters)...);
  }(static_cast<const Programmes*>(nullptr));
}

std::array<bool, account_count> modelled_accounts() {
  std::array<bool, account_count> modelled{};
  [&]<class... Programme>(const std::tuple<Programme...>*) {
    (mark_accounts<Programme>(modelled), ...);
  }(static_cast<const Programmes*>(nullptr));
  return modelled;
}

std::string_view event_name(std::size_t number) {
  return number < event_names.size() ? event_names[number] : "unknown event";
}

std::string_view programme_name(std::size_t number) {
  return number < programme_names.size() ? programme_names[number] : "unknown programme";
}

}  // namespace coopsim
