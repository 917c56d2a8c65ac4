// SPDX-License-Identifier: Apache-2.0
// Monozukuri study groups (B8): six firms meet monthly with a Japanese leader for a year; what they
// learn spreads among firms with Japanese ties (equation 17).
#pragma once
#include <array>
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "sim/programmes/shared_events.hpp"
#include "sim/programmes/study_groups_parameters.hpp"
#include "sim/world/identity.hpp"
#include "sim/world/records.hpp"

namespace coopsim {

struct Context;
struct Parameters;
struct World;
class Firms;

struct GroupsFormed {
  std::int32_t year;
};
struct GroupMet {
  std::uint32_t group;
};  // one session
struct MonozukuriSpread {
  std::int32_t year;
};  // adoption, once a year

class StudyGroups {
 public:
  static constexpr std::array accounts = {Account::B8};
  using Events =
      std::variant<YearPlanned, CommitmentCancelled, GroupsFormed, GroupMet, MonozukuriSpread>;

  explicit StudyGroups(const Parameters&);

  void start(Context&);
  void on(const YearPlanned&, Time, Context&);
  void on(const CommitmentCancelled&, Time, Context&);
  void on(const GroupsFormed&, Time, Context&);
  void on(const GroupMet&, Time, Context&);
  void on(const MonozukuriSpread&, Time, Context&);

  void log_open(Context&) const;
  // Empty if every group has met or been dissolved and holds no money, else what is not.
  std::string check(const World&) const;

 private:
  struct Group {
    int year;
    std::vector<FirmId> members;
    CommitmentId commitment;
    double quality;  // of the leader, 1 on average
    int held = 0;    // sessions
    bool dissolved = false;
    Time formed;
    Time first_session = no_day;
  };
  static void log_members(const Group&, EventResult, EventCause, Time, Context&);
  Money group_year() const;
  bool adopted(const Firms&, std::uint32_t slot) const;

  StudyGroupParameters parameters_;
  std::vector<Group> groups_;
  std::vector<std::uint16_t> adopters_;  // by slot: 1 + generation that has adopted, or 0
  std::vector<std::uint16_t> members_;   // by slot: 1 + generation that was ever a member, or 0
};

}  // namespace coopsim
