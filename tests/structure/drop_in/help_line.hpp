// SPDX-License-Identifier: Apache-2.0
// A programme that ../drop_in.py drops into sim/programmes/: firms ask a help line every March.
#pragma once
#include <cstdint>
#include <variant>

#include "sim/programmes/shared_events.hpp"

namespace coopsim {

struct Context;

struct HelpLineRang {
  std::int32_t year;
};

class HelpLine {
 public:
  using Events = std::variant<YearPlanned, HelpLineRang>;

  void on(const YearPlanned&, Time, Context&);
  void on(const HelpLineRang&, Time, Context&);
};

}  // namespace coopsim
