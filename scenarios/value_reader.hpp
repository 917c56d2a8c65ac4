// SPDX-License-Identifier: Apache-2.0
// A node read as the type that a parameter has: one overload a kind of value. A new kind of value
// needs an overload here, one in value_writer.hpp and one in value_schema.hpp.
//
// An enum is read by its names, an array of string_view that its header gives by
// `constexpr auto names(Of<E>)`, in order of the enumerators.
#pragma once
#include <concepts>
#include <cstdint>
#include <span>
#include <string>
#include <type_traits>

#include "policies/lever_values.hpp"
#include "scenarios/node.hpp"
#include "scenarios/parameter_tree.hpp"
#include "scenarios/problems.hpp"
#include "sim/condition.hpp"
#include "sim/kernel/distribution.hpp"
#include "sim/replications.hpp"
#include "sim/values.hpp"
#include "sim/world/population.hpp"
#include "sim/world/record_parameters.hpp"
#include "sim/world/target_firms.hpp"

namespace coopsim {

template <class E>
concept NamedEnum = std::is_enum_v<E> && requires {
  names(Of<E>{})[0];
};

// What is being read, for checks and messages.
struct Target {
  const FieldInfo& field;
  std::string path;
  Problems& problems;

  // Adds a problem; false, so that a reader can return it.
  bool wrong(const Place& where, std::string what, std::string remedy) const;
  bool wrong_type(const Node& node, std::string_view wanted) const;
};

// Each returns whether `value` was set; if not, a problem was added.
bool read_value(const Node& node, double& value, const Target& target);
bool read_value(const Node& node, int& value, const Target& target);
bool read_value(const Node& node, std::int64_t& value, const Target& target);
bool read_value(const Node& node, bool& value, const Target& target);
bool read_value(const Node& node, Time& value, const Target& target);
bool read_value(const Node& node, Money& value, const Target& target);
bool read_value(const Node& node, MonthSet& value, const Target& target);
bool read_value(const Node& node, Distribution& value, const Target& target);
bool read_value(const Node& node, AccountChoice& value, const Target& target);
bool read_value(const Node& node, Weights& value, const Target& target);
bool read_value(const Node& node, TargetFirms& value, const Target& target);
bool read_value(const Node& node, WatchedResponse& value, const Target& target);
// Only whether it names a file or holds a text; `give_population` reads it.
bool read_value(const Node& node, Population& value, const Target& target);
bool read_value(const Node& node, PolicyNames& value, const Target& target);
bool read_value(const Node& node, ProgrammeChoice& value, const Target& target);
bool read_value(const Node& node, Replications& value, const Target& target);

// Whether a law's values never leave its numbers, so that all of these must be in range.
bool is_bounded(Distribution::Law law);

// "allowed: A1 to A6, ...; did you mean A2?" for the key of a table by accounts.
std::string allowed_accounts(std::string_view typed);

// The number of a name; nothing (-1) after a problem.
int read_name(const Node& node, std::span<const std::string_view> allowed, const Target& target);

template <NamedEnum E>
bool read_value(const Node& node, E& value, const Target& target) {
  static constexpr auto allowed = names(Of<E>{});
  const int number = read_name(node, allowed, target);
  if (number >= 0) value = static_cast<E>(number);
  return number >= 0;
}

// `from` of a step: a date, or a year for its fiscal year (kept as 1 January).
bool read_step_date(const Node& node, Time& value, const Target& target);
// Whether a step of a path has `from` and `value` and nothing else.
bool is_sound_step(const Node& node, const Target& target);
bool is_after(const Node& from, Time now, Time before, const Target& target);

template <class T>
bool read_value(const Node& node, Path<T>& value, const Target& target) {
  if (!node.is(Node::Kind::array)) {
    T constant{};
    if (!read_value(node, constant, target)) return false;
    value = Path<T>(constant);
    return true;
  }
  if (node.items.empty())
    return target.wrong(node.where, "an empty path", "allowed: a value, or [{ from, value }, ...]");
  Path<T> path;
  bool sound = true;
  for (const Node& item : node.items) {
    typename Path<T>::Step step{};
    if (!is_sound_step(item, target) || !read_step_date(*item.find("from"), step.from, target) ||
        !read_value(*item.find("value"), step.value, target)) {
      sound = false;
      continue;
    }
    if (!path.steps.empty())
      sound = is_after(*item.find("from"), step.from, path.steps.back().from, target) && sound;
    path.steps.push_back(std::move(step));
  }
  if (sound) value = std::move(path);
  return sound;
}

}  // namespace coopsim
