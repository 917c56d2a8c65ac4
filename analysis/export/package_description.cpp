// SPDX-License-Identifier: Apache-2.0
#include "analysis/export/package_description.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "analysis/export/clean_text.hpp"

namespace coopsim::exporting {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view written_by = "coopsim export";

// Lower case letters, digits and . _ - only, as names of packages are.
std::string package_name(const std::filesystem::path& file) {
  std::string name;
  for (const char c : file.stem().string()) {
    const bool upper = c >= 'A' && c <= 'Z';
    const bool kept = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '_';
    name += upper ? char(c - 'A' + 'a') : kept ? c : '-';
  }
  return name;
}

std::string file_of(const std::string& table) { return table + ".csv"; }

Json field_of(const Column& column) {
  Json field = {{"name", column.name},
                {"type", name_of(column.type)},
                {"title", clean_text(column.title.en)},
                {"title_ko", clean_text(column.title.ko)}};
  if (!column.description.empty()) field["description"] = clean_text(column.description);
  if (!column.unit.empty()) field["unit"] = clean_text(column.unit);
  if (!column.may_be_missing) field["constraints"] = {{"required", true}};
  return field;
}

Json schema_of(const Written& table, std::span<const Written> all) {
  Json fields = Json::array(), foreign = Json::array();
  for (const Column& column : table.columns) {
    fields.push_back(field_of(column));
    const auto other = std::ranges::find(all, column.refers_to, &Written::name);
    if (column.refers_to.empty() || other == all.end() || other->name == table.name) continue;
    foreign.push_back(
        {{"fields", column.name},
         {"reference", {{"resource", other->name}, {"fields", other->columns.front().name}}}});
  }
  Json schema = {{"fields", fields}, {"missingValues", {""}}, {"primaryKey", table.key}};
  if (!foreign.empty()) schema["foreignKeys"] = foreign;
  return schema;
}

Json resource_of(const Written& table, std::span<const Written> all) {
  return {{"name", table.name},
          {"path", file_of(table.name)},
          {"profile", "tabular-data-resource"},
          {"title", clean_text(table.title.en)},
          {"title_ko", clean_text(table.title.ko)},
          {"description", clean_text(table.description)},
          {"format", "csv"},
          {"mediatype", "text/csv"},
          {"encoding", "utf-8"},
          {"bytes", table.bytes},
          {"rows", table.rows},
          {"dialect",
           {{"delimiter", ","},
            {"lineTerminator", "\n"},
            {"quoteChar", "\""},
            {"doubleQuote", true},
            {"header", true}}},
          {"schema", schema_of(table, all)}};
}

}  // namespace

std::string package_description(const Source& source, std::span<const Written> tables) {
  const ResultFacts& facts = source.facts();
  Json resources = Json::array();
  for (const Written& table : tables) resources.push_back(resource_of(table, tables));
  const std::string file = clean_text(source.file().path().filename().string());
  Json package = {
      {"profile", "tabular-data-package"},
      {"name", package_name(source.file().path())},
      {"title", clean_text(facts.title)},
      {"title_ko", clean_text(facts.title_ko)},
      {"description",
       fmt::format("Result {} of {}: {} policies, {} replications, {} to {}; totals stand for {}. "
                   "Policies are simulated, not observed; what they rest on is in parameter.csv. A "
                   "text that might be taken for a formula has an apostrophe before it.",
                   file, clean_text(facts.coopsim_version), facts.policies.size(),
                   facts.replications, clean_text(facts.start), clean_text(facts.end),
                   clean_text(facts.period))},
      {"sources",
       {{{"title", fmt::format("{}, content {}", file, clean_text(facts.content_hash))}}}},
      {"written_by", written_by},
      {"coopsim_version", clean_text(facts.coopsim_version)},
      {"scenario_hash", clean_text(facts.scenario_hash)},
      {"run_fingerprint", clean_text(facts.run_fingerprint)},
      {"seed", facts.seed},
      {"resources", resources}};
  return package.dump(2) + "\n";
}

std::optional<std::vector<std::string>> tables_in(std::string_view description) {
  const Json package = Json::parse(description, nullptr, false);
  if (!package.is_object() || package.value("written_by", Json()) != written_by)
    return std::nullopt;
  std::vector<std::string> files;
  for (const Json& resource : package.value("resources", Json::array()))
    if (resource.is_object() && resource.value("path", Json()).is_string())
      files.push_back(resource["path"]);
  return files;
}

}  // namespace coopsim::exporting
