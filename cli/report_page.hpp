// SPDX-License-Identifier: Apache-2.0
// Where the report's built page is.
#pragma once
#include <filesystem>
#include <string>

namespace coopsim::cli {

// The built page: installed beside the program, else in the source tree it was built from. Throws a
// Failure (no_input) that says how to build it.
std::string report_page();

void write_page(const std::filesystem::path& file, const std::string& page);

}  // namespace coopsim::cli
