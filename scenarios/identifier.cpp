// SPDX-License-Identifier: Apache-2.0
#include "scenarios/identifier.hpp"

#include <fmt/format.h>

#include <array>
#include <utility>

#include "scenarios/text.hpp"

namespace coopsim {
namespace {

// Cyrillic and Greek letters that look like a Latin one; full-width letters are computed.
constexpr std::array<std::pair<char32_t, char>, 28> lookalikes = {{
    {0x0430, 'a'}, {0x0435, 'e'}, {0x043E, 'o'}, {0x0440, 'p'}, {0x0441, 'c'}, {0x0443, 'y'},
    {0x0445, 'x'}, {0x0455, 's'}, {0x0456, 'i'}, {0x0458, 'j'}, {0x04BB, 'h'}, {0x0501, 'd'},
    {0x051B, 'q'}, {0x051D, 'w'}, {0x0261, 'g'}, {0x03BF, 'o'}, {0x03B1, 'a'}, {0x03BD, 'v'},
    {0x03B9, 'i'}, {0x03BA, 'k'}, {0x03C1, 'p'}, {0x03C5, 'u'}, {0x0131, 'i'}, {0x043A, 'k'},
    {0x043C, 'm'}, {0x0442, 't'}, {0x0432, 'b'}, {0x043D, 'h'},
}};

char looks_like(char32_t c) {
  for (const auto& [foreign, latin] : lookalikes)
    if (foreign == c) return latin;
  if (c >= 0xFF41 && c <= 0xFF5A) return static_cast<char>('a' + (c - 0xFF41));
  return '\0';
}

constexpr bool is_letter(char32_t c) { return c >= 'a' && c <= 'z'; }
constexpr bool is_allowed(char32_t c) { return is_letter(c) || (c >= '0' && c <= '9') || c == '_'; }

}  // namespace

std::string problem_with_identifier(std::string_view name) {
  if (name.empty()) return "the name is empty";
  for (std::size_t at = 0; at < name.size();) {
    const std::size_t start = at;
    const char32_t c = next_code_point(name, at);
    if (is_allowed(c)) continue;
    std::string text = fmt::format("the name \"{}\" has '{}' ({})", escaped(name),
                                   escaped(name.substr(start, at - start)), code_point_name(c));
    if (const char latin = looks_like(c))
      text += fmt::format(", which looks like the Latin letter {} and is another", latin);
    return text;
  }
  if (name.size() > 64) return fmt::format("a name of {} characters", name.size());
  if (!is_letter(static_cast<unsigned char>(name[0])))
    return fmt::format("the name \"{}\" does not begin with a letter", escaped(name));
  return {};
}

}  // namespace coopsim
