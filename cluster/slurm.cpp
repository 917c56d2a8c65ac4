// SPDX-License-Identifier: Apache-2.0
#include "cluster/slurm.hpp"

#include <fmt/format.h>

#include <charconv>
#include <sstream>

#include "cluster/process.hpp"

namespace coopsim::cluster {
namespace {

// The first line without blanks at its end.
std::string first_line(const std::string& text) {
  std::string line = text.substr(0, text.find('\n'));
  while (!line.empty() && (line.back() == ' ' || line.back() == '\r')) line.pop_back();
  return line;
}

void count(const std::string& state, InQueue& found) {
  if (state == "RUNNING")
    ++found.running;
  else if (state == "PENDING")
    ++found.pending;
  else
    ++found.others;
}

}  // namespace

std::string submit_batch(const std::string& script, const std::vector<std::string>& options) {
  std::vector<std::string> words = {"sbatch", "--parsable"};
  words.insert(words.end(), options.begin(), options.end());
  words.push_back(script);
  const Answer answer = ask(words);
  if (!answer.started) throw SlurmError("there is no sbatch here");
  if (answer.code != 0) throw SlurmError(first_line(answer.errors));
  const std::string line = first_line(answer.output);
  return line.substr(0, line.find(';'));  // "12;cluster"
}

void cancel_job(const std::string& id) {
  const Answer answer = ask({"scancel", id});
  if (!answer.started || answer.code != 0)
    throw SlurmError(
        fmt::format("job {} could not be cancelled: {}", id, first_line(answer.errors)));
}

std::optional<InQueue> in_queue(const std::vector<std::string>& jobs) {
  InQueue found;
  if (jobs.empty()) return found;
  const Answer answer = ask({"squeue", "--noheader", "--array", "--format=%T",
                             fmt::format("--jobs={}", fmt::join(jobs, ","))});
  if (!answer.started) return std::nullopt;
  // An id that Slurm has forgotten is of a job that ended.
  if (answer.code != 0 && answer.errors.find("Invalid job id") == std::string::npos)
    return std::nullopt;
  std::istringstream lines(answer.output);
  for (std::string line; std::getline(lines, line);) count(first_line(line), found);
  return found;
}

std::optional<std::size_t> most_tasks() {
  const Answer answer = ask({"scontrol", "show", "config"});
  if (!answer.started || answer.code != 0) return std::nullopt;
  std::istringstream lines(answer.output);
  for (std::string line; std::getline(lines, line);) {
    if (!line.starts_with("MaxArraySize")) continue;
    const std::size_t value = line.find("= ");
    std::size_t size = 0;
    if (value == line.npos) return std::nullopt;
    const char* const begin = line.data() + value + 2;
    if (std::from_chars(begin, line.data() + line.size(), size).ec != std::errc() || size < 2)
      return std::nullopt;
    return size - 1;
  }
  return std::nullopt;
}

}  // namespace coopsim::cluster
