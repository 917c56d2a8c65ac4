// SPDX-License-Identifier: Apache-2.0
#include "cli/result_place.hpp"

#include <fmt/format.h>

#include "cli/exit_code.hpp"
#include "cli/text.hpp"
#include "output/sweep_folder.hpp"
#include "scenarios/text.hpp"

namespace coopsim::cli {

std::filesystem::path result_place(const std::string& result) {
  std::error_code error;
  const std::filesystem::path folder = result;
  if (!std::filesystem::is_directory(folder, error)) return folder;
  std::filesystem::path file = folder / "result.h5";
  if (!std::filesystem::exists(file, error) && SweepFolder::is_one(folder))
    throw Failure(ExitCode::no_input,
                  fmt::format("{}: the sweep's result is not put together yet; coopsim status {} "
                              "says what is missing",
                              escaped(result, 300), shell_word(result)));
  return file;
}

}  // namespace coopsim::cli
