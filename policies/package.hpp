// SPDX-License-Identifier: Apache-2.0
// A policy taken apart into the levers by which it differs from the baseline, and put together
// again from any of them.
#pragma once
#include <cstddef>
#include <string>
#include <vector>

#include "policies/catalogue.hpp"
#include "sim/scenario.hpp"

namespace coopsim {

// What a policy sets by one lever, and what the baseline sets by it: nothing, most of the time.
struct PackagePart {
  std::string lever;
  std::vector<PolicyLeverPtr> with, without;
};

class Package {
 public:
  // All levers by which `policy` differs, in order of the catalogue; of `only`, if it names some,
  // just these: the others then belong to every combination. Both must outlive the package; the
  // policies are of the scenario.
  Package(const Scenario& scenario, const Policy& policy, const Policy& baseline,
          const std::vector<std::string>& only = {});

  const std::vector<PackagePart>& parts() const { return parts_; }

  // A combination is a bit mask: part i is in it if bit i is set.
  // The combination without the parts that have nothing to act on in it, such as money to hand out
  // that no other part sets free. Both give one policy.
  std::size_t effective(std::size_t combination) const;
  // Acts under the policy's condition, if it has one. REQUIRES: an effective combination.
  Policy policy(std::size_t combination) const;

 private:
  std::vector<PolicyLeverPtr> levers(std::size_t combination) const;
  Appropriations money(std::size_t combination, std::vector<LeverProblem>& problems) const;

  const Scenario& scenario_;
  const Policy& policy_;
  std::vector<PackagePart> parts_;
  std::vector<PolicyLeverPtr> always_;  // in every combination
};

}  // namespace coopsim
