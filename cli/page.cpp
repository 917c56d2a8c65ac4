// SPDX-License-Identifier: Apache-2.0
#include "cli/page.hpp"

#include "cli/terminal.hpp"
#include "cli/text.hpp"

namespace coopsim::cli {

std::string shown(const Table& table) {
  const auto head = emphasis_codes(Emphasis::dim, Stream::out);
  return table.text(head.first, head.second);
}

std::string paragraph(std::string_view label, std::string_view text, int columns, int label_width) {
  return wrapped(text, columns, padded_right(label, label_width));
}

}  // namespace coopsim::cli
