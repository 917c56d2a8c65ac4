// SPDX-License-Identifier: Apache-2.0
// Study files: the scenario, what varies, which points, what is kept.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "scenarios/constraint_reader.hpp"
#include "scenarios/design_checks.hpp"
#include "scenarios/factor_reader.hpp"
#include "scenarios/files.hpp"
#include "scenarios/load.hpp"
#include "scenarios/point_table.hpp"
#include "scenarios/section_reader.hpp"
#include "scenarios/sweep_study.hpp"
#include "scenarios/text.hpp"
#include "scenarios/value_writer.hpp"
#include "sim/metrics/metric.hpp"

namespace coopsim {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 11> root_keys = {
    "schema", "block_worlds", "scenario", "policies", "responses", "replications",
    "set",    "design",       "factor",   "table",    "constraint"};

// Kept where a study does not say: the headline, and what else comes first in a summary.
constexpr std::array<std::string_view, 4> usual_responses = {
    "productivity_effect", "trainees_returned", "engagements_started", "budget_spent"};

class SweepReader {
 public:
  explicit SweepReader(std::string subject) : subject_(std::move(subject)) {}

  Problems problems;
  std::vector<Problem> notes;

  void stop_if_any(int exit_code = 65) {
    if (!problems.none()) throw ScenarioError(subject_, std::move(problems), exit_code);
  }

  // All but the scenario itself, which `study.base` has. `root` is the study's file.
  void read(const Node& root, SweepStudy& study) {
    Reading reading{problems, stated_};
    check_keys(root, root_keys, "", reading);
    check_schema(root);
    const std::size_t before = problems.count();
    if (const Node* design = root.find("design")) {
      read_section(*design, study.design, "design", reading);
    } else {
      wrong(root.where, "design", "there is no [design]", "say which points: [design] kind = ...");
    }
    study.replications =
        number(root, "replications", study.base.scenario.parameters.run.replications);
    design_is_sound_ = problems.count() == before;
    study.block_worlds = number(root, "block_worlds", 0);
    study.policies = chosen_policies(root, study.base.scenario);
    study.responses = chosen_responses(root);
    read_factors_of(root, study);
    study.constraints = read_constraints(root, study.factors, problems);
    check_design(root, study, design_is_sound_, problems);
  }

 private:
  // From [[factor]], or the columns of the table.
  void read_factors_of(const Node& root, SweepStudy& study) {
    const Node *table = root.find("table"), *factor = root.find("factor");
    const bool wants_table = study.design.kind == DesignKind::table;
    if (design_is_sound_ && wants_table != (table != nullptr))
      return wrong(table ? table->where : root.where, "table",
                   table ? "a table, and another kind of design" : "there is no `table`",
                   "a table of points is design kind \"table\" and table = \"points.csv\"");
    if (!wants_table || !table) {
      study.factors = read_factors(root, study.base, problems);
      return;
    }
    if (factor)
      wrong(factor->where, "factor", "a factor beside a table",
            "leave it out: the table's columns are the factors");
    const auto file = std::make_shared<const SourceFile>(
        SourceFile{table->text, escaped(table->where.file->name), 1, false});
    PointTable points = read_point_table(study.table, file, study.base, problems);
    study.factors = std::move(points.factors);
    study.table_levels = std::move(points.levels);
  }

  void wrong(const Place& where, std::string key, std::string what, std::string remedy) {
    problems.add({where, std::move(key), std::move(what), std::move(remedy)});
  }

  void check_schema(const Node& root) {
    const Node* schema = root.find("schema");
    if (!schema || !schema->is(Node::Kind::integer) || schema->integer != 1)
      wrong(
          schema ? schema->where : root.where, "schema",
          schema ? with_type(*schema) + " is not a schema of this program" : "there is no `schema`",
          "begin the file with schema = 1");
  }

  int number(const Node& root, const char* key, int usual) {
    constexpr FieldInfo field{"number", "1", {1, 1e6}, {"", ""}, "", {"", {}, {}}, true};
    int value = usual;
    if (const Node* node = root.find(key)) read_value(*node, value, Target{field, key, problems});
    return value;
  }

  // The texts of a list that are among `allowed`; all of `usual` where there is no list.
  std::vector<std::string> names(const Node& root, const char* key,
                                 const std::vector<std::string_view>& allowed,
                                 const std::vector<std::string_view>& usual) {
    const Node* list = root.find(key);
    if (!list) return {usual.begin(), usual.end()};
    if (!list->is(Node::Kind::array) || list->items.empty()) {
      wrong(list->where, key, in_words(*list),
            fmt::format("allowed: a list of names, e.g. [\"{}\"]", allowed.front()));
      return {};
    }
    std::vector<std::string> chosen;
    for (const Node& item : list->items) {
      const auto known = std::ranges::find(allowed, std::string_view(item.text));
      if (!item.is(Node::Kind::text) || known == allowed.end()) {
        const auto near = item.is(Node::Kind::text) ? nearest(item.text, allowed) : "";
        wrong(item.where, key, in_words(item) + " is not one of them",
              near.empty() ? fmt::format("allowed: {}", fmt::join(allowed, ", "))
                           : fmt::format("did you mean {}?", near));
      } else if (std::ranges::find(chosen, item.text) == chosen.end()) {
        chosen.push_back(item.text);
      } else {
        wrong(item.where, key, in_words(item) + " stands there twice", "name it once");
      }
    }
    std::ranges::sort(chosen, {}, [&](const std::string& one) {
      return std::ranges::find(allowed, std::string_view(one)) - allowed.begin();
    });
    return chosen;
  }

  std::vector<std::string> chosen_policies(const Node& root, const Scenario& scenario) {
    std::vector<std::string_view> all;
    for (const Policy& policy : scenario.policies) all.push_back(policy.name);
    auto chosen = names(root, "policies", all, all);
    for (std::size_t i = 0; i < scenario.policies.size(); ++i)  // differences need it
      if (scenario.policies[i].baseline && std::ranges::find(chosen, all[i]) == chosen.end())
        chosen.insert(chosen.begin(), std::string(all[i]));
    return chosen;
  }

  std::vector<std::string> chosen_responses(const Node& root) {
    std::vector<std::string_view> all;
    for (const Metric& metric : metrics()) all.push_back(metric.id);
    return names(root, "responses", all, {usual_responses.begin(), usual_responses.end()});
  }

  std::string subject_;
  StatedByPath stated_;
  bool design_is_sound_ = true;
};

// The scenario's file: empty, and a problem, if it is nowhere.
fs::path scenario_of(const Node& root, const fs::path& folder, const fs::path& installed,
                     SweepReader& reader) {
  const auto wrong = [&](const Place& where, std::string what, std::string remedy) {
    reader.problems.add({where, "scenario", std::move(what), std::move(remedy)});
    return fs::path();
  };
  const Node* name = root.find("scenario");
  constexpr const char* allowed =
      "allowed: the name of a scenario's file beside the study, in ../scenarios or among the "
      "installed scenarios, or its whole path, from / on";
  if (!name) return wrong(root.where, "there is no `scenario`", allowed);
  if (!name->is(Node::Kind::text)) return wrong(name->where, with_type(*name), allowed);
  if (const fs::path whole(name->text); whole.is_absolute()) {
    if (is_in(whole.parent_path(), whole.filename().string())) return whole;
    return wrong(name->where, in_words(*name) + " is not there", allowed);
  }
  if (const std::string problem = problem_with_name(name->text); !problem.empty())
    return wrong(name->where, in_words(*name) + ' ' + problem, allowed);
  for (const fs::path& place : {folder, folder / ".." / "scenarios", installed})
    if (is_in(place, name->text) && lies_in(place / name->text, place)) return place / name->text;
  return wrong(name->where, in_words(*name) + " is not there", allowed);
}

// The content of the CSV file that `table` names beside the study; empty where none is named.
std::string table_of(const Node& root, const fs::path& folder, SweepReader& reader) {
  const Node* name = root.find("table");
  if (!name) return {};
  const auto wrong = [&](std::string what, std::string remedy) {
    reader.problems.add({name->where, "table", std::move(what), std::move(remedy)});
    return std::string();
  };
  constexpr const char* allowed = "allowed: the name of a CSV file beside the study";
  if (!name->is(Node::Kind::text)) return wrong(with_type(*name), allowed);
  if (const std::string problem = problem_with_name(name->text); !problem.empty())
    return wrong(in_words(*name) + ' ' + problem, allowed);
  if (!is_in(folder, name->text) || !lies_in(folder / name->text, folder))
    return wrong(in_words(*name) + " is not there", allowed);
  Bytes bytes = read_file(folder / name->text, point_table_text);
  return bytes.problem.empty() ? bytes.content
                               : wrong(in_words(*name) + ' ' + bytes.problem, bytes.remedy);
}

// What [set] says, as --set would have it.
std::vector<std::string> settings_in(const Node& root, SweepReader& reader) {
  std::vector<std::string> settings;
  const Node* set = root.find("set");
  if (!set) return settings;
  const auto wrong = [&](const Node& node, const std::string& key) {
    reader.problems.add({node.where, key, with_type(node),
                         "allowed: \"path\" = a number, a text or true or false"});
  };
  if (!set->is(Node::Kind::table)) wrong(*set, "set");
  for (const Member& member : set->members) {
    const Node& value = member.value;
    if (value.is(Node::Kind::text))
      settings.push_back(member.key + '=' + toml_quoted(value.text));
    else if (value.is(Node::Kind::integer) || value.is(Node::Kind::real) ||
             value.is(Node::Kind::boolean) || value.is(Node::Kind::date))
      settings.push_back(member.key + '=' + value.text);
    else
      wrong(value, "set." + member.key);
  }
  return settings;
}

}  // namespace

SweepStudy read_sweep(const fs::path& path, const fs::path& installed) {
  SweepReader reader(path.string());
  SweepStudy study;
  study.name = path.filename().string();
  const Loaded loaded = load_files(path, installed, reader.problems, reader.notes);
  reader.stop_if_any(loaded.exit_code);
  const Node& root = loaded.files.front();
  study.text = read_file(path, scenario_text).content;
  const fs::path scenario = scenario_of(root, loaded.folders.front(), installed, reader);
  const auto settings = settings_in(root, reader);
  study.table = table_of(root, loaded.folders.front(), reader);
  reader.stop_if_any();
  study.scenario_name = scenario.filename().string();
  study.base = read_scenario_with_notes(scenario, {settings, installed});
  reader.read(root, study);
  reader.stop_if_any();
  return study;
}

SweepStudy read_sweep_text(std::string_view text, std::string_view name, std::string_view scenario,
                           std::string_view table) {
  SweepReader reader{std::string(name)};
  SweepStudy study;
  study.name = std::string(name);
  study.text = std::string(text);
  study.table = std::string(table);
  const Loaded loaded = load_text(text, name, {}, reader.problems, reader.notes);
  reader.stop_if_any(loaded.exit_code);
  if (const Node* file = loaded.files.front().find("scenario"))
    study.scenario_name = fs::path(file->text).filename().string();
  study.base = read_scenario_text(scenario, "scenario.toml");
  reader.read(loaded.files.front(), study);
  reader.stop_if_any();
  return study;
}

bool looks_like_sweep(const fs::path& path) {
  Problems problems;
  std::vector<Problem> notes;
  const Loaded loaded = load_files(path, {}, problems, notes);
  return !loaded.files.empty() &&
         (loaded.files.front().find("factor") || loaded.files.front().find("design"));
}

Scenario SweepStudy::at(const std::vector<std::string>& settings) const {
  return read_scenario_text(base.scenario.effective_toml, scenario_name, {settings, {}}).scenario;
}

bool SweepStudy::shares_history() const {
  const auto baseline = std::ranges::find_if(base.scenario.policies, &Policy::baseline);
  const std::string of_baseline =
      baseline == base.scenario.policies.end() ? "" : "policy." + baseline->name + '.';
  return std::ranges::all_of(factors, [&](const SweepFactor& factor) {
    return factor.path.starts_with("policy.") &&
           (of_baseline.empty() || !factor.path.starts_with(of_baseline));
  });
}

std::string SweepStudy::foundation() const {
  std::string lines =
      fmt::format("design: {}, seed {}, levels {}, resolution {}, {}, {}\n",
                  names(Of<DesignKind>{})[std::size_t(design.kind)], design.seed, design.levels,
                  design.resolution, design.maximin ? "maximin" : "plain",
                  design.scrambled ? "scrambled" : "unscrambled");
  for (const SweepFactor& factor : factors)
    lines +=
        fmt::format("factor: {}{} {}\n", factor.path,
                    factor.together.empty() ? "" : " with " + factor.together, factor.statement);
  for (const SweepConstraint& one : constraints)
    lines += fmt::format("constraint: {}\n", one.text(factors));
  for (std::size_t i = 0; i < table_levels.size(); i += factors.size())
    lines += fmt::format("point: {}\n",
                         fmt::join(table_levels.begin() + std::ptrdiff_t(i),
                                   table_levels.begin() + std::ptrdiff_t(i + factors.size()), " "));
  lines += fmt::format("responses: {}\n", fmt::join(responses, ", "));
  return lines + base.scenario.effective_toml;
}

}  // namespace coopsim
