// SPDX-License-Identifier: Apache-2.0
// In which settings policies differ, read from the effective text.
#include "scenarios/policy_settings.hpp"

#include "scenarios/reader.hpp"
#include "tests/kernel/property.hpp"

using namespace coopsim;

namespace {

const PolicySettings& find(const std::vector<PolicySettings>& all, std::string_view name) {
  for (const PolicySettings& one : all)
    if (one.policy == name) return one;
  throw std::logic_error("no such policy");
}

constexpr const char* text = R"(schema = 1
[[policy]]
name = "a"
label = { en = "A", ko = "가" }
baseline = true
source = "somebody"
total = { factor = 1.5 }
kept = { x = 1 }
[[policy]]
name = "b"
total = { factor = { value = 0.5, source = "a book", confidence = "external", grade = "B" }, note = "n" }
kept = { x = { value = 1, source = "another", confidence = "assumption", grade = "D" } }
share_path = { account = "training", path = [{ from = 2007, value = 0.375 }, { from = 2008, value = 0.3 }] }
)";

}  // namespace

TEST_CASE("settings are said in words, evidence and labels left out") {
  const auto all = policy_settings(text);
  REQUIRE(all.size() == 2);
  CHECK(all[0].settings == std::vector<Setting>{{"total", "factor 1.5"}, {"kept", "x 1"}});
  CHECK(all[1].settings[2] ==
        Setting{"share_path", "account training, path 0.375 from 2007, 0.3 from 2008"});
}

TEST_CASE("what is set alike is no difference, whatever its evidence") {
  const auto all = policy_settings(text);
  const auto b = setting_differences(all[1], all[0]);
  REQUIRE(b.size() == 2);
  CHECK((b[0].lever == "total" && b[0].value == "factor 0.5" && b[0].was == "factor 1.5"));
  CHECK((b[1].lever == "share_path" && b[1].was.empty()));
  const auto a = setting_differences(all[0], all[1]);
  REQUIRE(a.size() == 2);
  CHECK((a[1].lever == "share_path" && a[1].value.empty() && !a[1].was.empty()));
  CHECK(setting_differences(all[0], all[0]).empty());
}

TEST_CASE("a single setting is found by its path, as TOML, evidence left out") {
  CHECK(policy_setting(text, "policy.a.total.factor") == "1.5");
  CHECK(policy_setting(text, "policy.b.total.factor") == "0.5");
  CHECK(policy_setting(text, "policy.b.share_path.account") == "\"training\"");
  CHECK(policy_setting(text, "policy.b.share_path.path") ==
        "[{ from = 2007, value = 0.375 }, { from = 2008, value = 0.3 }]");
  for (const char* none :
       {"policy.b.total", "policy.b.share_path.path.from", "policy.c.total.factor",
        "policy.a.share_path.path", "policy.a", "total.factor", ""})
    CHECK(policy_setting(text, none).empty());
  CHECK(policy_setting("not = [toml", "policy.a.total.factor").empty());
}

TEST_CASE("text that is no scenario has no policies") {
  CHECK(policy_settings("").empty());
  CHECK(policy_settings("not = [toml").empty());
  CHECK(policy_settings("policy = 3\n").empty());
}

TEST_CASE("every policy of the reference study but the baseline differs from it") {
  const Scenario scenario = read_scenario(COOPSIM_SOURCE_DIR "/scenarios/kjc_2007.toml");
  const auto all = policy_settings(scenario.effective_toml);
  REQUIRE(all.size() == scenario.policies.size());
  const PolicySettings& baseline = find(all, "status_quo");
  for (const PolicySettings& policy : all)
    CHECK(setting_differences(policy, baseline).empty() == (policy.policy == "status_quo"));
}
