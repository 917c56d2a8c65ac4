// SPDX-License-Identifier: Apache-2.0
#include "scenarios/checks.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "scenarios/text.hpp"
#include "scenarios/value_writer.hpp"

namespace coopsim {
namespace {

class Checker {
 public:
  Checker(const Node& root, Problems& problems) : root_(root), problems_(problems) {}

  void require(bool holds, std::string_view path, std::string what, std::string remedy) {
    if (!holds)
      problems_.add({place_of(root_, path), std::string(path), std::move(what), std::move(remedy)});
  }
  // The first may not be above the second.
  void in_order(double a, std::string_view path_a, double b, std::string_view path_b) {
    require(a <= b, path_a,
            fmt::format("{} is above {}, which is {}", number_text(a), path_b, number_text(b)),
            fmt::format("allowed: up to {}", number_text(b)));
  }

 private:
  const Node& root_;
  Problems& problems_;
};

bool opens_a_year(Time day) { return day == date(year_of(day), 1, 1); }

void check_run(const RunParameters& run, Checker& check) {
  const std::string start = toml_text(run.start), end = toml_text(run.end);
  const std::string policies = toml_text(run.policies_start);
  check.require(opens_a_year(run.start), "run.start", start + " is within a year",
                "allowed: 1 January");
  check.require(opens_a_year(run.end), "run.end", end + " is within a year", "allowed: 1 January");
  check.require(run.start < run.end, "run.end",
                fmt::format("{} is not after run.start, {}", end, start),
                "allowed: later than run.start");
  check.require(
      run.policies_start >= run.start && run.policies_start <= run.end, "run.policies_start",
      fmt::format("{} is not between run.start, {}, and run.end, {}", policies, start, end),
      fmt::format("allowed: {} to {}", start, end));
}

// The random walk goes on from a year that the paths have.
void check_macro(const MacroParameters& macro, Checker& check) {
  const auto known = [&](const Path<double>& path, std::string_view name) {
    const Time first = path.steps.front().from;
    if (first == Time{}) return;  // one value for all years
    check.require(year_of(first) <= macro.known_to, "macro.known_to",
                  fmt::format("{} is before {} begins, {}", macro.known_to, name, year_of(first)),
                  fmt::format("allowed: from {}", year_of(first)));
  };
  known(macro.exchange_rate, "macro.exchange_rate");
  known(macro.exports, "macro.exports");
}

template <class Weights>
void check_weights(const Weights& weights, std::string_view path, Checker& check) {
  double sum = 0;
  for (const double weight : weights.values()) sum += weight;
  check.require(sum > 0, path, "the weights sum to 0", "allowed: at least one weight above 0");
}

std::string policy_path(const std::string& name) { return "policy." + name; }

}  // namespace

Place place_of(const Node& root, std::string_view path) {
  const Node* node = &root;
  Place place = root.where;
  while (!path.empty()) {
    const std::size_t dot = path.find('.');
    const Member* member = node->member(path.substr(0, dot));
    if (!member) break;
    const Node* stated =
        member->value.is(Node::Kind::table) ? member->value.find("value") : nullptr;
    node = stated ? stated : &member->value;
    place = node->is(Node::Kind::table) ? member->where : node->where;
    if (dot == path.npos) break;
    path.remove_prefix(dot + 1);
  }
  return place;
}

void check_parameters(const Parameters& parameters, const Node& root, Problems& problems) {
  Checker check(root, problems);
  check_run(parameters.run, check);
  check_macro(parameters.macro, check);
  const FirmParameters& firms = parameters.firms;
  check_weights(firms.sector_share, "firms.sector_share", check);
  check_weights(firms.region_share, "firms.region_share", check);
  check.in_order(firms.staff_least, "firms.staff_least", firms.staff_most, "firms.staff_most");
  const AdviceParameters& advice = parameters.advice;
  check.in_order(advice.age_least, "advice.age_least", advice.age_most, "advice.age_most");
  check.in_order(advice.age_most, "advice.age_most", advice.stop_age, "advice.stop_age");
  const LearningParameters& learning = parameters.learning;
  const double results = learning.full_result + learning.partial_result;
  check.require(results <= 1 + 1e-12, "learning.partial_result",
                fmt::format("{} and learning.full_result, {}, sum to {}",
                            number_text(learning.partial_result), number_text(learning.full_result),
                            fmt::format("{:.6g}", results)),
                "allowed: a sum of up to 1");
  const TrainingParameters& training = parameters.training;
  for_each_field(training, [&](const auto& entry, const auto& course) {
    if constexpr (std::is_same_v<std::remove_cvref_t<decltype(course)>, CourseParameters>) {
      const int needed = training.window_days + training.selection_days + course.camp_days;
      check.require(
          needed <= training.call_days, "training.call_days",
          fmt::format("{} is less than window_days, selection_days and the camp_days of {} "
                      "together, {}",
                      training.call_days, entry.name, needed),
          fmt::format("allowed: from {}", needed));
    }
  });
}

void check_policies(const std::vector<PolicyDraft>& policies, const Node& root,
                    Problems& problems) {
  if (policies.empty())
    return problems.add(
        {root.where, "policy", "no policy", "add [[policy]] with a name and baseline = true"});
  const PolicyDraft* baseline = nullptr;
  for (const PolicyDraft& policy : policies) {
    if (!policy.baseline) continue;
    if (baseline)
      problems.add({policy.where, policy_path(policy.name),
                    fmt::format("a second baseline, the first is {} at {}", baseline->name,
                                baseline->where.text()),
                    "allowed: baseline = true in one policy"});
    else
      baseline = &policy;
    if (policy.stress)
      problems.add({policy.where, policy_path(policy.name), "the baseline is marked stress = true",
                    "allowed: one of the two"});
  }
  if (!baseline)
    problems.add({policies.front().where, "policy", "no policy is the baseline",
                  fmt::format("add baseline = true to one of the {} policies", policies.size())});
}

std::vector<Policy> fund_policies(const std::vector<PolicyDraft>& drafts,
                                  const Parameters& parameters,
                                  const std::array<AccountPlan, account_count>& accounts,
                                  Problems& problems) {
  // The last fiscal year is the one that opened last before the end: none opens afterwards.
  const Appropriations status_quo(accounts, parameters.budget.scale, year_of(parameters.run.start),
                                  year_of(parameters.run.end) - 1);
  std::vector<Policy> policies;
  for (const PolicyDraft& draft : drafts) {
    std::vector<PolicyLeverPtr> levers;
    for (const UsedLever& used : draft.levers) levers.push_back(used.lever);
    std::vector<LeverProblem> found = conflicts(levers, parameters);
    Policy policy{draft.name,
                  draft.label.en,
                  draft.label.ko,
                  draft.baseline,
                  draft.stress,
                  plan_money(status_quo, parameters, levers, found),
                  {levers.begin(), levers.end()}};
    for (const LeverProblem& problem : found) {
      const UsedLever& used = draft.levers[problem.lever];
      std::string what = problem.what;
      const std::string own = policy_path(draft.name) + '.' + std::string(used.lever->name());
      if (used.given != own) what += " (given in " + used.given + ")";
      problems.add({used.where, own, std::move(what), problem.remedy});
    }
    policies.push_back(std::move(policy));
  }
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    if (!drafts[i].when) continue;
    const auto rest = std::find_if(policies.begin(), policies.end(), [&](const Policy& other) {
      return drafts[i].otherwise.empty() ? other.baseline : other.name == drafts[i].otherwise;
    });
    if (rest != policies.end())
      policies[i].when = std::make_shared<const Conditional>(
          Conditional{*drafts[i].when, rest->money, rest->levers});
  }
  return policies;
}

}  // namespace coopsim
