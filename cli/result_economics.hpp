// SPDX-License-Identifier: Apache-2.0
// What the policies of a result cost, and what they would be worth: from group `economics`.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "analysis/estimates.hpp"
#include "output/result_reader.hpp"

namespace coopsim::cli {

// Over replications; money in KRW thousand, present values over the policy period.
struct PolicyEconomics {
  std::string name;
  Estimate public_cost, firm_cost, cost_per_percent;
  Estimate cost_per_trainee, cost_per_engagement;  // public money, means of the years
  std::vector<Estimate> benefit, net_present_value, benefit_cost_ratio;  // one a valuation
};

struct ResultEconomics {
  std::vector<std::string> valuations, counts;  // names; what counts in each, in words
  std::vector<PolicyEconomics> policies;
  // REQUIRES: the result has it, as all of this version have.
  std::size_t valuation(std::string_view name) const;
};

// Empty for a file without such figures: an older one, or one without the world STOP.
std::optional<ResultEconomics> economics_of(const ResultReader& result);

// One table, or two where it is narrow, and what it rests on. Ranks nothing.
std::string economics_text(const ResultReader& result, const ResultEconomics& economics,
                           int columns);

}  // namespace coopsim::cli
