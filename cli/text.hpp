// SPDX-License-Identifier: Apache-2.0
// Text as people read it on a terminal. Independent of the locale: UTF-8 in, columns out.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace coopsim::cli {

// Columns that `text` takes: two for Hangul, Han and full-width signs, none for combining marks.
int display_width(std::string_view text);

// The longest beginning of `text` within `columns`, filled up with blanks to exactly that.
std::string padded_right(std::string_view text, int columns);
// Blanks first: for numbers.
std::string padded_left(std::string_view text, int columns);

// `text` with control and direction-changing characters and broken bytes written as \u....: what
// a message may repeat from a file or a command line.
std::string printable(std::string_view text);

// 1234567 -> "1,234,567".
std::string grouped(std::int64_t number);
// "3.1 MB", "812 KB", "96 bytes".
std::string readable_size(std::uint64_t bytes);
// "1 min 40 s", "2 h 5 min", "under a second".
std::string readable_duration(double seconds);

// A whole number, all of `text`, in [least, most]; nothing else: no sign "+", no "0x", no blanks.
std::optional<std::int64_t> whole_number(std::string_view text, std::int64_t least,
                                         std::int64_t most);

// The candidate that a mistyped `text` most likely means; empty if none is near.
std::string nearest(std::string_view text, const std::vector<std::string>& candidates);

// `text` as one word of a POSIX shell command line.
std::string shell_word(std::string_view text);

}  // namespace coopsim::cli
