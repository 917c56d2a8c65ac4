// SPDX-License-Identifier: Apache-2.0
#include "output/sweep_lock.hpp"

#include <fcntl.h>
#include <fmt/core.h>
#include <unistd.h>

#include <cerrno>

#include "output/durable.hpp"
#include "output/result_error.hpp"

namespace coopsim {
namespace {

// Of the whole file, by whoever has it open: not by the process, whose other descriptors of the
// same file would let go of it when they are closed.
struct flock whole_file(short type) {
  struct flock lock {};
  lock.l_type = type;
  lock.l_whence = SEEK_SET;
  return lock;
}

int open_to_lock(const std::filesystem::path& file) {
  const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0666);
  if (descriptor < 0) fail_on(file, "cannot be opened", errno);
  return descriptor;
}

// 0, or why not.
int lock(int descriptor) {
  struct flock whole = whole_file(F_WRLCK);
  return ::fcntl(descriptor, F_OFD_SETLK, &whole) == 0 ? 0 : errno;
}

}  // namespace

int take_lock(const std::filesystem::path& file) {
  const int descriptor = open_to_lock(file);
  const int error = lock(descriptor);
  if (error == 0) return descriptor;
  ::close(descriptor);
  if (error == EAGAIN || error == EACCES) return -1;
  if (error == ENOLCK || error == EOPNOTSUPP || error == ENOSYS || error == EINVAL)
    throw ResultError(ResultFault::io,
                      fmt::format("{}: this file system knows no locks; work with coopsim sweep "
                                  "--shard 1/1, then coopsim assemble, which need none",
                                  file.string()));
  fail_on(file, "cannot be locked", error);
}

int show_alive(const std::filesystem::path& file) {
  const int descriptor = open_to_lock(file);
  [[maybe_unused]] const int error = lock(descriptor);
  return descriptor;
}

bool is_locked(const std::filesystem::path& file) {
  const int descriptor = ::open(file.c_str(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
  if (descriptor < 0) return false;
  struct flock found = whole_file(F_RDLCK);
  const bool locked = ::fcntl(descriptor, F_OFD_GETLK, &found) == 0 && found.l_type != F_UNLCK;
  ::close(descriptor);
  return locked;
}

std::string holder_of(const std::filesystem::path& lock_file) {
  const std::string pid = read_whole(lock_file);
  return pid.empty() ? "" : fmt::format(" (process {})", pid.substr(0, pid.find('\n')));
}

}  // namespace coopsim
