// SPDX-License-Identifier: Apache-2.0
// Whom a policy aims at: firms that fit every line that is given. Where firms get places by lot, or
// are called to apply, the others count by `others`: 10 000 is no preference, 0 shuts them out.
#pragma once
#include <cstdint>

#include "sim/world/firms.hpp"

namespace coopsim {

// Lines about which a firm is or is not.
enum class Asked : std::uint8_t { either, yes, no };
constexpr bool fits(Asked asked, bool is) {
  return asked == Asked::either || (asked == Asked::yes) == is;
}

// Six bytes, so that it travels within an event.
struct TargetFirms {
  std::uint16_t sectors = 0;          // bits by Sector; none: all sectors
  std::uint16_t others = 0;           // weight of the firms that are not meant, parts of 10 000
  std::uint8_t regions = 0;           // bits by Region; none: all regions
  std::uint8_t size_classes : 4 = 0;  // bits by size class; none: all
  Asked exporter : 2 = Asked::either;
  Asked served : 2 = Asked::either;  // former participants
  friend bool operator==(const TargetFirms&, const TargetFirms&) = default;

  constexpr bool is_everyone() const {
    return sectors == 0 && regions == 0 && size_classes == 0 && exporter == Asked::either &&
           served == Asked::either;
  }
  constexpr bool has_region(Region region) const {
    return regions == 0 || (regions >> index(region) & 1) != 0;
  }
  bool means(const Firms& firms, std::uint32_t slot) const {
    const Firm& firm = firms[slot];
    return (sectors == 0 || (sectors >> index(firm.sector) & 1) != 0) && has_region(firm.region) &&
           fits(exporter, firm.exporter) && fits(served, firm.served) &&
           (size_classes == 0 || (size_classes >> size_class_of(firms.staff(slot)) & 1) != 0);
  }
  double weight(const Firms& firms, std::uint32_t slot) const {
    return is_everyone() || means(firms, slot) ? 1.0 : others / 10'000.0;
  }
};

static_assert(sizeof(TargetFirms) == 6);

}  // namespace coopsim
