// SPDX-License-Identifier: Apache-2.0
// The foundation's office: opens and closes both authorities' fiscal years, meets their cuts, pays
// the head office.
#pragma once
#include <array>
#include <variant>
#include <vector>

#include "sim/changes.hpp"
#include "sim/world/budget.hpp"

namespace coopsim {

struct Context;

// Money is appropriated. Tells the programmes to plan when Korea's year opens.
struct FiscalYearOpened {
  Authority authority;
  std::int32_t year;
};
struct FiscalYearClosed {
  Authority authority;
};
// Either authority may take money back on 1 July (probability and size: parameters).
struct MidyearReviewed {
  Authority authority;
  std::int32_t year;
};
// A quarter of the head office's yearly amount is committed and paid.
struct QuarterPaid {
  std::int32_t year;
};

class Office {
 public:
  static constexpr std::array accounts = {Account::head_office};
  using Events =
      std::variant<FiscalYearOpened, FiscalYearClosed, MidyearReviewed, QuarterPaid, Rescinded>;

  void start(Context&);
  void on(const FiscalYearOpened&, Time, Context&);
  void on(const FiscalYearClosed&, Time, Context&);
  void on(const MidyearReviewed&, Time, Context&);
  void on(const QuarterPaid&, Time, Context&);
  void on(const Rescinded&, Time, Context&);

 private:
  void take_back(Authority, std::int64_t ppm, Time, Context&);
  void tell_cancelled(const std::vector<Budget::Cancelled>&, Time, Context&);
};

}  // namespace coopsim
