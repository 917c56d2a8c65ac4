// SPDX-License-Identifier: Apache-2.0
// Which program this is: what ranks of one job compare before they begin.
#pragma once
#include <filesystem>
#include <string>

namespace coopsim::cli {

std::filesystem::path program_file();  // this program, as it was started
std::string program_hash();            // of its bytes: equal programs give equal results

}  // namespace coopsim::cli
