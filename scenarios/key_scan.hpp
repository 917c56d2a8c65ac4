// SPDX-License-Identifier: Apache-2.0
// A first look at TOML text by a scanner that keeps its place in a stack of bounded depth, so that
// the real parser (which recurses) never sees text that could exhaust it, and so that a duplicate
// can name both of its places. It is lenient: what it does not understand is left to the parser.
#pragma once
#include <memory>
#include <string_view>
#include <vector>

#include "scenarios/problems.hpp"

namespace coopsim {

inline constexpr std::size_t most_nested = 32;
inline constexpr std::size_t most_key_parts = 16;

struct KeyScan {
  std::vector<Place> values;  // where each single value begins, in order
};

// REQUIRES: check_encoding found nothing. Problems: nesting too deep, keys of too many parts, keys
// and tables given twice, characters that need quotes, JSON or YAML instead of TOML.
KeyScan scan_keys(std::string_view text, const std::shared_ptr<const SourceFile>& file,
                  Problems& problems);

}  // namespace coopsim
