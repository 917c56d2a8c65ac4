// SPDX-License-Identifier: Apache-2.0
// What HDF5 hands out, closed when it leaves scope, and its errors as exceptions.
// HDF5 is used from one thread at a time; files, groups and the like close in any order.
#pragma once
#include <hdf5.h>

#include <string>
#include <string_view>
#include <utility>

#include "output/result_error.hpp"

namespace coopsim::h5 {

// No error stacks on stderr, no plugins from the environment, nothing done when the process ends.
// Cheap; called before every open.
void prepare_library();

// The innermost words of HDF5's current error stack; empty if it is empty.
std::string last_error();
[[noreturn]] void fail(ResultFault fault, std::string_view doing);

// Returns what an HDF5 call returned, or throws: a negative number is a failure.
template <class Returned>
Returned check(Returned returned, std::string_view doing, ResultFault fault = ResultFault::io) {
  if (returned < 0) fail(fault, doing);
  return returned;
}

// Why something could not be closed, which means that what was written is not in the file; empty if
// all went well. From then on no handle of this process is closed any more: HDF5 would stumble over
// what the failure left behind.
std::string closing_failure();

class Handle {
 public:
  Handle() = default;
  Handle(hid_t id, std::string_view doing, ResultFault fault = ResultFault::io)
      : id_(check(id, doing, fault)) {}
  Handle(Handle&& other) noexcept : id_(std::exchange(other.id_, -1)) {}
  Handle& operator=(Handle&& other) noexcept {
    if (this != &other) {
      close();
      id_ = std::exchange(other.id_, -1);
    }
    return *this;
  }
  ~Handle() { close(); }

  operator hid_t() const { return id_; }
  void close() noexcept;

 private:
  hid_t id_ = -1;
};

// How files are opened and made: everything in a file closes with it, and its metadata (2 MB of a
// result) stay in memory, where HDF5's own adaptive cache would throw them out and read them again.
Handle file_access();

}  // namespace coopsim::h5
