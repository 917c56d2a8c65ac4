// SPDX-License-Identifier: Apache-2.0
#include "cli/output_place.hpp"

#include <fmt/core.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "cli/exit_code.hpp"
#include "cli/text.hpp"
#include "output/result_error.hpp"
#include "scenarios/text.hpp"

namespace coopsim::cli {
namespace {

[[noreturn]] void refuse(ExitCode code, const std::filesystem::path& place,
                         const std::string& why) {
  throw Failure(code, fmt::format("{} {}; nothing was written", escaped(place.string(), 300), why));
}

ExitCode code_for(int error) {
  return error == EACCES || error == EPERM || error == EROFS ? ExitCode::no_permission
                                                             : ExitCode::cannot_create;
}

void refuse_missing_folder(const std::filesystem::path& folder) {
  struct stat status {};
  if (::stat(folder.c_str(), &status) != 0) {
    if (errno == ENOENT)
      refuse(ExitCode::cannot_create, folder,
             fmt::format("does not exist; make it with: mkdir -p {}", shell_word(folder.string())));
    refuse(code_for(errno), folder, fmt::format("cannot be used ({})", std::strerror(errno)));
  }
  if (!S_ISDIR(status.st_mode)) refuse(ExitCode::cannot_create, folder, "is not a folder");
}

void refuse_unwritable_folder(const std::filesystem::path& folder) {
  if (::access(folder.c_str(), W_OK | X_OK) != 0)
    refuse(code_for(errno), folder,
           fmt::format("cannot be written to ({}); choose another place with -o",
                       std::strerror(errno)));
}

}  // namespace

void make_folder(const std::filesystem::path& folder) {
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (error)
    refuse(code_for(error.value()), folder,
           fmt::format("cannot be made ({}); choose another place with -o", error.message()));
}

void make_scratch(const std::filesystem::path& folder) {
  if (folder.empty()) return;
  const char* const remedy = "name a folder of this machine, or leave --scratch out";
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (error)
    refuse(code_for(error.value()), folder,
           fmt::format("(--scratch) cannot be made ({}): {}", error.message(), remedy));
  if (::access(folder.c_str(), W_OK | X_OK) != 0)
    refuse(code_for(errno), folder,
           fmt::format("(--scratch) cannot be written to ({}): {}", std::strerror(errno), remedy));
}

void refuse_unusable_output(const std::filesystem::path& file, bool overwrite,
                            const std::vector<std::filesystem::path>& inputs, Content content) {
  const std::filesystem::path folder = file.has_parent_path() ? file.parent_path() : ".";
  if (file.has_filename()) {
    refuse_missing_folder(folder);
    struct stat status {};
    if (::lstat(file.c_str(), &status) != 0 && errno == ENAMETOOLONG)
      refuse(ExitCode::cannot_create, file,
             "is too long a name (255 bytes; a Korean letter takes 3)");
  }
  // What is there is told first: a device is no place for a file, whoever asks.
  const TargetPath asked(file, overwrite, inputs, content);
  refuse_unwritable_folder(folder);
}

}  // namespace coopsim::cli
