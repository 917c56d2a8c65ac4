// SPDX-License-Identifier: Apache-2.0
// A result of a run or of a sweep as an export reads it: held against the format first, then
// variable by variable.
#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "output/checked_file.hpp"
#include "output/result_reader.hpp"

namespace coopsim::exporting {

struct Texts {
  std::string en, ko;
};

// An axis of a group: what stands at each of its places.
struct Axis {
  std::string name;
  Texts label;
  bool numbers = false;            // its codes are whole numbers
  std::vector<std::string> codes;  // "dankai", "2007"
  std::vector<Texts> names;        // for people; empty where the codes say it
};

// What a variable says of itself.
struct Told {
  std::string unit, meaning, total, missing;
  Texts label;
};

class Source {
 public:
  // Throws ResultError (missing, no_permission, bad_data), as all below do (bad_data).
  explicit Source(const std::filesystem::path& file);

  const CheckedFile& file() const { return file_; }
  const ResultFacts& facts() const { return facts_; }
  bool is_sweep() const { return !result_; }
  const ResultReader& result() const { return *result_; }  // REQUIRES: !is_sweep()

  Axis axis(std::string_view group, const std::string& name) const;
  Told told(const std::string& dataset) const;

 private:
  CheckedFile file_;
  std::optional<ResultReader> result_;
  ResultFacts facts_;
};

}  // namespace coopsim::exporting
