// SPDX-License-Identifier: Apache-2.0
// Rows of one firm under two policies: which are the same, which went otherwise, which are one's.
#include "analysis/firm_story.hpp"

#include <catch2/catch.hpp>

#include "analysis/fact_differences.hpp"

using namespace coopsim;

namespace {

constexpr FirmId firm{7, 1};

EventRow need(Time asked, Time ended, EventResult result, FirmId of = firm) {
  return {
      .kind = EventKind::adviser_need,
      .account = Account::B7,
      .firm = of,
      .asked = asked,
      .started = result == EventResult::served ? ended : no_day,
      .ended = ended,
      .result = result,
      .cause = result == EventResult::served ? EventCause::completed : EventCause::out_of_patience};
}

const Time may = date(2008, 5, 1), june = date(2008, 6, 1), july = date(2008, 7, 1);

}  // namespace

TEST_CASE("equal rows are no difference, and rows of others no business of a firm", "[explain]") {
  const std::vector<EventRow> rows = {need(may, june, EventResult::served),
                                      need(june, july, EventResult::not_served)};
  CHECK(differing_events(rows, rows, firm).empty());
  const std::vector<EventRow> other = {need(may, june, EventResult::served, {7, 2}),
                                       need(may, june, EventResult::served, {8, 1})};
  CHECK(differing_events(other, {}, firm).empty());
}

TEST_CASE("one event that went otherwise stands once, in the order of its day", "[explain]") {
  const std::vector<EventRow> a = {need(june, july, EventResult::not_served),
                                   need(may, july, EventResult::not_served)};
  const std::vector<EventRow> b = {need(may, june, EventResult::served)};
  const auto pairs = differing_events(a, b, firm);
  REQUIRE(pairs.size() == 2);
  REQUIRE(pairs[0].a);
  REQUIRE(pairs[0].b);
  CHECK(pairs[0].a->result == EventResult::not_served);
  CHECK(pairs[0].b->result == EventResult::served);
  CHECK(pairs[1].a);
  CHECK(!pairs[1].b);
  CHECK(pairs[1].either().asked == june);
}

TEST_CASE("of three equal rows here and two there one is left", "[explain]") {
  const EventRow row = need(may, june, EventResult::served);
  const auto pairs = differing_events(std::vector{row, row, row}, std::vector{row, row}, firm);
  REQUIRE(pairs.size() == 1);
  CHECK(pairs[0].a);
  CHECK(!pairs[0].b);
}

TEST_CASE("facts differ in the response that counts them", "[explain]") {
  const std::vector<Fact> a = {SeatsOffered{2008, Account::A2, 20}};
  const std::vector<Fact> b = {SeatsOffered{2008, Account::A2, 12}};
  CHECK(same_facts(a, a));
  CHECK(!same_facts(a, b));
  CHECK(!same_facts(a, {}));
  const auto found = fact_differences(a, b);
  REQUIRE(!found.empty());
  CHECK(found[0].account == Account::A2);
  CHECK(found[0].a == 20);
  CHECK(found[0].b == 12);
  CHECK(!found[0].metric->label.ko.empty());
}

TEST_CASE("facts of other firms are others, though their sums are the same", "[explain]") {
  const Where here{Sector::moulds, Region::busan, 1}, there{Sector::optics, Region::daegu, 1};
  const std::vector<Fact> a = {NeedPosted{2008, here}}, b = {NeedPosted{2008, there}};
  CHECK(!same_facts(a, b));
  CHECK(fact_differences(a, b).empty());
}

TEST_CASE("where sums agree the means are told", "[explain]") {
  const Where where{Sector::moulds, Region::busan, 1};
  const std::vector<Fact> a = {NeedServed{2008, where, 40, true}};
  const std::vector<Fact> b = {NeedServed{2008, where, 30, true}};
  const auto found = fact_differences(a, b);
  REQUIRE(found.size() == 1);
  CHECK(found[0].metric->id == "advice_wait");
  CHECK(found[0].a == 40);
  CHECK(found[0].b == 30);
}
