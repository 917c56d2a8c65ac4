// SPDX-License-Identifier: Apache-2.0
#include "scenarios/node.hpp"

#include <algorithm>

#include "scenarios/text.hpp"

namespace coopsim {

const Member* Node::member(std::string_view key) const {
  const auto found = std::find_if(members.begin(), members.end(),
                                  [&](const Member& member) { return member.key == key; });
  return found == members.end() ? nullptr : &*found;
}

const Node* Node::find(std::string_view key) const {
  const Member* found = member(key);
  return found ? &found->value : nullptr;
}

Node* Node::find(std::string_view key) {
  return const_cast<Node*>(static_cast<const Node*>(this)->find(key));
}

std::string in_words(const Node& node) {
  switch (node.kind) {
    case Node::Kind::table:
      return "a table";
    case Node::Kind::array:
      return "an array";
    case Node::Kind::text:
      return '"' + escaped(node.text) + '"';
    default:
      return escaped(node.text);
  }
}

std::string with_type(const Node& node) {
  const std::string words = in_words(node);
  switch (node.kind) {
    case Node::Kind::text:
      return "the text " + words;
    case Node::Kind::integer:
      return "the whole number " + words;
    case Node::Kind::real:
      return "the number " + words;
    case Node::Kind::date:
      return "the date " + words;
    case Node::Kind::boolean:
      return "the truth value " + words;
    case Node::Kind::other:
      return "the time " + words;
    default:
      return words;
  }
}

std::string shown_key(std::string_view key) {
  const bool bare = !key.empty() && std::all_of(key.begin(), key.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '-';
  });
  return bare ? escaped(key) : '"' + escaped(key) + '"';
}

std::string join(std::string_view path, std::string_view key) {
  return path.empty() ? shown_key(key) : std::string(path) + '.' + shown_key(key);
}

}  // namespace coopsim
