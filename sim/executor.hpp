// SPDX-License-Identifier: Apache-2.0
// Where parallel work runs: oneTBB, or std::thread where TBB is left out. Results never depend on
// it: jobs share nothing, and what they return leaves in the order of their numbers.
#pragma once
#include <cstddef>
#include <functional>

namespace coopsim {

class Executor {
 public:
  // 0: as many threads as the machine has. More threads than processors are real threads, too.
  explicit Executor(int threads);
  int threads() const { return threads_; }

  // work(i) for each i in [0, count), at most threads + 1 ahead of deliver; deliver(i) in order of
  // i, one at a time. Stops taking new work once stop() is true. Returns how many were delivered.
  // An exception of work or deliver stops all and is rethrown.
  std::size_t pipeline(std::size_t count, const std::function<void(std::size_t)>& work,
                       const std::function<void(std::size_t)>& deliver,
                       const std::function<bool()>& stop) const;

  // work(i) for each i, from inside a work of `pipeline`; returns when all are done.
  void for_each(std::size_t count, const std::function<void(std::size_t)>& work) const;

  // How far the pipeline runs ahead: results that may wait in memory.
  std::size_t in_flight() const { return std::size_t(threads_) + 1; }

 private:
  int threads_;
};

}  // namespace coopsim
