// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>

namespace coopsim {

// 32 hexadecimal digits that stand for a text.
std::string text_hash(std::string_view text);

}  // namespace coopsim
