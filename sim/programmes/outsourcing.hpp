// SPDX-License-Identifier: Apache-2.0
// The outsourcing centre (C1): finds firms that want to supply Japanese buyers and takes each case
// through screening, audit, request for quotation, sample and trial order to a deal. A case
// manager holds few live cases at a time; others wait.
#pragma once
#include <array>
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "sim/kernel/server_pool.hpp"
#include "sim/kernel/waiting_line.hpp"
#include "sim/programmes/outsourcing_parameters.hpp"
#include "sim/programmes/shared_events.hpp"
#include "sim/world/identity.hpp"
#include "sim/world/records.hpp"

namespace coopsim {

struct Context;
struct Parameters;
struct World;

struct CandidatesSought {
  std::int32_t year;
};
struct CandidateFound {
  std::uint32_t number;  // of the case
};
struct StageEnded {
  std::uint32_t number;
  std::int32_t stage;
};
struct CentrePaid {
  std::int32_t year;
};  // a quarter of the fixed cost

class Outsourcing {
 public:
  static constexpr std::array accounts = {Account::C1};
  using Events =
      std::variant<YearPlanned, CandidatesSought, CandidateFound, StageEnded, CentrePaid>;

  explicit Outsourcing(const Parameters&);

  void on(const YearPlanned&, Time, Context&);
  void on(const CandidatesSought&, Time, Context&);
  void on(const CandidateFound&, Time, Context&);
  void on(const StageEnded&, Time, Context&);
  void on(const CentrePaid&, Time, Context&);

  void log_open(Context&) const;
  // Empty if every case waits, is live or closed and holds no money once closed, else what is not.
  std::string check(const World&) const;

 private:
  struct Case {
    FirmId firm;
    int year;  // of the discovery
    bool prescreened;
    CommitmentId commitment;
    Time found = no_day, taken_up = no_day;
    bool closed = false;
  };
  static EventRow row_of(const Case&);
  std::uint32_t places_of(int managers, double scale) const;  // cases live at one time
  Money fixed_cost(const Context&) const;
  bool prescreens(int year, const Context&) const;
  int candidates(int year, const Context&) const;
  bool followed(const Case&, const Context&) const;
  void take_up(Time, Context&);
  double pass_chance(int stage, const Case&, const Context&) const;
  void close(std::uint32_t number, int stages_passed, Time, Context&);

  OutsourcingParameters parameters_;
  std::vector<Case> cases_;
  WaitingLine<std::uint32_t> line_;  // cases that wait for a manager
  ServerPool managers_;              // a server for each case that may be live
};

}  // namespace coopsim
