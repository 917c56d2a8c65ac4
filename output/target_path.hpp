// SPDX-License-Identifier: Apache-2.0
// Where a result, report or export goes: written beside its place under a temporary name and moved
// there when whole. A reader never sees half a result; a writer that dies leaves at most
// `name.tmp.<pid>`.
#pragma once
#include <filesystem>
#include <vector>

namespace coopsim {

// What is written there, and alone may be overwritten.
enum class Content { result, page, pdf, table, workbook };

class TargetPath {
 public:
  // Throws ResultError (cannot_create, no_permission) if `file` is a folder, link or device, one of
  // `inputs`, a file of another content, or exists and `overwrite` is false. Touches nothing.
  TargetPath(std::filesystem::path file, bool overwrite, std::vector<std::filesystem::path> inputs,
             Content content = Content::result);
  ~TargetPath();  // removes the temporary file unless published
  TargetPath(const TargetPath&) = delete;
  TargetPath& operator=(const TargetPath&) = delete;

  const std::filesystem::path& temporary() const { return temporary_; }
  const std::filesystem::path& file() const { return file_; }
  // Makes the temporary file, empty; from here on it is ours, to be removed on failure. Throws
  // ResultError (no_permission, cannot_create, io).
  void create();
  // Makes the temporary file safe on disk and gives it its name; an existing result is only
  // replaced with `overwrite`. Throws ResultError (io, cannot_create).
  void publish();

 private:
  void refuse_unless_free() const;

  std::filesystem::path file_, folder_, temporary_;
  std::vector<std::filesystem::path> inputs_;
  bool overwrite_;
  Content content_;
  bool ours_ = false;
};

}  // namespace coopsim
