// SPDX-License-Identifier: Apache-2.0
#include "output/temporary_place.hpp"

#include <fmt/core.h>
#include <sys/stat.h>
#include <unistd.h>

#include <string>

#include "output/result_error.hpp"

namespace coopsim {

std::filesystem::path existing_parent(const std::filesystem::path& place) {
  const std::filesystem::path parent = place.has_parent_path() ? place.parent_path() : ".";
  struct stat status {};
  if (::stat(parent.c_str(), &status) == 0 && S_ISDIR(status.st_mode)) return parent;
  throw ResultError(ResultFault::cannot_create,
                    fmt::format("{}: is no folder that exists; make it first", parent.string()));
}

std::filesystem::path temporary_beside(const std::filesystem::path& place) {
  const std::string beside = fmt::format("{}.tmp.{}", place.string(), ::getpid());
  std::filesystem::path free = beside;
  struct stat status {};
  for (int n = 1; ::lstat(free.c_str(), &status) == 0; ++n) free = fmt::format("{}.{}", beside, n);
  return free;
}

}  // namespace coopsim
