// SPDX-License-Identifier: Apache-2.0
// Text of a result that anybody may have written, made fit for a table: valid UTF-8 without control
// characters but tab and line feed, each fault replaced by U+FFFD.
#pragma once
#include <string>
#include <string_view>

namespace coopsim::exporting {

std::string clean_text(std::string_view text);

// Whether all of it is a finite number: "-0.5", "1e3".
bool is_number(std::string_view text);

}  // namespace coopsim::exporting
