// SPDX-License-Identifier: Apache-2.0
#include "cli/execution_facts.hpp"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <string>
#include <thread>

namespace coopsim::cli {
namespace {

std::string host_name() {
  std::array<char, 256> name{};
  return ::gethostname(name.data(), name.size() - 1) == 0 ? name.data() : "";
}

std::string processor_name() {
  std::ifstream file("/proc/cpuinfo");
  for (std::string line; std::getline(file, line);) {
    if (!line.starts_with("model name")) continue;
    const std::size_t value = line.find(": ");
    return value == line.npos ? "" : line.substr(value + 2);
  }
  return "";
}

// What is set of the variables that people suspect when two runs differ.
std::string environment() {
  std::string found;
  for (const char* name : {"LC_ALL", "LANG", "TZ", "OMP_NUM_THREADS", "TBB_NUM_THREADS",
                           "LD_PRELOAD", "LD_LIBRARY_PATH", "HDF5_PLUGIN_PATH"}) {
    if (const char* value = std::getenv(name))
      found += (found.empty() ? "" : " ") + std::string(name) + "=" + value;
  }
  return found;
}

}  // namespace

std::string Stopwatch::started() const {
  const std::time_t date = std::chrono::system_clock::to_time_t(date_);
  std::tm local{};
  ::localtime_r(&date, &local);
  std::array<char, 64> text{};
  std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%S%z", &local);
  return text.data();
}

int machine_cores() { return std::max(1, static_cast<int>(std::thread::hardware_concurrency())); }

ExecutionFacts execution_facts(const Stopwatch& stopwatch, int threads,
                               const ExperimentReport& report) {
  ExecutionFacts facts;
  facts.host = host_name();
  facts.processor = processor_name();
  facts.started = stopwatch.started();
  facts.environment = environment();
  facts.cores = machine_cores();
  facts.threads = threads;
  facts.workers_seen = report.workers_seen;
  facts.seconds = stopwatch.seconds();
  return facts;
}

}  // namespace coopsim::cli
