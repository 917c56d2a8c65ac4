// SPDX-License-Identifier: Apache-2.0
#include "policies/midyear_cut.hpp"

#include "policies/cut_in_year.hpp"

namespace coopsim {

void MidyearCut::edits(Edits& edits) const {
  for (const Authority who : authorities_of(authority)) add_cut_edit(edits, who, day());
}

void MidyearCut::fund(Funding& funding) const { can_fall_on(funding, authority, day()); }

void MidyearCut::announce(Announcements& calendar) const {
  for (const Authority who : authorities_of(authority)) announce_cut(calendar, who, day(), share);
}

}  // namespace coopsim
