// SPDX-License-Identifier: Apache-2.0
#include "scenarios/merge.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "scenarios/identifier.hpp"
#include "scenarios/parameter_tree.hpp"
#include "scenarios/text.hpp"

namespace coopsim {
namespace {

const Node* removal(const Node& table) {
  const Node* found = table.find("remove");
  return found && found->is(Node::Kind::boolean) && found->boolean ? found : nullptr;
}

class Merger {
 public:
  explicit Merger(Problems& problems) : problems_(problems) {}

  // `name`: the key that names the table within its array and is no reason not to remove it.
  void tables(Node& base, const Node& over, const std::string& path) {
    for (const Member& member : over.members) {
      const std::string here = join(path, member.key);
      if (member.key == "remove") {
        problems_.add({member.where, here, in_words(member.value) + " where nothing is removed",
                       "allowed: remove = true alone in a table, under `extends`"});
      } else if (here == "policy") {
        policies(base, member);
      } else {
        one(base, member, here);
      }
    }
  }

 private:
  void one(Node& base, const Member& member, const std::string& path) {
    const auto known = std::find_if(base.members.begin(), base.members.end(),
                                    [&](const Member& old) { return old.key == member.key; });
    const bool table = member.value.is(Node::Kind::table);
    if (table && removal(member.value)) {
      if (known == base.members.end())
        problems_.add({member.where, path, "there is nothing to remove",
                       "remove = true deletes what an extended file gives"});
      else
        base.members.erase(known);
      return;
    }
    const bool section = is_section_path(path);
    if (known != base.members.end() && table && section && known->value.is(Node::Kind::table)) {
      tables(known->value, member.value, path);
      return;
    }
    Member copy = member;
    if (table && section) {  // into an empty table, so that what is inside is looked at as well
      copy.value.members.clear();
      tables(copy.value, member.value, path);
    }
    if (known == base.members.end())
      base.members.push_back(std::move(copy));
    else
      *known = std::move(copy);
  }

  void policies(Node& base, const Member& over) {
    if (!over.value.is(Node::Kind::array))
      return problems_.add({over.where, "policy",
                            in_words(over.value) + " is not a list of policies",
                            "allowed: [[policy]] with a name"});
    if (!base.find("policy")) {
      base.members.push_back({over.key, over.where, {}});
      base.members.back().value.kind = Node::Kind::array;
      base.members.back().value.where = over.value.where;
    }
    Node& list = *base.find("policy");
    std::vector<std::pair<std::string, Place>> names;  // of this file
    for (const Node& policy : over.value.items) {
      const Node* name = named(policy);
      if (!name) continue;
      const auto twice = std::find_if(names.begin(), names.end(),
                                      [&](const auto& other) { return other.first == name->text; });
      if (twice != names.end()) {
        problems_.add({name->where, "policy." + name->text,
                       "a second policy of this name, the first is at " + twice->second.text(),
                       "give each policy its own name"});
        continue;
      }
      names.emplace_back(name->text, name->where);
      this->policy(list, policy, name->text);
    }
  }

  void policy(Node& list, const Node& over, const std::string& name) {
    const auto known = std::find_if(list.items.begin(), list.items.end(), [&](const Node& other) {
      return other.find("name")->text == name;
    });
    const std::string path = "policy." + name;
    if (removal(over)) {
      if (known == list.items.end())
        problems_.add({over.where, path, "there is no such policy to remove",
                       "remove = true deletes what an extended file gives"});
      else
        list.items.erase(known);
      return;
    }
    if (known == list.items.end()) {
      list.items.push_back(over);
      list.items.back().members.clear();
      tables(list.items.back(), over, path);
    } else {
      tables(*known, over, path);
    }
  }

  // The policy's name if it is sound.
  const Node* named(const Node& policy) {
    const auto found = [&](const Place& where, std::string what) -> const Node* {
      problems_.add({where, "policy.name", std::move(what), std::string(identifier_rule)});
      return nullptr;
    };
    if (!policy.is(Node::Kind::table))
      return found(policy.where, in_words(policy) + " is no policy");
    const Node* name = policy.find("name");
    if (!name) return found(policy.where, "this policy has no name");
    if (!name->is(Node::Kind::text)) return found(name->where, with_type(*name) + " is no name");
    const std::string wrong = problem_with_identifier(name->text);
    if (!wrong.empty()) return found(name->where, wrong);
    return name;
  }

  Problems& problems_;
};

}  // namespace

void merge(Node& base, const Node& over, Problems& problems) {
  Merger(problems).tables(base, over, "");
}

Node merge_files(const std::vector<Node>& files, Problems& problems) {
  Node root;
  if (!files.empty()) root.where = files.front().where;
  for (auto file = files.rbegin(); file != files.rend(); ++file) merge(root, *file, problems);
  return root;
}

void note_changed_policies(const std::vector<Node>& files, std::vector<Problem>& notes) {
  const auto policies = [](const Node& file) {
    const Node* list = file.find("policy");
    return list && list->is(Node::Kind::array) ? list->items : std::vector<Node>();
  };
  const auto name_of = [](const Node& policy) {
    const Node* name = policy.find("name");
    return name && name->is(Node::Kind::text) ? name->text : std::string();
  };
  const auto note = [&](const Node& policy, const std::vector<Node>& extended) {
    for (const Node& there : extended)
      if (name_of(there) == name_of(policy))
        notes.push_back({policy.find("name")->where, "policy." + name_of(policy),
                         "changes the policy of this name at " + there.where.text() +
                             "; what is not said here stays as there",
                         "for a policy of its own give it another name"});
  };
  for (std::size_t i = 0; i < files.size(); ++i)
    for (const Node& policy : policies(files[i])) {
      if (!policy.find("label") || name_of(policy).empty()) continue;
      for (std::size_t extended = i + 1; extended < files.size(); ++extended)
        note(policy, policies(files[extended]));
    }
}

}  // namespace coopsim
