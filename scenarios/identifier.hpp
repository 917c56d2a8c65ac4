// SPDX-License-Identifier: Apache-2.0
// The names that a scenario gives to its policies: they become file names, keys and labels of
// results, so they are plain.
#pragma once
#include <string>
#include <string_view>

namespace coopsim {

inline constexpr std::string_view identifier_rule =
    "allowed: 1 to 64 of a-z, 0-9 and _, beginning with a letter";

// What is wrong with a name, in words; empty if nothing is. Names the character, and the Latin
// letter that a foreign one looks like.
std::string problem_with_identifier(std::string_view name);

}  // namespace coopsim
