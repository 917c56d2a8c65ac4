// SPDX-License-Identifier: Apache-2.0
#include "cli/program_hash.hpp"

#include "output/durable.hpp"
#include "output/text_hash.hpp"

namespace coopsim::cli {

std::filesystem::path program_file() {
  std::error_code error;
  return std::filesystem::read_symlink("/proc/self/exe", error);
}

// Through /proc, so that it is the one that runs, though its file were replaced.
std::string program_hash() { return text_hash(read_whole("/proc/self/exe")); }

}  // namespace coopsim::cli
