// SPDX-License-Identifier: Apache-2.0
#include "policies/group_study.hpp"

#include <algorithm>
#include <array>

#include "policies/assignment.hpp"

namespace coopsim {
namespace {

constexpr std::array groups = {Account::B8};

}  // namespace

void GroupStudy::edits(Edits& edits) const {
  edits.push_back({"the study groups", fiscal_day(from)});
  edit_targets(edits, groups, target, fiscal_day(from));
}

// Money for as many whole groups as it pays for already is left as it is.
void GroupStudy::fund(Funding& funding) const {
  const StudyGroupParameters& p = funding.parameters().study_groups;
  const double scale = funding.parameters().budget.scale;
  for (const auto& step : firms.steps)
    if (step.value > double(p.most_firms))
      return funding.problem(
          "more firms in study groups than can be led",
          "allowed: " + std::to_string(p.most_firms) + " (study_groups.most_firms)");
  const Money group{p.firm_year.thousand * p.size};
  assign_from(from, Account::B8, name, funding, [&](int year, Money held) {
    const double* wanted = in_force(firms, year);
    if (!wanted) return held;
    const Money needed = portion(group, scale * *wanted / double(size));
    return whole_units(held, group) == whole_units(needed, group) ? held : needed;
  });
}

void GroupStudy::announce(Announcements& calendar) const {
  const Time when = fiscal_day(std::max(from, calendar.policies_start()));
  calendar.at(when, GroupSizeChanged{size});
  announce_targets(calendar, when, groups, target);
}

}  // namespace coopsim
