// SPDX-License-Identifier: Apache-2.0
// A file of ours, looked at as a whole before a value of it is read (inspection.hpp): for kinds of
// file that need no reader as large as a result's.
#pragma once
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace coopsim {
namespace h5 {
struct Listed;
}

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
  std::vector<std::string> axes(std::string_view dataset) const;  // empty of an axis itself
  bool holds_integers(std::string_view dataset) const;            // of 32 bits
  // Names of the group's variables of doubles, in the order of the file's paths.
  std::vector<std::string> doubles_in(std::string_view group) const;
  // The doubles of one place on the first axis. REQUIRES: it is within the dataset.
  std::vector<double> doubles_at(std::string_view dataset, std::size_t place) const;
  [[noreturn]] void damaged(std::string_view why) const;
  const std::shared_ptr<const h5::Listed>& listed() const { return listed_; }

 private:
  template <class Number>
  std::vector<Number> numbers(std::string_view dataset) const;

  std::filesystem::path path_;
  std::shared_ptr<const h5::Listed> listed_;
};

}  // namespace coopsim
