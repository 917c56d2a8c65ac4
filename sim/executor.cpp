// SPDX-License-Identifier: Apache-2.0
// The only file that knows TBB.
#include "sim/executor.hpp"

#include <algorithm>
#include <thread>

#ifdef COOPSIM_TBB
#include <tbb/global_control.h>
#include <tbb/parallel_for.h>
#include <tbb/parallel_pipeline.h>
#include <tbb/task_arena.h>
#else
#include <condition_variable>
#include <exception>
#include <map>
#include <mutex>
#include <vector>
#endif

namespace coopsim {

Executor::Executor(int threads)
    : threads_(threads > 0 ? threads : std::max(1, int(std::thread::hardware_concurrency()))) {}

#ifdef COOPSIM_TBB

std::size_t Executor::pipeline(std::size_t count, const std::function<void(std::size_t)>& work,
                               const std::function<void(std::size_t)>& deliver,
                               const std::function<bool()>& stop) const {
  std::size_t next = 0, delivered = 0;
  const auto take = [&](tbb::flow_control& flow) {
    if (next >= count || (stop && stop())) {
      flow.stop();
      return std::size_t{0};
    }
    return next++;
  };
  const auto done = [&](std::size_t i) { return work(i), i; };
  const auto hand_over = [&](std::size_t i) { deliver(i), ++delivered; };
  // The arena alone would not make more threads than processors: the control does.
  const tbb::global_control control(tbb::global_control::max_allowed_parallelism,
                                    std::size_t(threads_));
  tbb::task_arena arena(threads_);
  arena.execute([&] {
    tbb::parallel_pipeline(
        in_flight(),
        tbb::make_filter<void, std::size_t>(tbb::filter_mode::serial_in_order, take) &
            tbb::make_filter<std::size_t, std::size_t>(tbb::filter_mode::parallel, done) &
            tbb::make_filter<std::size_t, void>(tbb::filter_mode::serial_in_order, hand_over));
  });
  return delivered;
}

// Isolated: a thread that waits here takes no other replication meanwhile, so memory stays bounded.
void Executor::for_each(std::size_t count, const std::function<void(std::size_t)>& work) const {
  tbb::this_task_arena::isolate(
      [&] { tbb::parallel_for(std::size_t{0}, count, [&](std::size_t i) { work(i); }); });
}

#else

std::size_t Executor::pipeline(std::size_t count, const std::function<void(std::size_t)>& work,
                               const std::function<void(std::size_t)>& deliver,
                               const std::function<bool()>& stop) const {
  std::mutex mutex;
  std::condition_variable room;
  std::size_t next = 0, delivered = 0;
  std::map<std::size_t, bool> finished;
  std::exception_ptr failure;
  const auto worker = [&] {
    std::unique_lock lock(mutex);
    while (true) {
      room.wait(lock, [&] { return failure || next >= count || next < delivered + in_flight(); });
      if (failure || next >= count || (stop && stop())) break;
      const std::size_t mine = next++;
      lock.unlock();
      std::exception_ptr error;
      try {
        work(mine);
      } catch (...) {
        error = std::current_exception();
      }
      lock.lock();
      if (error && !failure) failure = error;
      finished[mine] = true;
      try {  // whoever completes the next in line delivers all that are ready
        while (!failure && finished.contains(delivered)) {
          finished.erase(delivered);
          deliver(delivered);
          ++delivered;
        }
      } catch (...) {
        failure = std::current_exception();
      }
      room.notify_all();
    }
  };
  std::vector<std::thread> threads;
  for (int i = 0; i < threads_; ++i) threads.emplace_back(worker);
  for (std::thread& thread : threads) thread.join();
  if (failure) std::rethrow_exception(failure);
  return delivered;
}

void Executor::for_each(std::size_t count, const std::function<void(std::size_t)>& work) const {
  for (std::size_t i = 0; i < count; ++i) work(i);
}

#endif

}  // namespace coopsim
