// SPDX-License-Identifier: Apache-2.0
#include "scenarios/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <vector>

namespace coopsim {
namespace {

constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c; }

// Edits in half steps: insert, delete, change or swap neighbours 2; change of letter case 1.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before(b.size() + 1), above(b.size() + 1), row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) above[j] = 2 * j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = 2 * i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t change = a[i - 1] == b[j - 1]                 ? 0
                                 : lower(a[i - 1]) == lower(b[j - 1]) ? 1
                                                                      : 2;
      row[j] = std::min({above[j] + 2, row[j - 1] + 2, above[j - 1] + change});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        row[j] = std::min(row[j], before[j - 2] + 2);
    }
    std::swap(before, above);
    std::swap(above, row);
  }
  return above[b.size()];
}

}  // namespace

char32_t next_code_point(std::string_view text, std::size_t& at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char first = byte(at);
  if (first < 0x80) return text.at(at++) & 0x7F;
  const std::size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 0;
  constexpr char32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
  char32_t c = first & (0xFFu >> (length + 1));
  bool good = length > 0 && first < 0xF8 && at + length <= text.size();
  for (std::size_t i = 1; good && i < length; ++i) {
    good = (byte(at + i) & 0xC0) == 0x80;
    c = c << 6 | (byte(at + i) & 0x3Fu);
  }
  if (!good || c < least[length] || c > 0x10FFFF || (c >= 0xD800 && c < 0xE000))
    return ++at, bad_utf8;
  at += length;
  return c;
}

std::size_t code_points(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); ++count) next_code_point(text, at);
  return count;
}

bool is_control(char32_t c) { return c < 0x20 || (c >= 0x7F && c < 0xA0); }

bool is_invisible(char32_t c) {
  return c == 0xAD || c == 0x61C || (c >= 0x200B && c <= 0x200F) || (c >= 0x2028 && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF || (c >= 0xFFF9 && c <= 0xFFFB) ||
         (c >= 0xE0000 && c <= 0xE0FFF);
}

std::string escaped(std::string_view text, std::size_t most) {
  std::string result;
  std::size_t shown = 0;
  for (std::size_t at = 0; at < text.size(); ++shown) {
    if (shown == most) return result + "...";
    const std::size_t start = at;
    const char32_t c = next_code_point(text, at);
    if (c == bad_utf8)
      result += fmt::format("\\x{{{:02x}}}", static_cast<unsigned char>(text[start]));
    else if (is_control(c) || is_invisible(c))
      result += fmt::format("\\u{{{:x}}}", static_cast<std::uint32_t>(c));
    else
      result += text.substr(start, at - start);
  }
  return result;
}

std::string code_point_name(char32_t c) {
  return fmt::format("U+{:04X}", static_cast<std::uint32_t>(c));
}

std::string_view nearest(std::string_view typed, std::span<const std::string_view> candidates) {
  if (typed.size() > 100) return {};
  std::string text;  // as it looks
  for (std::size_t at = 0; at < typed.size();) {
    const std::size_t start = at;
    if (const char32_t c = next_code_point(typed, at); !is_control(c) && !is_invisible(c))
      text += typed.substr(start, at - start);
  }
  std::string_view best;
  std::size_t least = std::max<std::size_t>(2, 2 * text.size() / 3) + 1;
  for (const std::string_view candidate : candidates) {
    const std::size_t all_case = 2 * std::max(text.size(), candidate.size());
    std::size_t d = distance(text, candidate);
    if (std::equal(text.begin(), text.end(), candidate.begin(), candidate.end(),
                   [](char a, char b) { return lower(a) == lower(b); }))
      d = 0;
    if (d < least && d < all_case) least = d, best = candidate;
  }
  return best;
}

std::string number_text(double number) {
  if (number == std::floor(number) && std::abs(number) < 1e16) return fmt::format("{:.0f}", number);
  return fmt::format("{}", number);
}

}  // namespace coopsim
