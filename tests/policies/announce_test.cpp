// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "tests/policies/table_2_2.hpp"

using namespace coopsim;

namespace {

// Keeps what is announced, in order.
class Notebook final : public Announcements {
 public:
  void at(Time when, const Change& change) override { entries.push_back({when, change}); }
  Time policies_start() const override { return date(2007, 1, 1); }
  std::vector<std::pair<Time, Change>> entries;
};

std::vector<std::pair<Time, Change>> announced_by(const PolicyLeverPtr& lever) {
  Notebook notebook;
  lever->announce(notebook);
  return notebook.entries;
}

// The only change that a lever announces, which must come at `when`.
template <class C, class L>
C only_change(L lever, Time when) {
  const auto entries = announced_by(make_lever(std::move(lever)));
  REQUIRE(entries.size() == 1);
  CHECK(entries[0].first == when);
  REQUIRE(std::holds_alternative<C>(entries[0].second));
  return std::get<C>(entries[0].second);
}

std::vector<std::pair<Authority, int>> rescissions(const PolicyLeverPtr& lever, Time when) {
  std::vector<std::pair<Authority, int>> found;
  for (const auto& [at, change] : announced_by(lever)) {
    CHECK(at == when);
    const auto& cut = std::get<Rescinded>(change);
    found.push_back({cut.authority, cut.parts_per_million});
  }
  return found;
}
using Cuts = std::vector<std::pair<Authority, int>>;

}  // namespace

TEST_CASE("levers that only plan money announce nothing") {
  for (const auto& lever : table_2_2::announced_path()) CHECK(announced_by(lever).empty());
  CHECK(announced_by(make_lever(Total{})).empty());
  CHECK(announced_by(make_lever(AnnouncedCut{})).empty());
}

TEST_CASE("an abrupt cut takes its share of the year from both authorities on its day") {
  AbruptCut cut;
  cut.on = date(2007, 7, 1);
  cut.share = .2;
  CHECK(rescissions(make_lever(cut), cut.on) ==
        Cuts{{Authority::korea, 200'000}, {Authority::japan, 200'000}});
  cut.authority = CutAuthority::japan;
  CHECK(rescissions(make_lever(cut), cut.on) == Cuts{{Authority::japan, 200'000}});
}

TEST_CASE("an abrupt cut of the yearly rate takes the part of the fiscal year that is left") {
  AbruptCut cut;
  cut.on = date(2007, 7, 1);
  cut.share = .2;
  cut.measure = CutMeasure::rate;
  // 1 July leaves 6 of 12 months of Korea's year and 9 of 12 of Japan's: .2 x .5 and .2 x .75.
  CHECK(rescissions(make_lever(cut), cut.on) ==
        Cuts{{Authority::korea, 100'000}, {Authority::japan, 150'000}});
}

TEST_CASE("what is left of a fiscal year is counted in months, and days within a month") {
  CHECK(year_left(Authority::korea, date(2007, 1, 1)) == 1);
  CHECK(year_left(Authority::korea, date(2007, 10, 1)) == .25);
  CHECK(year_left(Authority::japan, date(2007, 4, 1)) == 1);
  CHECK(year_left(Authority::japan, date(2008, 1, 1)) == .25);
  CHECK(year_left(Authority::japan, date(2008, 3, 1)) == Approx(1. / 12));
  CHECK(year_left(Authority::korea, date(2007, 11, 16)) == Approx(1.5 / 12));  // 15 of 30 days
}

TEST_CASE("an abrupt cut of nothing announces nothing") {
  AbruptCut cut;
  cut.on = date(2007, 7, 1);
  CHECK(announced_by(make_lever(cut)).empty());
}

TEST_CASE("a mid-year cut falls on 1 July and takes from the authority named") {
  MidyearCut cut;
  cut.year = 2009;
  cut.share = .1;
  CHECK(rescissions(make_lever(cut), date(2009, 7, 1)) == Cuts{{Authority::korea, 100'000}});
  cut.authority = CutAuthority::both;
  cut.share = .055;
  CHECK(rescissions(make_lever(cut), date(2009, 7, 1)) ==
        Cuts{{Authority::korea, 55'000}, {Authority::japan, 55'000}});
}

TEST_CASE("a lever with a date announces its change then, one without when policies start") {
  Selection rule;
  rule.rule = SelectionRule::lottery;
  CHECK(only_change<SelectionChanged>(rule, date(2007, 1, 1)).rule == SelectionRule::lottery);
  rule.from = date(2010, 3, 15);
  CHECK(only_change<SelectionChanged>(rule, date(2010, 3, 15)).rule == SelectionRule::lottery);
  rule.from = date(1999, 1, 1);
  only_change<SelectionChanged>(rule, date(2007, 1, 1));
}

TEST_CASE("each lever announces its own change with its settings") {
  const Time day = date(2008, 1, 1);
  const auto courses = only_change<AssociationsChanged>(AssociationCourses{6, 2, day}, day);
  CHECK(courses.associations == 6);
  CHECK(courses.interval_years == 2);
  CHECK(only_change<RecruitmentChanged>(Recruitment{1.5, day}, day).effort == 1.5);
  CHECK(only_change<LongShareChanged>(LongShortMix{.8, day}, day).share == .8);
  CHECK(only_change<SubsidyChanged>(Subsidy{.5, day}, day).share == .5);
  CHECK(only_change<MatchingDaysChanged>(MatchingDays{6, day}, day).days_a_year == 6);
}

TEST_CASE("concentration and the weights of indicators announce what the review goes by") {
  const Time day = date(2008, 1, 1);
  const auto strength = only_change<ConcentrationChanged>(Concentration{1, 6, day}, day);
  CHECK(strength.strength == 1);
  CHECK(strength.fields == 6);
  const auto output =
      only_change<IndicatorsChanged>(IndicatorWeights{.6, 0, .2, .2, 1.5, day}, day);
  CHECK(output.delivered == 60);
  CHECK(output.gain == 0);
  CHECK(output.applications == 20);
  CHECK(output.execution == 20);
  CHECK(output.noise == 1.5f);
}

TEST_CASE("follow-up visits cost two million a seat, a bond costs nothing") {
  const auto changes = [](const Retention& lever) {
    const auto entries = announced_by(make_lever(lever));
    REQUIRE(entries.size() == 2);
    CHECK(entries[0].first == date(2008, 1, 1));
    CHECK(entries[1].first == date(2008, 1, 1));
    return std::pair(std::get<RetentionChanged>(entries[0].second),
                     std::get<SeatCostChanged>(entries[1].second));
  };
  const auto [both, cost] = changes({.25, .5, krw_million(2), date(2008, 1, 1)});
  CHECK(both.follow_up == .25f);
  CHECK(both.bond == .5f);
  CHECK(cost.extra_thousand == 2'000);
  const auto [bond_only, nothing] = changes({0, .5, krw_million(2), date(2008, 1, 1)});
  CHECK(bond_only.bond == .5f);
  CHECK(nothing.extra_thousand == 0);
}
