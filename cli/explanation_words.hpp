// SPDX-License-Identifier: Apache-2.0
// Events, facts and rows of the event table in plain words.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/fact_differences.hpp"
#include "analysis/firm_story.hpp"
#include "analysis/parting.hpp"

namespace coopsim::cli {

// "2007-07-01", "2007-07-01 09:00" if it is not midnight.
std::string moment_text(Time at);
// "CohortSelected" -> "cohort selected"; `gap` between the words.
std::string spelled_out(std::string_view name, char gap = ' ');

// A programme's identifier and its label, which is that of its parameters; a label without Korean
// where it has none.
struct ProgrammeWords {
  std::string id, label_en, label_ko;
};
ProgrammeWords programme_words(std::size_t programme);

// The firm that an event belongs to, if it is a firm's or one of its people's.
std::optional<FirmId> firm_of(EntityId who);
// "firm 4,211"; a later firm in the same place: "firm 4,211, number 2 in its place".
std::string firm_text(FirmId firm);

// In KRW million, without a unit.
std::string million_text(Money money);

// What the two did differently in their first event that differs.
struct MoneyDifference {
  Account account;
  Money a, b;
};
// Of the year's money here and there, by account, largest first. Of an event that happens in one
// world only: before it and after it.
std::vector<MoneyDifference> money_differences(const Parting& parting);
std::vector<FactDifference> fact_differences(const Parting& parting);
// "Engagements planned 61 against 38; ..." of at most `most` parts: b, then a.
std::string what_differs(const Parting& parting, std::size_t most);

// How an event of the event table went: "full result, 2007-10-01 to 2008-03-02".
std::string row_text(const EventRow& row);
// What it is: "engagement of an adviser (B7)".
std::string row_title(const EventRow& row);
Time row_date(const EventRow& row);

// "+9.1 %" of a difference of ln LP.
std::string productivity_text(double log_difference);
double productivity_percent(double log_difference);

}  // namespace coopsim::cli
