// SPDX-License-Identifier: Apache-2.0
// What Japanese firms fear: that technology leaks out where their engineers advise. Every leak
// raises their reluctance at once; safeguards make leaks rarer. So may a shock that a policy dates.
#pragma once
#include <cstdint>
#include <variant>

#include "sim/changes.hpp"
#include "sim/programmes/shared_events.hpp"

namespace coopsim {

struct Context;

struct LeaksWatched {
  std::int32_t year, month;
};  // the end of a month in which a leak may have come to light

class Secrecy {
 public:
  using Events = std::variant<YearPlanned, LeaksWatched, SafeguardsChanged, ReluctanceShocked>;

  void on(const YearPlanned&, Time, Context&);
  void on(const LeaksWatched&, Time, Context&);
  void on(const SafeguardsChanged& change, Time, Context&) { safeguards_ = double(change.level); }
  void on(const ReluctanceShocked&, Time, Context&);

 private:
  double safeguards_ = 0;
};

}  // namespace coopsim
