// SPDX-License-Identifier: Apache-2.0
// Settings that many levers have: the first day, and whom the lever aims at.
#pragma once
#include <span>

#include "policies/lever.hpp"
#include "sim/world/target_firms.hpp"

namespace coopsim {

template <class L>
consteval auto from_field(Source source) {
  return field("from", &L::from, "date", {}, {"from", "시작"},
               "first day; policies_start if not given", source);
}

// Of a lever whose cost an account bears (policies/assignment.hpp).
template <class L>
consteval auto fiscal_from_field(Source source) {
  return field("from", &L::from, "date", {}, {"from", "시작"},
               "first of Korea's fiscal years that opens on or after this day; policies_start if "
               "not given",
               source);
}

template <class L>
consteval auto target_field(Source source) {
  return field("target", &L::target, "1", {}, {"target", "대상 기업"},
               "whom it aims at, by sector, region, size_class, exporter, former (participants); "
               "others: weight of all other firms, 0 to 1",
               source);
}

// A target that is not given sets nothing.
void edit_targets(Edits& edits, std::span<const Account> accounts, const TargetFirms& target,
                  Time from);
void announce_targets(Announcements& calendar, Time when, std::span<const Account> accounts,
                      const TargetFirms& target);

}  // namespace coopsim
