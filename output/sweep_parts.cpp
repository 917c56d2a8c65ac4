// SPDX-License-Identifier: Apache-2.0
// What a sweep's folder does for processes that work in parts of it, side by side.
#include <fmt/core.h>

#include <nlohmann/json.hpp>

#include "output/durable.hpp"
#include "output/result_error.hpp"
#include "output/sweep_folder.hpp"
#include "output/sweep_lock.hpp"
#include "output/sweep_shard.hpp"
#include "output/sweep_writers.hpp"
#include "output/text_hash.hpp"

namespace coopsim {

namespace fs = std::filesystem;
using Json = nlohmann::json;

void SweepFolder::take(const std::vector<WriterRecords>& writers) {
  for (const WriterRecords& one : writers) {
    take_records(one.records);
    if (one.alive) alive_.push_back(one.place);
    if (!one.unnoted.empty()) take_unnoted(one.unnoted);
  }
}

// Whole, with its name, and its writer was killed before it was noted, or is about to note it.
void SweepFolder::take_unnoted(const std::string& file) {
  try {
    Shard shard = read_shard(path_ / file, basis_.content);
    if (shard.study != basis_.study) return;
    const std::string bytes = read_whole(path_ / file);
    const std::size_t failed = shard.values.failed();
    blocks_.push_back({std::move(shard.block), file, text_hash(bytes), bytes.size(), failed});
  } catch (const ResultError& fault) {
    if (fault.fault != ResultFault::bad_data) throw;
  }
}

void SweepFolder::refuse_others() const {
  if (alive_.empty()) return;
  throw ResultError(
      ResultFault::cannot_create,
      fmt::format("{}: {} being worked in ({}{}); wait for it, or stop it (a task of Slurm: "
                  "scancel). To work beside it in another part: coopsim sweep --shard I/N",
                  path_.string(), alive_.size() == 1 ? "a part of it is" : "parts of it are",
                  alive_.front(), alive_.size() == 1 ? "" : ", ..."));
}

void SweepFolder::take_attempts(const std::string& name) { take(read_attempts(path_, name)); }

void SweepFolder::refuse_whole_worker() const {
  if (!is_locked(lock_file())) return;
  throw ResultError(ResultFault::cannot_create,
                    fmt::format("{}: another process works in all of it{}; wait for it, or stop it",
                                path_.string(), holder_of(lock_file())));
}

void SweepFolder::join(const std::string& name) {
  refuse_whole_worker();
  const Json first = {{"kind", "writer"},
                      {"name", name},
                      {"study", basis_.study},
                      {"engine_version", basis_.engine_version}};
  writer_ = std::make_unique<SweepWriter>(path_, name, first.dump());
}

void SweepFolder::clean() const { remove_unfinished(path_); }

}  // namespace coopsim
