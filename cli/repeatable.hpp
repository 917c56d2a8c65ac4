// SPDX-License-Identifier: Apache-2.0
// Whether the worlds of a result can be simulated again by this program.
#pragma once
#include <string>

#include "output/result_reader.hpp"

namespace coopsim::cli {

// Throws a Failure(bad_data) if another engine computed the file.
void refuse_other_engine(const std::string& file, const ResultFacts& facts);

}  // namespace coopsim::cli
