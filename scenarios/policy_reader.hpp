// SPDX-License-Identifier: Apache-2.0
// [[policy]]: names, labels, levers, their evidence, and how policies stand on each other.
#pragma once
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "policies/catalogue.hpp"
#include "scenarios/node.hpp"
#include "scenarios/section_reader.hpp"
#include "sim/condition.hpp"
#include "sim/scenario.hpp"

namespace coopsim {

// A lever as a policy uses it.
struct UsedLever {
  PolicyLeverPtr lever;
  Place where;        // of its key in the policy that gives it
  std::string given;  // "policy.announced_path.share_path", which may be another policy's
};

struct PolicyDraft {
  std::string name;
  Text label;
  bool baseline = false, stress = false;
  std::optional<Condition> when;
  std::string otherwise;          // what holds while the condition does not; empty: the baseline
  std::vector<UsedLever> levers;  // own ones and those of the policies it stands on
  Place where;
};

// All [[policy]] tables of the root. REQUIRES: merged, so that names are sound.
std::vector<PolicyDraft> read_policies(const Node& root, Reading& reading);

// { en = "...", ko = "..." } or one text for both.
bool read_text(const Node& node, Text& text, const std::string& path, Problems& problems);

}  // namespace coopsim
