// SPDX-License-Identifier: Apache-2.0
// What a value may look like in a scenario file, as JSON Schema: one overload a kind of value, the
// same kinds as value_reader.hpp reads. Only words of draft 4, which every editor understands.
#pragma once
#include <nlohmann/json.hpp>
#include <type_traits>

#include "policies/lever_values.hpp"
#include "scenarios/parameter_tree.hpp"
#include "scenarios/value_reader.hpp"
#include "sim/kernel/distribution.hpp"
#include "sim/values.hpp"

namespace coopsim {

using Json = nlohmann::ordered_json;

Json value_schema(Of<double>, const FieldInfo& field);
Json value_schema(Of<int>, const FieldInfo& field);
Json value_schema(Of<std::int64_t>, const FieldInfo& field);
Json value_schema(Of<bool>, const FieldInfo& field);
Json value_schema(Of<Time>, const FieldInfo& field);
Json value_schema(Of<Money>, const FieldInfo& field);
Json value_schema(Of<MonthSet>, const FieldInfo& field);
Json value_schema(Of<Distribution>, const FieldInfo& field);
Json value_schema(Of<AccountChoice>, const FieldInfo& field);
Json value_schema(Of<Weights>, const FieldInfo& field);
Json value_schema(Of<TargetFirms>, const FieldInfo& field);
Json value_schema(Of<WatchedResponse>, const FieldInfo& field);
Json value_schema(Of<Population>, const FieldInfo& field);
Json value_schema(Of<PolicyNames>, const FieldInfo& field);
Json value_schema(Of<ProgrammeChoice>, const FieldInfo& field);
Json value_schema(Of<Replications>, const FieldInfo& field);

template <NamedEnum E>
Json value_schema(Of<E>, const FieldInfo&) {
  return {{"enum", names(Of<E>{})}};
}

// What the schemas above refer to by name: the schema's definitions hold these.
Json value_definitions();
Json reference_to(const std::string& definition);

template <class T>
Json value_schema(Of<Path<T>>, const FieldInfo& field) {
  const Json one = value_schema(Of<T>{}, field);
  const Json step = {{"type", "object"},
                     {"properties", {{"from", reference_to("step_date")}, {"value", one}}},
                     {"required", {"from", "value"}},
                     {"additionalProperties", false}};
  return {{"anyOf", {one, {{"type", "array"}, {"items", step}, {"minItems", 1}}}}};
}

}  // namespace coopsim
