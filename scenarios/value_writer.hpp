// SPDX-License-Identifier: Apache-2.0
// A parameter's value as TOML text that reads back as the same value. One overload a kind of value.
#pragma once
#include <string>

#include "policies/lever_values.hpp"
#include "scenarios/value_reader.hpp"
#include "sim/kernel/distribution.hpp"
#include "sim/values.hpp"

namespace coopsim {

std::string toml_quoted(std::string_view text);

std::string toml_text(double value);
std::string toml_text(int value);
std::string toml_text(std::int64_t value);
std::string toml_text(bool value);
std::string toml_text(Time value);
std::string toml_text(Money value);
std::string toml_text(MonthSet value);
std::string toml_text(const Distribution& value);
std::string toml_text(const AccountChoice& value);
std::string toml_text(const Weights& value);
std::string toml_text(const TargetFirms& value);
std::string toml_text(const WatchedResponse& value);
std::string toml_text(const Population& value);  // empty if there is none
std::string toml_text(const PolicyNames& value);
std::string toml_text(ProgrammeChoice value);
std::string toml_text(const Replications& value);

template <NamedEnum E>
std::string toml_text(E value) {
  return toml_quoted(names(Of<E>{})[static_cast<std::size_t>(value)]);
}

template <class T>
std::string toml_text(const Path<T>& path) {
  if (path.steps.size() == 1 && path.steps.front().from == Time{})
    return toml_text(path.steps.front().value);
  std::string text;
  for (const auto& step : path.steps)
    text += (text.empty() ? "[{ from = " : ", { from = ") + toml_text(step.from) +
            ", value = " + toml_text(step.value) + " }";
  return text + "]";
}

// Whether a value stands for "not given": it is left out rather than written.
template <class T>
bool is_unset(const T&) {
  return false;
}
template <class T>
bool is_unset(const Path<T>& path) {
  return path.steps.empty();
}
inline bool is_unset(const Time& value) { return value == Time{}; }
inline bool is_unset(const TargetFirms& value) { return value == TargetFirms{}; }
inline bool is_unset(const WatchedResponse& value) { return value.text.empty(); }
inline bool is_unset(const PolicyNames& value) { return value.names.empty(); }
inline bool is_unset(const AccountChoice& value) { return value.accounts.empty(); }
inline bool is_unset(const Population& value) { return !value.firms; }

}  // namespace coopsim
