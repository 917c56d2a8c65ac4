// SPDX-License-Identifier: Apache-2.0
// Which worlds leave more than their responses behind: the event table and the firm-year panel.
#pragma once
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "sim/kernel/field.hpp"

namespace coopsim {

// Programmes as the event table is chosen by. Append only.
enum class RecordedProgramme : std::uint8_t {
  training,
  advice,
  cooperation,
  study_groups,
  meetings,
  trade,
  outsourcing,
  scouting,
  alliances,
  regions,
  information
};
inline constexpr std::size_t recorded_programme_count = 11;
constexpr std::array<std::string_view, recorded_programme_count> names(Of<RecordedProgramme>) {
  return {"training",    "advice",   "cooperation", "study_groups", "meetings",   "trade",
          "outsourcing", "scouting", "alliances",   "regions",      "information"};
}

// Some of them; all if nothing is said.
struct ProgrammeChoice {
  std::uint16_t bits = (1u << recorded_programme_count) - 1;
  friend bool operator==(ProgrammeChoice, ProgrammeChoice) = default;
  constexpr bool has(RecordedProgramme one) const { return bits >> unsigned(one) & 1u; }
};

// Policies by name. Empty: none.
struct PolicyNames {
  std::vector<std::string> names;
  friend bool operator==(const PolicyNames&, const PolicyNames&) = default;
  bool has(std::string_view policy) const {
    for (const std::string& name : names)
      if (name == policy) return true;
    return false;
  }
};

struct EventsParameters {
  PolicyNames policies;
  ProgrammeChoice programmes;
  int first_replication = 0;
  int replications = 1;
  bool history = true;
};

struct PanelParameters {
  PolicyNames policies;
  int first_replication = 0;
  int replications = 1;
  bool history = true;
};

// Whether a table is kept of this replication, under one policy at least.
template <class Table>
bool records_replication(const Table& table, int replication) {
  return !table.policies.names.empty() && replication >= table.first_replication &&
         replication - table.first_replication < table.replications;
}

constexpr auto fields(Of<EventsParameters>) {
  using E = EventsParameters;
  return FieldList{
      field("policies", &E::policies, "1", {}, {"policies", "정책"},
            "policies whose events are written, one row each, to group events of the result; none "
            "if not given",
            assumption("a choice")),
      field("programmes", &E::programmes, "1", {}, {"programmes", "사업"},
            "programmes whose events are written", assumption("a choice")),
      field("first_replication", &E::first_replication, "1", {0, 1e6},
            {"first replication", "첫 반복"}, "first replication that is written",
            assumption("a choice")),
      field("replications", &E::replications, "1", {1, 1e6}, {"replications", "반복 수"},
            "replications that are written, from the first one on", assumption("a choice")),
      field("history", &E::history, "1", {}, {"with history", "과거 포함"},
            "whether events that ended before policies_start are written too, the same under every "
            "policy",
            assumption("as the responses do"))};
}
static_assert(declares_every_member<EventsParameters>);

constexpr auto fields(Of<PanelParameters>) {
  using P = PanelParameters;
  return FieldList{
      field("policies", &P::policies, "1", {}, {"policies", "정책"},
            "policies whose firms are written, one row a firm and year, to group panel of the "
            "result; none if not given",
            assumption("a choice")),
      field("first_replication", &P::first_replication, "1", {0, 1e6},
            {"first replication", "첫 반복"}, "first replication that is written",
            assumption("a choice")),
      field("replications", &P::replications, "1", {1, 1e6}, {"replications", "반복 수"},
            "replications that are written, from the first one on", assumption("a choice")),
      field("history", &P::history, "1", {}, {"with history", "과거 포함"},
            "whether the years before policies_start are written too, the same under every policy",
            assumption("as the responses do"))};
}
static_assert(declares_every_member<PanelParameters>);

}  // namespace coopsim
