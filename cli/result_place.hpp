// SPDX-License-Identifier: Apache-2.0
// Where the result of something lies that a command may be given instead: a sweep's folder.
#pragma once
#include <filesystem>
#include <string>

namespace coopsim::cli {

// The file itself, or that of a sweep's folder. Throws Failure(no_input) where the sweep is not put
// together yet.
std::filesystem::path result_place(const std::string& result);

}  // namespace coopsim::cli
