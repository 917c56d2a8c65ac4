// SPDX-License-Identifier: Apache-2.0
// What a performance review can know of each account: counted from the same facts as the published
// responses, and from what services made of firms.
#pragma once
#include <array>

#include "sim/world/fact.hpp"

namespace coopsim {

// Of one account, since the last evaluation.
struct Performance {
  double planned = 0, delivered = 0;  // units of its activity
  double capacity = 0, applied = 0;   // persons or firms; none where firms are chosen by lot
  double gain = 0;                    // KRW million of value added a year, by its services
  double contracts = 0;               // thousand USD of the first year, of its new deals
};

struct Indicators {
  bool watched = false;  // from the day on which a review is announced
  std::array<Performance, account_count> accounts{};
  Performance& of(Account account) { return accounts[index(account)]; }
};

// What a fact tells of an account; most tell nothing.
template <class F>
constexpr void note(Indicators&, const F&) {}

inline void note(Indicators& all, const SeatsOffered& f) {
  all.of(f.account).planned += f.seats;
  all.of(f.account).capacity += f.seats;
}
inline void note(Indicators& all, const TrainingApplied& f) {
  all.of(f.account).applied += f.persons;
}
inline void note(Indicators& all, const TraineeReturned& f) { all.of(f.account).delivered += 1; }
inline void note(Indicators& all, const EngagementsPlanned& f) {
  all.of(Account::B7).planned += f.engagements;
  all.of(Account::B7).capacity += f.engagements;
}
inline void note(Indicators& all, const NeedPosted&) { all.of(Account::B7).applied += 1; }
inline void note(Indicators& all, const EngagementStarted&) { all.of(Account::B7).delivered += 1; }
inline void note(Indicators& all, const ProjectBegun& f) {
  all.of(f.account).planned += 1;
  all.of(f.account).delivered += 1;
}
inline void note(Indicators& all, const ProjectUnmatched& f) { all.of(f.account).planned += 1; }
inline void note(Indicators& all, const ProjectUnfunded& f) { all.of(f.account).planned += 1; }
inline void note(Indicators& all, const GroupFormed& f) {
  all.of(Account::B8).planned += f.firms;
  all.of(Account::B8).delivered += f.firms;
}
inline void note(Indicators& all, const FairPlaces& f) {
  all.of(f.account).planned += f.offered;
  all.of(f.account).delivered += f.taken;
}
inline void note(Indicators& all, const FairPlaceCancelled& f) { all.of(f.account).delivered -= 1; }
inline void note(Indicators& all, const OutsourcingCandidate&) {
  all.of(Account::C1).planned += 1;
  all.of(Account::C1).delivered += 1;
}
inline void note(Indicators& all, const ScoutsPaid& f) { all.of(Account::C7).planned += f.firms; }
inline void note(Indicators& all, const OnlyOneDiscovered&) { all.of(Account::C7).delivered += 1; }
inline void note(Indicators& all, const DealStarted& f) { all.of(f.account).contracts += f.value; }

}  // namespace coopsim
