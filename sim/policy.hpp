// SPDX-License-Identifier: Apache-2.0
// A policy is a timetable of ordinary events plus the money it plans. The engine has no special
// case for any lever: each announces its events at `policies_start`.
#pragma once
#include <memory>
#include <string>
#include <vector>

#include "sim/values.hpp"
#include "sim/world/appropriations.hpp"

namespace coopsim {

class Announcements;  // sim/changes.hpp: what a lever may put on the calendar

// One lever of a policy. Immutable; shared by all replications.
class Lever {
 public:
  virtual ~Lever() = default;
  // Changes planned money. Called once, when the scenario is read, in order of the catalogue.
  virtual void fund(Appropriations&) const {}
  // Puts the lever's events on the calendar of one replication.
  virtual void announce(Announcements&) const {}
};

struct Policy {
  std::string name;  // snake_case, as in the scenario
  std::string label_en, label_ko;
  bool baseline = false;
  bool stress = false;
  Appropriations money;  // planned, after all levers
  std::vector<std::shared_ptr<const Lever>> levers;
};

}  // namespace coopsim
