// SPDX-License-Identifier: Apache-2.0
// What happened, as programmes report it. Programmes emit facts and never know who counts; the
// table of metrics says which fact adds to which response. `year` is the year a fact counts for.
#pragma once
#include <cstddef>
#include <type_traits>
#include <variant>

#include "sim/world/fact_effect.hpp"
#include "sim/world/fact_service.hpp"
#include "sim/world/fact_state.hpp"
#include "sim/world/fact_trade.hpp"
#include "sim/world/fact_value.hpp"

namespace coopsim {

using Fact = std::variant<
    SeatsOffered, TrainingApplied, TraineeDeparted, TraineeReturned, TraineeDroppedOut,
    SeatCancelled, SeatsUnfunded, HostPlaceWithdrawn, TraineeQuit, AdviserRegistered, AdviserLeft,
    AdvisersCounted, AdviserDays, NeedPosted, NeedServed, NeedLeft, EngagementStarted,
    EngagementEnded, AdviserVisited, MoneyMoved, FirmsCounted, JapanObserved, MacroObserved,
    FairPlaces, FairPlaceCancelled, Consulted, ConsultationRefused, FairFirmJudged, DealStarted,
    DealClosed, Exported, DealsCounted, ProjectBegun, ProjectEnded, ProjectUnmatched,
    ProjectUnfunded, QuestionAsked, InformationService, OutsourcingCandidate, OutsourcingClosed,
    GroupFormed, GroupSession, GroupDissolved, MonozukuriAdopted, OnlyOneDiscovered,
    RegionalMeeting, AllianceStarted, AllianceClosed, AlliancesCounted, BalanceDrawnUp,
    BalanceClaimed, EngagementsPlanned, ScoutsPaid, MoneySpread, MoneyReassigned, TechnologyLeaked,
    PartnershipsCounted, PolicySteered, AssociationsAgreed, FirmsCompared, EffectsClassed,
    EffectsRanked, PracticeRetained, ApplicationRefused, GroupJoined, FairPlaceUsed,
    FairPlaceUnused, ProjectLapsed, FirmPaid, GainsValued, ExportsTaught>;

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
