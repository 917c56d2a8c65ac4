// SPDX-License-Identifier: Apache-2.0
#include "policies/regional_meetings.hpp"

#include <algorithm>
#include <array>

#include "policies/assignment.hpp"

namespace coopsim {
namespace {

constexpr std::array meetings = {Account::C6};

int regions_allowed(const TargetFirms& target) {
  if (target.others > 0) return int(region_count);
  int count = 0;
  for (std::size_t i = 0; i < region_count; ++i) count += target.has_region(Region(i));
  return count;
}

}  // namespace

void RegionalMeetings::edits(Edits& edits) const {
  if (!pairs.steps.empty())
    edits.push_back({"the regional meetings", fiscal_day(std::max(from, pairs.steps[0].from))});
  edit_targets(edits, meetings, target, fiscal_day(from));
}

// A number that the money allows already moves none.
void RegionalMeetings::fund(Funding& funding) const {
  const RegionParameters& regions = funding.parameters().regions;
  const int most = std::min(regions.most_meetings, regions_allowed(target));
  for (const auto& step : pairs.steps)
    if (step.value > most)
      return funding.problem(std::to_string(step.value) + " pairs of regions, but only " +
                                 std::to_string(most) + " can meet",
                             "lower pairs, or let the target name more regions");
  const Money unit = portion(regions.meeting, funding.parameters().budget.scale);
  assign_from(from, Account::C6, name, funding, [&](int year, Money held) {
    const int* wanted = in_force(pairs, year);
    if (!wanted || std::min<std::int64_t>(whole_units(held, unit), most) == *wanted) return held;
    return Money{unit.thousand * *wanted};
  });
}

void RegionalMeetings::announce(Announcements& calendar) const {
  announce_targets(calendar, fiscal_day(std::max(from, calendar.policies_start())), meetings,
                   target);
}

}  // namespace coopsim
