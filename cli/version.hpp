// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

namespace coopsim::cli {

std::string version();  // "0.1.0"

// "coopsim 0.1.0 (engine 1, result format 1)"
std::string version_text();

}  // namespace coopsim::cli
