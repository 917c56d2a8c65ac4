// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <utility>

#include "cli/open_sweep.hpp"

namespace coopsim::cli {

// The scenarios of the points in hand, each read once, by whichever thread needs it first.
class PointScenarios {
 public:
  // Keeps the last `kept`: more than points can be in hand at once. `sweep` must outlive it.
  PointScenarios(const OpenSweep& sweep, std::size_t kept) : sweep_(sweep), kept_(kept) {}

  struct Point {
    std::once_flag read;
    std::shared_ptr<const Scenario> scenario;  // null: it cannot be read
    std::string error;
  };
  // From any thread.
  std::shared_ptr<Point> at(std::size_t number);

 private:
  std::shared_ptr<Point> entry(std::size_t number);

  const OpenSweep& sweep_;
  const std::size_t kept_;
  std::mutex mutex_;
  std::list<std::pair<std::size_t, std::shared_ptr<Point>>> recent_;
};

}  // namespace coopsim::cli
