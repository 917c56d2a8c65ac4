// SPDX-License-Identifier: Apache-2.0
// Files that a scenario names, read with care: regular files of bearable size that do not lie
// outside the folder in which they were looked for.
#pragma once
#include <sys/types.h>

#include <filesystem>
#include <string>
#include <utility>

#include "scenarios/encoding.hpp"

namespace coopsim {

using Identity = std::pair<dev_t, ino_t>;  // one file, whatever its name

struct Bytes {
  std::string content;
  Identity identity{};
  std::string problem, remedy;  // empty: all is well
  int exit_code = 65;
};

// What the file is decides before anything is read.
Bytes read_file(const std::filesystem::path& path, const TextKind& kind);

// What is wrong with the name of a file beside a scenario; empty if nothing is.
std::string problem_with_name(const std::string& name);

// Whether `path`, links followed, lies in `folder`.
bool lies_in(const std::filesystem::path& path, const std::filesystem::path& folder);

// Whether there is something of that name in the folder, be it a broken link.
bool is_in(const std::filesystem::path& folder, const std::string& name);

}  // namespace coopsim
