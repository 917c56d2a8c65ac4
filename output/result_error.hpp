// SPDX-License-Identifier: Apache-2.0
// Why a result file could not be written or read, in words for its user.
#pragma once
#include <stdexcept>
#include <string>

namespace coopsim {

// The number is the exit code that belongs to the fault.
enum class ResultFault : int {
  bad_data = 65,       // not a result, damaged, hostile, or of a format this program cannot read
  missing = 66,        // no such file
  cannot_create = 73,  // a place where no result may be written
  io = 74,             // the disk or the system failed
  no_permission = 77,
};

struct ResultError : std::runtime_error {
  ResultError(ResultFault what_kind, const std::string& message)
      : std::runtime_error(message), fault(what_kind) {}
  int exit_code() const { return static_cast<int>(fault); }
  ResultFault fault;
};

}  // namespace coopsim
