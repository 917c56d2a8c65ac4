// SPDX-License-Identifier: Apache-2.0
// Firms as someone gave them, one by one, instead of drawn from laws.
#pragma once
#include <memory>
#include <optional>
#include <vector>

#include "sim/world/places.hpp"

namespace coopsim {

// A firm on the first day of the simulated world. What is not given is drawn from the laws.
struct GivenFirm {
  Sector sector{};
  Region region{};
  double staff = 0;                // persons
  std::optional<double> sales;     // KRW million a year, at the level of 2006
  std::optional<double> research;  // R&D spending, KRW million a year; above 0 only with sales
  std::optional<bool> exporter;
  friend bool operator==(const GivenFirm&, const GivenFirm&) = default;
};

// Firms in order of slots; null: all firms are drawn. Shared, since nothing ever changes it.
struct Population {
  std::shared_ptr<const std::vector<GivenFirm>> firms;

  friend bool operator==(const Population& a, const Population& b) {
    return a.firms == b.firms || (a.firms && b.firms && *a.firms == *b.firms);
  }
};

}  // namespace coopsim
