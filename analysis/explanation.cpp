// SPDX-License-Identifier: Apache-2.0
#include "analysis/explanation.hpp"

#include <algorithm>
#include <utility>

#include "analysis/day_trace.hpp"
#include "analysis/gain_ledger.hpp"

namespace coopsim {
namespace {

class Watch : public RunObserver {
 public:
  void begins(const Entry<Event>& entry, const World& world) override {
    today.begins(entry, world);
    firms.look(entry, world);
  }
  void enters(std::size_t programme) override { today.enters(programme); }
  void heard(const Fact& fact) override { today.heard(fact); }
  void ends(const Entry<Event>&, const World&) override { today.ends(); }

  DayTrace today;
  FirmYears firms;
};

std::vector<FirmStory::Year> years_of(FirmId firm, const FirmYears& a, const FirmYears& b) {
  std::vector<FirmStory::Year> years;
  for (std::size_t i = 0; i < std::min(a.years().size(), b.years().size()); ++i) {
    const FirmStanding& here = a.years()[i].firms[firm.slot];
    const FirmStanding& there = b.years()[i].firms[firm.slot];
    if (here.generation == firm.generation && there.generation == firm.generation)
      years.push_back({a.years()[i].year, here, there});
  }
  return years;
}

// The winners' and losers' first few, whose gains a second run books one by one.
std::vector<FirmDifference> told_firms(const FirmComparison& firms, std::size_t told) {
  std::vector<FirmDifference> chosen;
  for (const auto* list : {&firms.gained, &firms.lost})
    chosen.insert(chosen.end(), list->begin(),
                  list->begin() + std::ptrdiff_t(std::min(told, list->size())));
  return chosen;
}

void tell_stories(const SideBySide& worlds, const SideBySide::Both& ended, const Watch& a,
                  const Watch& b, std::size_t told, Explanation& made) {
  const auto chosen = told_firms(made.firms, told);
  if (chosen.empty()) return;
  std::vector<FirmId> ids;
  for (const FirmDifference& firm : chosen) ids.push_back(firm.firm);
  const Time until = a.firms.years().back().at;
  GainLedger here(ids, until), there(ids, until);
  worlds.run(here, there, [] {});
  for (std::size_t i = 0; i < chosen.size(); ++i)
    made.stories.push_back(
        {chosen[i], differing_events(ended.a.records.events, ended.b.records.events, ids[i], until),
         differing_gains(here, there, i), years_of(ids[i], a.firms, b.firms)});
}

}  // namespace

Explanation explain(const SideBySide& worlds, const ExplanationSize& size) {
  Watch a, b;
  PartingFinder finder;
  const SideBySide::Both ended = worlds.run(a, b, [&] {
    finder.compare(a.today, b.today);
    a.today.clear();
    b.today.clear();
  });
  Explanation made;
  made.partings = finder.found();
  made.moved_from = worlds.scenario().parameters.effects.moved_from;
  made.fingerprint_a = ended.a.fingerprint;
  made.fingerprint_b = ended.b.fingerprint;
  if (a.firms.years().empty()) return made;
  made.year = a.firms.years().back().year;
  made.firms = compare_firms(a.firms.years().back(), b.firms.years().back(), made.moved_from,
                             std::max(size.listed, size.told));
  tell_stories(worlds, ended, a, b, size.told, made);
  return made;
}

}  // namespace coopsim
