// SPDX-License-Identifier: Apache-2.0
// Processes that work in a sweep's folder side by side, each in a place of its own: a journal and
// blocks that nobody else ever writes to. Nothing rests on locks, so that it holds on file systems
// that have none.
//
//   writers/<name>.<attempt>/journal           who it is, then its blocks, then that it ended
//   writers/<name>.<attempt>/000/000001.h5     its blocks, at most 1,000 a folder
//
// A name says what the process was asked to do ("shard/1_of_3"); each process that is asked the
// same makes an attempt of its own, so that two of them at once do no harm either.
#pragma once
#include <cstddef>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "output/journal.hpp"

namespace coopsim {

// What one attempt left so far.
struct WriterRecords {
  std::string place;                 // beneath the sweep's folder
  std::vector<std::string> records;  // of its journal, the first and the last one included
  bool ended = false;                // by itself
  bool alive = false;                // as far as can be seen: not across all file systems
  std::string unnoted;               // the file that would come next, where it is there; else empty
};

// All writers' records, ordered by place. Throws ResultError where a journal is damaged.
std::vector<WriterRecords> read_writers(const std::filesystem::path& folder);
// Those of the earlier attempts at `name` alone: no folder is listed.
std::vector<WriterRecords> read_attempts(const std::filesystem::path& folder,
                                         const std::string& name);
// Temporary files of writers that did not end. REQUIRES: their work is not needed any more.
void remove_unfinished(const std::filesystem::path& folder);

// The place of one process.
class SweepWriter {
 public:
  // A new attempt at `name`, whose journal begins with `first`. Throws ResultError.
  SweepWriter(const std::filesystem::path& folder, const std::string& name,
              const std::string& first);
  ~SweepWriter();  // notes that it ended, unless by an exception
  SweepWriter(const SweepWriter&) = delete;
  SweepWriter& operator=(const SweepWriter&) = delete;

  const std::string& place() const { return place_; }  // beneath the sweep's folder
  std::string next_file() const;                       // beneath the sweep's folder
  void note(const std::string& block);                 // that `next_file` is there

 private:
  std::string place_;
  std::optional<Journal> journal_;
  int descriptor_ = -1;  // holds a lock that says to others on this machine that it is alive
  int exceptions_;
  std::size_t files_ = 0;
};

}  // namespace coopsim
