// SPDX-License-Identifier: Apache-2.0
#include "analysis/parting.hpp"

#include <algorithm>
#include <tuple>

#include "analysis/fact_differences.hpp"

namespace coopsim {
namespace {

// Events in the order in which calendars run them.
auto moment(const Happening& one) { return std::tuple(one.at, one.phase, one.who, one.event); }

bool same(const Happening& a, const Happening& b) {
  return moment(a) == moment(b) && a.money == b.money && same_facts(a.facts, b.facts);
}

// The earlier of two different events is the one that the other world lacks.
Parting parted(std::size_t programme, const Happening* a, const Happening* b) {
  if (a && b && moment(*a) < moment(*b)) b = nullptr;
  if (a && b && moment(*b) < moment(*a)) a = nullptr;
  Parting made{programme, {}, {}};
  if (a) made.a = *a;
  if (b) made.b = *b;
  return made;
}

}  // namespace

void PartingFinder::compare(const DayTrace& a, const DayTrace& b) {
  for (std::size_t programme = 0; programme < programme_count; ++programme) {
    if (first_[programme]) continue;
    const auto here = a.of(programme), there = b.of(programme);
    const auto [x, y] = std::ranges::mismatch(here, there, same);
    if (x == here.end() && y == there.end()) continue;
    first_[programme] =
        parted(programme, x == here.end() ? nullptr : &*x, y == there.end() ? nullptr : &*y);
  }
}

std::vector<Parting> PartingFinder::found() const {
  std::vector<Parting> partings;
  for (const auto& one : first_)
    if (one) partings.push_back(*one);
  std::ranges::stable_sort(partings, {}, [](const Parting& one) { return moment(one.either()); });
  return partings;
}

}  // namespace coopsim
