// SPDX-License-Identifier: Apache-2.0
// Dates and money in the messages about levers.
#pragma once
#include <span>
#include <string>

#include "sim/kernel/time.hpp"
#include "sim/values.hpp"
#include "sim/world/places.hpp"

namespace coopsim {

std::string in_words(Time day);                          // "2007-07-01"
std::string in_words(Money amount);                      // "3375 million KRW", "0.5 million KRW"
std::string years_in_words(std::span<const int> years);  // "2008", "2008 and 8 more years"

}  // namespace coopsim
