// SPDX-License-Identifier: Apache-2.0
// Which sector an association speaks for.
#pragma once
#include <cstddef>

#include "sim/world/places.hpp"

namespace coopsim {

// Associations beyond those of today, which a lever may ask for, go round the sectors again.
inline Sector sector_of(int association) {
  return association_sectors[std::size_t(association) % association_sectors.size()];
}

}  // namespace coopsim
