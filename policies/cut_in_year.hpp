// SPDX-License-Identifier: Apache-2.0
// What the levers share that take money back within a fiscal year.
#pragma once
#include <span>

#include "policies/lever.hpp"
#include "policies/lever_values.hpp"
#include "sim/world/appropriations.hpp"

namespace coopsim {

std::span<const Authority> authorities_of(CutAuthority whose);

Money authority_total(const Appropriations& money, Authority who, int year);

// The appropriation of the fiscal year in which `day` lies is edited from then to its end.
void add_cut_edit(Edits& edits, Authority who, Time day);

// Reports a day before policies start, or one on which a fiscal year opens. (`conflicts` reports
// days after the end.)
bool can_fall_on(Funding& funding, CutAuthority whose, Time day);

// `share` of the fiscal year's appropriation of every account; nothing if it is zero.
void announce_cut(Announcements& calendar, Authority who, Time day, double share);

}  // namespace coopsim
