// SPDX-License-Identifier: Apache-2.0
// What was studied: the run, its policies, its axes.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "analysis/held_against.hpp"
#include "analysis/policy_comparison.hpp"
#include "analysis/report/data/parts.hpp"
#include "scenarios/policy_settings.hpp"
#include "sim/world/places.hpp"

namespace coopsim::report {
namespace {

constexpr int price_year = 2006;

// Whom each of Korea's regions meets (docs/model.md, 3.9), in the order of `regions`.
constexpr std::array<Label, region_count> partners = {{{"Kanto", "간토"},
                                                       {"Kansai", "간사이"},
                                                       {"Kyushu", "규슈"},
                                                       {"Tokai", "도카이"},
                                                       {"Hokuriku", "호쿠리쿠"}}};

int year_in(std::string_view date) { return std::stoi(std::string(date.substr(0, 4))); }

// The day before, as the end of a period is the first instant after it.
int last_year_before(std::string_view end) {
  return end.substr(5) == "01-01" ? year_in(end) - 1 : year_in(end);
}

Json settings(const std::vector<PolicySettings>& all, const std::string& policy,
              const std::string& baseline) {
  Json made = Json::array();
  const auto own = std::ranges::find(all, policy, &PolicySettings::policy);
  const auto base = std::ranges::find(all, baseline, &PolicySettings::policy);
  if (own == all.end() || base == all.end()) return made;
  const auto say = [](const std::string& value) { return value.empty() ? Json() : Json(value); };
  if (own == base) {
    for (const Setting& one : own->settings)
      made.push_back({{"lever", one.lever}, {"value", one.value}, {"baseline", one.value}});
    return made;
  }
  for (const SettingDifference& one : setting_differences(*own, *base))
    made.push_back({{"lever", one.lever}, {"value", say(one.value)}, {"baseline", say(one.was)}});
  return made;
}

}  // namespace

Json study_facts(const ResultFacts& facts, const std::filesystem::path& file,
                 const Parameters& parameters) {
  return {{"file", file.filename().string()},
          {"title", text(facts.title, facts.title_ko.empty() ? facts.title : facts.title_ko)},
          {"start", facts.start},
          {"policies_start", facts.policies_start},
          {"end", facts.end},
          {"period", facts.period},
          {"first_policy_year", year_in(facts.policies_start)},
          {"last_policy_year", last_year_before(facts.end)},
          {"knowledge", facts.knowledge},
          {"firms", parameters.firms.count},
          {"replications", facts.replications},
          {"failed_worlds", facts.failed_worlds},
          {"seed", facts.seed},
          {"budget_scale", number(facts.budget_scale)},
          {"price_year", price_year},
          {"coopsim_version", facts.coopsim_version},
          {"engine_version", facts.engine_version},
          {"format_version", facts.format_version},
          {"scenario_hash", facts.scenario_hash},
          {"fingerprint", facts.run_fingerprint},
          {"content_hash", facts.content_hash}};
}

Json study(const Source& source) {
  const ResultFacts& facts = source.result.facts();
  const Parameters& parameters = source.scenario.scenario.parameters;
  Json made = study_facts(facts, source.result.file(), parameters);
  const std::string file = made["file"];
  made["draws"] = source.result.has("assumptions/draw") ? parameters.run.draws : 0;
  made["run_on"] = source.result.text_attribute("execution", "started").value_or("").substr(0, 10);
  made["command"] = fmt::format("coopsim verify {} --sample {}", file, facts.replications);
  made["share_not_modelled"] = number(share_not_modelled(source.totals));
  return made;
}

Json policies(const Source& source) {
  const ResultFacts& facts = source.result.facts();
  const auto all = policy_settings(facts.scenario);
  const std::size_t baseline = facts.baseline.value_or(0);
  Json made = Json::array();
  int place = 0;
  for (std::size_t i = 0; i < facts.policies.size(); ++i) {
    const ResultPolicy& policy = facts.policies[i];
    const std::size_t against = facts.baseline ? held_against(source.totals.policies, i, baseline,
                                                              StressCases::against_their_policy)
                                               : i;
    made.push_back({{"id", policy.name},
                    {"label", text(policy.label_en, policy.label_ko)},
                    {"badge", policy.baseline ? "–" : std::to_string(++place)},
                    {"baseline", policy.baseline},
                    {"stress", policy.stress},
                    {"held_against", against},
                    {"settings", settings(all, policy.name, facts.policies[baseline].name)}});
  }
  return made;
}

Json axes(const ResultReader& result) {
  const ResultFacts& facts = result.facts();
  Json years = Json::array();
  for (int year = facts.first_year; year <= facts.last_year; ++year) years.push_back(year);
  Json made = {{"year", std::move(years)}};
  for (const std::string_view name : {"account", "region", "sector", "size_class", "service",
                                      "course", "field", "channel", "effect_class"})
    made[std::string(name)] = axis(result, name);
  for (Json& account : made["account"]) {
    const std::string id = account["id"];
    account["group"] = id == "head_office" ? "" : id.substr(0, 1);
  }
  for (std::size_t i = 0; i < made["region"].size() && i < partners.size(); ++i)
    made["region"][i]["partner"] = text(partners[i].en, partners[i].ko);
  return made;
}

}  // namespace coopsim::report
