// SPDX-License-Identifier: Apache-2.0
// A sweep's folder: what it rests on, its journal, its published blocks. It can be left by a kill
// at any instant, moved, and gone on with.
//
//   study.toml  scenario.toml   what it rests on; the scenario as it was in effect
//   points.csv                  the study's table of points, where it has one
//   journal                     what is published, record by record (journal.hpp)
//   shards/000/000001.h5        the blocks, at most 1,000 a folder
//   result.h5                   all of them in one file, made when all are there
//   lock                        held by the one process that works in it
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
  enum class Use { look, work };

  // Whether there is a journal.
  static bool is_one(const std::filesystem::path& folder);
  // Makes it where nothing is yet, or only what a kill left of an earlier attempt. Throws
  // ResultError (cannot_create where something else is there).
  static void create(const std::filesystem::path& folder, const SweepBasis& basis,
                     const SweepTexts& texts);

  // To work is to be alone in it: throws ResultError (cannot_create) while another process works;
  // one that died is none. A block that was published but not yet noted is noted, what is left of
  // an unpublished one removed. Throws ResultError where the folder is damaged or was tampered
  // with.
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
  bool worked_in() const;  // by a living process, right now

  // REQUIRES: Use::work. Both are on disk when they return; throw ResultError (io).
  void extend(const SweepExtent& extent);
  void publish(const SweepBlock& block, const BlockValues& values);

  // Worlds of a published block. Throws ResultError (bad_data) where its file is not what was
  // noted.
  BlockValues read(const PublishedBlock& block) const;
  std::filesystem::path result() const;

 private:
  struct Hold;
  void take_record(const std::string& record);
  void note(const SweepBlock& block, const std::string& file, const BlockValues& values);
  void check_sizes() const;
  void adopt_and_clean();
  std::string next_file() const;

  std::filesystem::path path_;
  std::unique_ptr<Hold> hold_;  // lock and journal, of who works
  SweepBasis basis_;
  SweepTexts texts_;
  std::optional<SweepExtent> extent_;
  std::vector<PublishedBlock> blocks_;
};

}  // namespace coopsim
