// SPDX-License-Identifier: Apache-2.0
// In which settings the policies of a scenario differ: read from its effective text, such as a
// result carries, whoever wrote it.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace coopsim {

struct Setting {
  std::string lever;  // "share_path"
  std::string value;  // in words: "account training, path .375 from 2007, .3 from 2008"
  friend bool operator==(const Setting&, const Setting&) = default;
};

struct PolicySettings {
  std::string policy;
  std::vector<Setting> settings;  // levers and the condition, in the order of the text
};

// Of every policy, evidence left out. Empty if the text is no scenario.
std::vector<PolicySettings> policy_settings(std::string_view effective_toml);

// TOML of one of them, "policy.dankai.release_to.share": a single value, or a dated path of such.
// Empty if there is none, or it is of another kind.
std::string policy_setting(std::string_view effective_toml, std::string_view path);

// What `policy` has that `baseline` has not, or otherwise ("was": its value there), and what it
// lacks (value empty).
struct SettingDifference {
  std::string lever, value, was;
};
std::vector<SettingDifference> setting_differences(const PolicySettings& policy,
                                                   const PolicySettings& baseline);

}  // namespace coopsim
