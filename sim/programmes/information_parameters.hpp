// SPDX-License-Identifier: Apache-2.0
// Japan Enterprise Research Centre and the two-way information site: account C5.
#pragma once
#include "sim/kernel/field.hpp"
#include "sim/values.hpp"

namespace coopsim {

struct InformationParameters {
  Time opens = date(2007, 1, 1);
  Money full_service{500'000};  // a year
  double question_rate = .02;   // a firm and year at full service
  double analyses = 12;         // a year at full service
  double new_fields = 2;        // a year at full service
};

constexpr auto fields(Of<InformationParameters>) {
  using I = InformationParameters;
  return FieldList{
      field("opens", &I::opens, "date", {}, {"opening of the centre", "연구센터 개소일"},
            "from this day the centre and site serve firms; money before it sets them up",
            article("F26")),
      field("full_service", &I::full_service, "KRW/year", {1, 1e9},
            {"money for full service", "완전 서비스 예산"},
            "yearly money that pays for full service, before budget.scale; less gives less",
            assumption("[S]")),
      field("question_rate", &I::question_rate, "1/year", {0, 1}, {"questions", "기업 질의율"},
            "questions of a firm in a year at full service", assumption("[S]")),
      field("analyses", &I::analyses, "1/year", {0, 1e4}, {"issue analyses", "이슈분석 건수"},
            "analyses and policy proposals in a year at full service; counted, without effect",
            assumption("[S], F34")),
      field("new_fields", &I::new_fields, "1/year", {0, 1e4},
            {"new fields found", "신사업 발굴 건수"},
            "new fields of business found in a year at full service; counted, without effect",
            assumption("[S], F34"))};
}
static_assert(declares_every_member<InformationParameters>);

}  // namespace coopsim
