// SPDX-License-Identifier: Apache-2.0
#include "cli/output_place.hpp"

#include <fmt/core.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "cli/exit_code.hpp"
#include "cli/text.hpp"

namespace coopsim::cli {
namespace {

[[noreturn]] void refuse(ExitCode code, const std::filesystem::path& place,
                         const std::string& why) {
  throw Failure(code, fmt::format("{} {}; nothing was run.", printable(place.string()), why));
}

ExitCode code_for(int error) {
  return error == EACCES || error == EPERM ? ExitCode::no_permission : ExitCode::cannot_create;
}

void refuse_unusable_folder(const std::filesystem::path& folder) {
  struct stat status {};
  if (::stat(folder.c_str(), &status) != 0) {
    if (errno == ENOENT)
      refuse(ExitCode::cannot_create, folder,
             fmt::format("does not exist; make it with: mkdir -p {}", shell_word(folder.string())));
    refuse(code_for(errno), folder, fmt::format("cannot be used ({})", std::strerror(errno)));
  }
  if (!S_ISDIR(status.st_mode)) refuse(ExitCode::cannot_create, folder, "is not a folder");
  if (::access(folder.c_str(), W_OK | X_OK) != 0)
    refuse(code_for(errno), folder,
           fmt::format("cannot be written to ({}); choose another place with -o",
                       std::strerror(errno)));
}

// How people call a file that is neither regular nor absent; empty for a regular one.
const char* unusual_kind(mode_t mode) {
  if (S_ISDIR(mode)) return "is a folder; name a file in it, such as result.h5";
  if (S_ISLNK(mode))
    return "is a symbolic link, and results are never written through links; name its target";
  if (!S_ISREG(mode)) return "is a device, pipe or socket, not a file";
  return "";
}

}  // namespace

void refuse_unusable_output(const std::filesystem::path& file, bool overwrite,
                            const std::filesystem::path& input) {
  const std::filesystem::path folder = file.has_parent_path() ? file.parent_path() : ".";
  struct stat status {
  }, source{};
  if (::lstat(file.c_str(), &status) != 0) {
    if (errno == ENAMETOOLONG)
      refuse(ExitCode::cannot_create, file,
             "is too long a name (255 bytes; a Korean letter takes 3)");
    if (errno == ENOENT) return refuse_unusable_folder(folder);
    refuse(code_for(errno), file, fmt::format("cannot be created ({})", std::strerror(errno)));
  }
  if (const std::string kind = unusual_kind(status.st_mode); !kind.empty())
    refuse(ExitCode::cannot_create, file, kind);
  if (::stat(input.c_str(), &source) == 0 && source.st_ino == status.st_ino &&
      source.st_dev == status.st_dev)
    refuse(ExitCode::cannot_create, file, "is the scenario itself; give the result another name");
  if (!overwrite)
    refuse(ExitCode::cannot_create, file,
           "exists already; give --overwrite to replace it, or another name with -o");
  refuse_unusable_folder(folder);
}

}  // namespace coopsim::cli
