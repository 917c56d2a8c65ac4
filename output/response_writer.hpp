// SPDX-License-Identifier: Apache-2.0
// Groups `yearly` and `worlds`: the responses of every world as they arrive.
//
// Memory is bounded: a block of replications is kept and written in one go per variable and world.
// Packed chunks span all worlds, whose common history then packs to almost nothing.
#pragma once
#include <vector>

#include "output/labelled_group.hpp"
#include "output/packing.hpp"
#include "output/study_shape.hpp"

namespace coopsim {

struct Packing {
  bool wanted = false;
  int threads = 0;  // 0: as many as the machine has
};

class ResponseWriter {
 public:
  ResponseWriter(hid_t file, const Scenario& scenario, const StudyShape& shape,
                 const ResponseLayout& layout, const Packing& packing, FileIndex& index);

  // Responses of one world; empty stands for a world that failed: all missing.
  // REQUIRES: replications ascend; each world once in a replication.
  void add(std::size_t replication, std::size_t world, const std::vector<double>& responses);
  void flush();  // writes what is kept

  // All values of a policy's variable: (replication, cell, year). REQUIRES: flushed.
  void read_policy(std::size_t series, std::size_t policy, std::vector<double>& values) const;
  void close(std::size_t series);  // nothing of it will be read any more

 private:
  // A variable over some of the worlds.
  struct Variable {
    h5::Handle dataset;
    std::size_t together = 0;  // replications in a packed chunk; 0: not packed
  };
  struct Part {  // group `worlds` or `yearly`
    std::size_t first_world, worlds;
    std::vector<Variable> variables;  // one a series
  };
  void create(LabelledGroup& group, std::string_view first_axis, Part& part);
  std::size_t replications_a_chunk(std::size_t bytes_of_one) const;
  void write(const Part& part, std::size_t series);
  void pack(const Part& part, std::size_t series, std::vector<h5::ChunkToWrite>& into) const;
  const double* kept(std::size_t world, std::size_t replication_in_block, std::size_t series) const;

  const StudyShape& shape_;
  const ResponseLayout& layout_;
  const Packing packing_;
  Part yearly_, worlds_;
  std::size_t block_ = 1;                   // replications kept at most
  std::size_t block_begin_ = 0, kept_ = 0;  // replications
  std::vector<double> buffer_;              // (world, replication in block, layout)
  std::vector<double> box_;
};

}  // namespace coopsim
