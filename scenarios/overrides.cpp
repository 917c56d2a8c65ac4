// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "scenarios/merge.hpp"
#include "scenarios/parse.hpp"
#include "scenarios/text.hpp"

namespace coopsim {
namespace {

constexpr std::size_t after_files = 1000;  // problems of overrides come last

std::vector<std::string> split(std::string_view path) {
  std::vector<std::string> parts;
  for (;;) {
    const std::size_t dot = path.find('.');
    parts.emplace_back(path.substr(0, dot));
    if (dot == path.npos) return parts;
    path.remove_prefix(dot + 1);
  }
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

// Gives a value that was read out of context the place of the override.
void place_at(Node& node, const Place& where) {
  node.where = where;
  for (Node& item : node.items) place_at(item, where);
  for (Member& member : node.members) {
    member.where = where;
    place_at(member.value, where);
  }
}

// The value as TOML, else as a text; nothing after a problem.
std::optional<Node> read_value(std::string_view text, const Place& where, Problems& problems) {
  Problems syntax;
  std::vector<Problem> notes;
  auto table = parse_toml("value = " + std::string(text), where.file, syntax, notes);
  std::optional<Node> value;
  if (table && table->members.size() == 1) {
    value = std::move(table->members[0].value);
  } else if (text.find_first_of("\"'[]{}\n\r") == text.npos && code_points(text) <= 200) {
    value.emplace();
    value->kind = Node::Kind::text;
    value->text = text;
  } else {
    const auto first = syntax.in_order();
    problems.add({where, "", first.empty() ? "more than a value" : first.front().what,
                  "allowed: a value as a scenario file has it"});
    return {};
  }
  place_at(*value, where);
  return value;
}

// Why this path cannot be set; empty if it can.
std::string_view not_settable(const Node& root, const std::vector<std::string>& path) {
  if (path[0] == "schema" || path[0] == "extends") return "only the file itself can say this";
  if (path[0] == "knowledge")
    return "settings come after what is known: choose that with run.knowledge, or set the "
           "parameter";
  if (path[0] != "policy") return {};
  if (path.size() < 3) return "a policy cannot be set as a whole";
  if (path[2] == "name") return "the name of a policy cannot be set";
  const Node* policies = root.find("policy");
  return policies && policies->is(Node::Kind::array) ? "" : "there is no policy";
}

bool same(const Node& a, const Node& b) { return a.kind == b.kind && in_words(a) == in_words(b); }

}  // namespace

std::vector<Override> parse_overrides(std::span<const std::string> texts, Problems& problems) {
  std::vector<Override> result;
  std::size_t number = 0;
  for (const std::string& text : texts) {
    const auto file =
        std::make_shared<SourceFile>(SourceFile{"--set " + text, "", after_files + number++, true});
    const Place where{file};
    const std::size_t equals = text.find('=');
    const std::string_view path = trimmed(std::string_view(text).substr(0, equals));
    if (equals == text.npos || path.empty()) {
      problems.add({where, "", "no '=' after a path", "allowed: --set path=value"});
      continue;
    }
    const std::string_view value = trimmed(std::string_view(text).substr(equals + 1));
    if (value.empty()) {
      problems.add({where, escaped(path), "no value", "allowed: --set path=value"});
      continue;
    }
    auto read = read_value(value, where, problems);
    if (!read) continue;
    Override setting{split(path), std::move(*read)};
    const auto twice = std::find_if(result.begin(), result.end(), [&](const Override& other) {
      return other.path == setting.path;
    });
    if (twice != result.end() && !same(twice->value, setting.value))
      problems.add({where, escaped(path),
                    in_words(setting.value) + ", but another --set says " + in_words(twice->value),
                    "set it once"});
    result.push_back(std::move(setting));
  }
  return result;
}

void apply(Node& root, const Override& setting, Problems& problems) {
  if (const auto what = not_settable(root, setting.path); !what.empty())
    return problems.add(
        {setting.value.where, escaped(setting.path[0]), std::string(what),
         "allowed: a parameter or a lever, e.g. firms.count, policy.NAME.subsidy.share"});
  Node* at = &root;
  std::string path;
  for (std::size_t i = 0; i < setting.path.size(); ++i) {
    const std::string& part = setting.path[i];
    const std::string above = path;
    path = join(path, part);
    const auto found = [&](std::string what, std::string remedy) {
      problems.add({setting.value.where, path, std::move(what), std::move(remedy)});
    };
    if (at->is(Node::Kind::array) && above == "policy") {
      const auto policy = std::find_if(at->items.begin(), at->items.end(), [&](const Node& item) {
        return item.find("name")->text == part;
      });
      if (policy == at->items.end()) {
        std::vector<std::string_view> names;
        for (const Node& item : at->items) names.push_back(item.find("name")->text);
        const auto near = nearest(part, names);
        return found("no such policy",
                     near.empty() ? fmt::format("allowed: policy.{}", fmt::join(names, ", policy."))
                                  : fmt::format("did you mean policy.{}?", near));
      }
      at = &*policy;
      continue;
    }
    if (!at->is(Node::Kind::table))
      return found(fmt::format("{} is {} and has no parts", above, with_type(*at)),
                   "set it as a whole");
    const bool last = i + 1 == setting.path.size();
    if (Node* known = at->find(part)) {
      if (last) *known = setting.value;
      at = known;
    } else {
      at->members.push_back({part, setting.value.where, {}});
      at = &at->members.back().value;
      at->where = setting.value.where;
      if (last) *at = setting.value;
    }
  }
}

}  // namespace coopsim
