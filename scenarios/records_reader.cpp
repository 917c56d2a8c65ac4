// SPDX-License-Identifier: Apache-2.0
// Which policies and programmes leave records: policies = ["status_quo"], programmes = ["advice"].
// Whether such policies exist is checked when all policies are known.
#include <fmt/format.h>

#include <algorithm>

#include "scenarios/value_reader.hpp"

namespace coopsim {
namespace {

// The list itself; whether it is one.
bool is_list(const Node& node, std::string_view of, const Target& target) {
  return node.is(Node::Kind::array) || target.wrong_type(node, fmt::format("a list of {}", of));
}

}  // namespace

bool read_value(const Node& node, PolicyNames& value, const Target& target) {
  if (!is_list(node, "policies", target)) return false;
  PolicyNames read;
  bool sound = true;
  for (const Node& item : node.items) {
    if (!item.is(Node::Kind::text))
      sound = target.wrong_type(item, "the name of a policy");
    else if (read.has(item.text))
      sound = target.wrong(item.where, in_words(item) + " stands twice", "allowed: once");
    else
      read.names.push_back(item.text);
  }
  if (sound) value = std::move(read);
  return sound;
}

bool read_value(const Node& node, ProgrammeChoice& value, const Target& target) {
  static constexpr auto allowed = names(Of<RecordedProgramme>{});
  if (!is_list(node, "programmes", target)) return false;
  if (node.items.empty())
    return target.wrong(node.where, "an empty list",
                        fmt::format("allowed: some of {}", fmt::join(allowed, ", ")));
  ProgrammeChoice read{0};
  bool sound = true;
  for (const Node& item : node.items) {
    const int number = read_name(item, allowed, target);
    if (number < 0)
      sound = false;
    else if (read.has(static_cast<RecordedProgramme>(number)))
      sound = target.wrong(item.where, in_words(item) + " stands twice", "allowed: once");
    else
      read.bits = std::uint16_t(read.bits | 1u << number);
  }
  if (sound) value = read;
  return sound;
}

}  // namespace coopsim
