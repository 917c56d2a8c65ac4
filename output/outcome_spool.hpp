// SPDX-License-Identifier: Apache-2.0
// Outcomes kept on disk until it is known how many there will be: a result file must know its size
// when it is begun. Read back once, in the order in which they came, bit by bit the same.
//
// The file has no name: whatever ends the process, nothing is left.
#pragma once
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <functional>
#include <memory>

#include "output/result_error.hpp"
#include "sim/outcome.hpp"

namespace coopsim {

class OutcomeSpool {
 public:
  // In the folder of `result`, where there is room for a result. Throws ResultError.
  explicit OutcomeSpool(const std::filesystem::path& result);

  void add(const Outcome& outcome);  // throws ResultError (io)
  // Throws ResultError (io). REQUIRES: called once, and nothing is added after it.
  void replay(const std::function<void(const Outcome&)>& use);

 private:
  struct Close {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };
  [[noreturn]] void fail(const char* doing, int error) const;
  void put(const void* bytes, std::size_t size);
  void get(void* bytes, std::size_t size);
  template <class T>
  void put_all(const T& values);
  template <class T>
  void get_all(T& values);

  std::filesystem::path folder_;
  std::unique_ptr<std::FILE, Close> file_;
  std::uint64_t count_ = 0;
};

}  // namespace coopsim
