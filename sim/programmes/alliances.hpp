// SPDX-License-Identifier: Apache-2.0
// The life of alliances: milestones of learning every half year, and their end. Scouting and
// regional meetings bring them about.
#pragma once
#include <string>
#include <variant>

#include "sim/programmes/alliances_parameters.hpp"
#include "sim/programmes/shared_events.hpp"
#include "sim/world/alliances.hpp"

namespace coopsim {

struct Context;
struct Parameters;
struct World;

struct MilestoneReached {
  std::uint32_t alliance;
};
struct AllianceEnded {
  std::uint32_t alliance;
};
struct AllianceYearEnded {
  std::int32_t year;
};

// Begins an alliance of the firm today. `occasion` is the address of its draws.
void begin_alliance(FirmId, Account, std::uint32_t occasion, Time, Context&);

class Alliances {
 public:
  using Events = std::variant<YearPlanned, MilestoneReached, AllianceEnded, AllianceYearEnded>;

  explicit Alliances(const Parameters&);

  void on(const YearPlanned&, Time, Context&);
  void on(const MilestoneReached&, Time, Context&);
  void on(const AllianceEnded&, Time, Context&);
  void on(const AllianceYearEnded&, Time, Context&);

  void log_open(Context&) const;
  // Empty if every live alliance is counted, else what is not.
  std::string check(const World&) const;

 private:
  void end(std::uint32_t number, Time, Context&);

  AllianceParameters parameters_;
};

}  // namespace coopsim
