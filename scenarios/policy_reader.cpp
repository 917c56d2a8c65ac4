// SPDX-License-Identifier: Apache-2.0
#include "scenarios/policy_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "scenarios/text.hpp"

namespace coopsim {
namespace {

constexpr std::array<std::string_view, 7> own_keys = {"name", "label", "baseline", "stress",
                                                      "on",   "stack", "when"};
// A policy and its levers are a planner's choice; what speaks for them may be said in the file.
constexpr FieldInfo choice = {"policy", "1", {}, {"policy", "정책"}, "", assumption("a choice")};

std::vector<std::string_view> all_keys() {
  std::vector<std::string_view> keys(own_keys.begin(), own_keys.end());
  keys.insert(keys.end(), evidence_keys.begin(), evidence_keys.end());
  for_each_lever([&]<class L>(Of<L>) { keys.push_back(L::name); });
  return keys;
}

// A policy as written: its own levers, and the names of those it stands on.
struct Written {
  PolicyDraft draft;
  std::vector<const Node*> bases;
  const Node* otherwise = nullptr;
};

bool plain(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    const char32_t c = next_code_point(text, at);
    if (is_control(c)) return false;
  }
  return code_points(text) <= 200;
}

class PolicyReader {
 public:
  PolicyReader(const Node& list, Reading& reading) : list_(list), reading_(reading) {}

  std::vector<PolicyDraft> read() {
    for (const Node& table : list_.items) written_.push_back(read_one(table));
    std::vector<PolicyDraft> drafts;
    for (std::size_t i = 0; i < written_.size(); ++i) {
      drafts.push_back(written_[i].draft);
      std::vector<std::size_t> way;
      drafts.back().levers = levers_of(i, way);
      drafts.back().otherwise = name_of_rest(i);
    }
    return drafts;
  }

 private:
  void wrong(const Place& where, std::string key, std::string what, std::string remedy) {
    reading_.problems.add({where, std::move(key), std::move(what), std::move(remedy)});
  }

  Written read_one(const Node& table);
  void keep_evidence(const Node& table, const std::string& path);
  void read_truth(const Node& table, const char* key, bool& value, const std::string& path);
  std::vector<const Node*> read_bases(const Node& table, const std::string& path);
  std::vector<UsedLever> levers_of(std::size_t number, std::vector<std::size_t>& way);
  void read_condition(const Node& table, Written& written, const std::string& path);
  std::string name_of_rest(std::size_t number);
  int numbered(const Node& name);

  const Node& list_;
  Reading& reading_;
  std::vector<Written> written_;
};

void PolicyReader::keep_evidence(const Node& table, const std::string& path) {
  if (table.is(Node::Kind::table) && has_evidence(table))
    reading_.stated[path] = read_evidence(table, Target{choice, path, reading_.problems});
}

void PolicyReader::read_truth(const Node& table, const char* key, bool& value,
                              const std::string& path) {
  const Node* node = table.find(key);
  if (!node) return;
  if (node->is(Node::Kind::boolean))
    value = node->boolean;
  else
    wrong(node->where, join(path, key), with_type(*node) + " where true or false is needed",
          "allowed: true or false");
}

std::vector<const Node*> PolicyReader::read_bases(const Node& table, const std::string& path) {
  const Node* on = table.find("on");
  const Node* stack = table.find("stack");
  if (on && stack)
    wrong(stack->where, join(path, "stack"), "both `on` and `stack`",
          "keep one: on = \"a\" is short for stack = [\"a\"]");
  if (on) return {on};
  std::vector<const Node*> bases;
  if (!stack) return bases;
  if (!stack->is(Node::Kind::array)) {
    wrong(stack->where, join(path, "stack"), with_type(*stack) + " where a list is needed",
          "allowed: [\"one_policy\", \"another\"]");
    return bases;
  }
  for (const Node& base : stack->items) bases.push_back(&base);
  return bases;
}

Written PolicyReader::read_one(const Node& table) {
  Written written;
  PolicyDraft& draft = written.draft;
  draft.name = table.find("name")->text;
  draft.where = table.find("name")->where;
  draft.label = {draft.name, draft.name};
  const std::string path = "policy." + draft.name;
  const auto known = all_keys();
  check_keys(table, known, path, reading_);
  if (const Node* label = table.find("label"))
    read_text(*label, draft.label, join(path, "label"), reading_.problems);
  read_truth(table, "baseline", draft.baseline, path);
  read_truth(table, "stress", draft.stress, path);
  written.bases = read_bases(table, path);
  read_condition(table, written, path);
  keep_evidence(table, path);
  for_each_lever([&]<class L>(Of<L>) {
    const Member* member = table.member(L::name);
    if (!member) return;
    L settings{};
    const std::string here = join(path, L::name);
    const std::size_t before = reading_.problems.count();
    read_section(member->value, settings, here, reading_, evidence_keys);
    keep_evidence(member->value, here);
    if (reading_.problems.count() == before)
      draft.levers.push_back({make_lever(std::move(settings)), member->where, here});
  });
  return written;
}

void PolicyReader::read_condition(const Node& table, Written& written, const std::string& path) {
  const Member* member = table.member("when");
  if (!member) return;
  const std::string here = join(path, "when");
  std::vector<std::string_view> others(evidence_keys.begin(), evidence_keys.end());
  others.push_back("otherwise");
  const std::size_t before = reading_.problems.count();
  Condition condition;
  read_section(member->value, condition, here, reading_, others);
  keep_evidence(member->value, here);
  if (reading_.problems.count() != before) return;
  if (condition.metric.text.empty())
    wrong(member->where, here, "a condition without metric", "say which response is watched");
  if (condition.at_least.steps.empty() && condition.at_most.steps.empty())
    wrong(member->where, here, "a condition that always holds", "give at_least, at_most or both");
  if (written.draft.baseline)
    wrong(member->where, here, "the baseline has a condition",
          "the baseline always acts: give the condition to another policy");
  written.otherwise = member->value.find("otherwise");
  written.draft.when = std::move(condition);
}

// The policy that holds while this one rests; empty: the baseline, or after a problem.
std::string PolicyReader::name_of_rest(std::size_t number) {
  const Written& written = written_[number];
  if (!written.otherwise) return {};
  const int rest = numbered(*written.otherwise);
  if (rest < 0) return {};
  const Written& other = written_[std::size_t(rest)];
  if (std::size_t(rest) == number || other.draft.when)
    wrong(written.otherwise->where, "policy." + written.draft.name + ".when.otherwise",
          other.draft.name + " has a condition itself", "name a policy that always acts");
  return other.draft.name;
}

// The number of the policy that `name` names; -1 after a problem.
int PolicyReader::numbered(const Node& name) {
  std::vector<std::string_view> names;
  for (const Written& other : written_) names.push_back(other.draft.name);
  const auto found =
      name.is(Node::Kind::text) ? std::find(names.begin(), names.end(), name.text) : names.end();
  if (found != names.end()) return static_cast<int>(found - names.begin());
  const auto near = name.is(Node::Kind::text) ? nearest(name.text, names) : std::string_view();
  wrong(name.where, "policy", "no policy " + in_words(name) + " to stand on",
        near.empty() ? "allowed: the name of another policy of this scenario"
                     : fmt::format("did you mean {}?", near));
  return -1;
}

// Own levers replace those of the policies below by name; equal ones from two policies are one.
// `way`: the policies on the way here.
std::vector<UsedLever> PolicyReader::levers_of(std::size_t number, std::vector<std::size_t>& way) {
  const Written& written = written_[number];
  std::vector<UsedLever> result;
  way.push_back(number);
  for (const Node* base : written.bases) {
    const int below = numbered(*base);
    if (below < 0) continue;
    const auto again = std::find(way.begin(), way.end(), static_cast<std::size_t>(below));
    if (again != way.end()) {
      std::string circle;
      for (auto at = again; at != way.end(); ++at) circle += written_[*at].draft.name + " -> ";
      wrong(base->where, "policy." + written.draft.name,
            "policies stand on each other in a circle: " + circle +
                written_[std::size_t(below)].draft.name,
            "let one of them stand alone");
      continue;
    }
    for (UsedLever& lever : levers_of(static_cast<std::size_t>(below), way)) {
      const auto replaces = [&](const UsedLever& own) {
        return own.lever->name() == lever.lever->name();
      };
      const auto repeats = [&](const UsedLever& other) {
        return other.lever->same_as(*lever.lever);
      };
      if (std::none_of(written.draft.levers.begin(), written.draft.levers.end(), replaces) &&
          std::none_of(result.begin(), result.end(), repeats))
        result.push_back(std::move(lever));
    }
  }
  way.pop_back();
  result.insert(result.end(), written.draft.levers.begin(), written.draft.levers.end());
  std::stable_sort(result.begin(), result.end(), [](const UsedLever& a, const UsedLever& b) {
    return a.lever->order() < b.lever->order();
  });
  return result;
}

}  // namespace

bool read_text(const Node& node, Text& text, const std::string& path, Problems& problems) {
  const auto wrong = [&](const Node& where, std::string what) {
    problems.add({where.where, path, std::move(what),
                  "allowed: { en = \"...\", ko = \"...\" }, up to 200 characters each"});
    return false;
  };
  const auto sound = [&](const Node& one) {
    if (!one.is(Node::Kind::text)) return wrong(one, with_type(one) + " where a text is needed");
    if (!plain(one.text))
      return wrong(one, in_words(one) + " is too long or has control characters");
    return true;
  };
  if (node.is(Node::Kind::text)) {
    if (!sound(node)) return false;
    text = {node.text, node.text};
    return true;
  }
  if (!node.is(Node::Kind::table)) return wrong(node, with_type(node) + " where a text is needed");
  for (const Member& member : node.members)
    if (member.key != "en" && member.key != "ko")
      return wrong(member.value, "no language " + shown_key(member.key));
  const Node* en = node.find("en");
  const Node* ko = node.find("ko");
  if (!en && !ko) return wrong(node, "a text without en and ko");
  if ((en && !sound(*en)) || (ko && !sound(*ko))) return false;
  text = {(en ? en : ko)->text, (ko ? ko : en)->text};
  return true;
}

std::vector<PolicyDraft> read_policies(const Node& root, Reading& reading) {
  const Node* list = root.find("policy");
  if (!list) return {};
  return PolicyReader(*list, reading).read();
}

}  // namespace coopsim
