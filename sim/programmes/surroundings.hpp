// SPDX-License-Identifier: Apache-2.0
// What goes on without the programme: firms' birthdays, the economy's years, Japan's mind; and the
// yearly count of it all.
#pragma once
#include <cstdint>
#include <variant>

#include "sim/changes.hpp"
#include "sim/world/world.hpp"

namespace coopsim {

struct Context;

struct FirmAged {
  std::uint32_t slot;
  std::int32_t year;
};  // the firm's own birthday
struct YearBegun {
  std::int32_t year;
};  // 1 January
struct YearEnded {
  std::int32_t year;
};  // 31 December, last of all

class Surroundings {
 public:
  using Events = std::variant<FirmAged, YearBegun, YearEnded, EconomyShocked>;

  void start(Context&);
  void on(const FirmAged&, Time, Context&);
  void on(const YearBegun&, Time, Context&);
  void on(const YearEnded&, Time, Context&);
  void on(const EconomyShocked&, Time, Context&);

 private:
  void draw_up_balance(int year, double substitution, Context&);
  void count_money(int year, Context&);

  double gap_ = 0;  // mean technology gap to the frontier at the last count, points
  bool counted_ = false;
  double deficit_ = 0;  // at the last count, with the programme's terms, USD bn
};

}  // namespace coopsim
