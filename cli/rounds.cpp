// SPDX-License-Identifier: Apache-2.0
#include "cli/rounds.hpp"

#include <fmt/core.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <nlohmann/json.hpp>

#include "cli/text.hpp"
#include "output/durable.hpp"
#include "output/result_error.hpp"

namespace coopsim::cli {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

constexpr const char* rounds_name = "rounds";
constexpr const char* jobs_name = "jobs";
constexpr std::int64_t most_rounds = 1'000'000;

fs::path place_of(const fs::path& folder, std::size_t number) {
  return folder / rounds_name / std::to_string(number);
}

SweepRound round_of(std::size_t number, const fs::path& file) {
  try {
    const Json record = Json::parse(read_whole(file));
    return {number,
            record.at("array_job"),
            record.at("finish_job"),
            record.at("tasks"),
            record.at("missing_worlds"),
            record.at("tries_left"),
            {record.at("part"), record.at("parts")}};
  } catch (const Json::exception&) {
    throw ResultError(ResultFault::bad_data,
                      fmt::format("{}: is no record of a round; remove it", file.string()));
  }
}

}  // namespace

std::vector<SweepRound> rounds_of(const fs::path& folder) {
  std::vector<SweepRound> all;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(folder / rounds_name, error)) {
    const auto number = whole_number(entry.path().filename().string(), 1, most_rounds);
    if (number && fs::exists(entry.path() / jobs_name, error))
      all.push_back(round_of(std::size_t(*number), entry.path() / jobs_name));
  }
  std::ranges::sort(all, {}, &SweepRound::number);
  return all;
}

std::size_t begin_round(const fs::path& folder) {
  std::error_code error;
  fs::create_directories(folder / rounds_name, error);
  for (std::size_t number = 1;; ++number) {
    const fs::path place = place_of(folder, number);
    if (::mkdir(place.c_str(), 0777) != 0) {
      if (errno != EEXIST) fail_on(place, "cannot be made", errno);
      continue;
    }
    if (::mkdir((place / "logs").c_str(), 0777) != 0)
      fail_on(place / "logs", "cannot be made", errno);
    return number;
  }
}

void note_round(const fs::path& folder, const SweepRound& round) {
  const Json record = {{"array_job", round.array_job},   {"finish_job", round.finish_job},
                       {"tasks", round.tasks},           {"missing_worlds", round.missing_worlds},
                       {"tries_left", round.tries_left}, {"part", round.part.number},
                       {"parts", round.part.of}};
  write_durably(place_of(folder, round.number) / jobs_name, record.dump(2) + "\n");
}

bool overlap(PartChoice one, PartChoice other) {
  if (one.of == 0 || other.of == 0) return true;
  return (one.number - 1) * other.of < other.number * one.of &&
         (other.number - 1) * one.of < one.number * other.of;
}

}  // namespace coopsim::cli
