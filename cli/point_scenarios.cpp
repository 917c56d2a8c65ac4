// SPDX-License-Identifier: Apache-2.0
#include "cli/point_scenarios.hpp"

#include <fmt/core.h>

#include <map>
#include <stdexcept>

#include "cli/scenario_input.hpp"

namespace coopsim::cli {
namespace {

// The parameters, then each policy with everything that it has, as a scenario's effective text
// gives them.
struct TextParts {
  std::string parameters;
  std::vector<std::string> policies;
};

TextParts parts_of(const std::string& effective) {
  constexpr std::string_view mark = "\n[[policy]]\n";
  std::size_t at = effective.find(mark);
  TextParts parts{effective.substr(0, at), {}};
  while (at != std::string::npos) {
    const std::size_t next = effective.find(mark, at + mark.size());
    parts.policies.push_back(effective.substr(at, next == std::string::npos ? next : next - at));
    at = next;
  }
  return parts;
}

// Several points as one scenario: policies that differ from point to point stand in it once each.
class Gathered {
 public:
  explicit Gathered(const Scenario& reference)
      : scenario_(std::make_shared<Scenario>(reference)),
        reference_(parts_of(reference.effective_toml)) {
    for (std::size_t i = 0; i < reference_.policies.size(); ++i)
      known_.emplace(reference_.policies[i], int(i));
  }

  // Number in the gathered scenario of policy `name` as it is at a point.
  int add(const Scenario& point, const std::string& name) {
    const TextParts text = parts_of(point.effective_toml);
    if (text.parameters != reference_.parameters)
      throw std::logic_error("a point that changes parameters shares no history");
    const int own = policy_number(point, name);
    std::string key = text.policies.at(std::size_t(own));
    if (key.find("otherwise = ") != std::string::npos)  // then others count as well
      key = name + point.effective_toml;
    const auto [found, is_new] = known_.emplace(std::move(key), int(scenario_->policies.size()));
    if (is_new) scenario_->policies.push_back(point.policies[std::size_t(own)]);
    return found->second;
  }

  std::shared_ptr<const Scenario> scenario() const { return scenario_; }

 private:
  std::shared_ptr<Scenario> scenario_;
  TextParts reference_;
  std::map<std::string, int> known_;
};

std::size_t place_among(std::vector<int>& policies, int number) {
  for (std::size_t i = 0; i < policies.size(); ++i)
    if (policies[i] == number) return i;
  policies.push_back(number);
  return policies.size() - 1;
}

}  // namespace

std::shared_ptr<const PointGroup> PointScenarios::of(const SweepBlock& block,
                                                     std::size_t first_point, std::size_t points) {
  std::shared_ptr<PointGroup> group = entry(block, first_point);
  std::call_once(group->read, [&] {
    group->errors.resize(points);
    group->outcome.resize(points * block.policies.size());
    read(block, first_point, *group);
  });
  return group;
}

std::shared_ptr<PointGroup> PointScenarios::entry(const SweepBlock& block,
                                                  std::size_t first_point) {
  const std::lock_guard lock(mutex_);
  for (const Entry& known : recent_)
    if (known.block == &block && known.first_point == first_point) return known.group;
  recent_.push_back({&block, first_point, std::make_shared<PointGroup>()});
  if (recent_.size() > kept_) recent_.pop_front();
  return recent_.back().group;
}

void PointScenarios::read(const SweepBlock& block, std::size_t first_point,
                          PointGroup& group) const {
  const std::size_t points = group.errors.size();
  std::optional<Gathered> gathered;
  if (points > 1) gathered.emplace(sweep_.study.base.scenario);
  for (std::size_t p = 0; p < points; ++p) try {
      Scenario point = sweep_.study.at(settings_at(sweep_.points, first_point + p));
      for (std::size_t i = 0; i < block.policies.size(); ++i) {
        const std::string& name = block.policies[i];
        const int number = gathered ? gathered->add(point, name) : policy_number(point, name);
        group.outcome[p * block.policies.size() + i] = place_among(group.policies, number);
      }
      group.scenario =
          gathered ? gathered->scenario() : std::make_shared<const Scenario>(std::move(point));
    } catch (const ScenarioError& error) {
      const Problem first = error.problems().in_order().front();
      group.errors[p] = fmt::format("{}: {}", first.key, first.what);
    }
}

}  // namespace coopsim::cli
