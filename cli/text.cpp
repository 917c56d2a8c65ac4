// SPDX-License-Identifier: Apache-2.0
#include "cli/text.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <numeric>
#include <utility>

#include "scenarios/text.hpp"

namespace coopsim::cli {
namespace {

template <class Visit>
void for_each_character(std::string_view text, Visit visit) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t code = next_code_point(text, at);
    visit(code, text.substr(begin, at - begin));
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

int width_of(char32_t code) {
  if (within(code, invisible)) return 0;
  return within(code, wide) ? 2 : 1;
}

// `text` cut to at most `columns`; says how many it takes.
std::pair<std::string, int> fitted(std::string_view text, int columns) {
  std::string kept;
  int taken = 0;
  bool full = false;
  for_each_character(text, [&](char32_t code, std::string_view bytes) {
    const int width = width_of(code);
    full = full || taken + width > columns;
    if (full) return;
    kept += bytes;
    taken += width;
  });
  return {kept, taken};
}

}  // namespace

int display_width(std::string_view text) {
  int width = 0;
  for_each_character(text, [&](char32_t c, std::string_view) { width += width_of(c); });
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

std::string wrapped(std::string_view text, int columns, std::string_view head) {
  const int indent = display_width(head);
  std::string made(head);
  int taken = indent;
  while (!text.empty()) {
    const std::string_view word = text.substr(0, text.find(' '));
    text.remove_prefix(std::min(text.size(), word.size() + 1));
    const int width = display_width(word);
    if (taken > indent && taken + 1 + width > columns) {
      made += '\n';
      made.append(static_cast<std::size_t>(indent), ' ');
      taken = indent;
    }
    if (taken > indent) made += ' ', ++taken;
    made += word;
    taken += width;
  }
  return made += '\n';
}

std::string grouped(std::int64_t number) {
  std::string digits = std::to_string(number);
  const std::size_t sign = number < 0 ? 1 : 0;
  for (std::size_t at = digits.size(); at > sign + 3;)
    digits.insert(digits.begin() + std::ptrdiff_t(at -= 3), ',');
  return digits;
}

std::string counted(std::int64_t number, std::string_view one, std::string_view many) {
  if (number == 1) return fmt::format("1 {}", one);
  return many.empty() ? fmt::format("{} {}s", grouped(number), one)
                      : fmt::format("{} {}", grouped(number), many);
}

std::string signed_text(double value, int digits, std::string_view unit) {
  if (std::isnan(value)) return "n/a";
  std::string text = fmt::format("{:+.{}f}", value, digits);
  if (text.find_first_of("123456789") == text.npos && std::isfinite(value)) text.erase(0, 1);
  return text.append(unit);
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

std::string did_you_mean(std::string_view text, const std::vector<std::string>& candidates) {
  const std::vector<std::string_view> views(candidates.begin(), candidates.end());
  const std::string_view near = nearest(text, views);
  return near.empty() ? "." : fmt::format("; did you mean {}?", near);
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
