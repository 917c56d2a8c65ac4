// SPDX-License-Identifier: Apache-2.0
// The foundation's guidelines: what policies set and programmes read. What nobody set follows the
// parameters.
#pragma once
#include <array>
#include <optional>

#include "sim/values.hpp"
#include "sim/world/places.hpp"
#include "sim/world/target_firms.hpp"

namespace coopsim {

// Whether candidates of the outsourcing centre are screened before they reach a buyer: if the
// year's money pays for it, always, never.
enum class Prescreening : std::uint8_t { as_funded, always, never };

struct Guidelines {
  // The outsourcing centre.
  std::optional<double> candidates_a_year;  // on the mean, before budget.scale
  std::optional<int> case_managers;         // before budget.scale
  Money manager_cost{};                     // a year, of each above the parameters' number
  Prescreening prescreening = Prescreening::as_funded;
  // Only-One scouting: effort on either side, 1 as usual. Each side costs half the account.
  double scouting_korea = 1, scouting_japan = 1;
  std::optional<int> group_size;  // firms of a study group
  double hosts_assured = 0;       // part of the host places that would be lost
  Money host_fee{};               // of a training seat while hosts are assured
  double adviser_wave = 1;        // registrations, times this: a shock, not a choice
  std::array<TargetFirms, account_count> targets{};

  const TargetFirms& target(Account account) const { return targets[index(account)]; }
};

}  // namespace coopsim
