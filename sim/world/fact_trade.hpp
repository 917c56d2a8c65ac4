// SPDX-License-Identifier: Apache-2.0
// Facts of trade: fairs, consultations, deals.
#pragma once
#include "sim/values.hpp"
#include "sim/world/identity.hpp"

namespace coopsim {

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
struct FairPlaceUsed {
  int year;
  Account account;
  Where where;
};
struct FairPlaceUnused {
  int year;
  Account account;
};  // the firm closed before the fair
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
  double value;   // thousand USD, delivered since the last such fact
  double margin;  // KRW thousand of it that stays with the Korean side
};
struct DealsCounted {
  int year;
  int live;
};

}  // namespace coopsim
