// SPDX-License-Identifier: Apache-2.0
// What happened, as programmes report it. Programmes emit facts and never know who counts; the
// table of metrics says which fact adds to which response. `year` is the year a fact counts for.
#pragma once
#include <cstdint>
#include <type_traits>
#include <variant>

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
};
struct AdviserVisited {
  int year;
};
struct EngagementsPlanned {
  int year;
  int engagements;
};  // that the year's money and the young programme's strength allow

// --- meetings and deals ---
struct FairPlaces {
  int year;
  Account account;
  int offered, taken;
};
struct FairPlaceCancelled {
  int year;
  Account account;
};  // by a cut
struct Consulted {
  int year;
  Account account;
  Where where;
  bool follow_up, contract;
};
struct ConsultationRefused {
  int year;
  Account account;
};  // no Japanese firm had time
struct FairFirmJudged {
  int year;
  Account account;
  bool contract;
};  // a participant, twelve months after the fair, which was in `year`
struct DealStarted {
  int year;
  Account account;
  Where where;
  double value;  // thousand USD a year
};
struct DealClosed {
  int year;
  Account account;
};
struct Exported {
  int year;
  Account account;
  Where where;
  double value;  // thousand USD, delivered since the last such fact
};
struct DealsCounted {
  int year;
  int live;
};

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

// --- money ---
struct MoneyMoved {
  int year;
  Account account;
  Money appropriated, spent, lapsed, not_modelled, cut;
};

struct MoneySpread {
  int year;
  double index;
};  // Herfindahl-Hirschman index of the year's appropriations over the 25 accounts
struct MoneyReassigned {
  int year;  // fiscal year of either authority
  Money amount;
};  // taken from accounts by a performance review

// --- the world, on 31 December ---
// Sums over the firms of one cell (sector x region x size class).
struct FirmsCounted {
  int year;
  Where where;
  double firms = 0, served = 0;
  double technology = 0, practice = 0, staff = 0;
  // Against the same firms in the world without programme:
  double pairs = 0, pairs_served = 0, pairs_same = 0;     // same: served by the baseline
  double effect = 0, effect_served = 0, effect_same = 0;  // on ln LP
  double defects = 0, defects_served = 0;                 // of the defect rate, relative
  double technology_served = 0;
  double import_substitution = 0;  // thousand USD a year
};
struct JapanObserved {
  int year;
  double reluctance, partner_benefit;
};
struct TechnologyLeaked {
  int year;
};
// Live deals and alliances, and how many of them are arranged to benefit both sides.
struct PartnershipsCounted {
  int year;
  int live, win_win;
};
struct MacroObserved {
  int year;
  double exchange_rate, exports;
};
// The trade balance in parts and materials with Japan.
struct BalanceDrawnUp {
  int year;
  double deficit;            // USD bn, as the economy alone makes it
  double programme_exports;  // thousand USD above the world without programme
  double substitution;       // thousand USD of imports less than in that world
  double attributable() const { return programme_exports + substitution; }
};
// What the article claims: the programme's terms beside the change of the deficit in one year.
struct BalanceClaimed {
  int year;
  double attributable;  // thousand USD
  double change;        // of the deficit since the year before, thousand USD, without its sign
};

using Fact =
    std::variant<SeatsOffered, TrainingApplied, TraineeDeparted, TraineeReturned, TraineeDroppedOut,
                 SeatCancelled, SeatsUnfunded, HostPlaceWithdrawn, TraineeQuit, AdviserRegistered,
                 AdviserLeft, AdvisersCounted, AdviserDays, NeedPosted, NeedServed, NeedLeft,
                 EngagementStarted, EngagementEnded, AdviserVisited, MoneyMoved, FirmsCounted,
                 JapanObserved, MacroObserved, FairPlaces, FairPlaceCancelled, Consulted,
                 ConsultationRefused, FairFirmJudged, DealStarted, DealClosed, Exported,
                 DealsCounted, ProjectBegun, ProjectEnded, ProjectUnmatched, ProjectUnfunded,
                 QuestionAsked, InformationService, OutsourcingCandidate, OutsourcingClosed,
                 GroupFormed, GroupSession, GroupDissolved, MonozukuriAdopted, OnlyOneDiscovered,
                 RegionalMeeting, AllianceStarted, AllianceClosed, AlliancesCounted, BalanceDrawnUp,
                 BalanceClaimed, EngagementsPlanned, ScoutsPaid, MoneySpread, MoneyReassigned,
                 TechnologyLeaked, PartnershipsCounted>;

namespace detail {
template <class F, std::size_t I = 0>
consteval std::size_t fact_index() {
  if constexpr (std::is_same_v<F, std::variant_alternative_t<I, Fact>>)
    return I;
  else
    return fact_index<F, I + 1>();
}
}  // namespace detail

// Number of a kind of fact.
template <class F>
inline constexpr std::size_t fact_number = detail::fact_index<F>();
inline constexpr std::size_t fact_kinds = std::variant_size_v<Fact>;

}  // namespace coopsim
