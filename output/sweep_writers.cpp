// SPDX-License-Identifier: Apache-2.0
#include "output/sweep_writers.hpp"

#include <fmt/core.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <exception>
#include <nlohmann/json.hpp>

#include "output/durable.hpp"
#include "output/result_error.hpp"
#include "output/sweep_lock.hpp"

namespace coopsim {
namespace {

namespace fs = std::filesystem;

constexpr const char* writers_name = "writers";
constexpr const char* journal_name = "journal";
constexpr const char* end_record = R"({"kind":"end"})";
constexpr std::size_t files_a_folder = 1000;
constexpr std::size_t most_attempts = 100'000;

std::string file_of(const std::string& place, std::size_t number) {
  return fmt::format("{}/{:03}/{:06}.h5", place, number / files_a_folder, number);
}

std::string place_of(const std::string& name, std::size_t attempt) {
  return fmt::format("{}/{}.{}", writers_name, name, attempt);
}

std::size_t noted_files(const std::vector<std::string>& records) {
  return std::size_t(std::ranges::count_if(records, [](const std::string& record) {
    return nlohmann::json::parse(record).value("kind", "") == "block";
  }));
}

WriterRecords read_one(const fs::path& folder, const std::string& place) {
  WriterRecords found{place, {}, false, false, {}};
  const fs::path journal = folder / place / journal_name;
  std::error_code error;
  if (!fs::exists(journal, error)) return found;  // killed before it began
  found.records = read_journal(journal);
  found.ended = !found.records.empty() && found.records.back() == end_record;
  if (found.ended) return found;
  found.alive = is_locked(journal);
  const std::string next = file_of(place, noted_files(found.records) + 1);
  if (fs::exists(folder / next, error)) found.unnoted = next;
  return found;
}

// Folders that hold a writer's journal, at any depth.
void collect(const fs::path& at, std::vector<fs::path>& found) {
  std::error_code error;
  if (fs::exists(at / journal_name, error)) {
    found.push_back(at);
    return;
  }
  for (const auto& entry : fs::directory_iterator(at, error))
    if (entry.is_directory(error)) collect(entry.path(), found);
}

std::vector<std::string> places_in(const fs::path& folder) {
  std::vector<fs::path> found;
  collect(folder / writers_name, found);
  std::vector<std::string> places;
  for (const fs::path& one : found) places.push_back(one.lexically_relative(folder).string());
  std::ranges::sort(places);
  return places;
}

void make_folders(const fs::path& folder) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) fail_on(folder, "cannot be made", error.value());
}

// A folder that nobody else has: making one is atomic on every file system.
std::string claim(const fs::path& folder, const std::string& name) {
  make_folders((folder / writers_name / name).parent_path());
  for (std::size_t attempt = 1; attempt < most_attempts; ++attempt) {
    std::string place = place_of(name, attempt);
    if (::mkdir((folder / place).c_str(), 0777) == 0) return place;
    if (errno != EEXIST) fail_on(folder / place, "cannot be made", errno);
  }
  throw ResultError(ResultFault::cannot_create,
                    fmt::format("{}: {} was begun {} times and never ended; look at its logs",
                                folder.string(), name, most_attempts));
}

}  // namespace

std::vector<WriterRecords> read_writers(const fs::path& folder) {
  std::vector<WriterRecords> all;
  for (const std::string& place : places_in(folder)) all.push_back(read_one(folder, place));
  return all;
}

std::vector<WriterRecords> read_attempts(const fs::path& folder, const std::string& name) {
  std::vector<WriterRecords> all;
  std::error_code error;
  for (std::size_t attempt = 1; fs::is_directory(folder / place_of(name, attempt), error);
       ++attempt)
    all.push_back(read_one(folder, place_of(name, attempt)));
  return all;
}

void remove_unfinished(const fs::path& folder) {
  std::error_code error;
  for (const std::string& place : places_in(folder)) {
    if (read_one(folder, place).ended) continue;
    for (const auto& part : fs::directory_iterator(folder / place, error))
      for (const auto& entry : fs::directory_iterator(part.path(), error))
        if (entry.path().filename().string().find(".h5.tmp.") != std::string::npos)
          fs::remove(entry.path(), error);
  }
}

SweepWriter::SweepWriter(const fs::path& folder, const std::string& name, const std::string& first)
    : place_(claim(folder, name)), exceptions_(std::uncaught_exceptions()) {
  const fs::path journal = folder / place_ / journal_name;
  Journal::create(journal, first);
  journal_.emplace(journal);
  // Where there are no locks nobody sees that it is alive, which does no harm.
  descriptor_ = show_alive(journal);
}

SweepWriter::~SweepWriter() {
  try {
    if (std::uncaught_exceptions() == exceptions_) journal_->append(end_record);
  } catch (
      const ResultError&) {  // then it is taken for one that was killed, which is right as well
  }
  ::close(descriptor_);
}

std::string SweepWriter::next_file() const { return file_of(place_, files_ + 1); }

void SweepWriter::note(const std::string& block) {
  journal_->append(block);
  ++files_;
}

}  // namespace coopsim
