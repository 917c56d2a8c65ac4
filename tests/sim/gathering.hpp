// SPDX-License-Identifier: Apache-2.0
// A lever that changes nothing and makes every thread of a run work.
#pragma once
#include <condition_variable>
#include <mutex>
#include <set>
#include <thread>

#include "sim/policy.hpp"

namespace coopsim::testing {

// Holds every thread that comes until `wanted` different ones have come, so that all of them work.
class Gathering final : public Lever {
 public:
  explicit Gathering(std::size_t wanted) : wanted_(wanted) {}
  void announce(Announcements&) const override {
    std::unique_lock lock(mutex_);
    seen_.insert(std::this_thread::get_id());
    all_here_.notify_all();
    all_here_.wait(lock, [&] { return seen_.size() >= wanted_; });
  }
  std::size_t seen() const { return seen_.size(); }

 private:
  const std::size_t wanted_;
  mutable std::mutex mutex_;
  mutable std::condition_variable all_here_;
  mutable std::set<std::thread::id> seen_;
};

}  // namespace coopsim::testing
