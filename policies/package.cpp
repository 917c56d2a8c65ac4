// SPDX-License-Identifier: Apache-2.0
#include "policies/package.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace coopsim {
namespace {

std::vector<PolicyLeverPtr> named(const Policy& policy, std::string_view name) {
  std::vector<PolicyLeverPtr> levers;
  for (const auto& lever : policy.levers)
    if (auto known = std::dynamic_pointer_cast<const PolicyLever>(lever);
        known && known->name() == name)
      levers.push_back(std::move(known));
  return levers;
}

bool equal(const std::vector<PolicyLeverPtr>& a, const std::vector<PolicyLeverPtr>& b) {
  return std::ranges::equal(
      a, b, [](const auto& one, const auto& other) { return one->same_as(*other); });
}

// Levers of either policy, each once, in order of the catalogue.
std::vector<std::string> lever_names(const Policy& policy, const Policy& baseline) {
  std::set<std::pair<std::size_t, std::string>> found;
  for (const Policy* of : {&policy, &baseline})
    for (const auto& lever : of->levers)
      if (const auto* known = dynamic_cast<const PolicyLever*>(lever.get()))
        found.emplace(known->order(), known->name());
  std::vector<std::string> names;
  for (const auto& [order, name] : found) names.push_back(name);
  return names;
}

}  // namespace

Package::Package(const Scenario& scenario, const Policy& policy, const Policy& baseline,
                 const std::vector<std::string>& only)
    : scenario_(scenario), policy_(policy) {
  for (const std::string& name : lever_names(policy, baseline)) {
    PackagePart part{name, named(policy, name), named(baseline, name)};
    const bool chosen = only.empty() || std::ranges::find(only, name) != only.end();
    if (chosen && !equal(part.with, part.without))
      parts_.push_back(std::move(part));
    else
      always_.insert(always_.end(), part.with.begin(), part.with.end());
  }
}

std::vector<PolicyLeverPtr> Package::levers(std::size_t combination) const {
  std::vector<PolicyLeverPtr> all = always_;
  for (std::size_t i = 0; i < parts_.size(); ++i) {
    const auto& own = (combination >> i & 1) != 0 ? parts_[i].with : parts_[i].without;
    all.insert(all.end(), own.begin(), own.end());
  }
  std::ranges::stable_sort(all, {}, [](const PolicyLeverPtr& lever) { return lever->order(); });
  return all;
}

Appropriations Package::money(std::size_t combination, std::vector<LeverProblem>& problems) const {
  const Parameters& parameters = scenario_.parameters;
  const Appropriations status_quo(scenario_.accounts, parameters.budget.scale,
                                  year_of(parameters.run.start), year_of(parameters.run.end) - 1);
  return plan_money(status_quo, parameters, levers(combination), problems);
}

std::size_t Package::effective(std::size_t combination) const {
  for (;;) {
    std::vector<LeverProblem> problems;
    money(combination, problems);
    const auto all = levers(combination);
    std::size_t idle = 0;
    for (const LeverProblem& problem : problems)
      for (std::size_t i = 0; i < parts_.size(); ++i)
        if (parts_[i].lever == all[problem.lever]->name()) idle |= std::size_t{1} << i;
    if ((combination & idle) == 0) return combination;
    combination &= ~idle;
  }
}

Policy Package::policy(std::size_t combination) const {
  Policy made = policy_;
  std::vector<LeverProblem> problems;
  made.name.clear();
  for (std::size_t i = 0; i < parts_.size(); ++i)
    if ((combination >> i & 1) != 0) made.name += (made.name.empty() ? "" : "+") + parts_[i].lever;
  if (made.name.empty()) made.name = "none";
  made.label_en = made.label_ko = made.name;
  made.money = money(combination, problems);
  const auto all = levers(combination);
  made.levers.assign(all.begin(), all.end());
  return made;
}

}  // namespace coopsim
