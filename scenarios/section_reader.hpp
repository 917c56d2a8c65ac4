// SPDX-License-Identifier: Apache-2.0
// A table read into a parameter struct: every declared field, and nothing that is not declared.
#pragma once
#include <array>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "scenarios/node.hpp"
#include "scenarios/parameter_tree.hpp"
#include "scenarios/problems.hpp"
#include "scenarios/provenance.hpp"
#include "scenarios/value_reader.hpp"

namespace coopsim {

// What reading finds besides values.
struct Reading {
  Problems& problems;
  StatedByPath& stated;
};

// What a value, a lever or a policy may say of its evidence.
inline constexpr std::array<std::string_view, 4> evidence_keys = {"source", "confidence", "grade",
                                                                  "note"};
bool has_evidence(const Node& table);
// What these keys say; `target.field` is what the program declares itself.
Stated read_evidence(const Node& table, const Target& target);

// The value of { value = ..., source = "...", confidence = "...", grade = "...", note = "...",
// uncertain = { ... } },
// whose statement is kept under `path`; any other node is a value itself. Null after a problem.
const Node* bare_value(const Node& node, const FieldInfo& field, const std::string& path,
                       Reading& reading);

// Problems for keys of `table` that are not among `known`: the nearest, or where they belong.
void check_keys(const Node& table, std::span<const std::string_view> known, const std::string& path,
                Reading& reading);

// Whether `node` is a table; a problem if not.
bool is_table(const Node& node, const std::string& path, Reading& reading);

// Fields that `table` does not give keep their value. `others`: keys that are read elsewhere.
template <Declared T>
void read_section(const Node& table, T& object, const std::string& path, Reading& reading,
                  std::span<const std::string_view> others = {}) {
  if (!is_table(table, path, reading)) return;
  std::vector<std::string_view> known(others.begin(), others.end());
  for_each_field(object, [&](const auto& entry, auto&) { known.push_back(entry.name); });
  check_keys(table, known, path, reading);
  for_each_field(object, [&](const auto& entry, auto& member) {
    const Node* node = table.find(entry.name);
    if (!node) return;
    const std::string here = join(path, entry.name);
    if constexpr (IsSection<std::remove_cvref_t<decltype(entry)>>) {
      read_section(*node, member, here, reading);
    } else {
      const FieldInfo field = info(entry);
      if (const Node* value = bare_value(*node, field, here, reading))
        read_value(*value, member, Target{field, here, reading.problems});
    }
  });
}

// Parameters and accounts of the root table or of an overlay. `others` as above.
void read_parameters(const Node& root, Parameters& parameters,
                     std::array<AccountPlan, account_count>& plans, const std::string& path,
                     Reading& reading, std::initializer_list<std::string_view> others);

}  // namespace coopsim
