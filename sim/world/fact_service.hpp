// SPDX-License-Identifier: Apache-2.0
// Facts of what firms are given: training, advice, projects, information, study groups.
#pragma once
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
struct NeedLeft {
  int year;
  bool impatient;
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
  double buyers;
};  // recorded with it in the database
struct OutsourcingClosed {
  int year;  // of the discovery
  int stages_passed;
  bool deal;
};
struct GroupFormed {
  int year;
  int firms;
};
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
