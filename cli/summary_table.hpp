// SPDX-License-Identifier: Apache-2.0
// The summary of a result as the terminal shows it, and as JSON.
#pragma once
#include <string>

#include "output/result_reader.hpp"

namespace coopsim::cli {

std::string summary_text(const ResultReader& result);
std::string summary_json(const ResultReader& result);

}  // namespace coopsim::cli
