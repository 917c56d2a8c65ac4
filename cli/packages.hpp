// SPDX-License-Identifier: Apache-2.0
// What `coopsim packages` found, as the terminal shows it and as JSON.
#pragma once
#include <string>
#include <vector>

#include "analysis/packages.hpp"
#include "sim/metrics/metric.hpp"

namespace coopsim::cli {

// A combination of levers in which some have nothing to act on.
struct IdleLever {
  std::string lever;
  std::vector<std::string> needs;  // levers without which it is idle; empty: it depends
};

struct PackageReport {
  std::string title, policy, baseline;
  const Metric* metric = nullptr;
  std::string period;  // "value of 2016"
  std::vector<std::string> levers;
  std::vector<IdleLever> idle;
  std::size_t combinations = 0;  // that were simulated
  int replications = 0;
  std::size_t failed = 0;  // worlds
  PackageSplit split;
};

std::string packages_text(const PackageReport& report, int columns);
std::string packages_json(const PackageReport& report);

}  // namespace coopsim::cli
