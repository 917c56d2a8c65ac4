// SPDX-License-Identifier: Apache-2.0
// What befell one firm under two policies: the events that differ, what it gained from which
// programme, and what came of it year by year.
#pragma once
#include <optional>
#include <span>
#include <vector>

#include "analysis/firm_years.hpp"
#include "analysis/gain_ledger.hpp"
#include "sim/world/records.hpp"

namespace coopsim {

// An event of the firm as it went here and there; missing where it did not happen.
struct EventPair {
  std::optional<EventRow> a, b;
  const EventRow& either() const { return a ? *a : *b; }
};

// Gains by one kind of event of one programme, over the whole run.
struct GainSum {
  std::size_t programme, event;
  struct Side {
    int times = 0;
    double practice = 0, technology = 0;
  };
  Side a, b;
};

struct FirmStory {
  FirmDifference firm;            // at the last year's end
  std::vector<EventPair> events;  // that differ, in order of time
  std::vector<GainSum> gains;     // that differ, in order of programmes and events
  struct Year {
    int year;
    FirmStanding a, b;
  };
  std::vector<Year> years;  // at whose ends the firm lives under both
};

// Rows of one firm, begun until then, that are not the same in both. Those of one kind, account,
// person and day of asking are one event that went otherwise.
std::vector<EventPair> differing_events(std::span<const EventRow> a, std::span<const EventRow> b,
                                        FirmId firm, Time until = Time::max());

// `firm`: its place in the ledgers.
std::vector<GainSum> differing_gains(const GainLedger& a, const GainLedger& b, std::size_t firm);

}  // namespace coopsim
