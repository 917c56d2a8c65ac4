// SPDX-License-Identifier: Apache-2.0
// Replaces the program's operator new by one that counts. Include it in one translation unit of a
// program. The non-throwing kind is replaced, too, so that what it gives fits our delete. Not
// inlined: g++ 12 else takes new and free for a mismatched pair.
#pragma once
#include <atomic>
#include <cstddef>
#include <cstdlib>
#include <new>

namespace coopsim::testing {

inline std::atomic<std::size_t> counted_allocations = 0;

inline std::size_t allocations() { return counted_allocations.load(std::memory_order_relaxed); }

inline void* counted(std::size_t size) noexcept {
  counted_allocations.fetch_add(1, std::memory_order_relaxed);
  return std::malloc(size);
}

}  // namespace coopsim::testing

[[gnu::noinline]] void* operator new(std::size_t size) {
  if (void* memory = coopsim::testing::counted(size)) return memory;
  throw std::bad_alloc();
}
[[gnu::noinline]] void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
  return coopsim::testing::counted(size);
}
[[gnu::noinline]] void operator delete(void* memory) noexcept { std::free(memory); }
[[gnu::noinline]] void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
