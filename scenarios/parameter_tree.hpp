// SPDX-License-Identifier: Apache-2.0
// The parameters of a scenario by path: "run.seed", "training.A2.length",
// "budget.account.B7.korea". All visitors of the declared fields (reader, writer, schema, reference
// page) walk through here.
#pragma once
#include <concepts>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "sim/scenario.hpp"

namespace coopsim {

// A field without its types.
struct FieldInfo {
  std::string_view name, unit;
  Range range;
  Label label;
  std::string_view meaning;
  Source source;
  bool whole = false;  // only whole numbers
};

template <class Value>
inline constexpr bool field_is_whole = std::integral<Value> && !std::same_as<Value, bool>;

template <class Owner, class Value>
constexpr FieldInfo info(const Field<Owner, Value>& field) {
  return {field.name,    field.unit,   field.range,          field.label,
          field.meaning, field.source, field_is_whole<Value>};
}

template <class Entry>
concept IsSection = !requires(const Entry& entry) {
  entry.range;
};

// Calls visit.field(path, FieldInfo, member) for each field and visit.section(path, Label) for each
// section, parents first; a section's own fields come before its sections, as TOML wants them.
template <Declared T, class Visit>
void walk(T& object, const std::string& path, Visit& visit) {
  const auto below = [&](std::string_view name) {
    return path.empty() ? std::string(name) : path + '.' + std::string(name);
  };
  for_each_field(object, [&](const auto& entry, auto& member) {
    if constexpr (!IsSection<std::remove_cvref_t<decltype(entry)>>)
      visit.field(below(entry.name), info(entry), member);
  });
  for_each_field(object, [&](const auto& entry, auto& member) {
    if constexpr (IsSection<std::remove_cvref_t<decltype(entry)>>) {
      visit.section(below(entry.name), entry.label);
      walk(member, below(entry.name), visit);
    }
  });
}

inline constexpr std::string_view accounts_path = "budget.account";

// The same for a whole scenario: parameters, then the accounts.
template <class ParametersType, class Plans, class Visit>
void walk_scenario(ParametersType& parameters, Plans& plans, Visit& visit) {
  walk(parameters, "", visit);
  for (std::size_t i = 0; i < account_count; ++i) {
    const std::string path = std::string(accounts_path) + '.' + std::string(accounts[i].id);
    visit.section(path, accounts[i].label);
    walk(plans[i], path, visit);
  }
}

// Every path of a field, in order of declaration.
std::vector<std::string> parameter_paths();
// Whether tables at this path merge by key under `extends` (others are values: replaced whole).
bool is_section_path(std::string_view path);

// "0 to 1", "1 to 730 day"; empty for values without order.
std::string range_in_words(const FieldInfo& field);

}  // namespace coopsim
