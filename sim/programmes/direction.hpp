// SPDX-License-Identifier: Apache-2.0
// The foundation's direction: writes what policies set into the guidelines that programmes read.
#pragma once
#include <variant>

#include "sim/changes.hpp"

namespace coopsim {

struct Context;

// The budget month of a year: a conditional policy decides about the next one.
struct YearDecided {
  std::int32_t year;
};
// What was decided takes effect.
struct YearSteered {
  std::int32_t year;
};

class Direction {
 public:
  using Events = std::variant<CandidatesChanged, CaseManagersChanged, ScoutingChanged,
                              GroupSizeChanged, HostsAssured, WinWinChanged, TargetChanged,
                              AdviserWaveChanged, YearDecided, YearSteered>;

  void on(const CandidatesChanged&, Time, Context&);
  void on(const CaseManagersChanged&, Time, Context&);
  void on(const ScoutingChanged&, Time, Context&);
  void on(const GroupSizeChanged&, Time, Context&);
  void on(const HostsAssured&, Time, Context&);
  void on(const WinWinChanged&, Time, Context&);
  void on(const TargetChanged&, Time, Context&);
  void on(const AdviserWaveChanged&, Time, Context&);
  void on(const YearDecided&, Time, Context&);
  void on(const YearSteered&, Time, Context&);
};

}  // namespace coopsim
