// SPDX-License-Identifier: Apache-2.0
// The bytes of a file, checked before any parser sees them: UTF-8 text of bearable size,
// without control characters.
#pragma once
#include <memory>
#include <string_view>

#include "scenarios/problems.hpp"

namespace coopsim {

// How big a text may be, and what to say of one that is not as it should be.
struct TextKind {
  std::size_t most_bytes, most_lines;
  std::string_view format;   // "a scenario is TOML text in UTF-8"
  std::string_view smaller;  // how to make it smaller
  std::string_view save;     // how to save it
};
inline constexpr TextKind scenario_text = {1'000'000, 100'000, "a scenario is TOML text in UTF-8",
                                           "split it with `extends`", "save the file as UTF-8"};
inline constexpr TextKind population_text = {
    16'000'000, 1'000'001, "a population is CSV text in UTF-8", "take a sample of the firms",
    "save the file as UTF-8 (in a spreadsheet: CSV UTF-8)"};
// A whole scenario as results keep it, with its population inside: what fits the two above.
inline constexpr TextKind stored_text = {48'000'000, 1'200'000, scenario_text.format,
                                         scenario_text.smaller, scenario_text.save};

// The text to parse: `bytes` without a byte order mark (which is noted). Problems: another encoding
// or format by name; the first invalid sequence, control character or bare carriage return.
std::string_view check_encoding(std::string_view bytes,
                                const std::shared_ptr<const SourceFile>& file, Problems& problems,
                                std::vector<Problem>& notes, const TextKind& kind = scenario_text);

}  // namespace coopsim
