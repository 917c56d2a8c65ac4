// SPDX-License-Identifier: Apache-2.0
// Groups `events` and `panel`, where the scenario asks for them: columns along one axis that grows.
//
// Memory is bounded: rows are kept for one chunk of each column and then written. Rows stand in the
// order of replication and policy; those of a world in the order in which they were kept.
#pragma once
#include <optional>

#include "output/record_table.hpp"
#include "output/study_shape.hpp"
#include "sim/world/records.hpp"

namespace coopsim {

class RecordsWriter {
 public:
  // Makes the groups that the scenario asks for.
  RecordsWriter(hid_t file, const Scenario& scenario, const StudyShape& shape, bool compress,
                FileIndex& index);

  bool wanted() const { return events_ || panel_; }
  // `policy`: its place in the file. REQUIRES: replications ascend, and policies within one.
  void add(int replication, std::size_t policy, const Records& records);
  void flush();  // writes what is kept

 private:
  std::optional<RecordTable> events_, panel_;
};

}  // namespace coopsim
