// SPDX-License-Identifier: Apache-2.0
// All policies of the study: their names, their money after the model tables, which are stress.
#include <catch2/catch.hpp>

#include "scenarios/reader.hpp"

using namespace coopsim;
using enum coopsim::Account;

namespace {

const Scenario& all_policies() {
  static const Scenario scenario =
      read_scenario(COOPSIM_SOURCE_DIR "/scenarios/kjc_2007_all.toml", {});
  return scenario;
}

const Policy& policy(std::string_view name) {
  for (const Policy& each : all_policies().policies)
    if (each.name == name) return each;
  FAIL("no policy " << name.data());
  throw std::logic_error("unreachable");
}

// What the policy gives the account in 2012 beyond the announced path, KRW million.
double more(std::string_view name, Account account) {
  return double((policy(name).money.of(account, 2012) -
                 policy("announced_path").money.of(account, 2012))
                    .thousand) /
         1000;
}

}  // namespace

TEST_CASE("the study of all alternatives has the readable names, stress scenarios marked") {
  std::vector<std::string> chosen, stress;
  for (const Policy& each : all_policies().policies)
    (each.stress ? stress : chosen).push_back(each.name);
  CHECK(chosen ==
        std::vector<std::string>{"status_quo", "announced_path", "abrupt_cut", "cut_without_reuse",
                                 "dankai", "training_restored", "concentrate", "concentrate_output",
                                 "dankai_safeguarded", "outsourcing_push", "cluster_win_win",
                                 "only_one", "monozukuri", "combined"});
  CHECK(stress == std::vector<std::string>{"japan_funding_ends", "weak_yen", "recession_2009",
                                           "no_adviser_wave", "dankai_no_adviser_wave"});
}

TEST_CASE("each alternative gives its account what the model tables say, from 2008, of 9 000") {
  CHECK(more("outsourcing_push", C1) == 325);
  CHECK(more("cluster_win_win", C6) == 200);
  CHECK(more("only_one", C7) == 600);
  CHECK(more("monozukuri", B8) == 760);
  CHECK((policy("combined").money.of(C1, 2012) - policy("dankai").money.of(C1, 2012)).thousand ==
        225'000);
  CHECK(double((policy("combined").money.of(B8, 2012) - policy("dankai").money.of(B8, 2012))
                   .thousand) == Approx(500'000).margin(10'000));
  for (const char* name :
       {"concentrate", "concentrate_output", "outsourcing_push", "cluster_win_win", "only_one",
        "monozukuri", "combined", "weak_yen", "recession_2009", "no_adviser_wave"}) {
    CAPTURE(name);
    for (int year = 2007; year <= 2016; ++year) {
      CHECK(policy(name).money.total(year) == krw_million(9'000));
      CHECK(policy(name).money.training(year) == policy("announced_path").money.training(year));
    }
    CHECK(policy(name).money.of(C7, 2007) ==
          policy(std::string_view(name) == "combined" ? "dankai" : "announced_path")
              .money.of(C7, 2007));
  }
}

TEST_CASE("a stress scenario plans the announced path's money") {
  for (const char* name : {"weak_yen", "recession_2009", "no_adviser_wave"})
    CHECK(policy(name).money == policy("announced_path").money);
  CHECK(policy("dankai_no_adviser_wave").money == policy("dankai").money);
}
