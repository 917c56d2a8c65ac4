// SPDX-License-Identifier: Apache-2.0
#include "scenarios/value_schema.hpp"

#include <fmt/format.h>

#include <vector>

#include "scenarios/money_text.hpp"
#include "scenarios/number_reader.hpp"

namespace coopsim {
namespace {

Json number(const char* type, const FieldInfo& field) {
  Json schema = {{"type", type}};
  if (field.range.least == 0 && field.range.most == 0) return schema;
  schema["minimum"] = field.range.least;
  schema["maximum"] = field.range.most;
  return schema;
}

// A number, or "9 months" where the unit is a span of time.
Json number_or_span(const char* type, const FieldInfo& field) {
  const std::string_view unit = time_unit(field);
  if (unit.empty()) return number(type, field);
  const Json span = {{"type", "string"}, {"pattern", fmt::format("^[0-9.]+ {}s?$", unit)}};
  return {{"anyOf", {number(type, field), span}}};
}

// How many numbers a law takes, or how many at least. Rising numbers from 1 suit every law.
std::size_t least_count(Distribution::Law law) {
  std::vector<double> numbers = {1};
  while (!Distribution::problem_with(law, numbers).empty()) numbers.push_back(numbers.back() + 1);
  return numbers.size();
}

Json law_schema(Distribution::Law law, const FieldInfo& field) {
  const std::string_view numbers = Distribution::numbers_of(law);
  const bool any_number = law == Distribution::Law::empirical;
  const std::size_t count = least_count(law);
  Json list = {{"type", "array"},
               {"description", fmt::format("[{}]", numbers)},
               {"items", {{"type", "number"}}},
               {"minItems", count}};
  if (is_bounded(law)) list["items"] = number("number", field);
  if (!any_number) list["maxItems"] = count;
  if (count > 1 || any_number) return list;
  return {{"anyOf", {list, {{"type", "number"}}}}};
}

Json one_law_schema(const FieldInfo& field) {
  Json laws = Json::object();
  for (const auto law : Distribution::laws)
    laws[std::string(Distribution::name_of(law))] = law_schema(law, field);
  return {{"type", "object"},
          {"properties", laws},
          {"additionalProperties", false},
          {"minProperties", 1},
          {"maxProperties", 1}};
}

template <std::size_t N>
Json some_of(const std::array<Named, N>& names) {
  Json allowed = Json::array();
  for (const Named& each : names) allowed.push_back(each.id);
  return {
      {"type", "array"}, {"items", {{"enum", allowed}}}, {"minItems", 1}, {"uniqueItems", true}};
}

Json ids(bool groups) {
  Json all = Json::array();
  if (groups)
    for (const AccountGroup& group : account_groups) all.push_back(group.id);
  for (const Account account : accounts_named("all")) all.push_back(id_of(account));
  return all;
}

}  // namespace

Json reference_to(const std::string& definition) {
  return {{"$ref", "#/definitions/" + definition}};
}

Json value_definitions() {
  const Json year = {{"type", "integer"}, {"minimum", 1900}, {"maximum", 2200}};
  return {{"money", {{"type", "string"}, {"pattern", money_pattern()}}},
          {"date", {{"type", "string"}, {"pattern", "^[12][0-9]{3}-[01][0-9]-[0-3][0-9]$"}}},
          {"step_date", {{"anyOf", {year, reference_to("date")}}}},
          {"law", one_law_schema({})}};
}

Json value_schema(Of<double>, const FieldInfo& field) { return number_or_span("number", field); }
Json value_schema(Of<int>, const FieldInfo& field) { return number_or_span("integer", field); }
Json value_schema(Of<std::int64_t>, const FieldInfo& field) {
  return number_or_span("integer", field);
}
Json value_schema(Of<bool>, const FieldInfo&) { return {{"type", "boolean"}}; }

Json value_schema(Of<Time>, const FieldInfo& field) {
  return reference_to(field.name == "from" ? "step_date" : "date");
}

Json value_schema(Of<Money>, const FieldInfo&) { return reference_to("money"); }

Json value_schema(Of<MonthSet>, const FieldInfo&) {
  return {{"type", "array"},
          {"items", {{"type", "integer"}, {"minimum", 1}, {"maximum", 12}}},
          {"minItems", 1},
          {"uniqueItems", true}};
}

Json value_schema(Of<Distribution>, const FieldInfo& field) {
  return {{"anyOf", {number("number", field), one_law_schema(field)}}};
}

Json value_schema(Of<AccountChoice>, const FieldInfo&) { return {{"enum", ids(true)}}; }

Json value_schema(Of<WatchedResponse>, const FieldInfo&) {
  return {{"type", "string"}, {"pattern", "^[a-z0-9_]+(\\.[A-Za-z0-9_-]+)?$"}};
}

Json value_schema(Of<Population>, const FieldInfo&) {
  const Json text = {{"type", "string"}, {"minLength", 1}};
  return {{"anyOf",
           {text,
            {{"type", "object"},
             {"properties", {{"csv", text}}},
             {"required", {"csv"}},
             {"additionalProperties", false}}}}};
}

Json value_schema(Of<Weights>, const FieldInfo&) {
  Json properties = Json::object();
  for (const auto& id : ids(false))
    properties[id.get<std::string>()] = {{"type", "number"}, {"minimum", 0}, {"maximum", 1e6}};
  return {{"type", "object"},
          {"properties", properties},
          {"additionalProperties", false},
          {"minProperties", 1}};
}

Json value_schema(Of<TargetFirms>, const FieldInfo&) {
  return {{"type", "object"},
          {"properties",
           {{"sector", some_of(sectors)},
            {"region", some_of(regions)},
            {"size_class", some_of(size_classes)},
            {"exporter", {{"type", "boolean"}}},
            {"former", {{"type", "boolean"}}},
            {"others", {{"type", "number"}, {"minimum", 0}, {"maximum", 1}}}}},
          {"additionalProperties", false},
          {"minProperties", 1}};
}

Json value_schema(Of<PolicyNames>, const FieldInfo&) {
  return {{"type", "array"},
          {"items", {{"type", "string"}, {"pattern", "^[a-z][a-z0-9_]{0,63}$"}}},
          {"uniqueItems", true}};
}

Json value_schema(Of<ProgrammeChoice>, const FieldInfo&) {
  return {{"type", "array"},
          {"items", {{"enum", names(Of<RecordedProgramme>{})}}},
          {"minItems", 1},
          {"uniqueItems", true}};
}

Json value_schema(Of<Replications>, const FieldInfo& field) {
  const Json name = {{"type", "string"}, {"pattern", "^[a-z][a-z0-9_]*$"}};
  const Json names = {{"type", "array"}, {"items", name}, {"minItems", 1}, {"uniqueItems", true}};
  const Json count = {{"type", "integer"}, {"minimum", 20}, {"maximum", 1'000'000}};
  const Json width = {{"type", "string"}, {"pattern", "^[0-9.]+([eE][-+]?[0-9]+)? *[^ ].*$"}};
  const Json of = {{"anyOf", {name, names}}};
  return {{"anyOf",
           {number_or_span("integer", field),
            {{"type", "object"},
             {"properties",
              {{"at_least", count}, {"at_most", count}, {"half_width", width}, {"of", of}}},
             {"required", {"at_least", "at_most", "half_width", "of"}},
             {"additionalProperties", false}}}}};
}

}  // namespace coopsim
