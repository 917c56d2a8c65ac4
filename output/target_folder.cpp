// SPDX-License-Identifier: Apache-2.0
#include "output/target_folder.hpp"

#include <fcntl.h>
#include <fmt/core.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>

#include "output/durable.hpp"
#include "output/result_error.hpp"
#include "output/temporary_place.hpp"

namespace coopsim {
namespace {

[[noreturn]] void refuse(const std::filesystem::path& folder, std::string_view why) {
  throw ResultError(ResultFault::cannot_create, fmt::format("{}: {}", folder.string(), why));
}

// "out/" is the folder "out".
std::filesystem::path without_slash(const std::filesystem::path& folder) {
  return folder.has_filename() ? folder : folder.parent_path();
}

int rename_with(const std::filesystem::path& from, const std::filesystem::path& to,
                unsigned flags) {
  return ::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), flags) == 0 ? 0 : errno;
}

}  // namespace

TargetFolder::TargetFolder(std::filesystem::path folder, bool overwrite, Objection objection)
    : folder_(without_slash(folder)), overwrite_(overwrite), objection_(std::move(objection)) {
  if (!folder_.has_filename() || folder_.filename() == "." || folder_.filename() == "..")
    refuse(folder, "is not the name of a folder to be made");
  look();
  parent_ = existing_parent(folder_);
  temporary_ = temporary_beside(folder_);
}

TargetFolder::~TargetFolder() {
  std::error_code ignored;
  if (ours_) std::filesystem::remove_all(temporary_, ignored);
}

TargetFolder::Found TargetFolder::look() const {
  struct stat status {};
  if (::lstat(folder_.c_str(), &status) != 0) {
    if (errno == ENOENT) return Found::nothing;
    if (errno == EACCES) fail_on(folder_, "cannot be looked at", errno);
    refuse(folder_, std::strerror(errno));
  }
  if (S_ISLNK(status.st_mode))
    refuse(folder_, "is a symbolic link, and results never go through links; choose another name");
  if (!S_ISDIR(status.st_mode)) refuse(folder_, "is not a folder; choose another name");
  std::error_code error;
  const bool empty = std::filesystem::is_empty(folder_, error);
  if (error) fail_on(folder_, "cannot be looked into", error.value());
  if (empty) return Found::empty;
  if (!overwrite_) refuse(folder_, "exists already; --overwrite replaces it");
  if (const std::string why = objection_(folder_); !why.empty())
    refuse(folder_, fmt::format("{}, so it is not overwritten; choose another name", why));
  return Found::replaceable;
}

void TargetFolder::create() {
  if (::mkdir(temporary_.c_str(), 0777) != 0) {
    if (errno == ENAMETOOLONG) refuse(temporary_, "has too long a name");
    fail_on(temporary_, "cannot be made", errno);
  }
  ours_ = true;
}

// Both at one instant where the file system can, else one after the other.
void TargetFolder::take_its_place() const {
  int error = rename_with(temporary_, folder_, RENAME_EXCHANGE);
  if (error == EINVAL) {
    const std::filesystem::path old = temporary_.string() + ".old";
    error = rename_with(folder_, old, 0);
    if (error == 0) error = rename_with(temporary_, folder_, 0);
    if (error == 0) error = rename_with(old, temporary_, 0);
  }
  if (error != 0) fail_on(folder_, "cannot be given its name", error);
}

void TargetFolder::publish() {
  make_durable(temporary_, O_RDONLY | O_DIRECTORY);
  if (look() == Found::replaceable) {
    take_its_place();
    std::filesystem::remove_all(temporary_);  // now what was there before
  } else if (const int error = rename_with(temporary_, folder_, 0); error != 0) {
    if (error == EEXIST || error == ENOTEMPTY) refuse(folder_, "appeared while it was written");
    fail_on(folder_, "cannot be given its name", error);
  }
  ours_ = false;
  make_durable(parent_, O_RDONLY | O_DIRECTORY);
}

}  // namespace coopsim
