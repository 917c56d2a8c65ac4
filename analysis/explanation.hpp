// SPDX-License-Identifier: Apache-2.0
// Why two policies differ in one replication: where they part, which firms gain and lose, and what
// befell those that do most.
#pragma once
#include <cstddef>
#include <vector>

#include "analysis/firm_story.hpp"
#include "analysis/firm_years.hpp"
#include "analysis/parting.hpp"
#include "sim/side_by_side.hpp"

namespace coopsim {

struct ExplanationSize {
  std::size_t listed = 5;  // firms that gain most, and that lose most
  std::size_t told = 1;    // of each, whose stories are told
};

struct Explanation {
  std::vector<Parting> partings;  // in order of time; none if the two never part
  int year = 0;                   // at whose end firms are compared; 0: no year ends
  double moved_from = 0;          // of ln LP: a smaller difference is none
  FirmComparison firms;
  std::vector<FirmStory> stories;  // winners, then losers, largest first
  Fingerprint::Value fingerprint_a, fingerprint_b;
};

// Differences are b less a.
Explanation explain(const SideBySide& worlds, const ExplanationSize& size);

}  // namespace coopsim
