// SPDX-License-Identifier: Apache-2.0
// The bytes of a scenario file, checked before any parser sees them: UTF-8 text of bearable size,
// without control characters.
#pragma once
#include <memory>
#include <string_view>

#include "scenarios/problems.hpp"

namespace coopsim {

inline constexpr std::size_t most_bytes = 1'000'000;
inline constexpr std::size_t most_lines = 100'000;

// The text to parse: `bytes` without a byte order mark (which is noted). Problems: another encoding
// or format by name; the first invalid sequence, control character or bare carriage return.
std::string_view check_encoding(std::string_view bytes,
                                const std::shared_ptr<const SourceFile>& file, Problems& problems,
                                std::vector<Problem>& notes);

}  // namespace coopsim
