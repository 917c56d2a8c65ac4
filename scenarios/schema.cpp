// SPDX-License-Identifier: Apache-2.0
// The JSON Schema of a scenario file: tables and keys from the declared fields, values from
// value_schema.hpp.
#include <fmt/format.h>

#include "policies/catalogue.hpp"
#include "scenarios/identifier.hpp"
#include "scenarios/parse.hpp"
#include "scenarios/provenance.hpp"
#include "scenarios/reference.hpp"
#include "scenarios/section_reader.hpp"
#include "scenarios/unknowns.hpp"
#include "scenarios/value_schema.hpp"
#include "scenarios/value_writer.hpp"

namespace coopsim {
namespace {

Json json_of(const Node& node) {
  switch (node.kind) {
    case Node::Kind::table: {
      Json object = Json::object();
      for (const Member& member : node.members) object[member.key] = json_of(member.value);
      return object;
    }
    case Node::Kind::array: {
      Json array = Json::array();
      for (const Node& item : node.items) array.push_back(json_of(item));
      return array;
    }
    case Node::Kind::integer:
      return node.integer;
    case Node::Kind::real:
      return node.real;
    case Node::Kind::boolean:
      return node.boolean;
    default:
      return node.text;
  }
}

// A value as editors see it, dates as texts.
Json json_of_toml(const std::string& value) {
  Problems problems;
  std::vector<Problem> notes;
  const auto file = std::make_shared<const SourceFile>();
  const auto table = parse_toml("value = " + value, file, problems, notes);
  return json_of(*table->find("value"));
}

Json text_schema(int longest) { return {{"type", "string"}, {"maxLength", longest}}; }

Json evidence_definitions() {
  return {{"source", text_schema(500)},
          {"confidence", {{"enum", confidence_names}}},
          {"grade", {{"enum", grade_names}}},
          {"note", text_schema(500)}};
}

void add_evidence(Json& properties) {
  for (const std::string_view key : evidence_keys)
    properties[std::string(key)] = reference_to(std::string(key));
}

void add_label(Json& schema, const Label& label) {
  schema["title"] = fmt::format("{} · {}", label.en, label.ko);
  schema["x-label-ko"] = label.ko;
}

Json object_schema(const Label& label) {
  Json schema = Json::object();
  add_label(schema, label);
  schema["type"] = "object";
  schema["properties"] = Json::object();
  schema["additionalProperties"] = false;
  return schema;
}

std::string meaning_of(const FieldInfo& field) {
  const std::string range = range_in_words(field);
  return fmt::format("{}. Unit: {}. {}Source: {} ({})", field.meaning, field.unit,
                     range.empty() ? "" : "Allowed: " + range + ". ", field.source.text,
                     name_of(field.source.confidence));
}

// Whether a value of this kind may be a single number.
template <class Value>
constexpr bool can_be_uncertain =
    field_is_whole<Value> || std::same_as<Value, double> || std::same_as<Value, Path<double>> ||
    std::same_as<Value, Distribution>;

// A value alone, or with what is said of it. `chosen`: it cannot be uncertain.
template <class Value>
Json field_schema(const FieldInfo& field, const Value& usual, bool chosen) {
  const Json value = value_schema(Of<Value>{}, field);
  Json statement = {{"type", "object"},
                    {"properties", {{"value", value}}},
                    {"required", {"value"}},
                    {"additionalProperties", false}};
  add_evidence(statement["properties"]);
  if (can_be_uncertain<Value> && !chosen)
    statement["properties"]["uncertain"] = reference_to("law");
  Json schema = Json::object();
  add_label(schema, field.label);
  schema["description"] = meaning_of(field);
  if (!is_unset(usual)) schema["default"] = json_of_toml(toml_text(usual));
  schema["anyOf"] = {value, statement};
  return schema;
}

// The table of a parameter struct; sections within it are tables within the table. `chosen` as
// above.
template <Declared T>
Json table_schema(const T& usual, const Label& label, bool chosen) {
  Json schema = object_schema(label);
  Json& properties = schema["properties"];
  for_each_field(usual, [&](const auto& entry, const auto& value) {
    const std::string name(entry.name);
    if constexpr (IsSection<std::remove_cvref_t<decltype(entry)>>)
      properties[name] = table_schema(value, entry.label, chosen || is_chosen(name));
    else
      properties[name] = field_schema(info(entry), value, chosen);
  });
  return schema;
}

Json remove_schema() {
  return {{"enum", {true}}, {"description", "deletes what an extended file gives"}};
}

void allow_removal(Json& table) {
  for (auto& [name, schema] : table["properties"].items())
    if (schema.value("type", "") == "object") allow_removal(schema);
  table["properties"]["remove"] = remove_schema();
}

Json accounts_schema() {
  Json all = object_schema({"accounts", "계정"});
  for (const Named& account : accounts)
    all["properties"][std::string(account.id)] = table_schema(AccountPlan{}, account.label, false);
  return all;
}

// Text in both languages, or one for both.
Json both_languages(std::string_view what) {
  const Json one = text_schema(200);
  return {{"description", what},
          {"anyOf",
           {one,
            {{"type", "object"},
             {"properties", {{"en", one}, {"ko", one}}},
             {"minProperties", 1},
             {"additionalProperties", false}}}}};
}

template <class L>
Json lever_schema() {
  Json schema = table_schema(L{}, L::label, true);
  schema["description"] = L::meaning;
  add_evidence(schema["properties"]);
  return schema;
}

Json policy_schema() {
  const Json name = {{"type", "string"}, {"pattern", "^[a-z][a-z0-9_]{0,63}$"}};
  const Json truth = {{"type", "boolean"}};
  Json policy = object_schema({"policy", "정책"});
  Json& properties = policy["properties"];
  properties["name"] = name;
  properties["label"] = both_languages("what people read");
  properties["baseline"] = truth;
  properties["stress"] = truth;
  properties["on"] = name;
  properties["stack"] = {{"type", "array"}, {"items", name}};
  add_evidence(properties);
  Json& when = properties["when"] = table_schema(Condition{}, {"condition", "시행 조건"}, true);
  when["properties"]["otherwise"] = name;
  add_evidence(when["properties"]);
  for_each_lever([&]<class L>(Of<L>) { properties[std::string(L::name)] = lever_schema<L>(); });
  allow_removal(policy);
  policy["required"] = {"name"};
  return {{"type", "array"}, {"items", policy}};
}

// Parameters by table: definitions, since the overlays of [knowledge] have the same tables.
Json parameter_tables() {
  const Parameters usual;
  Json tables = table_schema(usual, {"parameters", "매개변수"}, false)["properties"];
  tables["budget"]["properties"]["account"] = accounts_schema();
  for (auto& [name, table] : tables.items()) allow_removal(table);
  return tables;
}

}  // namespace

std::string json_schema() {
  Json root = {{"$schema", "http://json-schema.org/draft-04/schema#"},
               {"title", "coopsim scenario"},
               {"type", "object"},
               {"properties", Json::object()},
               {"additionalProperties", false},
               {"required", {"schema"}},
               {"definitions", value_definitions()}};
  root["definitions"].update(evidence_definitions());
  Json overlay = object_schema({"what is known", "정보 기준"});
  Json& properties = root["properties"];
  properties["schema"] = {{"enum", {1}}, {"description", "version of this format"}};
  properties["extends"] = {{"type", "string"}, {"description", "a file of which this one differs"}};
  properties["title"] = both_languages("what people read");
  const Json tables = parameter_tables();
  for (const auto& [name, table] : tables.items()) {
    root["definitions"][name] = table;
    properties[name] = reference_to(name);
    if (name != "run") overlay["properties"][name] = reference_to(name);
  }
  Json& knowledge = properties["knowledge"] = object_schema({"what is known", "정보 기준"});
  for (const std::string_view name : names(Of<Knowledge>{}))
    knowledge["properties"][std::string(name)] = overlay;
  properties["policy"] = policy_schema();
  return root.dump(1) + "\n";
}

}  // namespace coopsim
