// SPDX-License-Identifier: Apache-2.0
#include "analysis/firm_years.hpp"

#include <algorithm>
#include <variant>

namespace coopsim {
namespace {

FirmStanding standing(const Firms& firms, std::uint32_t slot, Time now,
                      const TechnologyClock& clock) {
  const Firm& firm = firms[slot];
  const Gains gains = firms.gains(slot, now);
  const double effect = firm.gained ? firms.effect(slot, gains, clock) : 0.0;
  return {firms.log_productivity(slot, now, effect),
          float(firm.practice_start + gains.practice),
          float(clock.technology(firm.technology_2005) + gains.skills),
          float(firms.staff(slot)),
          firm.generation,
          firm.sector,
          firm.region};
}

void keep_largest(std::vector<FirmDifference>& firms, std::size_t most) {
  std::ranges::stable_sort(firms, [](const FirmDifference& x, const FirmDifference& y) {
    const double mine = x.difference(), other = y.difference();
    return mine > 0 ? mine > other : mine < other;
  });
  if (firms.size() > most) firms.erase(firms.begin() + std::ptrdiff_t(most), firms.end());
}

}  // namespace

void FirmYears::look(const Entry<Event>& entry, const World& world) {
  const auto* ended = std::get_if<YearEnded>(&entry.event);
  if (!ended) return;
  FirmsOfYear& year = years_.emplace_back();
  year.year = ended->year;
  year.at = entry.at();
  const TechnologyClock clock = world.firms.technology_clock(entry.at());
  year.firms.reserve(world.firms.count());
  for (const std::uint32_t slot : world.firms.slots())
    year.firms.push_back(standing(world.firms, slot, entry.at(), clock));
}

FirmComparison compare_firms(const FirmsOfYear& a, const FirmsOfYear& b, double moved_from,
                             std::size_t most) {
  FirmComparison made;
  for (std::size_t slot = 0; slot < a.firms.size(); ++slot) {
    const FirmStanding &here = a.firms[slot], &there = b.firms[slot];
    if (here.generation != there.generation) {
      ++made.counts.apart;
      continue;
    }
    const FirmDifference firm{{std::uint32_t(slot), here.generation}, here, there};
    const double difference = firm.difference();
    if (difference > moved_from)
      made.gained.push_back(firm);
    else if (difference < -moved_from)
      made.lost.push_back(firm);
    else
      ++(difference == 0 ? made.counts.equal : made.counts.less);
  }
  made.counts.gaining = int(made.gained.size());
  made.counts.losing = int(made.lost.size());
  keep_largest(made.gained, most);
  keep_largest(made.lost, most);
  return made;
}

}  // namespace coopsim
