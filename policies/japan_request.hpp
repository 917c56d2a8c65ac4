// SPDX-License-Identifier: Apache-2.0
// What Korea asks of Japan: more money, and that hosts keep their places.
#pragma once
#include "policies/date_and_target.hpp"

namespace coopsim {

struct JapanRequest {
  static constexpr std::string_view name = "japan_request";
  static constexpr Label label = {"Request to Japan", "일본 측 분담·연수처 요청"};
  static constexpr std::string_view meaning =
      "asks Japan for more of its money in every account, of which it grants a part, and assures "
      "host places in Japan that reluctance and lack of money would take, for a fee a seat; what "
      "Japan grants comes on top of the total";

  double request = 0;
  double granted = .5;
  double host_assurance = 0;
  Money host_fee = krw_million(1);
  Time from = {};

  void edits(Edits& edits) const;
  void fund(Funding& funding) const;
  void announce(Announcements& calendar) const;
  friend bool operator==(const JapanRequest&, const JapanRequest&) = default;
};

constexpr auto fields(Of<JapanRequest>) {
  using L = JapanRequest;
  constexpr auto choice = assumption("L24, F16, F19: a planner's choice");
  return FieldList{
      field("request", &L::request, "1", {0, 2}, {"request", "분담금 증액 요청"},
            "more money asked, as a part of what Japan plans", choice),
      field("granted", &L::granted, "1", {0, 1}, {"granted", "수용 비율"},
            "part of the request that Japan grants; unknown, sweep 0-1", assumption("[S], F19")),
      field("host_assurance", &L::host_assurance, "1", {0, 1}, {"host assurance", "연수처 보장"},
            "part of the host places that would be lost, or withdrawn, which is kept", choice),
      field("host_fee", &L::host_fee, "KRW/person", {0, 1e9}, {"host fee", "연수처 수수료"},
            "of a training seat while hosts are assured; the course's account pays it",
            assumption("[S]")),
      fiscal_from_field<L>(choice)};
}
static_assert(declares_every_member<JapanRequest>);

}  // namespace coopsim
