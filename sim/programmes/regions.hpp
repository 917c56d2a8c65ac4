// SPDX-License-Identifier: Apache-2.0
// Regional meetings and clusters (C6): Korea's regions meet their Japanese partners once a year
// and propose joint projects; and the yearly business conference of both countries.
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

struct RegionsMet {
  Region region;
  std::int32_t year;
};
struct ConferenceHeld {
  std::int32_t year;
};

class Regions {
 public:
  static constexpr std::array accounts = {Account::C6};
  using Events = std::variant<YearPlanned, RegionsMet, ConferenceHeld>;

  explicit Regions(const Parameters&);

  void on(const YearPlanned&, Time, Context&);
  void on(const RegionsMet&, Time, Context&);
  void on(const ConferenceHeld&, Time, Context&);

 private:
  RegionParameters parameters_;
};

}  // namespace coopsim
