// SPDX-License-Identifier: Apache-2.0
// The foundation's direction: writes what policies set into the guidelines that programmes read.
#pragma once
#include <variant>

#include "sim/changes.hpp"

namespace coopsim {

struct Context;

class Direction {
 public:
  using Events = std::variant<CandidatesChanged, CaseManagersChanged, ScoutingChanged,
                              GroupSizeChanged, HostsAssured, WinWinChanged, TargetChanged>;

  void on(const CandidatesChanged&, Time, Context&);
  void on(const CaseManagersChanged&, Time, Context&);
  void on(const ScoutingChanged&, Time, Context&);
  void on(const GroupSizeChanged&, Time, Context&);
  void on(const HostsAssured&, Time, Context&);
  void on(const WinWinChanged&, Time, Context&);
  void on(const TargetChanged&, Time, Context&);
};

}  // namespace coopsim
