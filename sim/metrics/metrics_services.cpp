// SPDX-License-Identifier: Apache-2.0
// Responses over the services of all programmes together.
#include "sim/metrics/entries.hpp"

namespace coopsim::entry {
namespace {

inline constexpr std::size_t small_classes = 2;  // 5-9 and 10-49
static_assert(size_class_of(49.9) < small_classes && size_class_of(50) == small_classes);

constexpr auto small = [](const auto& f) { return f.where.size_class < small_classes ? 1.0 : 0.0; };

// One term for each kind of service that starts.
template <auto Value>
std::vector<Term> of_services() {
  return {of<TraineeDeparted, Value>(),   of<EngagementStarted, Value>(),
          of<ProjectBegun, Value>(),      of<GroupJoined, Value>(),
          of<FairPlaceUsed, Value>(),     of<OutsourcingCandidate, Value>(),
          of<OnlyOneDiscovered, Value>(), of<AllianceStarted, Value>()};
}

}  // namespace

void add_services(std::vector<TableEntry>& table) {
  constexpr std::string_view what =
      "services that firms began to get: persons departed for training, engagements, projects and "
      "guidances, places in study groups and at fairs, outsourcing cases, Only-One firms found, "
      "alliances and joint projects; persons and places for the year of their seat, group or fair";
  table.push_back(sum("services_started", "1", {"Services started", "서비스 착수 건수"}, what,
                      by_firm, of_services<one>()));
  std::vector<Term> terms = of_services<small>();
  for (Term term : of_services<one>()) {
    term.denominator = true;
    terms.push_back(term);
  }
  table.push_back(ratio("small_firm_share", "1", {"Share of small firms", "소기업 서비스 비중"},
                        "share of services_started that went to firms below 50 staff at that time",
                        only_whole, terms));
}

}  // namespace coopsim::entry
