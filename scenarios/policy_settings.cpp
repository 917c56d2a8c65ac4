// SPDX-License-Identifier: Apache-2.0
#include "scenarios/policy_settings.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <ranges>

#include "scenarios/parse.hpp"
#include "scenarios/value_writer.hpp"

namespace coopsim {
namespace {

constexpr std::array<std::string_view, 4> evidence = {"source", "confidence", "grade", "note"};
constexpr std::array<std::string_view, 4> of_the_policy = {"name", "label", "baseline", "stress"};

template <std::size_t N>
bool among(const std::array<std::string_view, N>& names, std::string_view name) {
  return std::ranges::find(names, name) != names.end();
}

std::string plain(const Node& node);

void append(std::string& text, std::string_view more) {
  if (!text.empty()) text += ", ";
  text += more;
}

// "0.3 from 2008" of a dated value, "30" of a value with its evidence, else "key value, ...".
std::string table_in_words(const Node& table) {
  const Node* const value = table.find("value");
  const Node* const from = table.find("from");
  if (value && from) return plain(*value) + " from " + plain(*from);
  if (value) return plain(*value);
  std::string text;
  for (const Member& member : table.members) {
    if (among(evidence, member.key)) continue;
    append(text, member.key + " " + plain(member.value));
  }
  return text;
}

std::string plain(const Node& node) {
  if (node.is(Node::Kind::table)) return table_in_words(node);
  if (!node.is(Node::Kind::array)) return node.text;
  std::string text;
  for (const Node& item : node.items) append(text, plain(item));
  return text;
}

// A lever that is given without settings is there all the same.
std::string or_on(std::string value) { return value.empty() ? "on" : value; }

const Setting* setting_of(const PolicySettings& policy, std::string_view lever) {
  const auto at = std::ranges::find(policy.settings, lever, &Setting::lever);
  return at == policy.settings.end() ? nullptr : &*at;
}

}  // namespace

namespace {

std::optional<Node> parsed(std::string_view effective_toml) {
  Problems problems;
  std::vector<Problem> notes;
  const auto file = std::make_shared<SourceFile>(SourceFile{"the scenario", "", 0, false});
  return parse_toml(effective_toml, file, problems, notes);
}

bool is_single(const Node& node) {
  return !node.is(Node::Kind::table) && !node.is(Node::Kind::array);
}

std::string single_toml(const Node& node) {
  return node.is(Node::Kind::text) ? toml_quoted(node.text) : node.text;
}

// The dates and values of a path; empty if it is none.
std::string path_toml(const Node& path) {
  std::string text;
  for (const Node& step : path.items) {
    const Node *from = step.find("from"), *value = step.find("value");
    if (!from || !value || !is_single(*value)) return {};
    text += (text.empty() ? "{ from = " : ", { from = ") + from->text +
            ", value = " + single_toml(*value) + " }";
  }
  return text.empty() ? "" : "[" + text + "]";
}

const Node* policy_named(const Node& scenario, std::string_view name) {
  const Node* const policies = scenario.find("policy");
  if (!policies) return nullptr;
  for (const Node& policy : policies->items)
    if (const Node* own = policy.find("name"); own && own->text == name) return &policy;
  return nullptr;
}

}  // namespace

std::string policy_setting(std::string_view effective_toml, std::string_view path) {
  std::vector<std::string> keys;
  for (const auto key : std::views::split(path, '.')) keys.emplace_back(key.begin(), key.end());
  const auto scenario = parsed(effective_toml);
  if (!scenario || keys.size() < 3 || keys[0] != "policy") return {};
  const Node* node = policy_named(*scenario, keys[1]);
  for (std::size_t i = 2; node && i < keys.size(); ++i) node = node->find(keys[i]);
  if (node && node->is(Node::Kind::table)) node = node->find("value");
  if (!node || node->is(Node::Kind::table)) return {};
  return node->is(Node::Kind::array) ? path_toml(*node) : single_toml(*node);
}

std::vector<PolicySettings> policy_settings(std::string_view effective_toml) {
  const auto scenario = parsed(effective_toml);
  std::vector<PolicySettings> all;
  const Node* const policies = scenario ? scenario->find("policy") : nullptr;
  if (!policies) return all;
  for (const Node& policy : policies->items) {
    const Node* const name = policy.find("name");
    if (!name) continue;
    PolicySettings made{name->text, {}};
    for (const Member& member : policy.members)
      if (!among(of_the_policy, member.key) && !among(evidence, member.key))
        made.settings.push_back({member.key, or_on(plain(member.value))});
    all.push_back(std::move(made));
  }
  return all;
}

std::vector<SettingDifference> setting_differences(const PolicySettings& policy,
                                                   const PolicySettings& baseline) {
  std::vector<SettingDifference> differences;
  for (const Setting& own : policy.settings) {
    const Setting* const there = setting_of(baseline, own.lever);
    if (!there || there->value != own.value)
      differences.push_back({own.lever, own.value, there ? there->value : ""});
  }
  for (const Setting& theirs : baseline.settings)
    if (!setting_of(policy, theirs.lever)) differences.push_back({theirs.lever, "", theirs.value});
  return differences;
}

}  // namespace coopsim
