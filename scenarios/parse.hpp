// SPDX-License-Identifier: Apache-2.0
// TOML text to nodes: the only place that knows a TOML library.
#pragma once
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "scenarios/encoding.hpp"
#include "scenarios/node.hpp"
#include "scenarios/problems.hpp"

namespace coopsim {

// The whole text as a table; nothing if it is not TOML (then there is a problem: the parser stops
// at the first error of syntax, the checks before it report all they find).
std::optional<Node> parse_toml(std::string_view bytes,
                               const std::shared_ptr<const SourceFile>& file, Problems& problems,
                               std::vector<Problem>& notes, const TextKind& kind = scenario_text);

}  // namespace coopsim
