// SPDX-License-Identifier: Apache-2.0
// A policy is a timetable of ordinary events plus the money it plans. The engine has no special
// case for any lever: each announces its events at `policies_start`. What a lever does to planned
// money is settled before the run (policies/catalogue.hpp: plan_money); a run reads the result.
#pragma once
#include <memory>
#include <string>
#include <vector>

#include "sim/values.hpp"
#include "sim/world/appropriations.hpp"

namespace coopsim {

class Announcements;  // sim/changes.hpp: what a lever may put on the calendar
struct Conditional;   // sim/condition.hpp: when a policy acts, and what holds while it does not

// One lever of a policy as a run sees it. Immutable; shared by all replications.
class Lever {
 public:
  virtual ~Lever() = default;
  // Puts the lever's events on the calendar of one replication.
  virtual void announce(Announcements&) const {}
};

struct Policy {
  std::string name;  // snake_case, as in the scenario
  std::string label_en, label_ko;
  bool baseline = false;
  bool stress = false;
  Appropriations money;                              // planned, after all levers
  std::vector<std::shared_ptr<const Lever>> levers;  // in order of the catalogue
  std::shared_ptr<const Conditional> when{};         // null: it always acts
};

}  // namespace coopsim
