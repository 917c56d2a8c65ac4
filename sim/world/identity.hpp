// SPDX-License-Identifier: Apache-2.0
// Who is who: the classes of entities and how their identities are made.
#pragma once
#include <cstdint>

#include "sim/kernel/entity.hpp"
#include "sim/world/places.hpp"

namespace coopsim {

// The class of an entity also orders events of one second and phase. Append only.
enum class Kind : std::uint8_t {
  world,
  authority,
  firm,
  cohort,
  trainee,
  period,
  adviser,
  need,
  host,
  deal,
  fair,
  work,
  group,
  alliance
};

constexpr EntityId entity_of(Kind kind, std::uint32_t slot = 0, std::uint32_t generation = 0,
                             std::uint32_t sub = 0) {
  return entity(static_cast<unsigned>(kind), slot, generation, sub);
}

// A firm is a slot and the generation that lives there: an exit frees the slot for an entrant.
struct FirmId {
  std::uint32_t slot = 0;
  std::uint32_t generation = 0;
  friend constexpr auto operator<=>(FirmId, FirmId) = default;
  constexpr EntityId entity() const { return entity_of(Kind::firm, slot, generation); }
};

constexpr EntityId entity_of(Authority who) {
  return entity_of(Kind::authority, std::uint32_t(index(who)));
}

// Firms, advisers and calendar periods as facts and metrics group them.
struct Where {
  Sector sector{};
  Region region{};
  std::uint8_t size_class = 0;
};
// Their cells, numbered.
inline constexpr std::size_t where_cells = sector_count * region_count * size_class_count;
constexpr std::size_t cell_of(const Where& where) {
  return (index(where.sector) * region_count + index(where.region)) * size_class_count +
         where.size_class;
}

}  // namespace coopsim
