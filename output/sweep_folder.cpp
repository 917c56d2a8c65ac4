// SPDX-License-Identifier: Apache-2.0
#include "output/sweep_folder.hpp"

#include <fmt/core.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <nlohmann/json.hpp>
#include <set>

#include "output/durable.hpp"
#include "output/journal.hpp"
#include "output/result_error.hpp"
#include "output/sweep_lock.hpp"
#include "output/sweep_shard.hpp"
#include "output/sweep_writers.hpp"
#include "output/text_hash.hpp"

namespace coopsim {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

constexpr const char* study_name = "study.toml";
constexpr const char* scenario_name = "scenario.toml";
constexpr const char* table_name = "points.csv";
constexpr const char* journal_name = "journal";
constexpr const char* lock_name = "lock";
constexpr const char* result_name = "result.h5";
constexpr const char* shards_name = "shards";
constexpr int folder_version = 1;
constexpr std::size_t files_a_folder = 1000;

Json as_json(const SweepBlock& block) {
  return {{"first_point", block.first_point},
          {"points", block.points},
          {"first_replication", block.first_replication},
          {"replications", block.replications},
          {"policies", block.policies}};
}
SweepBlock block_of(const Json& record) {
  return {record.at("first_point"), record.at("points"), record.at("first_replication"),
          record.at("replications"), record.at("policies")};
}

// What a kill leaves of one of our own files.
bool is_unfinished(const std::string& name) {
  return std::ranges::any_of(
      std::array{study_name, scenario_name, table_name, journal_name, result_name},
      [&](const char* ours) { return name.starts_with(std::string(ours) + ".tmp."); });
}
// Before there is a journal.
bool is_left_over(const std::string& name) {
  return name == study_name || name == scenario_name || name == table_name || name == lock_name ||
         is_unfinished(name);
}

void make_folder(const fs::path& folder) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) fail_on(folder, "cannot be made", error.value());
}

}  // namespace

struct SweepFolder::Hold {
  explicit Hold(const fs::path& folder) : descriptor(take_lock(folder / lock_name)) {
    if (descriptor < 0)
      throw ResultError(ResultFault::cannot_create,
                        fmt::format("{}: another process works in it{}; wait for it, or stop it",
                                    folder.string(), holder_of(folder / lock_name)));
    try {
      journal.emplace(folder / journal_name);
      const std::string pid = fmt::format("{}\n", ::getpid());
      if (::ftruncate(descriptor, 0) == 0) write_fully(descriptor, pid);  // for the message above
    } catch (...) {
      ::close(descriptor);
      throw;
    }
  }
  ~Hold() { ::close(descriptor); }
  Hold(const Hold&) = delete;

  int descriptor;
  std::optional<Journal> journal;
};

bool SweepFolder::is_one(const fs::path& folder) {
  std::error_code error;
  return fs::is_regular_file(folder / journal_name, error);
}

void SweepFolder::create(const fs::path& folder, const SweepBasis& basis, const SweepTexts& texts) {
  std::error_code error;
  if (fs::exists(folder, error)) {
    for (const auto& entry : fs::directory_iterator(folder, error)) {
      if (is_left_over(entry.path().filename().string())) continue;
      if (is_one(folder)) return;  // another process makes the same, just now
      throw ResultError(ResultFault::cannot_create,
                        fmt::format("{}: is there already and is no sweep; choose another folder",
                                    folder.string()));
    }
  }
  if (error) fail_on(folder, "cannot be looked at", error.value());
  make_folder(folder);
  write_durably(folder / study_name, texts.study);
  write_durably(folder / scenario_name, texts.scenario);
  if (!texts.table.empty()) write_durably(folder / table_name, texts.table);
  const Json first = {{"kind", "sweep"},
                      {"folder_version", folder_version},
                      {"engine_version", basis.engine_version},
                      {"study", basis.study},
                      {"study_file", text_hash(texts.study)},
                      {"scenario_file", text_hash(texts.scenario)},
                      {"table_file", text_hash(texts.table)},
                      {"responses", basis.content.responses},
                      {"first_year", basis.content.first_year},
                      {"years", basis.content.years}};
  Journal::create(folder / journal_name, first.dump());
}

SweepFolder::SweepFolder(fs::path folder, Use use) : path_(std::move(folder)) {
  if (!is_one(path_))
    throw ResultError(ResultFault::missing,
                      fmt::format("{}: is no sweep; coopsim sweep STUDY -o {} begins one",
                                  path_.string(), path_.string()));
  if (use == Use::work) hold_ = std::make_unique<Hold>(path_);
  texts_ = {read_whole(path_ / study_name), read_whole(path_ / scenario_name),
            fs::exists(path_ / table_name) ? read_whole(path_ / table_name) : ""};
  const auto records = hold_ ? hold_->journal->records() : read_journal(path_ / journal_name);
  if (records.empty())
    throw ResultError(ResultFault::bad_data,
                      fmt::format("{}: its journal is empty", path_.string()));
  take_records(records);
  for (const PublishedBlock& one : blocks_)
    files_ = std::max(files_, std::size_t(std::stoul(fs::path(one.file).stem().string())));
  if (use == Use::part) return;
  take(read_writers(path_));
  if (!hold_) return;
  refuse_others();
  check_sizes();
  adopt_and_clean();
}

void SweepFolder::take_records(const std::vector<std::string>& records) {
  for (const std::string& record : records) try {
      take_record(record);
    } catch (const Json::exception&) {
      throw ResultError(ResultFault::bad_data,
                        fmt::format("{}: a record of its journal is none of this program: {}",
                                    path_.string(), record.substr(0, 200)));
    }
}

SweepFolder::~SweepFolder() = default;

void SweepFolder::take_record(const std::string& text) {
  const Json record = Json::parse(text);
  const std::string kind = record.at("kind");
  if (kind == "sweep") {
    if (record.at("folder_version") != folder_version)
      throw ResultError(ResultFault::bad_data,
                        fmt::format("{}: was made by another version of coopsim", path_.string()));
    basis_ = {record.at("engine_version"),
              record.at("study"),
              {record.at("responses"), record.at("first_year"), record.at("years")}};
    const auto hold_to = [&](const char* hash, const char* name, const std::string& content) {
      if (record.value(hash, text_hash("")) == text_hash(content)) return;
      throw ResultError(ResultFault::bad_data,
                        fmt::format("{}/{} was changed since the sweep began; put the old one "
                                    "back, or begin another sweep",
                                    path_.string(), name));
    };
    hold_to("study_file", study_name, texts_.study);
    hold_to("scenario_file", scenario_name, texts_.scenario);
    hold_to("table_file", table_name, texts_.table);
  } else if (kind == "writer") {
    if (record.at("study") != basis_.study || record.at("engine_version") != basis_.engine_version)
      throw ResultError(ResultFault::bad_data,
                        fmt::format("{}: writer {} worked on another study or with another engine; "
                                    "remove its folder beneath writers/",
                                    path_.string(), std::string(record.at("name"))));
  } else if (kind == "extent") {
    extent_ = {record.at("points"), record.at("replications"), record.at("policies")};
  } else if (kind == "block") {
    blocks_.push_back({block_of(record), record.at("file"), record.at("hash"), record.at("bytes"),
                       record.at("failed")});
  }
}

std::filesystem::path SweepFolder::result() const { return path_ / result_name; }
std::filesystem::path SweepFolder::lock_file() const { return path_ / lock_name; }

bool SweepFolder::worked_in() const { return hold_ || !alive_.empty() || is_locked(lock_file()); }

void SweepFolder::extend(const SweepExtent& extent) {
  const Json record = {{"kind", "extent"},
                       {"points", extent.points},
                       {"replications", extent.replications},
                       {"policies", extent.policies}};
  hold_->journal->append(record.dump());
  extent_ = extent;
}

std::string SweepFolder::next_file() const {
  if (writer_) return writer_->next_file();
  const std::size_t number = files_ + 1;
  return fmt::format("{}/{:03}/{:06}.h5", shards_name, number / files_a_folder, number);
}

void SweepFolder::publish(const SweepBlock& block, const BlockValues& values) {
  const std::string file = next_file();
  make_folder((path_ / file).parent_path());
  write(file, block, values);
  note(block, file, values);
}

// HDF5 writes a file in many small steps, which a shared file system does not like.
void SweepFolder::write(const std::string& file, const SweepBlock& block,
                        const BlockValues& values) const {
  if (!scratch_.empty()) {
    const fs::path made = scratch_ / fmt::format("coopsim-{}.h5", ::getpid());
    std::string bytes;
    std::error_code error;
    try {
      write_shard(made, basis_.study, block, basis_.content, values);
      bytes = read_whole(made);
    } catch (const ResultError&) {  // full, or not there: it goes without
      bytes.clear();
    }
    fs::remove(made, error);
    if (!bytes.empty()) return write_durably(path_ / file, bytes);
  }
  write_shard(path_ / file, basis_.study, block, basis_.content, values);
}

void SweepFolder::note(const SweepBlock& block, const std::string& file,
                       const BlockValues& values) {
  const std::string bytes = read_whole(path_ / file);
  PublishedBlock noted{block, file, text_hash(bytes), bytes.size(), values.failed()};
  Json record = as_json(block);
  record["kind"] = "block";
  record["file"] = file;
  record["hash"] = noted.hash;
  record["bytes"] = noted.bytes;
  record["failed"] = noted.failed;
  if (writer_) {
    writer_->note(record.dump());
  } else {
    hold_->journal->append(record.dump());
    files_ = std::max(files_, std::size_t(std::stoul(fs::path(file).stem().string())));
  }
  blocks_.push_back(std::move(noted));
}

// A block that is gone is told before hours are spent on the others; contents are read at the end.
void SweepFolder::check_sizes() const {
  for (const PublishedBlock& one : blocks_) {
    std::error_code error;
    if (fs::file_size(path_ / one.file, error) != one.bytes || error)
      throw ResultError(
          ResultFault::bad_data,
          fmt::format("{}/{} is gone or of another size than was noted; restore it from a "
                      "copy, or begin another sweep",
                      path_.string(), one.file));
  }
}

// A kill between a block's name and its record leaves the block; one before that leaves a temporary
// file. Whatever else somebody keeps in the folder is none of ours.
void SweepFolder::adopt_and_clean() {
  std::set<fs::path> known;
  for (const PublishedBlock& one : blocks_) known.insert(path_ / one.file);
  std::vector<fs::path> found;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(path_, error))
    if (is_unfinished(entry.path().filename().string())) fs::remove(entry.path(), error);
  for (const auto& folder : fs::directory_iterator(path_ / shards_name, error))
    for (const auto& entry : fs::directory_iterator(folder.path(), error)) {
      const fs::path& file = entry.path();
      if (file.filename().string().find(".h5.tmp.") != std::string::npos)
        fs::remove(file, error);
      else if (file.extension() == ".h5" && !known.contains(file))
        found.push_back(file);
    }
  std::ranges::sort(found);
  for (const fs::path& file : found) try {
      const Shard shard = read_shard(file, basis_.content);
      if (shard.study != basis_.study) throw ResultError(ResultFault::bad_data, "of another sweep");
      note(shard.block, fs::relative(file, path_).string(), shard.values);
    } catch (const ResultError& fault) {
      if (fault.fault != ResultFault::bad_data) throw;
      fs::remove(file, error);
    }
}

BlockValues SweepFolder::read(const PublishedBlock& block) const {
  const bool same = text_hash(read_whole(path_ / block.file)) == block.hash;
  Shard shard = read_shard(path_ / block.file, basis_.content);
  if (!same || shard.block != block.block || shard.study != basis_.study)
    throw ResultError(
        ResultFault::bad_data,
        fmt::format("{}/{} is not the block that was noted; restore it from a copy, or "
                    "begin another sweep",
                    path_.string(), block.file));
  return std::move(shard.values);
}

}  // namespace coopsim
