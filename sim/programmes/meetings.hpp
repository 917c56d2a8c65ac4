// SPDX-License-Identifier: Apache-2.0
// Fairs: consultation meetings (C2), exhibitions (C3), trade and investment missions (C4). Firms
// get places by lot and weight, meet Japanese firms, sign contracts or meet again.
#pragma once
#include <array>
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "sim/programmes/meetings_parameters.hpp"
#include "sim/programmes/shared_events.hpp"
#include "sim/world/identity.hpp"
#include "sim/world/records.hpp"

namespace coopsim {

struct Context;
struct Parameters;
struct World;

struct FairMatched {
  std::uint32_t fair;
};  // firms are chosen, their places paid for
struct FairHeld {
  std::uint32_t fair;
};
struct MetAgain {
  std::uint32_t fair;
  std::uint16_t place, consultation;
};  // the follow-up of a consultation
struct FairJudged {
  std::uint32_t fair;
};  // a year later

class Meetings {
 public:
  static constexpr std::array accounts = {Account::C2, Account::C3, Account::C4};
  using Events =
      std::variant<YearPlanned, CommitmentCancelled, FairMatched, FairHeld, MetAgain, FairJudged>;

  explicit Meetings(const Parameters&);

  void on(const YearPlanned&, Time, Context&);
  void on(const CommitmentCancelled&, Time, Context&);
  void on(const FairMatched&, Time, Context&);
  void on(const FairHeld&, Time, Context&);
  void on(const MetAgain&, Time, Context&);
  void on(const FairJudged&, Time, Context&);

  void log_open(Context&) const;
  // Empty if every place was paid for or given back, else what is not.
  std::string check(const World&) const;

 private:
  struct Place {
    FirmId firm;
    CommitmentId commitment;
    Time chosen;
    bool cancelled = false, held = false, contract = false;
  };
  struct Fair {
    Account account;
    int year;
    std::uint8_t nth;  // of the account in the year: 0 or 1
    Time day;
    int planned;  // places
    std::vector<Place> places;
  };

  void plan_fairs(Account, int year, int places, MonthSet months, Time, Context&);
  Money price(Account) const;
  std::vector<std::uint32_t> chosen_firms(const Fair&, const Context&) const;
  void log_place(const Fair&, const Place&, EventCause, Time, Context&) const;
  void log_meeting(const Fair&, const Place&, bool follow_up, EventResult, EventCause, Time,
                   Context&);
  void consult(const MetAgain&, bool follow_up, Time, Context&);

  MeetingsParameters parameters_;
  std::vector<Fair> fairs_;
};

}  // namespace coopsim
