// SPDX-License-Identifier: Apache-2.0
#include "policies/catalogue.hpp"

#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>
#include <string>

using namespace coopsim;

TEST_CASE("levers have distinct names and stand in the catalogue in the order of their numbers") {
  std::set<std::string> names;
  std::size_t place = 0;
  for_each_lever([&]<class L>(Of<L>) {
    const PolicyLeverPtr lever = make_lever(L{});
    CHECK(lever->order() == place++);
    CHECK(lever->name() == L::name);
    CHECK(names.insert(std::string(L::name)).second);
    CHECK_FALSE(L::label.ko.empty());
    CHECK_FALSE(L::meaning.empty());
  });
  CHECK(place == std::tuple_size_v<Levers>);
}

TEST_CASE("each setting of a lever has a name of its own and a default that it allows") {
  for_each_lever([]<class L>(Of<L>) {
    std::set<std::string> names;
    L lever;
    for_each_field(lever, [&](const auto& setting, const auto& value) {
      CAPTURE(L::name, setting.name);
      CHECK(names.insert(std::string(setting.name)).second);
      double number = setting.range.least;
      if constexpr (std::is_arithmetic_v<std::remove_cvref_t<decltype(value)>>) number = value;
      if constexpr (std::is_same_v<std::remove_cvref_t<decltype(value)>, Money>)
        number = double(value.thousand) * 1000;
      CHECK(number >= setting.range.least);
      CHECK(number <= setting.range.most);
    });
  });
}

TEST_CASE("whatever evidence a lever cites is explained in docs/model.md") {
  std::ifstream file(COOPSIM_SOURCE_DIR "/docs/model.md");
  REQUIRE(file);
  const std::string page((std::istreambuf_iterator<char>(file)), {});
  const std::regex cited("\\b[FEL][0-9]+\\b");
  for_each_lever([&]<class L>(Of<L>) {
    L lever;
    for_each_field(lever, [&](const auto& setting, const auto&) {
      const std::string text(setting.source.text);
      for (std::sregex_iterator id(text.begin(), text.end(), cited), end; id != end; ++id) {
        CAPTURE(L::name, id->str());
        CHECK(page.find("| " + id->str() + " ") != std::string::npos);
      }
    });
  });
}

TEST_CASE("levers are the same when kind and settings are") {
  CHECK(make_lever(Subsidy{.4, {}})->same_as(*make_lever(Subsidy{.4, {}})));
  CHECK_FALSE(make_lever(Subsidy{.4, {}})->same_as(*make_lever(Subsidy{.5, {}})));
  CHECK_FALSE(make_lever(Subsidy{.6, {}})->same_as(*make_lever(LongShortMix{.6, {}})));
}

TEST_CASE("an account group is found by its name, an account by its id, nothing else") {
  using enum Account;
  const auto members = [](std::string_view name) {
    const auto found = accounts_named(name);
    return std::vector<Account>(found.begin(), found.end());
  };
  using List = std::vector<Account>;
  CHECK(members("training") == List{A1, A2, A3, A4, A5, A6});
  CHECK(members("advice") == List{B7});
  CHECK(members("cooperation") == List{B1, B2, B3, B4, B5, B6, B9, B10});
  CHECK(members("guidance") == List{B11});
  CHECK(members("groups") == List{B8});
  CHECK(members("meetings") == List{C2, C3, C4});
  CHECK(members("outsourcing") == List{C1});
  CHECK(members("information") == List{C5});
  CHECK(members("regions") == List{C6});
  CHECK(members("scouting") == List{C7});
  CHECK(members("base") == List{C8});
  CHECK(members("foundation") == List{B1, B2, B3, B4, B5, B6, B7, B8, B9, B10, B11});
  CHECK(members("market") == List{C1, C2, C3, C4, C5, C6, C7, C8});
  CHECK(members("all").size() == 25);
  CHECK(members("B10") == List{B10});
  CHECK(members("head_office").empty());
  CHECK(members("Training").empty());
  CHECK(members("").empty());
}

TEST_CASE("the groups below foundation and market cover all accounts once") {
  std::multiset<Account> covered;
  for (const AccountGroup& group : account_groups)
    if (group.id != "all" && group.id != "foundation" && group.id != "market")
      covered.insert(group.members.begin(), group.members.end());
  CHECK(covered.size() == 25);
  CHECK(std::set<Account>(covered.begin(), covered.end()).size() == 25);
}
