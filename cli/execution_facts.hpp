// SPDX-License-Identifier: Apache-2.0
// How and where a run was computed, for group `execution` of the result and nothing else.
#pragma once
#include <chrono>

#include "output/result_file.hpp"
#include "sim/experiment.hpp"

namespace coopsim::cli {

class Stopwatch {
 public:
  double seconds() const {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
  }
  std::string started() const;  // ISO 8601, with the offset of the local time

 private:
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
  std::chrono::system_clock::time_point date_ = std::chrono::system_clock::now();
};

int machine_cores();
ExecutionFacts execution_facts(const Stopwatch& stopwatch, int threads,
                               const ExperimentReport& report);

}  // namespace coopsim::cli
