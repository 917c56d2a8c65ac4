// SPDX-License-Identifier: Apache-2.0
// Where two worlds part: for each programme the first event that happens in one of them only, or
// otherwise. Before it the programme did the same in both, event by event and fact by fact.
#pragma once
#include <array>
#include <cstddef>
#include <optional>
#include <vector>

#include "analysis/day_trace.hpp"

namespace coopsim {

struct Parting {
  std::size_t programme;          // programme_name
  std::optional<Happening> a, b;  // the event here and there; one of them may lack it

  const Happening& either() const { return a ? *a : *b; }
  Time at() const { return either().at; }
};

class PartingFinder {
 public:
  // REQUIRES: the same day of both worlds, days in order.
  void compare(const DayTrace& a, const DayTrace& b);
  // Of the programmes that part, in the order of time.
  std::vector<Parting> found() const;

 private:
  std::array<std::optional<Parting>, programme_count> first_;
};

}  // namespace coopsim
