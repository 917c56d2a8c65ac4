// SPDX-License-Identifier: Apache-2.0
// Text that came from outside: UTF-8 by the letter, harmless in a message, compared with what was
// meant.
#pragma once
#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace coopsim {

// The code point that begins at `at`, which moves past it; `bad_utf8` (moves one byte) for a
// truncated, overlong or out-of-range sequence or a surrogate. REQUIRES: at < text.size().
inline constexpr char32_t bad_utf8 = 0xFFFF'FFFF;
char32_t next_code_point(std::string_view text, std::size_t& at);
std::size_t code_points(std::string_view text);

// Characters that a terminal obeys instead of showing: controls, and those that turn the direction
// of writing or take no place.
bool is_control(char32_t c);
bool is_invisible(char32_t c);

// `text` fit for a message: such characters and broken bytes as \u{202e}, cut after `most` others.
std::string escaped(std::string_view text, std::size_t most = 60);
// "U+202E"
std::string code_point_name(char32_t c);

// The candidate that a mistyped word most likely means; empty if none is near. Letter case and
// neighbours swapped count little, characters that take no place nothing.
std::string_view nearest(std::string_view typed, std::span<const std::string_view> candidates);

// The shortest text that reads back as the same number: 0.3, 1000000, 1e+20.
std::string number_text(double number);

}  // namespace coopsim
