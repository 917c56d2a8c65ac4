// SPDX-License-Identifier: Apache-2.0
#include "output/durable.hpp"

#include <fcntl.h>
#include <fmt/core.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>

#include "output/result_error.hpp"

namespace coopsim {

void fail_on(const std::filesystem::path& file, std::string_view doing, int error) {
  const bool denied = error == EACCES || error == EPERM || error == EROFS;
  throw ResultError(denied ? ResultFault::no_permission : ResultFault::io,
                    fmt::format("{}: {} ({})", file.string(), doing, std::strerror(error)));
}

void make_durable(const std::filesystem::path& path, int open_flags) {
  const int descriptor = ::open(path.c_str(), open_flags | O_CLOEXEC);
  if (descriptor < 0) fail_on(path, "cannot be opened to make it durable", errno);
  int outcome = 0;
  do outcome = ::fsync(descriptor);
  while (outcome != 0 && errno == EINTR);
  const int error = errno;
  ::close(descriptor);
  if (outcome != 0 && error != EINVAL) fail_on(path, "fsync failed", error);
}

int write_fully(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const auto count = ::write(descriptor, bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return errno;
    bytes.remove_prefix(std::size_t(count));
  }
  return 0;
}

namespace {

// Gives `temporary` its name unless that is taken. A link is refused where the name exists, on
// every file system; one that has no links cannot be shared by machines either.
int name_once(const std::filesystem::path& temporary, const std::filesystem::path& file) {
  if (::link(temporary.c_str(), file.c_str()) != 0 && errno != EEXIST)
    return ::rename(temporary.c_str(), file.c_str()) == 0 ? 0 : errno;
  return ::unlink(temporary.c_str()) == 0 ? 0 : errno;
}

int rename_to(const std::filesystem::path& temporary, const std::filesystem::path& file) {
  return ::rename(temporary.c_str(), file.c_str()) == 0 ? 0 : errno;
}

void write_named(const std::filesystem::path& file, std::string_view bytes,
                 int (*name)(const std::filesystem::path&, const std::filesystem::path&)) {
  const std::filesystem::path temporary = fmt::format("{}.tmp.{}", file.string(), ::getpid());
  constexpr int flags = O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC;
  const int descriptor = ::open(temporary.c_str(), flags, 0666);
  if (descriptor < 0) fail_on(temporary, "cannot be made", errno);
  int error = write_fully(descriptor, bytes);
  if (error == 0 && ::fsync(descriptor) != 0 && errno != EINVAL && errno != EINTR) error = errno;
  if (::close(descriptor) != 0 && error == 0) error = errno;
  if (error == 0) error = name(temporary, file);
  if (error != 0) {
    ::unlink(temporary.c_str());
    fail_on(file, "cannot be written", error);
  }
  make_durable(file.has_parent_path() ? file.parent_path() : ".", O_RDONLY | O_DIRECTORY);
}

}  // namespace

void write_durably(const std::filesystem::path& file, std::string_view bytes) {
  write_named(file, bytes, rename_to);
}

void write_durably_once(const std::filesystem::path& file, std::string_view bytes) {
  write_named(file, bytes, name_once);
}

std::string read_whole(const std::filesystem::path& file) {
  const int descriptor = ::open(file.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
  if (descriptor < 0 && errno == ENOENT)
    throw ResultError(ResultFault::missing, fmt::format("{}: is not there", file.string()));
  if (descriptor < 0) fail_on(file, "cannot be opened", errno);
  struct stat status {};
  std::string bytes;
  int error = ::fstat(descriptor, &status) != 0 ? errno : S_ISREG(status.st_mode) ? 0 : EINVAL;
  if (error == 0) bytes.resize(std::size_t(status.st_size));
  std::size_t filled = 0;
  while (error == 0 && filled < bytes.size()) {
    const auto count = ::read(descriptor, bytes.data() + filled, bytes.size() - filled);
    if (count < 0 && errno != EINTR) error = errno;
    if (count == 0) break;
    if (count > 0) filled += std::size_t(count);
  }
  ::close(descriptor);
  if (error != 0) fail_on(file, "cannot be read", error);
  bytes.resize(filled);
  return bytes;
}

}  // namespace coopsim
