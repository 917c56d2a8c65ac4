// SPDX-License-Identifier: Apache-2.0
// Money as people write it. The unit is required: "1 900 000 000 KRW", "1 900 million KRW",
// "KRW thousand 500", "19 억원".
#pragma once
#include <string>
#include <string_view>

#include "sim/values.hpp"

namespace coopsim {

struct MoneyText {
  Money money;
  std::string problem, remedy;  // empty: all is well
};

// `per`: what may follow the unit after a slash ("year" in "5 KRW/year"); may be empty.
// Digits are grouped by threes with spaces or '_', or not at all. The amount must be a whole number
// of KRW thousand.
MoneyText read_money(std::string_view text, std::string_view per);

// A regular expression (ECMA 262) that every such text matches, though not every match is money.
std::string money_pattern();

std::string money_text(Money money);  // "1 900 000 000 KRW"

}  // namespace coopsim
