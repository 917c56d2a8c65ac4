// SPDX-License-Identifier: Apache-2.0
// Parts and materials cooperation: projects of a Korean with a Japanese firm in the fields of
// accounts B1 to B6, B9 and B10, and productivity guidance of single firms (B11).
#pragma once
#include <array>
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "sim/programmes/cooperation_parameters.hpp"
#include "sim/programmes/shared_events.hpp"
#include "sim/world/identity.hpp"
#include "sim/world/records.hpp"

namespace coopsim {

struct Context;
struct Parameters;
struct World;

struct CooperationCalled {
  Account account;
  std::int32_t year;
};  // firms are chosen
struct CooperationBegun {
  std::uint32_t work;
};
struct CooperationEnded {
  std::uint32_t work;
};

class Cooperation {
 public:
  static constexpr auto accounts = cooperation_accounts;
  using Events = std::variant<YearPlanned, CommitmentCancelled, CooperationCalled, CooperationBegun,
                              CooperationEnded>;

  explicit Cooperation(const Parameters&);

  void on(const YearPlanned&, Time, Context&);
  void on(const CommitmentCancelled&, Time, Context&);
  void on(const CooperationCalled&, Time, Context&);
  void on(const CooperationBegun&, Time, Context&);
  void on(const CooperationEnded&, Time, Context&);

  void log_open(Context&) const;
  // Empty if every project and guidance is where it must be, else what is not.
  std::string check(const World&) const;

 private:
  enum class State : std::uint8_t { promised, begun, ended, given_back };
  // A project or a guidance.
  struct Work {
    FirmId firm;
    Account account;
    int year;
    CommitmentId commitment;
    State state = State::promised;
    Time chosen;
    Time begun = no_day;
  };

  Money price(Account) const;
  double weight(std::uint32_t slot, Account, const Context&) const;
  double weight_bound(const Parameters&) const;
  std::vector<std::uint32_t> candidates(Account, const Context&) const;
  void promise(FirmId, Account, int year, Time, Context&);
  EventRow row_of(const Work&) const;
  void log_refusal(FirmId, Account, EventCause, Time, Context&);
  void log_end(const Work&, EventResult, EventCause, Time, Context&);
  double teach_firm(const Work&, Time, Context&);

  CooperationParameters parameters_;
  std::vector<Work> works_;
};

}  // namespace coopsim
