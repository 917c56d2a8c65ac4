// SPDX-License-Identifier: Apache-2.0
// Scenario files from disk: the one that the user names and those that it extends.
#pragma once
#include <filesystem>
#include <memory>
#include <string_view>
#include <vector>

#include "scenarios/node.hpp"
#include "scenarios/problems.hpp"

namespace coopsim {

inline constexpr std::size_t most_extends = 16;

struct Loaded {
  std::vector<Node> files;                     // the user's first, then what each extends
  std::vector<std::filesystem::path> folders;  // of each file; empty for text from elsewhere
  int exit_code = 65;  // to end with if there are problems: 66 or 77 for the file itself
};

// Reads only regular files of bearable size. An `extends` is a relative path without "..", looked
// up beside the file that has it, then in `installed`; links may not lead out of that folder.
Loaded load_files(const std::filesystem::path& path, const std::filesystem::path& installed,
                  Problems& problems, std::vector<Problem>& notes);

// The same for text that comes from elsewhere (a result file). `extends` is looked up in
// `installed` only.
Loaded load_text(std::string_view text, std::string_view name,
                 const std::filesystem::path& installed, Problems& problems,
                 std::vector<Problem>& notes);

}  // namespace coopsim
