// SPDX-License-Identifier: Apache-2.0
// Replaces the program's operator new by one that counts; the non-throwing kind, too, so that what
// it gives fits our delete. Not inlined: g++ 12 else takes new and free for a mismatched pair.
#include "tests/counted_allocations.hpp"

#include <atomic>
#include <cstdlib>
#include <new>

namespace {

std::atomic<std::size_t> count = 0;

void* counted(std::size_t size) noexcept {
  count.fetch_add(1, std::memory_order_relaxed);
  return std::malloc(size);
}

}  // namespace

[[gnu::noinline]] void* operator new(std::size_t size) {
  if (void* memory = counted(size)) return memory;
  throw std::bad_alloc();
}
[[gnu::noinline]] void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
  return counted(size);
}
[[gnu::noinline]] void operator delete(void* memory) noexcept { std::free(memory); }
[[gnu::noinline]] void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }

namespace coopsim::testing {

std::size_t allocations() { return count.load(std::memory_order_relaxed); }

}  // namespace coopsim::testing
