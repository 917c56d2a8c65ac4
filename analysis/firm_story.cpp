// SPDX-License-Identifier: Apache-2.0
#include "analysis/firm_story.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>
#include <utility>

namespace coopsim {
namespace {

// What makes two rows the same event of a firm.
auto event_of(const EventRow& row) {
  return std::tuple(row.kind, row.account, row.person, row.asked);
}
auto whole(const EventRow& row) {
  return std::tuple_cat(event_of(row), std::tuple(row.started, row.ended, row.result, row.cause));
}

Time first_day(const EventRow& row) {
  Time first = Time::max();
  for (const Time day : {row.asked, row.started, row.ended})
    if (day != no_day) first = std::min(first, day);
  return first;
}

std::vector<EventRow> rows_of(std::span<const EventRow> all, FirmId firm, Time until) {
  std::vector<EventRow> rows;
  std::ranges::copy_if(all, std::back_inserter(rows), [&](const EventRow& row) {
    return row.firm == firm && first_day(row) <= until;
  });
  std::ranges::stable_sort(rows, {}, whole);
  return rows;
}

// Of two sorted lists, what either has and the other has not.
std::pair<std::vector<EventRow>, std::vector<EventRow>> without_the_same(
    const std::vector<EventRow>& a, const std::vector<EventRow>& b) {
  std::pair<std::vector<EventRow>, std::vector<EventRow>> left;
  std::ranges::set_difference(a, b, std::back_inserter(left.first), {}, whole, whole);
  std::ranges::set_difference(b, a, std::back_inserter(left.second), {}, whole, whole);
  return left;
}

void add(const GainLedger& ledger, std::size_t firm, GainSum::Side GainSum::*side,
         std::map<std::pair<std::size_t, std::size_t>, GainSum>& sums) {
  for (const GainEntry& entry : ledger.entries()) {
    if (entry.firm != firm) continue;
    GainSum& sum = sums[{entry.programme, entry.event}];
    sum.programme = entry.programme;
    sum.event = entry.event;
    GainSum::Side& to = sum.*side;
    ++to.times;
    to.practice += entry.practice;
    to.technology += entry.technology;
  }
}

}  // namespace

std::vector<EventPair> differing_events(std::span<const EventRow> a, std::span<const EventRow> b,
                                        FirmId firm, Time until) {
  const auto [here, there] = without_the_same(rows_of(a, firm, until), rows_of(b, firm, until));
  std::vector<EventPair> pairs;
  auto x = here.begin();
  auto y = there.begin();
  while (x != here.end() || y != there.end()) {
    const bool only_a = y == there.end() || (x != here.end() && event_of(*x) < event_of(*y));
    const bool only_b = x == here.end() || (y != there.end() && event_of(*y) < event_of(*x));
    EventPair& pair = pairs.emplace_back();
    if (!only_b) pair.a = *x++;
    if (!only_a) pair.b = *y++;
  }
  std::ranges::stable_sort(pairs, {}, [](const EventPair& p) { return first_day(p.either()); });
  return pairs;
}

std::vector<GainSum> differing_gains(const GainLedger& a, const GainLedger& b, std::size_t firm) {
  std::map<std::pair<std::size_t, std::size_t>, GainSum> sums;
  add(a, firm, &GainSum::a, sums);
  add(b, firm, &GainSum::b, sums);
  std::vector<GainSum> found;
  constexpr double rounding = 1e-9;
  for (const auto& [place, sum] : sums)
    if (sum.a.times != sum.b.times || std::abs(sum.a.practice - sum.b.practice) > rounding ||
        std::abs(sum.a.technology - sum.b.technology) > rounding)
      found.push_back(sum);
  return found;
}

}  // namespace coopsim
