// SPDX-License-Identifier: Apache-2.0
// A scenario as it was written: values that remember where they stand, also after files were merged
// and overrides applied.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "scenarios/problems.hpp"
#include "sim/kernel/time.hpp"

namespace coopsim {

struct Member;

struct Node {
  enum class Kind : std::uint8_t { table, array, text, integer, real, boolean, date, other };

  Kind kind = Kind::table;
  Place where;
  std::string text;  // of a text its content, of any other single value how it was written
  std::int64_t integer = 0;
  double real = 0;
  bool boolean = false;
  Time date{};
  std::vector<Member> members;  // of a table, in the order of the file
  std::vector<Node> items;      // of an array

  bool is(Kind which) const { return kind == which; }
  const Node* find(std::string_view key) const;  // null: no such member, or not a table
  Node* find(std::string_view key);
  const Member* member(std::string_view key) const;
};

struct Member {
  std::string key;
  Place where;  // of the key
  Node value;
};

// What stands there, for a message: `"abc"`, `1.30`, `true`, `a table`.
std::string in_words(const Node& node);
// The same with its type: `the text "abc"`, `the number 1.30`.
std::string with_type(const Node& node);

// `key` as one part of a path in a message; quoted if it needs to be.
std::string shown_key(std::string_view key);
std::string join(std::string_view path, std::string_view key);

}  // namespace coopsim
