// SPDX-License-Identifier: Apache-2.0
#include "scenarios/reader.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "scenarios/checks.hpp"
#include "scenarios/effective.hpp"
#include "scenarios/load.hpp"
#include "scenarios/merge.hpp"
#include "scenarios/policy_reader.hpp"
#include "scenarios/population_file.hpp"
#include "scenarios/section_reader.hpp"
#include "scenarios/text.hpp"
#include "scenarios/unknowns.hpp"

namespace coopsim {
namespace {

constexpr auto overlay_names = names(Of<Knowledge>{});
constexpr std::string_view newest_schema = "1";

class Reader {
 public:
  Reader(std::string subject, const ReadOptions& options)
      : subject_(std::move(subject)), options_(options) {}

  Problems problems;
  std::vector<Problem> notes;

  ScenarioReading read(const Loaded& loaded);

 private:
  void stop_if_any(int exit_code) {
    if (!problems.none()) throw ScenarioError(subject_, std::move(problems), exit_code);
  }
  void check_schema(const std::vector<Node>& files);
  void lay_knowledge_over(Node& root, const std::vector<Override>& overrides);
  void check_overlay(const Node& overlay, const std::string& path, bool chosen);

  std::string subject_;
  const ReadOptions& options_;
};

void Reader::check_schema(const std::vector<Node>& files) {
  for (const Node& file : files) {
    const Node* schema = file.find("schema");
    if (!schema)
      problems.add({file.where, "schema", "there is no `schema`",
                    fmt::format("begin the file with schema = {}", newest_schema)});
    else if (!schema->is(Node::Kind::integer) || schema->integer != 1)
      problems.add({schema->where, "schema",
                    with_type(*schema) + " is not a schema of this program",
                    fmt::format("allowed: {}", newest_schema)});
  }
}

// The keys of an overlay; its values too unless it is laid over the root and read there.
void Reader::check_overlay(const Node& overlay, const std::string& path, bool chosen) {
  StatedByPath unused;
  Reading reading{problems, unused};
  if (!is_table(overlay, path, reading)) return;
  for (const char* key : {"run", "policy", "title"})
    if (const Member* member = overlay.member(key))
      problems.add({member->where, join(path, key), "does not depend on what is known",
                    "put it into the file itself"});
  Parameters parameters;
  std::array<AccountPlan, account_count> plans;
  if (!chosen)
    read_parameters(overlay, parameters, plans, path, reading, {"run", "policy", "title"});
}

// Which overlay: as --set says, else as the files say.
void Reader::lay_knowledge_over(Node& root, const std::vector<Override>& overrides) {
  const Node* overlays = root.find("knowledge");
  if (!overlays) return;
  const Node* given = root.find("run") ? root.find("run")->find("knowledge") : nullptr;
  if (given && given->is(Node::Kind::table) && given->find("value")) given = given->find("value");
  for (const Override& setting : overrides)
    if (setting.path == std::vector<std::string>{"run", "knowledge"}) given = &setting.value;
  std::string chosen(overlay_names[0]);
  if (given && given->is(Node::Kind::text)) chosen = given->text;

  StatedByPath unused;
  Reading reading{problems, unused};
  if (!is_table(*overlays, "knowledge", reading)) return;
  check_keys(*overlays, overlay_names, "knowledge", reading);
  for (const Member& overlay : overlays->members)
    check_overlay(overlay.value, join("knowledge", overlay.key), overlay.key == chosen);
  if (const Node* overlay = overlays->find(chosen); overlay && overlay->is(Node::Kind::table)) {
    const Node copy = *overlay;
    merge(root, copy, problems);
  }
}

ScenarioReading Reader::read(const Loaded& loaded) {
  stop_if_any(loaded.exit_code);
  const auto overrides = parse_overrides(options_.overrides, problems);
  stop_if_any(2);

  check_schema(loaded.files);
  Node root = merge_files(loaded.files, problems);
  note_changed_policies(loaded.files, notes);
  lay_knowledge_over(root, overrides);
  for (const Override& setting : overrides) apply(root, setting, problems);

  ScenarioReading result;
  Scenario& scenario = result.scenario;
  StatedByPath stated;
  Reading reading{problems, stated};
  for (AccountPlan& plan : scenario.accounts) plan.amount = Path<Money>(Money{});
  read_parameters(root, scenario.parameters, scenario.accounts, "", reading,
                  {"schema", "extends", "title", "knowledge", "policy"});
  const int exit_code = give_population(root, loaded, options_.installed_folder,
                                        scenario.parameters, problems, notes);
  if (scenario.parameters.firms.population.firms)
    stated["firms.count"] = {"the rows of firms.population", Confidence::derived, Grade::D, ""};
  scenario.title = {subject_, subject_};
  if (const Node* title = root.find("title")) read_text(*title, scenario.title, "title", problems);
  for (const Override& setting : overrides) {
    std::string path;
    for (const std::string& part : setting.path) path = join(path, part);
    if (!stated.contains(path)) stated[path] = {"--set", Confidence::assumption, Grade::D, ""};
  }
  const auto drafts = read_policies(root, reading);
  check_policies(drafts, root, problems);
  if (problems.none()) {
    check_parameters(scenario.parameters, root, problems);
    check_records(scenario.parameters, drafts, root, problems);
  }
  if (problems.none())
    scenario.policies = fund_policies(drafts, scenario.parameters, scenario.accounts, problems);
  stop_if_any(problems.all_in_overrides() ? 2 : exit_code);

  result.provenance = provenance_of(scenario, stated);
  check_draws(scenario.parameters.run.draws, result.provenance, root, problems);
  stop_if_any(problems.all_in_overrides() ? 2 : exit_code);
  scenario.effective_toml = effective_text(scenario, result.provenance, drafts, stated);
  result.notes = std::move(notes);
  return result;
}

}  // namespace

ScenarioReading read_scenario_with_notes(const std::filesystem::path& path,
                                         const ReadOptions& options) {
  Reader reader(path.string(), options);
  const Loaded loaded = load_files(path, options.installed_folder, reader.problems, reader.notes);
  return reader.read(loaded);
}

Scenario read_scenario(const std::filesystem::path& path, const ReadOptions& options) {
  return read_scenario_with_notes(path, options).scenario;
}

ScenarioReading read_scenario_text(std::string_view toml, std::string_view name,
                                   const ReadOptions& options) {
  Reader reader(std::string(name), options);
  const Loaded loaded =
      load_text(toml, name, options.installed_folder, reader.problems, reader.notes);
  return reader.read(loaded);
}

}  // namespace coopsim
