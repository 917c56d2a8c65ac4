// SPDX-License-Identifier: Apache-2.0
// What a policy may change while the world runs. Each is an ordinary event, handled by the
// programme that it names; money that is only planned differently needs none (Policy::money).
#pragma once
#include <cstdint>
#include <variant>

#include "sim/kernel/time.hpp"
#include "sim/programmes/training_parameters.hpp"
#include "sim/world/places.hpp"

namespace coopsim {

// This authority takes back a part of the year's appropriation of every account: first what is not
// committed, then the latest commitments. Parts per million of the appropriation.
struct Rescinded {
  Authority authority;
  std::int32_t parts_per_million;
};
struct SelectionChanged {
  SelectionRule rule;
};
struct AssociationsChanged {
  std::int16_t associations;
  std::int16_t interval_years;
};
// Bond: the quit hazard in the first two years is multiplied by 1 - bond. Follow-up: the
// socialisation rate is multiplied by 1 + follow_up.
struct RetentionChanged {
  float bond;
  float follow_up;
};
// On top of the unit cost of every training seat, paid by the course's account.
struct SeatCostChanged {
  std::int64_t extra_thousand;  // KRW thousand
};
struct RecruitmentChanged {
  double effort;  // 1 as before; scales registrations and the upkeep of the database
};
struct LongShareChanged {
  double share;
};
struct SubsidyChanged {
  double share;  // public share of an engagement's cost, from then on
};
struct MatchingDaysChanged {
  std::int32_t days_a_year;
};

// How strongly money follows scores from the next review on, and how many of the 18 fields keep
// projects and association courses. 0 and 18: nothing is reviewed.
struct ConcentrationChanged {
  float strength;
  std::int32_t fields;
};
// What an account's score counts: weights in hundredths, and the noise of a score.
struct IndicatorsChanged {
  std::uint8_t delivered, gain, applications, execution;
  float noise;
};

// Leaks become 1 + level times rarer; each engagement costs the account so much more.
struct SafeguardsChanged {
  float level;
  std::int32_t cost_thousand;  // KRW thousand an engagement
};
// Japan's reluctance rises at once.
struct ReluctanceShocked {
  double rise;
};
// Exchange rate and exports as they would be, times these, in millionths.
struct EconomyShocked {
  std::int32_t exchange_ppm, exports_ppm;
};

using Change = std::variant<Rescinded, SelectionChanged, AssociationsChanged, RetentionChanged,
                            SeatCostChanged, RecruitmentChanged, LongShareChanged, SubsidyChanged,
                            MatchingDaysChanged, ConcentrationChanged, IndicatorsChanged,
                            SafeguardsChanged, ReluctanceShocked, EconomyShocked>;

// Where a lever announces its changes. Dates before `policies_start` count as that date.
class Announcements {
 public:
  virtual ~Announcements() = default;
  virtual void at(Time when, const Change& change) = 0;
  virtual Time policies_start() const = 0;
};

}  // namespace coopsim
