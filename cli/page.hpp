// SPDX-License-Identifier: Apache-2.0
// Pieces of which the commands' pages on the terminal consist.
#pragma once
#include <string>
#include <string_view>

#include "cli/table.hpp"

namespace coopsim::cli {

// A table with its head dimmed where the terminal shows that.
std::string shown(const Table& table);

// "Label     text ..." wrapped at `columns`, later lines below the text. Padding goes by what is
// seen, so Korean labels fit too.
std::string paragraph(std::string_view label, std::string_view text, int columns,
                      int label_width = 10);

}  // namespace coopsim::cli
