// SPDX-License-Identifier: Apache-2.0
// The baseline's firms at each year's end: with them the other policies of a replication are
// compared, firm by firm.
#pragma once
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "sim/world/identity.hpp"

namespace coopsim {

// Only firms that were served, or that are not as they are without programme, stand here: most of a
// year's firms cost nothing, one that stands here costs 16 bytes a year.
struct BaselineFirms {
  struct Entry {
    double log_productivity;
    std::uint32_t slot;
    std::uint16_t generation;
    bool served;
  };
  int first_year = 0;
  std::vector<std::vector<Entry>> years;  // each by slot, ascending

  // None in a year that was not kept.
  std::span<const Entry> of(int year) const {
    const auto place = std::size_t(year - first_year);
    return place < years.size() ? std::span<const Entry>(years[place]) : std::span<const Entry>();
  }
  bool kept(int year) const { return std::size_t(year - first_year) < years.size(); }
};
static_assert(sizeof(BaselineFirms::Entry) == 16);

// Finds one slot's entry after the other. REQUIRES: asked for in ascending order.
class BaselineCursor {
 public:
  explicit BaselineCursor(std::span<const BaselineFirms::Entry> entries) : left_(entries) {}
  // Null where that slot's firm is as it is without programme, and was not served.
  const BaselineFirms::Entry* at(std::uint32_t slot) {
    while (!left_.empty() && left_.front().slot < slot) left_ = left_.subspan(1);
    return !left_.empty() && left_.front().slot == slot ? &left_.front() : nullptr;
  }

 private:
  std::span<const BaselineFirms::Entry> left_;
};

}  // namespace coopsim
