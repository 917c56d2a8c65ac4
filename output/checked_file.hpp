// SPDX-License-Identifier: Apache-2.0
// A file of ours, looked at as a whole before a value of it is read (inspection.hpp): for kinds of
// file that need no reader as large as a result's.
#pragma once
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "output/inspection.hpp"

namespace coopsim {

class CheckedFile {
 public:
  // Throws ResultError (missing, no_permission, bad_data), as all below do (bad_data).
  explicit CheckedFile(const std::filesystem::path& path);

  const std::filesystem::path& path() const { return path_; }
  bool has(std::string_view object) const;
  // An attribute; empty where there is no such text.
  std::string root_text(std::string_view name) const { return group_text("/", name); }
  std::string group_text(std::string_view group, std::string_view name) const;
  // Over all that is content.
  std::string hash() const;
  std::vector<std::string> texts(std::string_view dataset) const;
  std::vector<double> doubles(std::string_view dataset) const;
  std::vector<std::int8_t> bytes(std::string_view dataset) const;
  std::vector<std::int32_t> integers(std::string_view dataset) const;
  std::vector<std::size_t> shape(std::string_view dataset) const;
  [[noreturn]] void damaged(std::string_view why) const;

 private:
  const h5::Object& object(std::string_view path) const;
  template <class Number>
  std::vector<Number> numbers(std::string_view dataset, h5::Kind kind) const;

  std::filesystem::path path_;
  h5::Opened opened_;
  std::vector<h5::Object> objects_;
};

}  // namespace coopsim
