// SPDX-License-Identifier: Apache-2.0
#include "output/target_path.hpp"

#include <fcntl.h>
#include <fmt/core.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>

#include "output/durable.hpp"
#include "output/result_error.hpp"
#include "output/temporary_place.hpp"

namespace coopsim {
namespace {

[[noreturn]] void refuse(const std::filesystem::path& file, std::string_view why) {
  throw ResultError(ResultFault::cannot_create, fmt::format("{}: {}", file.string(), why));
}

// How a file of that content may begin, and what it is called.
struct Form {
  std::vector<std::string_view> beginnings;
  std::string_view name;
};
Form form_of(Content content) {
  switch (content) {
    case Content::result:
      return {{"\x89HDF\r\n\x1a\n"}, "a result file"};
    case Content::page:
      return {{"<!doctype html><!-- coopsim report"}, "a report of coopsim"};
    case Content::pdf:
      return {{"%PDF-"}, "a PDF file"};
    case Content::table:
      return {{"policy,", "world,", "statistic,", "valuation,", "design_point,"},
              "a table that coopsim exports"};
    case Content::workbook:
      return {{"PK\x03\x04"}, "a workbook"};
  }
  return {};
}

bool looks_like(const std::filesystem::path& file, const Form& form) {
  constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";
  std::array<char, 64> bytes{};
  const int descriptor = ::open(file.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
  if (descriptor < 0) return false;
  const auto count = ::read(descriptor, bytes.data(), bytes.size());
  ::close(descriptor);
  if (count == 0) return true;  // an empty one holds nothing to lose
  if (count < 0) return false;
  std::string_view found(bytes.data(), std::size_t(count));
  if (found.starts_with(byte_order_mark)) found.remove_prefix(byte_order_mark.size());
  return std::ranges::any_of(form.beginnings,
                             [&](std::string_view one) { return found.starts_with(one); });
}

}  // namespace

TargetPath::TargetPath(std::filesystem::path file, bool overwrite,
                       std::vector<std::filesystem::path> inputs, Content content)
    : file_(std::move(file)), inputs_(std::move(inputs)), overwrite_(overwrite), content_(content) {
  if (!file_.has_filename()) refuse(file_, "is not the name of a file");
  refuse_unless_free();
  folder_ = existing_parent(file_);
  temporary_ = temporary_beside(file_);
}

TargetPath::~TargetPath() {
  if (ours_) ::unlink(temporary_.c_str());
}

void TargetPath::refuse_unless_free() const {
  struct stat status {
  }, input{};
  if (::lstat(file_.c_str(), &status) != 0) {
    if (errno == ENOENT) return;
    if (errno == EACCES) fail_on(file_, "cannot be looked at", errno);
    refuse(file_, std::strerror(errno));
  }
  if (S_ISDIR(status.st_mode)) refuse(file_, "is a folder; choose another name");
  if (S_ISLNK(status.st_mode))
    refuse(file_, "is a symbolic link, and results never go through links; choose another name");
  if (!S_ISREG(status.st_mode)) refuse(file_, "is a device, pipe or socket; choose another name");
  for (const auto& path : inputs_)
    if (::stat(path.c_str(), &input) == 0 && input.st_ino == status.st_ino &&
        input.st_dev == status.st_dev)
      refuse(file_, "is an input of this run; choose another name");
  if (!overwrite_) refuse(file_, "exists already; --overwrite replaces it");
  const Form form = form_of(content_);
  if (!looks_like(file_, form))
    refuse(file_,
           fmt::format("is not {}, so it is not overwritten; choose another name", form.name));
}

void TargetPath::create() {
  constexpr int flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC;
  const int descriptor = ::open(temporary_.c_str(), flags, 0666);
  if (descriptor < 0 && errno == ENAMETOOLONG) refuse(temporary_, "has too long a name");
  if (descriptor < 0 && errno == ENOENT) refuse(file_, "cannot be made in that folder");
  if (descriptor < 0) fail_on(temporary_, "cannot be made", errno);
  ours_ = true;
  ::close(descriptor);
}

void TargetPath::publish() {
  make_durable(temporary_, O_RDONLY);
  refuse_unless_free();
  const unsigned flags = overwrite_ ? 0 : RENAME_NOREPLACE;
  int outcome = ::renameat2(AT_FDCWD, temporary_.c_str(), AT_FDCWD, file_.c_str(), flags);
  if (outcome != 0 && errno == EINVAL)  // a file system that cannot promise not to replace
    outcome = ::rename(temporary_.c_str(), file_.c_str());
  if (outcome != 0 && errno == EEXIST) refuse(file_, "appeared while the run went on");
  if (outcome != 0) fail_on(file_, "cannot be given its name", errno);
  ours_ = false;
  make_durable(folder_, O_RDONLY | O_DIRECTORY);
}

}  // namespace coopsim
