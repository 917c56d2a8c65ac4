// SPDX-License-Identifier: Apache-2.0
// Facts of what firms are given: training, advice, projects, information, study groups.
#pragma once
#include <cstdint>

#include "sim/values.hpp"
#include "sim/world/identity.hpp"

namespace coopsim {

// --- training: persons count for the year of their seat ---
struct SeatsOffered {
  int year;
  Account account;
  int seats;
};
struct TrainingApplied {
  int year;
  Account account;
  Where where;
  int persons;
};
enum class Refusal : std::uint8_t { no_seat, too_late, firm_closed };
struct ApplicationRefused {
  int year;
  Account account;
  int persons;
  Refusal why;
};
struct TraineeDeparted {
  int year;
  Account account;
  Where where;
  double days_waited;
};
struct TraineeReturned {
  int year;
  Account account;
  Where where;
  double months;
};
struct TraineeDroppedOut {
  int year;
  Account account;
};
struct SeatCancelled {
  int year;
  Account account;
};  // by a cut or a host
struct AssociationsAgreed {
  int year;
  int associations;
};  // that may hold courses, where these have money
struct SeatsUnfunded {
  int year;
  Account account;
  int seats;
};  // offered, wanted, but no money
struct HostPlaceWithdrawn {
  int year;
};
struct TraineeQuit {
  int year;
  double unsocialised;
};  // share of the learning not yet passed on

// --- advice ---
struct AdviserRegistered {
  int year;
};
struct AdviserLeft {
  int year;
};
struct AdvisersCounted {
  int year;
  int in_database;
  bool august;
};
struct AdviserDays {
  int year;
  double engaged, available;
};
struct NeedPosted {
  int year;
  Where where;
};  // year of the posting, also below
struct NeedServed {
  int year;
  Where where;
  double days;
  bool in_patience;
};
// How a need ended without an adviser, and what stood in its way on the last matching day.
enum class NeedEnd : std::uint8_t { patience, tries, firm_closed };
enum class Obstacle : std::uint8_t { none, adviser, money, interpreter };
struct NeedLeft {
  int year;
  NeedEnd end;
  Obstacle last;
};
struct EngagementStarted {
  int year;
  Where where;
  double months;
  bool is_long;
};
struct EngagementEnded {
  int year;
  double outcome;
  double gain;  // in ln productivity, that its visits gave to the firm, before any of it fades
};
struct AdviserVisited {
  int year;
};
struct EngagementsPlanned {
  int year;
  int engagements;
};  // that the year's money and the young programme's strength allow

// --- cooperation, guidance ---
struct ProjectBegun {
  int year;
  Account account;
  Where where;
};
struct ProjectEnded {
  int year;
  Account account;
  double outcome;
};
struct ProjectUnmatched {
  int year;
  Account account;
};  // no Japanese partner
struct ProjectUnfunded {
  int year;
  Account account;
};  // no money left, or a cut took it back
struct ProjectLapsed {
  int year;
  Account account;
};  // the firm closed before it began

// --- information ---
struct QuestionAsked {
  int year;
  Where where;
};
struct InformationService {
  int year;
  double level, analyses, new_fields;
};

// --- outsourcing, study groups, scouting, regions, alliances ---
struct OutsourcingCandidate {
  int year;
  Where where;
  double buyers;  // recorded with it in the database
  bool followed;  // whether the run lasts for 24 months more
};
struct OutsourcingClosed {
  int year;  // of the discovery
  int stages_passed;
  bool deal;
  bool in_time;  // within 24 months
  bool followed;
};
struct GroupFormed {
  int year;
  int firms;
};
struct GroupJoined {
  int year;
  Where where;
};  // one firm
struct GroupSession {
  int year;
};
struct GroupDissolved {
  int year;
};
struct MonozukuriAdopted {
  int year;
  int firms;
};
struct ScoutsPaid {
  int year;
  double firms;
};  // that their money finds on the mean
struct OnlyOneDiscovered {
  int year;
  Where where;
};
struct RegionalMeeting {
  int year;
  int proposals, projects;
};
struct AllianceStarted {
  int year;
  Account account;
  Where where;
};
struct AllianceClosed {
  int year;
  Account account;
  double months;
};
struct AlliancesCounted {
  int year;
  int live;
};

}  // namespace coopsim
