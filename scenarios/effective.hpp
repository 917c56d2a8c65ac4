// SPDX-License-Identifier: Apache-2.0
// The whole scenario as it is used: after extends, overlays and overrides, every parameter with its
// value, source, confidence and grade, every policy with all its levers. It extends nothing and
// reads back as the same scenario.
#pragma once
#include <string>
#include <vector>

#include "scenarios/policy_reader.hpp"
#include "scenarios/provenance.hpp"
#include "sim/scenario.hpp"

namespace coopsim {

// Every parameter in order of declaration. What a scenario gives without a source and with another
// value than the default counts as an assumption "not stated".
std::vector<Provenance> provenance_of(const Scenario& scenario, const StatedByPath& stated);

std::string effective_text(const Scenario& scenario, const std::vector<Provenance>& provenance,
                           const std::vector<PolicyDraft>& policies, const StatedByPath& stated);

}  // namespace coopsim
