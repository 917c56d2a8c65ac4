// SPDX-License-Identifier: Apache-2.0
#include "cli/text.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <numeric>
#include <utility>

namespace coopsim::cli {
namespace {

struct Character {
  char32_t code = 0;
  std::size_t bytes = 1;
  bool broken = false;
};

// Decodes the character at the start of `text`; overlong forms and surrogates are broken.
Character first_character(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned lead = byte(0);
  if (lead < 0x80) return {lead, 1, false};
  const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4 || text.size() < length) return {lead, 1, true};
  char32_t code = lead & (0x7Fu >> length);
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(i) & 0xC0u) != 0x80u) return {lead, 1, true};
    code = code << 6 | (byte(i) & 0x3Fu);
  }
  constexpr char32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
  if (code < least[length] || (code >= 0xD800 && code <= 0xDFFF) || code > 0x10FFFF)
    return {lead, 1, true};
  return {code, length, false};
}

template <class Visit>
void for_each_character(std::string_view text, Visit visit) {
  while (!text.empty()) {
    const Character character = first_character(text);
    visit(character, text.substr(0, character.bytes));
    text.remove_prefix(character.bytes);
  }
}

struct Interval {
  char32_t first, last;
};
template <std::size_t N>
bool within(char32_t code, const Interval (&intervals)[N]) {
  return std::any_of(intervals, intervals + N,
                     [&](Interval i) { return code >= i.first && code <= i.last; });
}

constexpr Interval wide[] = {{0x1100, 0x115F},   {0x2E80, 0x303E},   {0x3041, 0xA4CF},
                             {0xA960, 0xA97F},   {0xAC00, 0xD7A3},   {0xF900, 0xFAFF},
                             {0xFE30, 0xFE6F},   {0xFF00, 0xFF60},   {0xFFE0, 0xFFE6},
                             {0x1F300, 0x1F64F}, {0x1F900, 0x1F9FF}, {0x20000, 0x3FFFD}};
constexpr Interval invisible[] = {{0x0300, 0x036F}, {0x1160, 0x11FF}, {0x200B, 0x200F},
                                  {0x3099, 0x309A}, {0xD7B0, 0xD7FF}, {0xFE00, 0xFE0F},
                                  {0xFEFF, 0xFEFF}};
constexpr Interval harmful[] = {{0x00, 0x1F},     {0x7F, 0x9F},     {0x061C, 0x061C},
                                {0x200B, 0x200F}, {0x2028, 0x202E}, {0x2060, 0x206F},
                                {0xFEFF, 0xFEFF}};

int width_of(const Character& character) {
  if (character.broken) return 1;
  if (within(character.code, invisible)) return 0;
  return within(character.code, wide) ? 2 : 1;
}

// `text` cut to at most `columns`; says how many it takes.
std::pair<std::string, int> fitted(std::string_view text, int columns) {
  std::string kept;
  int taken = 0;
  bool full = false;
  for_each_character(text, [&](const Character& character, std::string_view bytes) {
    const int width = width_of(character);
    full = full || taken + width > columns;
    if (full) return;
    kept += bytes;
    taken += width;
  });
  return {kept, taken};
}

// Edit distance where swapping two neighbours counts as one.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before, last(b.size() + 1), current(b.size() + 1);
  std::iota(last.begin(), last.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    current[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      current[j] =
          std::min({last[j] + 1, current[j - 1] + 1, last[j - 1] + (a[i - 1] != b[j - 1])});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        current[j] = std::min(current[j], before[j - 2] + 1);
    }
    before = std::exchange(last, current);
  }
  return last[b.size()];
}

}  // namespace

int display_width(std::string_view text) {
  int width = 0;
  for_each_character(text, [&](const Character& c, std::string_view) { width += width_of(c); });
  return width;
}

std::string padded_right(std::string_view text, int columns) {
  auto [kept, taken] = fitted(text, columns);
  return kept.append(static_cast<std::size_t>(columns - taken), ' ');
}

std::string padded_left(std::string_view text, int columns) {
  const auto [kept, taken] = fitted(text, columns);
  return std::string(static_cast<std::size_t>(columns - taken), ' ') + kept;
}

std::string printable(std::string_view text) {
  std::string shown;
  for_each_character(text, [&](const Character& character, std::string_view bytes) {
    if (character.broken)
      shown += fmt::format("\\x{:02x}", static_cast<unsigned>(character.code));
    else if (within(character.code, harmful))
      shown += fmt::format("\\u{:04x}", static_cast<unsigned>(character.code));
    else
      shown += bytes;
  });
  return shown;
}

std::string grouped(std::int64_t number) {
  std::string digits = std::to_string(number);
  const std::size_t sign = number < 0 ? 1 : 0;
  for (std::size_t at = digits.size(); at > sign + 3;)
    digits.insert(digits.begin() + std::ptrdiff_t(at -= 3), ',');
  return digits;
}

std::string readable_size(std::uint64_t bytes) {
  if (bytes < 1000) return fmt::format("{} bytes", bytes);
  constexpr const char* units[] = {"KB", "MB", "GB", "TB"};
  double size = static_cast<double>(bytes) / 1000;
  std::size_t unit = 0;
  for (; size >= 999.5 && unit < 3; ++unit) size /= 1000;
  return fmt::format("{:.{}f} {}", size, size < 9.95 ? 1 : 0, units[unit]);
}

std::string readable_duration(double seconds) {
  if (!(seconds >= 1)) return "under a second";
  const auto whole = static_cast<std::int64_t>(std::llround(std::min(seconds, 1e12)));
  if (whole < 60) return fmt::format("{} s", whole);
  if (whole < 3600) return fmt::format("{} min {} s", whole / 60, whole % 60);
  return fmt::format("{} h {} min", grouped(whole / 3600), whole % 3600 / 60);
}

std::optional<std::int64_t> whole_number(std::string_view text, std::int64_t least,
                                         std::int64_t most) {
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  if (number < least || number > most) return std::nullopt;
  return number;
}

std::string nearest(std::string_view text, const std::vector<std::string>& candidates) {
  std::string best;
  std::size_t least = std::max<std::size_t>(2, text.size() / 3) + 1;
  for (const std::string& candidate : candidates) {
    const std::size_t d = distance(text, candidate);
    if (d < least) least = d, best = candidate;
  }
  return best;
}

std::string shell_word(std::string_view text) {
  const auto plain = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           std::string_view("_-./=:,+@%").find(c) != std::string_view::npos;
  };
  if (!text.empty() && std::all_of(text.begin(), text.end(), plain)) return std::string(text);
  std::string quoted = "'";
  for (const char c : text) {
    if (c == '\'')
      quoted += "'\\''";
    else
      quoted += c;
  }
  return quoted + "'";
}

}  // namespace coopsim::cli
