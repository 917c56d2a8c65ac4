// SPDX-License-Identifier: Apache-2.0
// Study files: the scenario, what varies, which points, what is kept.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "scenarios/factor_reader.hpp"
#include "scenarios/files.hpp"
#include "scenarios/load.hpp"
#include "scenarios/section_reader.hpp"
#include "scenarios/sweep_study.hpp"
#include "scenarios/text.hpp"
#include "scenarios/value_writer.hpp"
#include "sim/metrics/metric.hpp"

namespace coopsim {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 9> root_keys = {"schema",   "block_worlds", "scenario",
                                                       "policies", "responses",    "replications",
                                                       "set",      "design",       "factor"};

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
    study.factors = read_factors(root, study.base, problems);
    check_design(root, study);
    check_policies_of_factors(root, study);
  }

 private:
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

  void check_design(const Node& root, const SweepStudy& study) {
    const Node* design = root.find("design");
    if (!design || !design->is(Node::Kind::table)) return;
    const auto at = [&](const char* key) {
      const Node* node = design->find(key);
      return node ? node->where : design->where;
    };
    const auto kind = study.design.kind;
    if (kind == DesignKind::morris && study.design.levels % 2 != 0)
      wrong(at("levels"), "design.levels", fmt::format("{} levels", study.design.levels),
            "allowed: an even number");
    if (!design_is_sound_) return;  // which kind was meant is not known
    const bool lists = kind == DesignKind::full_factorial || kind == DesignKind::one_at_a_time;
    for (const SweepFactor& factor : study.factors) {
      if (lists && !factor.has_levels())
        wrong(
            at("kind"), "design.kind",
            fmt::format("{} has no `values`, and this design takes every one of them", factor.path),
            "give it values = [...], or choose a design that fills the space, e.g. "
            "latin_hypercube");
      if (kind == DesignKind::fraction && factor.has_levels() && factor.values.size() != 2)
        wrong(at("kind"), "design.kind",
              fmt::format("{} has {} values, and a fraction takes two", factor.path,
                          factor.values.size()),
              "give it two values, or a range, whose ends are taken");
    }
  }

  void check_policies_of_factors(const Node& root, const SweepStudy& study) {
    for (const SweepFactor& factor : study.factors) {
      if (!factor.path.starts_with("policy.")) continue;
      const std::string name = factor.path.substr(7, factor.path.find('.', 7) - 7);
      if (std::ranges::find(study.policies, name) == study.policies.end())
        wrong(root.find("policies")->where, "policies",
              fmt::format("{} is a factor, but {} does not run", factor.path, name),
              "add the policy, or leave the factor out");
    }
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
      "installed scenarios";
  if (!name) return wrong(root.where, "there is no `scenario`", allowed);
  if (!name->is(Node::Kind::text)) return wrong(name->where, with_type(*name), allowed);
  if (const std::string problem = problem_with_name(name->text); !problem.empty())
    return wrong(name->where, in_words(*name) + ' ' + problem, allowed);
  for (const fs::path& place : {folder, folder / ".." / "scenarios", installed})
    if (is_in(place, name->text) && lies_in(place / name->text, place)) return place / name->text;
  return wrong(name->where, in_words(*name) + " is not there", allowed);
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
  reader.stop_if_any();
  study.scenario_name = scenario.filename().string();
  study.base = read_scenario_with_notes(scenario, {settings, installed});
  reader.read(root, study);
  reader.stop_if_any();
  return study;
}

SweepStudy read_sweep_text(std::string_view text, std::string_view name,
                           std::string_view scenario) {
  SweepReader reader{std::string(name)};
  SweepStudy study;
  study.name = std::string(name);
  study.text = std::string(text);
  const Loaded loaded = load_text(text, name, {}, reader.problems, reader.notes);
  reader.stop_if_any(loaded.exit_code);
  if (const Node* file = loaded.files.front().find("scenario")) study.scenario_name = file->text;
  study.base = read_scenario_text(scenario, "scenario.toml");
  reader.read(loaded.files.front(), study);
  reader.stop_if_any();
  return study;
}

bool looks_like_sweep(const fs::path& path) {
  Problems problems;
  std::vector<Problem> notes;
  const Loaded loaded = load_files(path, {}, problems, notes);
  return !loaded.files.empty() && loaded.files.front().find("factor");
}

Scenario SweepStudy::at(const std::vector<std::string>& settings) const {
  return read_scenario_text(base.scenario.effective_toml, scenario_name, {settings, {}}).scenario;
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
  lines += fmt::format("responses: {}\n", fmt::join(responses, ", "));
  return lines + base.scenario.effective_toml;
}

}  // namespace coopsim
