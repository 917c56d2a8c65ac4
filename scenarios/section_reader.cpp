// SPDX-License-Identifier: Apache-2.0
#include "scenarios/section_reader.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "scenarios/text.hpp"
#include "scenarios/unknowns.hpp"

namespace coopsim {
namespace {

// Any table with `value` is meant as a statement: no parameter has a part of that name.
bool is_statement(const Node& node) { return node.is(Node::Kind::table) && node.find("value"); }

template <std::size_t N>
int number_of(const Node& statement, std::string_view key,
              const std::array<std::string_view, N>& allowed, const Target& target) {
  const Node* node = statement.find(key);
  return node ? read_name(*node, allowed, target) : -1;
}

bool is_plain_text(const Node& node) {
  std::size_t at = 0;
  while (at < node.text.size())
    if (is_control(next_code_point(node.text, at))) return false;
  return node.is(Node::Kind::text) && code_points(node.text) <= 500;
}

// Where a key that is unknown here is known: "advice.patience_months".
std::string elsewhere(std::string_view key) {
  for (const std::string& path : parameter_paths())
    if (std::string_view(path).substr(path.rfind('.') + 1) == key) return path;
  return {};
}

std::string remedy_for(std::string_view key, std::span<const std::string_view> known,
                       const std::string& path) {
  const std::string_view near = nearest(key, known);
  if (!near.empty()) return fmt::format("did you mean {}?", join(path, near));
  if (const std::string other = elsewhere(key); !other.empty())
    return fmt::format("it belongs to [{}]", other.substr(0, other.rfind('.')));
  std::string list;
  for (const std::string_view name : known) {
    if (code_points(list) > 200) return "allowed: " + list + ", ...; see coopsim describe";
    list += (list.empty() ? "" : ", ") + std::string(name);
  }
  return "allowed: " + list;
}

}  // namespace

bool has_evidence(const Node& table) {
  return std::any_of(evidence_keys.begin(), evidence_keys.end(),
                     [&](std::string_view key) { return table.find(key); });
}

Stated read_evidence(const Node& table, const Target& target) {
  for (const char* key : {"source", "note"})
    if (const Node* text = table.find(key); text && !is_plain_text(*text))
      target.wrong(text->where, fmt::format("{} as {}", with_type(*text), key),
                   "allowed: a text of up to 500 characters");
  const int confidence = number_of(table, "confidence", confidence_names, target);
  const int grade = number_of(table, "grade", grade_names, target);
  Stated stated;
  if (const Node* source = table.find("source")) stated.source = source->text;
  if (stated.source.empty()) stated.source = "not stated";
  if (confidence >= 0) stated.confidence = static_cast<Confidence>(confidence);
  stated.grade = grade >= 0 ? static_cast<Grade>(grade)
                            : grade_without_judgement(stated.confidence, target.field.source);
  if (const Node* note = table.find("note")) stated.note = note->text;
  return stated;
}

const Node* bare_value(const Node& node, const FieldInfo& field, const std::string& path,
                       Reading& reading) {
  if (!is_statement(node)) return &node;
  const Target target{field, path, reading.problems};
  std::vector<std::string_view> known(evidence_keys.begin(), evidence_keys.end());
  known.push_back("value");
  known.push_back("uncertain");
  for (const Member& member : node.members)
    if (std::find(known.begin(), known.end(), member.key) == known.end())
      target.wrong(member.where, fmt::format("no {} beside a value", shown_key(member.key)),
                   remedy_for(member.key, known, ""));
  Stated& stated = reading.stated[path] = read_evidence(node, target);
  if (node.find("uncertain")) stated.uncertain = read_uncertainty(node, target);
  return node.find("value");
}

void check_keys(const Node& table, std::span<const std::string_view> known, const std::string& path,
                Reading& reading) {
  for (const Member& member : table.members)
    if (std::find(known.begin(), known.end(), member.key) == known.end())
      reading.problems.add({member.where, join(path, member.key), "no such parameter",
                            remedy_for(member.key, known, path)});
}

bool is_table(const Node& node, const std::string& path, Reading& reading) {
  if (node.is(Node::Kind::table)) return true;
  reading.problems.add(
      {node.where, path, with_type(node) + " where a table is needed", "allowed: [" + path + "]"});
  return false;
}

void read_parameters(const Node& root, Parameters& parameters,
                     std::array<AccountPlan, account_count>& plans, const std::string& path,
                     Reading& reading, std::initializer_list<std::string_view> others) {
  std::vector<std::string_view> known(others);
  for_each_field(parameters, [&](const auto& entry, auto&) { known.push_back(entry.name); });
  check_keys(root, known, path, reading);
  constexpr std::array<std::string_view, 1> read_elsewhere = {"account"};
  for_each_field(parameters, [&](const auto& entry, auto& section) {
    const Node* node = root.find(entry.name);
    if (!node) return;
    if (entry.name == "budget")
      read_section(*node, section, join(path, entry.name), reading, read_elsewhere);
    else
      read_section(*node, section, join(path, entry.name), reading);
  });
  const Node* budget = root.find("budget");
  const Node* tables = budget ? budget->find("account") : nullptr;
  if (!tables || !is_table(*tables, join(path, accounts_path), reading)) return;
  const std::string here =
      path.empty() ? std::string(accounts_path) : path + '.' + std::string(accounts_path);
  for (const Member& table : tables->members)
    if (std::none_of(accounts.begin(), accounts.end(),
                     [&](const Named& account) { return account.id == table.key; }))
      reading.problems.add(
          {table.where, join(here, table.key), "no such account", allowed_accounts(table.key)});
  for (std::size_t i = 0; i < account_count; ++i)
    if (const Node* node = tables->find(accounts[i].id))
      read_section(*node, plans[i], join(here, accounts[i].id), reading);
}

}  // namespace coopsim
