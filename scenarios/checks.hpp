// SPDX-License-Identifier: Apache-2.0
// What single values cannot show: parameters that contradict each other, policies that no money
// covers or that contradict themselves.
#pragma once
#include <string_view>
#include <vector>

#include "scenarios/node.hpp"
#include "scenarios/policy_reader.hpp"
#include "scenarios/problems.hpp"
#include "sim/scenario.hpp"

namespace coopsim {

// Where the value at a path stands; the nearest table above it if the scenario does not give it.
Place place_of(const Node& root, std::string_view path);

void check_parameters(const Parameters& parameters, const Node& root, Problems& problems);
void check_policies(const std::vector<PolicyDraft>& policies, const Node& root, Problems& problems);

// Whether the worlds of which records are wanted are among those of the scenario.
void check_records(const Parameters& parameters, const std::vector<PolicyDraft>& policies,
                   const Node& root, Problems& problems);

// The policies with their money. REQUIRES: parameters and accounts without a problem.
std::vector<Policy> fund_policies(const std::vector<PolicyDraft>& drafts,
                                  const Parameters& parameters,
                                  const std::array<AccountPlan, account_count>& accounts,
                                  Problems& problems);

}  // namespace coopsim
