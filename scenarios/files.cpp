// SPDX-License-Identifier: Apache-2.0
#include "scenarios/files.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

namespace coopsim {
namespace {

namespace fs = std::filesystem;

std::string_view kind_of(mode_t mode) {
  if (S_ISDIR(mode)) return "a folder";
  if (S_ISFIFO(mode)) return "a named pipe";
  if (S_ISCHR(mode) || S_ISBLK(mode)) return "a device";
  if (S_ISSOCK(mode)) return "a socket";
  return "not a regular file";
}

class Descriptor {
 public:
  // Does not wait for the other end of a pipe.
  explicit Descriptor(const fs::path& path)
      : number_(::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY)) {}
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int number() const { return number_; }

 private:
  int number_;
};

Bytes unreadable(int error) {
  const bool forbidden = error == EACCES || error == EPERM;
  const bool missing = error == ENOENT || error == ENOTDIR;
  Bytes bytes;
  bytes.problem = forbidden ? "may not be read" : missing ? "does not exist" : "cannot be read";
  bytes.remedy = forbidden ? "ask for permission to read it" : "check the path";
  bytes.exit_code = forbidden ? 77 : 66;
  return bytes;
}

}  // namespace

Bytes read_file(const fs::path& path, const TextKind& kind) {
  const Descriptor file(path);
  struct stat status {};
  if (file.number() < 0 || ::fstat(file.number(), &status) != 0) return unreadable(errno);
  Bytes bytes;
  bytes.identity = {status.st_dev, status.st_ino};
  if (!S_ISREG(status.st_mode)) {
    bytes.problem = fmt::format("is {}", kind_of(status.st_mode));
    bytes.remedy = "allowed: a regular file";
    bytes.exit_code = 66;
    return bytes;
  }
  if (status.st_size > static_cast<off_t>(kind.most_bytes)) {
    bytes.problem = fmt::format("has {} bytes", static_cast<long long>(status.st_size));
    bytes.remedy = fmt::format("allowed: {} bytes; {}", kind.most_bytes, kind.smaller);
    return bytes;
  }
  bytes.content.resize(kind.most_bytes + 1);
  std::size_t size = 0;
  while (size < bytes.content.size()) {
    const ssize_t got =
        ::read(file.number(), bytes.content.data() + size, bytes.content.size() - size);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return unreadable(errno);
    if (got == 0) break;
    size += static_cast<std::size_t>(got);
  }
  bytes.content.resize(size);
  return bytes;
}

std::string problem_with_name(const std::string& name) {
  const fs::path path(name);
  if (name.empty()) return "is empty";
  if (path.is_absolute()) return "is an absolute path";
  if (std::find(path.begin(), path.end(), "..") != path.end()) return "leads out of its folder";
  const auto odd = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == '\\'; };
  if (std::any_of(name.begin(), name.end(), odd)) return "has a character that may not be there";
  return {};
}

bool lies_in(const fs::path& path, const fs::path& folder) {
  std::error_code failed;
  const fs::path inside = fs::canonical(path, failed);
  if (failed) return false;
  const fs::path root = fs::canonical(folder, failed);
  if (failed) return false;
  return std::mismatch(root.begin(), root.end(), inside.begin(), inside.end()).first == root.end();
}

bool is_in(const fs::path& folder, const std::string& name) {
  std::error_code ignored;
  return !folder.empty() && fs::exists(fs::symlink_status(folder / name, ignored));
}

}  // namespace coopsim
