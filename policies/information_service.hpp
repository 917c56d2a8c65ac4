// SPDX-License-Identifier: Apache-2.0
// How much service the enterprise research centre and its two-way site (C5) give.
#pragma once
#include "policies/date_and_target.hpp"

namespace coopsim {

struct ServiceLevel {
  static constexpr std::string_view name = "information_service";
  static constexpr Label label = {"Research centre and site", "연구센터·정보 사이트 수준"};
  static constexpr std::string_view meaning =
      "sets the level of service of the research centre and site; account C5 is given the money "
      "for "
      "it by the rule of funding, or gives back what a lower level does not need";

  double level = 1;
  Time from = {};

  void edits(Edits& edits) const;
  void fund(Funding& funding) const;
  friend bool operator==(const ServiceLevel&, const ServiceLevel&) = default;
};

constexpr auto fields(Of<ServiceLevel>) {
  using L = ServiceLevel;
  constexpr auto choice = assumption("L17, F26, F34: a planner's choice");
  return FieldList{field("level", &L::level, "1", {0, 1}, {"level", "서비스 수준"},
                         "level of service, 1 is full service (information.full_service)", choice),
                   fiscal_from_field<L>(choice)};
}
static_assert(declares_every_member<ServiceLevel>);

}  // namespace coopsim
