// SPDX-License-Identifier: Apache-2.0
// What is checked on the words of a command line, with messages that say what is allowed. All
// throw Failure(usage).
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "cli/arguments.hpp"
#include "cli/completion.hpp"

namespace coopsim::cli {

inline constexpr int most_threads = 1024;
inline constexpr int most_replications = 1'000'000;
inline constexpr int most_told_firms = 100;

// Refuses a command or an option that does not exist, naming the nearest one, and an option with
// "=" and nothing after it. The parser itself would take such words for file names.
void refuse_unknown_words(const std::vector<std::string>& words,
                          const std::vector<CommandWords>& commands);

std::int64_t checked_number(const std::string& option, const std::string& text, std::int64_t least,
                            std::int64_t most);

// The place of `text` in `choices`.
std::size_t checked_choice(const std::string& option, const std::string& text,
                           const std::vector<std::string>& choices);

// A probability above .5 and below 1. "95" is told ".95".
double checked_confidence(const std::string& text);

// "2", or with its unit "2 bp", where `unit` is that; above zero.
double checked_amount(const std::string& option, const std::string& text, std::string_view unit);
// The same of any sign, and zero.
double checked_difference(const std::string& option, const std::string& text,
                          std::string_view unit);

// "2/8": the second of eight parts.
PartChoice checked_part(const std::string& text);

// POLICY:REPLICATION
OnlyWorld checked_world(const std::string& text);

}  // namespace coopsim::cli
