// SPDX-License-Identifier: Apache-2.0
// What coopsim sensitivity was asked and what it tells.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "analysis/sweep_sensitivity.hpp"
#include "cli/arguments.hpp"

namespace coopsim::cli {

struct SensitivityQuestion {
  const SweepTotals& totals;
  const SweepTotals::Response& response;
  std::size_t policy;
  std::optional<std::size_t> less;  // nothing: the policy's own level
};

// Throws Failure(usage) with the nearest name.
SensitivityQuestion question(const SweepTotals& totals, const SweepQuestion& arguments);
// "productivity_effect, dankai less status_quo".
std::string words_of(const SensitivityQuestion& asked);

// Places of the factors, the most influential first.
std::vector<std::size_t> ranked(const SweepSensitivity& found);

std::string sensitivity_json(const SensitivityQuestion& asked, const SweepSensitivity& found);

}  // namespace coopsim::cli
