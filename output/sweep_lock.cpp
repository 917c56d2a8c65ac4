// SPDX-License-Identifier: Apache-2.0
#include "output/sweep_lock.hpp"

#include <fcntl.h>
#include <fmt/core.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>

#include "output/durable.hpp"
#include "output/result_error.hpp"

namespace coopsim {

int take_lock(const std::filesystem::path& file) {
  const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0666);
  if (descriptor < 0) fail_on(file, "cannot be opened", errno);
  if (::flock(descriptor, LOCK_EX | LOCK_NB) == 0) return descriptor;
  const int error = errno;
  ::close(descriptor);
  if (error == ENOLCK || error == EOPNOTSUPP || error == ENOSYS)
    throw ResultError(ResultFault::io,
                      fmt::format("{}: this file system knows no locks; work with coopsim sweep "
                                  "--shard 1/1, then coopsim assemble, which need none",
                                  file.string()));
  if (error != EWOULDBLOCK) fail_on(file, "cannot be locked", error);
  return -1;
}

bool is_locked(const std::filesystem::path& file) {
  const int descriptor = ::open(file.c_str(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
  if (descriptor < 0) return false;
  const bool locked = ::flock(descriptor, LOCK_SH | LOCK_NB) != 0 && errno == EWOULDBLOCK;
  ::close(descriptor);
  return locked;
}

std::string holder_of(const std::filesystem::path& lock_file) {
  const std::string pid = read_whole(lock_file);
  return pid.empty() ? "" : fmt::format(" (process {})", pid.substr(0, pid.find('\n')));
}

}  // namespace coopsim
