// SPDX-License-Identifier: Apache-2.0
#include "scenarios/encoding.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "scenarios/text.hpp"

namespace coopsim {
namespace {

using namespace std::string_view_literals;

// What the first bytes give away; empty if nothing.
std::string_view foreign_format(std::string_view bytes) {
  const auto zeros = std::count(
      bytes.begin(), bytes.begin() + std::ptrdiff_t(std::min<std::size_t>(bytes.size(), 64)), '\0');
  if (bytes.starts_with("\xFF\xFE\0\0"sv) || bytes.starts_with("\0\0\xFE\xFF"sv))
    return "UTF-32 text";
  if (bytes.starts_with("\xFF\xFE"sv) || bytes.starts_with("\xFE\xFF"sv)) return "UTF-16 text";
  if (bytes.starts_with("\x89HDF\r\n"sv)) return "an HDF5 file, a result perhaps";
  if (bytes.starts_with("PK\x03\x04"sv)) return "a ZIP archive or an office document";
  if (bytes.starts_with("\x1F\x8B"sv)) return "a gzip archive";
  if (bytes.starts_with("%PDF"sv)) return "a PDF document";
  if (bytes.starts_with("\x7F"
                        "ELF"sv))
    return "a program";
  if (zeros >= 2 && bytes.size() >= 4 && (bytes[0] == '\0') != (bytes[1] == '\0'))
    return "UTF-16 text without a byte order mark";
  return {};
}

// Names what an invalid sequence is, for the message.
std::string invalid_sequence(std::string_view text, std::size_t at) {
  const auto first = static_cast<unsigned char>(text[at]);
  const auto second = at + 1 < text.size() ? static_cast<unsigned char>(text[at + 1]) : 0u;
  std::string_view kind = "is not UTF-8";
  if (first == 0xED && second >= 0xA0) kind = "begins a UTF-16 surrogate, which is not UTF-8";
  if (first == 0xC0 || first == 0xC1 || (first == 0xE0 && second >= 0x80 && second < 0xA0) ||
      (first == 0xF0 && second >= 0x80 && second < 0x90))
    kind = "begins an overlong sequence, which is not UTF-8";
  return fmt::format("byte 0x{:02X} at offset {} {}", first, at, kind);
}

// Walks through the text; stops at the first character that may not be there.
class Walk {
 public:
  Walk(std::string_view text, std::size_t skipped, const std::shared_ptr<const SourceFile>& file,
       Problems& problems, const TextKind& kind)
      : text_(text), skipped_(skipped), file_(file), problems_(problems), kind_(kind) {}

  void go() {
    for (std::size_t at = 0; at < text_.size();) {
      const std::size_t start = at;
      const char32_t c = next_code_point(text_, at);
      if (!allowed(c, start)) return;
      ++column_;
      if (c != '\n') continue;
      column_ = 1;
      if (++line_ > kind_.most_lines)
        return found(fmt::format("more than {} lines", kind_.most_lines),
                     std::string(kind_.smaller));
    }
  }

 private:
  bool allowed(char32_t c, std::size_t at) {
    if (c == bad_utf8)
      return found(invalid_sequence(text_.substr(0), at) + offset_note(), std::string(kind_.save)),
             false;
    if (c == '\r' && (at + 1 == text_.size() || text_[at + 1] != '\n'))
      return found("a carriage return without a line feed", "save it with line ends LF or CR LF"),
             false;
    if (is_control(c) && c != '\t' && c != '\n' && c != '\r')
      return found("control character " + code_point_name(c), "remove it"), false;
    return true;
  }
  std::string offset_note() const { return skipped_ ? " (after the byte order mark)" : ""; }
  void found(std::string what, std::string remedy) {
    problems_.add({{file_, line_, column_}, "", std::move(what), std::move(remedy)});
  }

  std::string_view text_;
  std::size_t skipped_;
  const std::shared_ptr<const SourceFile>& file_;
  Problems& problems_;
  const TextKind& kind_;
  unsigned line_ = 1, column_ = 1;
};

}  // namespace

std::string_view check_encoding(std::string_view bytes,
                                const std::shared_ptr<const SourceFile>& file, Problems& problems,
                                std::vector<Problem>& notes, const TextKind& kind) {
  if (bytes.size() > kind.most_bytes) {
    problems.add({{file},
                  "",
                  fmt::format("{} bytes", bytes.size()),
                  fmt::format("allowed: {} bytes; {}", kind.most_bytes, kind.smaller)});
    return {};
  }
  if (const auto format = foreign_format(bytes); !format.empty()) {
    problems.add({{file}, "", fmt::format("this is {}", format), std::string(kind.format)});
    return {};
  }
  std::size_t skipped = 0;
  if (bytes.starts_with("\xEF\xBB\xBF")) {
    skipped = 3;
    notes.push_back({{file, 1, 1}, "", "begins with a UTF-8 byte order mark", "it is not needed"});
  }
  const std::string_view text = bytes.substr(skipped);
  const bool before = problems.none();
  Walk(text, skipped, file, problems, kind).go();
  return before && !problems.none() ? std::string_view{} : text;
}

}  // namespace coopsim
