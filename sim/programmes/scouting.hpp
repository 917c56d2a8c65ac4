// SPDX-License-Identifier: Apache-2.0
// Only-One discovery (C7): scouts look for firms with a technology of their own; a firm that is
// found may get a large deal and may enter an alliance.
#pragma once
#include <array>
#include <cstdint>
#include <variant>

#include "sim/programmes/alliances_parameters.hpp"
#include "sim/programmes/shared_events.hpp"
#include "sim/world/identity.hpp"

namespace coopsim {

struct Context;
struct Parameters;

struct ScoutsSent {
  std::int32_t year;
};
struct OnlyOneFound {
  std::uint32_t slot;
  std::uint16_t generation;
  std::uint16_t year;
};

class Scouting {
 public:
  static constexpr std::array accounts = {Account::C7};
  using Events = std::variant<YearPlanned, ScoutsSent, OnlyOneFound>;

  explicit Scouting(const Parameters&);

  void on(const YearPlanned&, Time, Context&);
  void on(const ScoutsSent&, Time, Context&);
  void on(const OnlyOneFound&, Time, Context&);

 private:
  ScoutingParameters parameters_;
};

}  // namespace coopsim
