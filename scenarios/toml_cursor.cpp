// SPDX-License-Identifier: Apache-2.0
#include "scenarios/toml_cursor.hpp"

#include <string>

#include "scenarios/text.hpp"

namespace coopsim {

void TomlCursor::advance() {
  if (end()) return;
  const bool newline = text_[at_] == '\n';
  next_code_point(text_, at_);
  ++column_;
  if (newline) ++line_, column_ = 1;
}

void TomlCursor::skip_blanks(bool lines) {
  while (!end()) {
    const char c = peek();
    if (c == '#')
      while (!end() && peek() != '\n') advance();
    else if (c == ' ' || c == '\t' || (lines && (c == '\n' || c == '\r')))
      advance();
    else
      return;
  }
}

void TomlCursor::skip_line() {
  while (!end() && peek() != '\n') advance();
}

void TomlCursor::skip_string(char quote) {
  const bool lines = text_.substr(at_).starts_with(std::string(3, quote));
  for (int i = 0; i < (lines ? 3 : 1); ++i) advance();
  while (!end()) {
    if (quote == '"' && peek() == '\\') {
      advance();
    } else if (!lines && (peek() == '\n' || peek() == quote)) {
      return advance();
    } else if (lines && text_.substr(at_).starts_with(std::string(3, quote))) {
      while (peek() == quote) advance();
      return;
    }
    advance();
  }
}

}  // namespace coopsim
