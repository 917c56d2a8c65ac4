// SPDX-License-Identifier: Apache-2.0
// A sweep's folder: what it rests on, its journals, its published blocks. It can be left by a kill
// at any instant, moved, and gone on with.
//
//   study.toml  scenario.toml   what it rests on; the scenario as it was in effect
//   points.csv                  the study's table of points, where it has one
//   journal                     what is published, record by record (journal.hpp)
//   shards/000/000001.h5        the blocks, at most 1,000 a folder
//   result.h5                   all of them in one file, made when all are there
//   lock                        held by the one process that works in all of it
//   writers/                    what processes side by side published (sweep_writers.hpp)
#pragma once
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "output/sweep_block.hpp"

namespace coopsim {

class SweepWriter;
struct WriterRecords;

// What every block rests on and what may not change.
struct SweepBasis {
  int engine_version = 0;
  std::string study;  // hash of SweepStudy::foundation()
  SweepContent content;
};

// Its study and scenario, and the table of points that the study has, or nothing.
struct SweepTexts {
  std::string study, scenario, table;
};

// How far the sweep goes. It may grow.
struct SweepExtent {
  std::size_t points = 0, replications = 0;
  std::vector<std::string> policies;
};

struct PublishedBlock {
  SweepBlock block;
  std::string file;  // beneath the folder
  std::string hash;  // of its bytes
  std::uint64_t bytes = 0;
  std::size_t failed = 0;  // worlds
};

class SweepFolder {
 public:
  // look: at everything that is published. work: at all of it, alone. part: at the journal of who
  // works alone; `join` follows.
  enum class Use { look, work, part };

  // Whether there is a journal.
  static bool is_one(const std::filesystem::path& folder);
  // Makes it where nothing is yet, or only what a kill left of an earlier attempt. One that another
  // process makes at the same time stays: look at its basis. Throws ResultError (cannot_create
  // where something else is there).
  static void create(const std::filesystem::path& folder, const SweepBasis& basis,
                     const SweepTexts& texts);

  // To work is to be alone in it: throws ResultError (cannot_create) while another process works,
  // be it in all or in a part; one that died is none. A block that was published but not yet noted
  // is noted, what is left of an unpublished one removed. Throws ResultError where the folder is
  // damaged or was tampered with.
  SweepFolder(std::filesystem::path folder, Use use);
  ~SweepFolder();
  SweepFolder(const SweepFolder&) = delete;
  SweepFolder& operator=(const SweepFolder&) = delete;

  const std::filesystem::path& path() const { return path_; }
  const SweepBasis& basis() const { return basis_; }
  const SweepTexts& texts() const { return texts_; }
  // As far as it was expanded; nothing: as the study says.
  const std::optional<SweepExtent>& extent() const { return extent_; }
  const std::vector<PublishedBlock>& blocks() const { return blocks_; }
  bool worked_in() const;  // by a living process, right now, as far as can be seen
  // Places of those that work in a part of it, as far as can be seen. Not with Use::part.
  const std::vector<std::string>& alive() const { return alive_; }

  // Throws ResultError (cannot_create) while another process works in all of it.
  void refuse_whole_worker() const;
  // Adds what earlier attempts at `name` published. REQUIRES: Use::part.
  void take_attempts(const std::string& name);
  // From now on publishes into a place of its own, beside others that do. Throws ResultError
  // (cannot_create) while another process works in all of it. REQUIRES: not Use::work.
  void join(const std::string& name);
  // From now on blocks are made in `scratch` first where that is not empty, and come to the folder
  // whole; where it is full they are made in the folder.
  void make_blocks_in(std::filesystem::path scratch) { scratch_ = std::move(scratch); }

  // REQUIRES: Use::work. On disk when it returns; throws ResultError (io).
  void extend(const SweepExtent& extent);
  // REQUIRES: Use::work or `join`. On disk when it returns; throws ResultError (io).
  void publish(const SweepBlock& block, const BlockValues& values);
  // What killed processes left, once everything is published.
  void clean() const;

  // Worlds of a published block. Throws ResultError (bad_data) where its file is not what was
  // noted.
  BlockValues read(const PublishedBlock& block) const;
  std::filesystem::path result() const;

 private:
  struct Hold;
  std::filesystem::path lock_file() const;
  void take_records(const std::vector<std::string>& records);
  void take_record(const std::string& record);
  void take(const std::vector<WriterRecords>& writers);
  void take_unnoted(const std::string& file);
  void refuse_others() const;
  void write(const std::string& file, const SweepBlock& block, const BlockValues& values) const;
  void note(const SweepBlock& block, const std::string& file, const BlockValues& values);
  void check_sizes() const;
  void adopt_and_clean();
  std::string next_file() const;

  std::filesystem::path path_;
  std::unique_ptr<Hold> hold_;           // lock and journal, of who works alone
  std::unique_ptr<SweepWriter> writer_;  // of who works beside others
  std::filesystem::path scratch_;
  SweepBasis basis_;
  SweepTexts texts_;
  std::optional<SweepExtent> extent_;
  std::vector<PublishedBlock> blocks_;
  std::size_t files_ = 0;  // the highest number of a file of who works alone
  std::vector<std::string> alive_;
};

}  // namespace coopsim
