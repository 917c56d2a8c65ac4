// SPDX-License-Identifier: Apache-2.0
// The scenarios that come with the program: they load without a remark, and plan the money that
// docs/model.md says. Amounts in KRW million, written down by hand from the sources.
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <sstream>

#include "scenarios/reader.hpp"

using namespace coopsim;

namespace {

using Column = std::array<std::int64_t, account_count>;

// clang-format off
//                          A1   A2   A3   A4   A5   A6   B1   B2   B3   B4   B5   B6   B7   B8   B9  B10  B11   C1   C2   C3   C4   C5   C6   C7 C8  head
constexpr Column y1993  = {270,1900,  96,  60, 260, 264,  45,  45,  45,   0,   0,   0,   0,   0,   0,   0, 200,   0,  29,  30,   0,   0, 100,   0, 0,  456};
constexpr Column y1994  = {504,3500, 168, 100, 481, 497,  45,  45,  45,  45,  45,  45,   0,  60,  45,  45, 320,   0,  40,  30,   0,   0, 100,   0, 0,  840};
constexpr Column y1995  = {648,4500, 216, 120, 624, 642,  45,  45,  45,  45,  45,  45,   0,  60,  45,  45, 400,   0,  30,  30,  90,   0, 200,   0, 0, 1080};
constexpr Column y2006  = {648,2300, 216, 120, 624, 142, 135, 135, 135, 135, 135, 135, 500, 120, 135, 135, 400, 300, 150, 150, 270, 500, 200, 200, 0, 1080};
constexpr Column s02_07 = {576,1800, 192, 120, 572, 115, 135, 135, 135, 135, 135, 135, 650, 180, 135, 135, 400, 400, 225, 225, 360, 575, 200, 250, 0, 1080};
constexpr Column s02_08 = {576,1600, 120,  60, 234, 110, 135, 135, 135, 135, 135, 135, 850, 240, 135, 135, 400, 400, 300, 300, 450, 600, 300, 300, 0, 1080};
// clang-format on

Scenario load(const std::string& name, std::vector<std::string> overrides = {}) {
  ReadOptions options;
  options.overrides = std::move(overrides);
  const auto reading = read_scenario_with_notes(
      std::string(COOPSIM_SOURCE_DIR "/scenarios/") + name + ".toml", options);
  CHECK(reading.notes.empty());
  return reading.scenario;
}

const Policy& policy(const Scenario& scenario, std::string_view name) {
  for (const Policy& each : scenario.policies)
    if (each.name == name) return each;
  FAIL("no policy " << name.data());
  throw std::logic_error("unreachable");
}

void check_year(const Policy& policy, int year, const Column& expected) {
  for (std::size_t i = 0; i < account_count; ++i) {
    CAPTURE(policy.name, year, i);
    CHECK(policy.money.of(static_cast<Account>(i), year) == krw_million(expected[i]));
  }
}

Money part(const Policy& policy, Authority who, int year) {
  Money sum;
  for (std::size_t i = 0; i < account_count; ++i)
    sum += policy.money.of(static_cast<Account>(i), who, year);
  return sum;
}

}  // namespace

TEST_CASE("the history plans each account as documented, and each authority's part of E8") {
  const Scenario scenario = load("kjc_history");
  REQUIRE(scenario.policies.size() == 1);
  const Policy& history = scenario.policies[0];
  CHECK(history.baseline);
  check_year(history, 1993, y1993);
  check_year(history, 1994, y1994);
  for (int year = 1995; year <= 2005; ++year) check_year(history, year, y1995);
  check_year(history, 2006, y2006);
  CHECK(part(history, Authority::korea, 1993) == krw_million(1'800));
  CHECK(part(history, Authority::korea, 1994) == krw_million(3'340));
  CHECK(part(history, Authority::korea, 2005) == krw_million(4'300));
  CHECK(part(history, Authority::korea, 2006) == krw_million(4'700));
  CHECK(part(history, Authority::japan, 2006) == krw_million(4'300));
}

TEST_CASE("the study of 2007 has six policies over the same past, the status quo as baseline") {
  const Scenario scenario = load("kjc_2007");
  std::vector<std::string> names;
  for (const Policy& each : scenario.policies) names.push_back(each.name);
  CHECK(names == std::vector<std::string>{"status_quo", "announced_path", "abrupt_cut",
                                          "cut_without_reuse", "dankai", "training_restored"});
  for (const Policy& each : scenario.policies) {
    CHECK(each.baseline == (each.name == "status_quo"));
    CHECK_FALSE(each.label_en.empty());
    CHECK_FALSE(each.label_ko.empty());
    check_year(each, 1993, y1993);
    check_year(each, 2006, y2006);
  }
  CHECK(scenario.parameters.run.end == date(2017, 1, 1));
  CHECK(scenario.parameters.run.policies_start == date(2007, 1, 1));
  CHECK(scenario.parameters.run.knowledge == Knowledge::ex_ante_2007);
}

TEST_CASE("the status quo goes on as 2006, the announced path follows its table") {
  const Scenario scenario = load("kjc_2007");
  for (int year = 2007; year <= 2016; ++year)
    check_year(policy(scenario, "status_quo"), year, y2006);
  const Policy& announced = policy(scenario, "announced_path");
  check_year(announced, 2007, s02_07);
  for (int year = 2008; year <= 2016; ++year) check_year(announced, year, s02_08);
  CHECK(part(announced, Authority::korea, 2008) == krw_million(4'800));
}

TEST_CASE("the abrupt cut leaves four fifths of the announced path from 2008") {
  const Scenario scenario = load("kjc_2007");
  const Policy& abrupt = policy(scenario, "abrupt_cut");
  check_year(abrupt, 2007, s02_07);
  for (std::size_t i = 0; i < account_count; ++i)
    CHECK(abrupt.money.of(static_cast<Account>(i), 2008).thousand == s02_08[i] * 800);
  CHECK(abrupt.money.total(2016) == krw_million(7'200));
}

TEST_CASE("a cut without reuse leaves other programmes as in 2006") {
  const Scenario scenario = load("kjc_2007");
  const Policy& cut = policy(scenario, "cut_without_reuse");
  for (std::size_t i = 0; i < account_count; ++i) {
    const auto account = static_cast<Account>(i);
    const bool training = i < course_count;
    CHECK(cut.money.of(account, 2007) == krw_million(training ? s02_07[i] : y2006[i]));
    CHECK(cut.money.of(account, 2016) == krw_million(training ? s02_08[i] : y2006[i]));
  }
  CHECK(cut.money.total(2007) == krw_million(8'325));
  CHECK(cut.money.total(2008) == krw_million(7'650));
}

TEST_CASE("dankai gives retired engineers 60 % of what training loses") {
  const Scenario scenario = load("kjc_2007");
  const Policy& dankai = policy(scenario, "dankai");
  // 500 + .6 x 675 and 500 + .6 x 1,350; study groups 120 + 270 x 60/525 and 120 + 540 x 120/1,000.
  CHECK(dankai.money.of(Account::B7, 2007) == krw_million(905));
  CHECK(dankai.money.of(Account::B7, 2008) == krw_million(1'310));
  CHECK(dankai.money.of(Account::B8, 2007).thousand == 150'857);
  CHECK(dankai.money.of(Account::B8, 2008).thousand == 184'800);
  CHECK(dankai.money.training(2008) == krw_million(2'700));
  CHECK(dankai.money.total(2008) == krw_million(9'000));
}

TEST_CASE("training restored is training of 1995, all else shrinks alike") {
  const Scenario scenario = load("kjc_2007");
  const Policy& restored = policy(scenario, "training_restored");
  for (std::size_t i = 0; i < course_count; ++i)
    CHECK(restored.money.of(static_cast<Account>(i), 2007) == krw_million(y1995[i]));
  CHECK(restored.money.of(Account::head_office, 2007) == krw_million(1'080));
  // 500 x 1,170 / 3,870 = 151.163 million.
  CHECK(restored.money.of(Account::B7, 2007).thousand == Approx(151'163).margin(1));
  CHECK(restored.money.total(2016) == krw_million(9'000));
}

TEST_CASE("what is known of the years after 2006 is one of two overlays") {
  const Scenario before = load("kjc_2007");
  const Scenario after = load("kjc_2007", {"run.knowledge=ex_post"});
  CHECK(before.parameters.macro.known_to == 2006);
  CHECK(after.parameters.macro.known_to == 2016);
  CHECK(before.parameters.firms.catch_up_later == .02);
  CHECK(after.parameters.firms.catch_up_later == 0);
  for (const Scenario* each : {&before, &after})
    CHECK(each->parameters.advice.registrations.at(date(2006, 6, 1)) == 0);
  CHECK(before.parameters.advice.registrations.at(date(2012, 1, 1)) == 95);
  CHECK(after.parameters.advice.registrations.at(date(2012, 1, 1)) == 76);
  // E7: Japan's guidance programme closed at the end of 2009; eight accounts share its money.
  const Policy& quo = policy(after, "status_quo");
  CHECK(quo.money.of(Account::B11, 2009) == krw_million(400));
  CHECK(quo.money.of(Account::B11, 2010) == Money{});
  CHECK(quo.money.of(Account::B1, 2010) == krw_million(185));
  CHECK(quo.money.of(Account::B10, 2010) == krw_million(185));
  CHECK(quo.money.total(2010) == krw_million(9'000));
  CHECK(policy(before, "status_quo").money.of(Account::B11, 2010) == krw_million(400));
}

TEST_CASE("the study with reviews adds policies on the announced path, and marks its stresses") {
  const Scenario scenario = load("kjc_2007_review");
  std::map<std::string, bool> stress;
  for (const Policy& each : scenario.policies) stress[each.name] = each.stress;
  CHECK(stress.size() == 12);
  for (const char* name : {"japan_funding_ends", "weak_yen", "recession_2009"})
    CHECK(stress.at(name));
  for (const char* name :
       {"status_quo", "dankai", "concentrate", "concentrate_output", "dankai_safeguarded"})
    CHECK_FALSE(stress.at(name));
  for (const char* name : {"concentrate", "concentrate_output", "weak_yen", "recession_2009"})
    CHECK(policy(scenario, name).money == policy(scenario, "announced_path").money);
  const Policy& ends = policy(scenario, "japan_funding_ends");
  CHECK(part(ends, Authority::japan, 2009) == krw_million(4'200));
  CHECK(part(ends, Authority::japan, 2010) == Money{});
  CHECK(part(ends, Authority::korea, 2010) == krw_million(4'800));
}

TEST_CASE("the small study is the same at a twentieth") {
  const Scenario scenario = load("kjc_small");
  CHECK(scenario.parameters.firms.count == 500);
  CHECK(scenario.policies.size() == 6);
  CHECK(policy(scenario, "status_quo").money.total(2010) == krw_million(450));
}

TEST_CASE("other readings of the training share plan the same past and total") {
  const Scenario scenario = load("kjc_2007_readings");
  const Policy& later = policy(scenario, "announced_from_2008");
  check_year(later, 2007, y2006);
  for (int year = 2008; year <= 2016; ++year) check_year(later, year, s02_08);
  const Policy& less = policy(scenario, "training_to_15");
  check_year(less, 2007, s02_07);
  CHECK(less.money.training(2012) == krw_million(1'350));
  CHECK(less.money.total(2012) == krw_million(9'000));
  for (std::size_t i = 0; i < account_count; ++i) {
    const auto account = static_cast<Account>(i);
    const bool kept = account == Account::B11 || account == Account::head_office;
    const double factor = i < course_count ? .5 : kept ? 1 : 6170. / 4820;
    CAPTURE(i);
    CHECK(double(less.money.of(account, 2012).thousand) ==
          Approx(1000. * double(s02_08[i]) * factor).margin(10));
  }
}

TEST_CASE(
    "every policy of the study, and every lever, says where it comes from and how sure that is") {
  for (const std::string name :
       {"kjc_history", "kjc_2007", "kjc_2007_review", "kjc_2007_readings"}) {
    const std::string text = load(name).effective_toml;
    std::istringstream policies(text.substr(text.find("[[policy]]")));
    std::set<std::string> own;  // keys of the policy at hand
    const auto check_own = [&] {
      CHECK((own.empty() || own.count("source") + own.count("confidence") == 2));
    };
    for (std::string line; std::getline(policies, line);) {
      CAPTURE(name, line);
      const std::string key = line.substr(0, line.find(' '));
      if (line == "[[policy]]")
        check_own(), own.clear();
      else
        own.insert(key);
      if (line.find("= {") == line.npos || key == "label") continue;
      CHECK(line.find(", source = \"") != line.npos);
      CHECK(line.find(", confidence = \"") != line.npos);
    }
    check_own();
  }
}

TEST_CASE("the study states every parameter itself, each with source and confidence") {
  // Lines `key = { ... }` below `[section]`; policies and titles have no source.
  std::set<std::string> stated;
  for (const std::string name : {"kjc_history", "kjc_2007"}) {
    std::ifstream file(COOPSIM_SOURCE_DIR "/scenarios/" + name + ".toml");
    REQUIRE(file);
    std::string section;
    for (std::string line; std::getline(file, line);) {
      std::smatch found;
      if (std::regex_match(line, found, std::regex("\\[+([A-Za-z0-9_.]+)\\]+.*")))
        section = found[1];
      else if (section != "policy" && !section.empty() &&
               std::regex_match(line, found, std::regex("([a-z_0-9]+) += .*"))) {
        CAPTURE(name, line);
        CHECK(line.find("source = \"") != line.npos);
        CHECK(line.find("confidence = \"") != line.npos);
        stated.insert(section + "." + found[1].str());
      }
    }
  }
  stated.insert("advice.registrations");  // in [knowledge.*]
  for (const std::string knowledge : {"ex_ante_2007", "ex_post"})
    CHECK(stated.count("knowledge." + knowledge + ".advice.registrations") == 1);
  const auto reading =
      read_scenario_with_notes(std::string(COOPSIM_SOURCE_DIR "/scenarios/kjc_2007.toml"));
  CHECK(reading.provenance.size() > 200);
  for (const Provenance& each : reading.provenance) {
    CAPTURE(each.path);
    CHECK(stated.count(each.path) == 1);
  }
}
