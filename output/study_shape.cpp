// SPDX-License-Identifier: Apache-2.0
#include "output/study_shape.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <numeric>
#include <stdexcept>

#include "output/format.hpp"
#include "output/period_total.hpp"

namespace coopsim {
namespace {

std::string text(std::string_view view) { return std::string(view); }

}  // namespace

std::size_t StudyShape::place_of(const Outcome& outcome) const {
  if (outcome.world == Outcome::World::none && reference_worlds) return 0;
  if (outcome.world == Outcome::World::stop && reference_worlds) return 1;
  const auto at = std::ranges::find(policies, outcome.policy);
  if (outcome.world != Outcome::World::policy || at == policies.end())
    throw std::logic_error(
        fmt::format("a world was delivered that this result does not hold "
                    "(policy {})",
                    outcome.policy));
  return first_policy() + std::size_t(at - policies.begin());
}

StudyShape shape_of(const Scenario& scenario, const ResponseLayout& layout,
                    std::vector<int> policies, int first_replication, int replications,
                    bool reference_worlds) {
  StudyShape shape;
  if (policies.empty()) {
    policies.resize(scenario.policies.size());
    std::iota(policies.begin(), policies.end(), 0);
  }
  std::ranges::sort(policies);
  for (std::size_t i = 0; i < policies.size(); ++i)
    if (scenario.policies.at(std::size_t(policies[i])).baseline) shape.baseline = i;
  const RunParameters& run = scenario.parameters.run;
  shape.policies = std::move(policies);
  shape.first_replication = first_replication;
  shape.replications = std::size_t(replications > 0 ? replications : run.replications.at_least);
  shape.reference_worlds = reference_worlds;
  shape.first_year = layout.first_year();
  shape.years = layout.years();
  shape.period_first = first_of_period(run, layout);
  return shape;
}

void add_policy_axis(LabelledGroup& group, const StudyShape& shape, const Scenario& scenario) {
  std::vector<std::string> names, en, ko;
  std::vector<std::int8_t> baseline, stress;
  for (const int number : shape.policies) {
    const Policy& policy = scenario.policies[std::size_t(number)];
    names.push_back(policy.name);
    en.push_back(policy.label_en);
    ko.push_back(policy.label_ko);
    baseline.push_back(policy.baseline);
    stress.push_back(policy.stress);
  }
  group.name_axis("policy", names, {"policy", "정책"});
  group.axis_texts("policy_label_en", "policy", en, {"policy, in English", "정책 (영어)"});
  group.axis_texts("policy_label_ko", "policy", ko, {"policy, in Korean", "정책 (한국어)"});
  group.axis_flags("policy_baseline", "policy", baseline,
                   "1 for the policy that all others are compared with, else 0",
                   {"is the baseline", "기준선 여부"});
  group.axis_flags("policy_stress", "policy", stress,
                   "1 for a stress case, which is never ranked, else 0",
                   {"is a stress case", "충격 사례 여부"});
}

void add_world_axis(LabelledGroup& group) {
  const std::vector<std::string> ids(reference_worlds.begin(), reference_worlds.end());
  const std::vector<std::string> en = {"no programme ever", "no money from policies_start on"};
  const std::vector<std::string> ko = {"사업 없음", "정책 시작 이후 예산 없음"};
  group.name_axis("world", ids, {"reference world", "기준 세계"});
  group.axis_texts("world_name_en", "world", en,
                   {"reference world, in English", "기준 세계 (영어)"});
  group.axis_texts("world_name_ko", "world", ko,
                   {"reference world, in Korean", "기준 세계 (한국어)"});
}

void add_replication_axis(LabelledGroup& group, const StudyShape& shape) {
  std::vector<std::int32_t> numbers(shape.replications);
  std::iota(numbers.begin(), numbers.end(), shape.first_replication);
  group.number_axis("replication", numbers, "1", {"replication", "반복"});
}

void add_year_axis(LabelledGroup& group, const StudyShape& shape) {
  std::vector<std::int32_t> years(shape.years);
  std::iota(years.begin(), years.end(), shape.first_year);
  group.number_axis("year", years, "year", {"calendar year", "연도"});
}

void add_named_axis(LabelledGroup& group, std::string_view name, std::span<const Named> names,
                    Label label) {
  std::vector<std::string> ids, en, ko;
  for (const Named& one : names) {
    ids.push_back(text(one.id));
    en.push_back(text(one.label.en));
    ko.push_back(text(one.label.ko));
  }
  const std::string label_en = fmt::format("{}, in English", label.en);
  const std::string label_ko = fmt::format("{} (한국어)", label.ko);
  group.name_axis(name, ids, label);
  group.axis_texts(text(name) + "_name_en", name, en,
                   {label_en, fmt::format("{} (영어)", label.ko)});
  group.axis_texts(text(name) + "_name_ko", name, ko,
                   {fmt::format("{}, in Korean", label.en), label_ko});
}

void add_split_axes(LabelledGroup& group) {
  add_named_axis(group, "account", accounts, {"account", "사업 계정"});
  add_named_axis(group, "course", split_names(Split::course), {"training course", "연수과정"});
  add_named_axis(group, "field", split_names(Split::field), {"cooperation field", "협력분야"});
  add_named_axis(group, "channel", split_names(Split::channel), {"trade channel", "거래경로"});
  add_named_axis(group, "sector", sectors, {"sector", "업종"});
  add_named_axis(group, "region", regions, {"region", "지역"});
  add_named_axis(group, "size_class", size_classes, {"size class", "규모"});
  add_named_axis(group, "service", served_or_not, {"served or not", "수혜 여부"});
  add_named_axis(group, "effect_class", effect_classes, {"class of effect", "효과 구간"});
}

std::string_view split_axis(Split split) {
  constexpr std::string_view names[] = {"",       "account", "sector",  "region",  "size_class",
                                        "course", "field",   "channel", "service", "effect_class"};
  return names[std::size_t(split)];
}

std::string variable_name(const Series& series) {
  return text(metrics()[series.metric].id) + text(split_suffix(series.split));
}

VariableText variable_text(const Series& series) {
  const Metric& metric = metrics()[series.metric];
  VariableText said{text(metric.unit), text(metric.label.en), text(metric.label.ko),
                    text(metric.meaning)};
  constexpr std::string_view en[] = {"",
                                     " by account",
                                     " by sector",
                                     " by region",
                                     " by size class",
                                     " by course",
                                     " by cooperation field",
                                     " by trade channel",
                                     " by service",
                                     " by class of effect"};
  constexpr std::string_view ko[] = {"",
                                     " (계정별)",
                                     " (업종별)",
                                     " (지역별)",
                                     " (규모별)",
                                     " (연수과정별)",
                                     " (협력분야별)",
                                     " (거래경로별)",
                                     " (수혜 여부별)",
                                     " (효과 구간별)"};
  said.label_en += en[std::size_t(series.split)];
  said.label_ko += ko[std::size_t(series.split)];
  said.missing = metric.missing == Missing::zero ? "0 where nothing was observed"
                                                 : "missing (NaN) where nothing was observed";
  return said;
}

}  // namespace coopsim
