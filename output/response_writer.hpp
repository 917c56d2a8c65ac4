// SPDX-License-Identifier: Apache-2.0
// Groups `yearly` and `worlds`: the responses of every world as they arrive.
//
// Memory is bounded: a block of replications is kept and written in one go per variable and world.
#pragma once
#include <vector>

#include "output/labelled_group.hpp"
#include "output/study_shape.hpp"

namespace coopsim {

class ResponseWriter {
 public:
  ResponseWriter(hid_t file, const Scenario& scenario, const StudyShape& shape,
                 const ResponseLayout& layout, bool compress, FileIndex& index);

  // Responses of one world; empty stands for a world that failed: all missing.
  // REQUIRES: replications ascend; each world once in a replication.
  void add(std::size_t replication, std::size_t world, const std::vector<double>& responses);
  void flush();  // writes what is kept

  // All values of a policy's variable: (replication, cell, year). REQUIRES: flushed.
  void read_policy(std::size_t series, std::size_t policy, std::vector<double>& values) const;

 private:
  void create(LabelledGroup& group, std::string_view first_axis, std::vector<h5::Handle>& into,
              bool compress);
  void write(std::size_t series, std::size_t world);

  const StudyShape& shape_;
  const ResponseLayout& layout_;
  std::vector<h5::Handle> yearly_, worlds_;  // one a series
  std::size_t block_ = 1;                    // replications kept at most
  std::size_t block_begin_ = 0, kept_ = 0;   // replications
  std::vector<double> buffer_;               // (world, replication in block, layout)
  std::vector<double> box_;
};

}  // namespace coopsim
