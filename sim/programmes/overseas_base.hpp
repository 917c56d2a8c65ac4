// SPDX-License-Identifier: Apache-2.0
// The overseas base (C8): a presence in Japan that makes consultations end in contracts more often
// (equation 9), one base at most in effect.
#pragma once
#include <array>
#include <cstdint>
#include <variant>

#include "sim/programmes/overseas_base_parameters.hpp"
#include "sim/programmes/shared_events.hpp"

namespace coopsim {

struct Context;
struct Parameters;

struct BasePaid {
  std::int32_t year;
};  // a quarter's cost; sets the level of service until the next

class OverseasBase {
 public:
  static constexpr std::array accounts = {Account::C8};
  using Events = std::variant<YearPlanned, BasePaid>;

  explicit OverseasBase(const Parameters&);

  void on(const YearPlanned&, Time, Context&);
  void on(const BasePaid&, Time, Context&);

 private:
  OverseasBaseParameters parameters_;
};

}  // namespace coopsim
