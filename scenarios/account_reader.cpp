// SPDX-License-Identifier: Apache-2.0
// Accounts and groups of accounts by name, and weights of accounts.
#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "scenarios/text.hpp"
#include "scenarios/value_reader.hpp"

namespace coopsim {
namespace {

std::string with_nearest(std::string allowed, std::string_view typed,
                         const std::vector<std::string_view>& names) {
  const std::string_view near = nearest(typed, names);
  return near.empty() ? allowed : fmt::format("{}; did you mean {}?", allowed, near);
}

std::vector<std::string_view> account_ids() {
  std::vector<std::string_view> ids;
  for (const Named& account : accounts) ids.push_back(account.id);
  return ids;
}

}  // namespace

std::string allowed_accounts(std::string_view typed) {
  return with_nearest("allowed: A1 to A6, B1 to B11, C1 to C8, head_office", typed, account_ids());
}

bool read_value(const Node& node, AccountChoice& value, const Target& target) {
  if (!node.is(Node::Kind::text)) return target.wrong_type(node, "the name of an account or group");
  AccountChoice choice = AccountChoice::named(node.text);
  if (choice.accounts.empty()) {
    std::vector<std::string_view> names = account_ids();
    names.pop_back();  // the head office is no programme
    std::string allowed = "allowed: A1 to A6, B1 to B11, C1 to C8";
    for (const AccountGroup& group : account_groups) {
      names.push_back(group.id);
      allowed += ", " + std::string(group.id);
    }
    return target.wrong(node.where, "no account or group " + in_words(node),
                        with_nearest(allowed, node.text, names));
  }
  value = std::move(choice);
  return true;
}

bool read_value(const Node& node, Weights& value, const Target& target) {
  if (!node.is(Node::Kind::table))
    return target.wrong_type(node, "a table of weights by account, e.g. { B7 = 150, B8 = 60 }");
  Weights weights;
  for (const Member& member : node.members) {
    const auto found = std::find_if(accounts.begin(), accounts.end(),
                                    [&](const Named& account) { return account.id == member.key; });
    if (found == accounts.end())
      return target.wrong(
          member.where, "no account " + shown_key(member.key),
          with_nearest("allowed: A1 to A6, B1 to B11, C1 to C8", member.key, account_ids()));
    double weight = 0;
    if (!read_value(member.value, weight, target)) return false;
    weights.parts.emplace_back(static_cast<Account>(found - accounts.begin()), weight);
  }
  if (const std::string problem = weights.problem(); !problem.empty())
    return target.wrong(node.where, problem,
                        "allowed: weights 0 to 1000000 of unit programmes, one above 0");
  value = std::move(weights);
  return true;
}

}  // namespace coopsim
