// SPDX-License-Identifier: Apache-2.0
// A place in TOML text that moves on by letters, and past blanks, comments and texts in quotes.
#pragma once
#include <cstddef>
#include <memory>
#include <string_view>

#include "scenarios/problems.hpp"

namespace coopsim {

class TomlCursor {
 protected:
  // REQUIRES: `text` and `file` live longer.
  TomlCursor(std::string_view text, const std::shared_ptr<const SourceFile>& file)
      : text_(text), file_(file) {}

  bool end() const { return at_ >= text_.size(); }
  char peek() const { return end() ? '\0' : text_[at_]; }
  Place here() const { return {file_, line_, column_}; }
  void advance();
  void skip_blanks(bool lines);  // and comments; ends of lines too if `lines`
  void skip_line();              // up to its end
  // From the opening quote past the closing one; past the end of the line (of the text for three
  // quotes) if there is none.
  void skip_string(char quote);

  std::string_view text_;
  const std::shared_ptr<const SourceFile>& file_;
  std::size_t at_ = 0;  // byte
  unsigned line_ = 1, column_ = 1;
};

}  // namespace coopsim
