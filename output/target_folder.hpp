// SPDX-License-Identifier: Apache-2.0
// Where a folder of files goes: filled beside its place under a temporary name and moved there when
// whole. A reader never sees half of it; a writer that dies leaves at most `name.tmp.<pid>`.
#pragma once
#include <filesystem>
#include <functional>
#include <string>

namespace coopsim {

class TargetFolder {
 public:
  // Why a folder that exists must not be replaced, as the end of a sentence; empty: it may be.
  using Objection = std::function<std::string(const std::filesystem::path&)>;

  // Throws ResultError (cannot_create, no_permission) if the place is a file, link or device, or a
  // folder that is not empty and `overwrite` is false or `objection` speaks against it. Touches
  // nothing.
  TargetFolder(std::filesystem::path folder, bool overwrite, Objection objection);
  ~TargetFolder();  // removes the temporary folder unless published
  TargetFolder(const TargetFolder&) = delete;
  TargetFolder& operator=(const TargetFolder&) = delete;

  const std::filesystem::path& temporary() const { return temporary_; }
  const std::filesystem::path& folder() const { return folder_; }
  // Makes the temporary folder, empty. Throws ResultError (no_permission, cannot_create, io).
  void create();
  // Gives it its name; what was there is gone then. REQUIRES: its files are safe on disk. Throws
  // ResultError (io, cannot_create).
  void publish();

 private:
  enum class Found { nothing, empty, replaceable };
  Found look() const;
  void take_its_place() const;

  std::filesystem::path folder_, parent_, temporary_;
  bool overwrite_;
  Objection objection_;
  bool ours_ = false;
};

}  // namespace coopsim
