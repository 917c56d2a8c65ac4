// SPDX-License-Identifier: Apache-2.0
// Facts of money and of how the world stands, most of them on 31 December.
#pragma once
#include "sim/values.hpp"
#include "sim/world/identity.hpp"

namespace coopsim {

// --- money ---
struct MoneyMoved {
  int year;
  Account account;
  Money appropriated, committed, spent, lapsed, not_modelled, cut;
  Money carried;  // there when the year is counted
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
  double frontier = 0;  // technology of as many firms at Japan's frontier
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
// Whether a conditional policy acts in the year.
struct PolicySteered {
  int year;
  bool acts;
};

}  // namespace coopsim
