// SPDX-License-Identifier: Apache-2.0
// How hard scouts look for Only-One firms (C7), in Korea and in Japan.
#pragma once
#include "policies/date_and_target.hpp"

namespace coopsim {

struct ScoutingEffort {
  static constexpr std::string_view name = "scouting_effort";
  static constexpr Label label = {"Only-One scouting", "온리원 발굴 노력"};
  static constexpr std::string_view meaning =
      "multiplies the search for Only-One firms: in Korea the firms found, in Japan the tries to "
      "find a firm found a partner; each side costs half of account C7, which is given the money "
      "by "
      "the rule of funding, or gives it back";

  double korea = 1;
  double japan = 1;
  TargetFirms target;
  Time from = {};

  void edits(Edits& edits) const;
  void fund(Funding& funding) const;
  void announce(Announcements& calendar) const;
  friend bool operator==(const ScoutingEffort&, const ScoutingEffort&) = default;
};

constexpr auto fields(Of<ScoutingEffort>) {
  using L = ScoutingEffort;
  constexpr auto choice = assumption("L18, F35: a planner's choice");
  return FieldList{
      field("korea", &L::korea, "1", {0, 100}, {"effort in Korea", "한국 측 발굴 노력"},
            "Korean firms found, 1 as before", choice),
      field("japan", &L::japan, "1", {0, 100}, {"effort in Japan", "일본 측 발굴 노력"},
            "tries to find a Korean Only-One firm a Japanese partner for an alliance, 1 as before",
            choice),
      target_field<L>(choice), fiscal_from_field<L>(choice)};
}
static_assert(declares_every_member<ScoutingEffort>);

}  // namespace coopsim
