// SPDX-License-Identifier: Apache-2.0
// What each lever of a programme does first: direction and size, in whole replications. The status
// quo is policy 0, the lever policy 1; policies start in 1996.
#include <catch2/catch.hpp>

#include <cmath>

#include "tests/policies/all_programmes.hpp"

using namespace coopsim;
using namespace coopsim::testing;
using enum coopsim::Account;

TEST_CASE("twice the candidates: the centre finds twice as many, and their cases cost C1 more") {
  OutsourcingCandidates twice;
  twice.a_year = 70;
  const Results results(with_levers(all_programmes(), twice), 4);
  CHECK(results("outsourcing_candidates", 1995, 1) == results("outsourcing_candidates", 1995, 0));
  // 1 to 2 firms of those found may have left before their day.
  CHECK(results("outsourcing_candidates", 1997, 1) ==
        Approx(2 * results("outsourcing_candidates", 1997, 0)).margin(1));
  CHECK(results("budget_appropriated", 1997, 1, C1, Split::account) ==
        Approx(475'000));  // + 35 x 5
  CHECK(results("budget_appropriated", 1997, 1) == results("budget_appropriated", 1997, 0));
}

TEST_CASE("more case managers shorten the line, so that deals come sooner; they cost their wages") {
  Scenario scenario = all_programmes();
  scenario.parameters.outsourcing.case_managers = 1;
  scenario.parameters.outsourcing.cases_a_manager = 5;
  CaseManagers ten;
  ten.managers = 10;
  ten.manager_cost = krw_million(10);
  const Results results(with_levers(scenario, ten), 6);
  CHECK(results("deals_started", 1998, 1, C1, Split::channel) >
        1.5 * results("deals_started", 1998, 0, C1, Split::channel));
  CHECK(results("budget_appropriated", 1997, 1, C1, Split::account) ==
        Approx(390'000));  // + 9 x 10
  CHECK(results("outsourcing_candidates", 1997, 1) == results("outsourcing_candidates", 1997, 0));
}

TEST_CASE("pre-screening lifts the quotation's chance, and always costs what it needs") {
  CaseManagers always, never;
  always.prescreening = Prescreening::always;
  never.prescreening = Prescreening::never;
  Scenario scenario = with_levers(all_programmes(), always);
  add_policy(scenario, {make_lever(never)});
  const Results results(scenario, 12);
  // Without reluctance's part: from .6 to 1 / (1 + exp(-(ln(.6 / .4) + .4))) = .691, 1.15 times.
  double with = 0, without = 0;
  for (int year = 1996; year <= 1997; ++year) {
    with += results("outsourcing_conversion", year, 1);
    without += results("outsourcing_conversion", year, 2);
  }
  CHECK(with / without > 1.05);
  CHECK(with / without < 1.3);
  CHECK(results("budget_appropriated", 1997, 1, C1, Split::account) == Approx(400'000));
  CHECK(results("budget_appropriated", 1997, 2, C1, Split::account) == Approx(300'000));
}

TEST_CASE("fairs of twice the size have twice the places and about twice the consultations") {
  Fairs twice;
  twice.consultations = 2;
  const Results results(with_levers(all_programmes(), twice), 4);
  const auto ratio = [&](const char* id) {
    return results(id, 1997, 1, C2, Split::channel) / results(id, 1997, 0, C2, Split::channel);
  };
  CHECK(results("fair_places", 1997, 0, C2, Split::channel) == 100);  // 150 / 1.5
  CHECK(results("fair_places", 1997, 1, C2, Split::channel) == 200);
  CHECK(ratio("consultations") == Approx(2).epsilon(.1));
  CHECK(results("fair_places", 1997, 1, C3, Split::channel) <
        results("fair_places", 1997, 0, C3, Split::channel));  // the others pay
}

TEST_CASE("half the service of the site: half the questions, fewer contracts per consultation") {
  ServiceLevel half;
  half.level = .5;
  Scenario scenario = all_programmes();
  scenario.parameters.trade.contract_site = 3;  // so that few replications show it
  const Results results(with_levers(scenario, half), 6);
  CHECK(results("information_level", 1997, 0) == Approx(1));
  CHECK(results("information_level", 1997, 1) == Approx(.5));
  double before = 0, after = 0;
  for (int year = 1996; year <= 1998; ++year) {
    before += results("questions_asked", year, 0);
    after += results("questions_asked", year, 1);
  }
  CHECK(after / before == Approx(.5).margin(.12));
  CHECK(results("contracts_per_consultation", 1997, 1) <
        .6 * results("contracts_per_consultation", 1997, 0));
}

TEST_CASE("scouting in Korea finds more firms, scouting in Japan more partners for them") {
  ScoutingEffort korea, japan;
  korea.korea = 3;
  japan.japan = 3;
  Scenario scenario = with_levers(all_programmes(), korea);
  scenario.parameters.regions.live_share = 0;  // alliances of scouting only
  add_policy(scenario, {make_lever(japan)});
  const Results results(scenario, 24);
  const auto sum = [&](const char* id, int policy) {
    double total = 0;
    for (int year = 1996; year <= 1998; ++year) total += results(id, year, policy);
    return total;
  };
  CHECK(sum("only_one_firms", 1) / sum("only_one_firms", 0) == Approx(3).margin(.5));
  CHECK(sum("only_one_firms", 2) == sum("only_one_firms", 0));
  // A partner is found with 1 - .7^3 = .657 instead of .3.
  CHECK(sum("alliances_started", 2) / sum("alliances_started", 0) == Approx(2.19).margin(.5));
  CHECK(results("budget_appropriated", 1997, 1, C7, Split::account) == Approx(400'000));
  CHECK(results("budget_appropriated", 1997, 2, C7, Split::account) == Approx(400'000));
}

TEST_CASE("five pairs of regions propose two and a half times as much as two") {
  RegionalMeetings five;
  five.pairs = 5;
  const Results results(with_levers(all_programmes(), five), 4);
  CHECK(results("regional_proposals", 1997, 1) / results("regional_proposals", 1997, 0) ==
        Approx(2.5).margin(.2));
  CHECK(results("regional_projects", 1997, 1) > results("regional_projects", 1997, 0));
}

TEST_CASE("win-win alliances and deals last longer, and Japan's reluctance falls") {
  WinWin none, all;
  none.share = 0;
  all.share = 1;
  Scenario scenario = with_levers(all_programmes(), none);
  scenario.parameters.alliances.end_hazard = scenario.parameters.trade.end_hazard = 1;
  add_policy(scenario, {make_lever(all)});
  const Results results(scenario, 6);
  CHECK(results("alliances_started", 1996, 2) == results("alliances_started", 1996, 1));
  CHECK(results("alliances_alive", 1998, 2) > 1.2 * results("alliances_alive", 1998, 1));
  CHECK(results("live_deals", 1998, 2) > 1.2 * results("live_deals", 1998, 1));
  // Each year's end .06 x benefit more; the last one comes after the count.
  CHECK(results("reluctance", 1998, 1) - results("reluctance", 1998, 2) ==
        Approx(.06 * (results("partner_benefit", 1996, 2) + results("partner_benefit", 1997, 2)))
            .margin(.004));
}

TEST_CASE("a base in Japan costs its year and lifts the chance of a contract") {
  Scenario scenario = all_programmes();
  scenario.parameters.trade.contract_base = 3;  // so that few replications show it
  BaseInJapan base;
  base.bases = 1;
  const Results results(with_levers(scenario, base), 4);
  CHECK(results("budget_spent", 1997, 1, C8, Split::account) == Approx(400'000));
  CHECK(results("budget_spent", 1997, 0, C8, Split::account) == 0);
  CHECK(results("contracts_per_consultation", 1997, 1) >
        2 * results("contracts_per_consultation", 1997, 0));
}

TEST_CASE("study groups: as many firms as asked, and more of them where a group is larger") {
  GroupStudy sixty, wide;
  sixty.firms = 60.0;
  wide.size = 8;
  Scenario scenario = with_levers(all_programmes(), sixty);
  add_policy(scenario, {make_lever(wide)});
  const Results results(scenario, 4);
  CHECK(results("study_group_firms", 1997, 0) == 12);  // 120 / 60 groups of six
  CHECK(results("study_group_firms", 1997, 1) == 60);
  CHECK(results("study_group_firms", 1997, 2) == 16);
  CHECK(results("budget_appropriated", 1997, 2, B8, Split::account) == Approx(120'000));
  CHECK(results("productivity_effect", 1998, 1) > results("productivity_effect", 1998, 0));
}

TEST_CASE("directed to new firms, the same money reaches more of them") {
  Coverage fresh;
  fresh.target.served = Asked::no;
  Coverage repeat;
  repeat.target.served = Asked::yes;
  Scenario scenario = with_levers(all_programmes(), fresh);
  add_policy(scenario, {make_lever(repeat)});
  const Results results(scenario, 4);
  CHECK(results("coverage", 1995, 1) == results("coverage", 1995, 0));
  CHECK(results("coverage", 1998, 1) > results("coverage", 1998, 0) + .02);
  CHECK(results("coverage", 1998, 2) < results("coverage", 1998, 0) - .02);
  CHECK(results("budget_appropriated", 1997, 1) == results("budget_appropriated", 1997, 0));
}

TEST_CASE("a request to Japan brings its part, assured hosts keep their places for a fee") {
  Scenario scenario = all_programmes();
  scenario.parameters.japan.reluctance_1993 = 1;
  scenario.parameters.japan.reluctance_noise = 0;
  scenario.parameters.japan.host_places = 30;  // far below the seats, so that they bind
  JapanRequest request;
  request.request = .4;
  JapanRequest hosts;
  hosts.host_assurance = 1;
  Scenario both = with_levers(scenario, request);
  add_policy(both, {make_lever(hosts)});
  const Results results(both, 4);
  // Half is Japan's, half of the request is granted.
  CHECK(results("budget_appropriated", 1997, 1, B1, Split::account) == Approx(148'500));
  // 30 places instead of 30 exp(-.5), and none withdrawn.
  CHECK(results("seats_offered", 1997, 2) / results("seats_offered", 1997, 0) ==
        Approx(std::exp(.5)).margin(.15));
  CHECK(results("host_places_withdrawn", 1997, 0) > 0);
  CHECK(results("host_places_withdrawn", 1997, 2) == 0);
  scenario.parameters.japan.host_places = 360;
  const Results fee(with_levers(scenario, hosts), 2);
  CHECK(fee("seats_offered", 1997, 0, A2, Split::course) == 20);  // 500 / 25
  CHECK(fee("seats_offered", 1997, 1, A2, Split::course) == 19);  // 500 / 26
}

TEST_CASE("a field with twice the weight has twice the projects") {
  FieldWeights machine_parts;
  machine_parts.weights = Path<Weights>(Weights{{{B1, 2}, {B2, 1}, {B3, 1}, {B4, 1}, {B5, 1}}});
  const Results results(with_levers(all_programmes(), machine_parts), 16);
  const auto openings = [&](Account account, int policy) {
    return results("cooperation_cases", 1997, policy, account, Split::field) +
           results("projects_without_partner", 1997, policy, account, Split::field);
  };
  CHECK(openings(B1, 0) == Approx(3).margin(.3));  // 135 / 45, but for firms that left
  CHECK(openings(B1, 1) == Approx(6).margin(.5));  // 270 / 45
  CHECK(openings(B2, 1) == Approx(3).margin(.3));
  CHECK(openings(B6, 1) == 0);
}

TEST_CASE("a target shuts out the others, or lets them in by their weight") {
  Fairs automobile;
  automobile.target.sectors = 1u << index(Sector::automobile);
  Fairs rather = automobile;
  rather.target.others = 2'000;
  Scenario scenario = with_levers(all_programmes(), automobile);
  add_policy(scenario, {make_lever(rather)});
  const Results results(scenario, 4);
  const auto share = [&](int policy) {
    return results("consultations", 1997, policy, cell_of(index(Sector::automobile)),
                   Split::sector) /
           results("consultations", 1997, policy);
  };
  CHECK(share(0) == Approx(.13).margin(.06));
  CHECK(share(1) == 1);
  CHECK(share(2) > share(0) + .1);
  CHECK(share(2) < 1);
}
