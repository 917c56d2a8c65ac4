// SPDX-License-Identifier: Apache-2.0
// Deals with Japanese buyers: their signing, first delivery, growth and end, the exports they are,
// and what a firm learns from them. Meetings, outsourcing and scouting bring them about.
#pragma once
#include <array>
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "sim/programmes/shared_events.hpp"
#include "sim/programmes/trade_parameters.hpp"
#include "sim/world/deals.hpp"

namespace coopsim {

struct Context;
struct Parameters;
struct World;

struct DealBegan {
  std::uint32_t deal;
};  // first delivery
struct DealAged {
  std::uint32_t deal;
};  // a year more
struct DealEnded {
  std::uint32_t deal;
};
struct TradeYearEnded {
  std::int32_t year;
};

// Whether a consultation ends in a contract (equation 9), given a number in (0, 1). `prescreened`:
// whether the firm was looked at before.
double contract_chance(std::uint32_t slot, bool prescreened, Time, const Context&);

// Signs a deal: it delivers after `lag`, drawn if negative. `factor` scales its value.
void sign_deal(const DealOrigin&, double factor, Duration lag, Time, Context&);
inline constexpr Duration drawn_lag{-1};

class Trade {
 public:
  using Events = std::variant<YearPlanned, DealBegan, DealAged, DealEnded, TradeYearEnded>;

  explicit Trade(const Parameters&);

  void start(Context&);
  void on(const YearPlanned&, Time, Context&);
  void on(const DealBegan&, Time, Context&);
  void on(const DealAged&, Time, Context&);
  void on(const DealEnded&, Time, Context&);
  void on(const TradeYearEnded&, Time, Context&);

  void log_open(Context&) const;
  // Empty if every deal that is live is counted, else what is not.
  std::string check(const World&) const;

 private:
  void deliver(std::uint32_t deal, Time until, Context&);
  void learn(std::uint32_t deal, double years, Time, Context&);
  void end(std::uint32_t deal, Time, Context&);
  bool end_if_firm_left(std::uint32_t deal, Time, Context&);

  TradeParameters parameters_;
  std::vector<std::uint32_t> live_;     // numbers of live deals, in order of first delivery
  std::vector<std::uint16_t> learner_;  // by slot: 1 + generation that learns from a deal, or 0
};

}  // namespace coopsim
