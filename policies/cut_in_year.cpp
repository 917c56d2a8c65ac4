// SPDX-License-Identifier: Apache-2.0
#include "policies/cut_in_year.hpp"

#include <cmath>

#include "policies/funding.hpp"
#include "policies/words.hpp"

namespace coopsim {
namespace {

std::string country(Authority who) { return who == Authority::korea ? "Korea" : "Japan"; }

}  // namespace

std::span<const Authority> authorities_of(CutAuthority whose) {
  const std::span<const Authority> both = authorities;
  if (whose == CutAuthority::both) return both;
  return both.subspan(whose == CutAuthority::korea ? 0 : 1, 1);
}

Money authority_total(const Appropriations& money, Authority who, int year) {
  Money sum;
  for (std::size_t i = 0; i < account_count; ++i)
    sum += money.of(static_cast<Account>(i), who, year);
  return sum;
}

void add_cut_edit(Edits& edits, Authority who, Time day) {
  const int year = fiscal_year(who).of(day);
  edits.push_back({country(who) + "'s appropriation of fiscal year " + std::to_string(year), day,
                   fiscal_year(who).end(year)});
}

bool can_fall_on(Funding& funding, CutAuthority whose, Time day) {
  const Time start = funding.parameters().run.policies_start;
  if (day < start) {
    funding.problem("the cut falls on " + in_words(day) + ", before policies start",
                    "allowed: from " + in_words(start) + " on");
    return false;
  }
  for (const Authority who : authorities_of(whose)) {
    if (fiscal_year(who).start(year_of(day)) != day) continue;
    funding.problem(country(who) + "'s fiscal year opens on " + in_words(day) +
                        ": nothing is appropriated yet that could be taken back",
                    "use announced_cut, or a later day");
    return false;
  }
  return true;
}

void announce_cut(Announcements& calendar, Authority who, Time day, double share) {
  const auto ppm = static_cast<std::int32_t>(std::round(share * 1e6));
  if (ppm > 0) calendar.at(day, Rescinded{who, ppm});
}

}  // namespace coopsim
