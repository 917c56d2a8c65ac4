// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

namespace coopsim {

// What a variable says of itself, as attributes and in the dictionary.
struct VariableText {
  std::string unit;  // singular: "days" would turn the variable into time differences
  std::string label_en, label_ko;
  std::string meaning;
  std::string total = "-";    // how the value of a period is formed; "-": it is not
  std::string missing = "-";  // what stands where nothing was observed
};

}  // namespace coopsim
