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

// `text` in lines of at most `columns`, broken at blanks; the first begins with `head`, the others
// are indented by as much. Every line ends. A word longer than a line stands alone.
std::string wrapped(std::string_view text, int columns, std::string_view head = "");

// 1234567 -> "1,234,567".
std::string grouped(std::int64_t number);
// "1 firm", "1,200 firms", "2 policies" of ("policy", "policies").
std::string counted(std::int64_t number, std::string_view one, std::string_view many = "");
// "+1.50", "-0.03", "0.00" (never with a sign), "n/a" for NaN; `unit` behind a number.
std::string signed_text(double value, int digits, std::string_view unit = "");
// "3.1 MB", "812 KB", "96 bytes".
std::string readable_size(std::uint64_t bytes);
// "1 min 40 s", "2 h 5 min", "under a second".
std::string readable_duration(double seconds);

// A whole number, all of `text`, in [least, most]; nothing else: no sign "+", no "0x", no blanks.
std::optional<std::int64_t> whole_number(std::string_view text, std::int64_t least,
                                         std::int64_t most);

// Ends a sentence: "; did you mean X?" with the nearest of `candidates`, "." if none is near.
std::string did_you_mean(std::string_view text, const std::vector<std::string>& candidates);

// `text` as one word of a POSIX shell command line.
std::string shell_word(std::string_view text);

}  // namespace coopsim::cli
