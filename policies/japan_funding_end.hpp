// SPDX-License-Identifier: Apache-2.0
// Japan ends its part of the money, wholly or partly, from one of its fiscal years on. A stress,
// not a choice: nobody in Korea decides it.
#pragma once
#include "policies/lever.hpp"
#include "policies/lever_values.hpp"

namespace coopsim {

struct JapanFundingEnd {
  static constexpr std::string_view name = "japan_funding_end";
  static constexpr Label label = {"End of Japanese funding", "일본 측 예산 지원 종료"};
  static constexpr std::string_view meaning =
      "from a fiscal year of Japan on, a share of Japan's part of every account is no longer "
      "appropriated, and on the day it opens reluctance rises; Korea's part stays";

  double share = 0;
  double reluctance = 0;
  Time from = {};

  void edits(Edits& edits) const;
  void fund(Funding& funding) const;
  void announce(Announcements& calendar) const;
  friend bool operator==(const JapanFundingEnd&, const JapanFundingEnd&) = default;
};

constexpr auto fields(Of<JapanFundingEnd>) {
  using J = JapanFundingEnd;
  constexpr auto shock = assumption("S09, F16, F19: the hazard is named, no date or size");
  return FieldList{
      field("share", &J::share, "1", {0, 1}, {"share", "종료 비율"},
            "part of Japan's money that ends; 1 is all of it", shock),
      field("reluctance", &J::reluctance, "1", {-1, 1}, {"reluctance", "기피도 상승"},
            "rise of reluctance on that day", shock),
      field("from", &J::from, "date", {}, {"from", "시작"},
            "first fiscal year of Japan without the money: the first that opens on 1 April at or"
            " after this; policies_start if not given",
            shock)};
}
static_assert(declares_every_member<JapanFundingEnd>);

}  // namespace coopsim
