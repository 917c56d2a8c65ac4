// SPDX-License-Identifier: Apache-2.0
// A file of records that only grows, and survives a kill at any instant: each record is one line of
// JSON behind the CRC32C of it and a hash chained over all before it. A record is in the journal
// when `append` has returned.
#pragma once
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace coopsim {

// The records of a journal. A last record that was cut off is left out; anything else that does not
// fit together is an error. Throws ResultError (missing, no_permission, bad_data, io).
std::vector<std::string> read_journal(const std::filesystem::path& file);

class Journal {
 public:
  // A new journal with its first record, whole or not there at all; one that is there stays. Throws
  // ResultError.
  static void create(const std::filesystem::path& file, std::string_view first);
  // An existing one, to be continued: a record that was cut off at its end is removed.
  // REQUIRES: nobody else writes to it.
  explicit Journal(const std::filesystem::path& file);
  ~Journal();
  Journal(const Journal&) = delete;
  Journal& operator=(const Journal&) = delete;

  const std::vector<std::string>& records() const { return records_; }
  // One line without line feeds. On disk when this returns; where it throws ResultError (io), the
  // journal is as it was.
  void append(std::string_view record);

 private:
  std::filesystem::path file_;
  int descriptor_ = -1;
  std::uint64_t end_ = 0;  // bytes of whole records
  std::string chain_;
  std::vector<std::string> records_;
};

}  // namespace coopsim
