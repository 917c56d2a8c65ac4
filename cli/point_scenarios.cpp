// SPDX-License-Identifier: Apache-2.0
#include "cli/point_scenarios.hpp"

#include <fmt/core.h>

namespace coopsim::cli {

std::shared_ptr<PointScenarios::Point> PointScenarios::at(std::size_t number) {
  std::shared_ptr<Point> point = entry(number);
  std::call_once(point->read, [&] {
    try {
      point->scenario =
          std::make_shared<const Scenario>(sweep_.study.at(settings_at(sweep_.points, number)));
    } catch (const ScenarioError& error) {
      const Problem first = error.problems().in_order().front();
      point->error = fmt::format("{}: {}", first.key, first.what);
    }
  });
  return point;
}

std::shared_ptr<PointScenarios::Point> PointScenarios::entry(std::size_t number) {
  const std::lock_guard lock(mutex_);
  for (const auto& [known, point] : recent_)
    if (known == number) return point;
  recent_.emplace_back(number, std::make_shared<Point>());
  if (recent_.size() > kept_) recent_.pop_front();
  return recent_.back().second;
}

}  // namespace coopsim::cli
