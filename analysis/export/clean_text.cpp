// SPDX-License-Identifier: Apache-2.0
#include "analysis/export/clean_text.hpp"

#include <charconv>
#include <cmath>

#include "scenarios/text.hpp"

namespace coopsim::exporting {
namespace {

constexpr std::string_view replacement = "\xef\xbf\xbd";

// Also what XML cannot hold.
bool is_fault(char32_t c) {
  return c == bad_utf8 || (c < 0x20 && c != '\t' && c != '\n') || c == 0x7f || c == 0xfffe ||
         c == 0xffff;
}

}  // namespace

std::string clean_text(std::string_view text) {
  std::string clean;
  clean.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    if (is_fault(next_code_point(text, at)))
      clean += replacement;
    else
      clean += text.substr(begin, at - begin);
  }
  return clean;
}

bool is_number(std::string_view text) {
  double read = 0;
  const char* const end = text.data() + text.size();
  const auto [last, error] = std::from_chars(text.data(), end, read);
  return error == std::errc{} && last == end && std::isfinite(read);
}

}  // namespace coopsim::exporting
