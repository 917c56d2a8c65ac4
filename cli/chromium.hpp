// SPDX-License-Identifier: Apache-2.0
// Chromium, which prints the report.
#pragma once
#include <filesystem>
#include <string>

namespace coopsim::cli {

// The page on A4. Throws a Failure (no_input: no Chromium here; io_failed: it made no PDF).
void print_to_pdf(const std::string& page, const std::filesystem::path& pdf);

}  // namespace coopsim::cli
