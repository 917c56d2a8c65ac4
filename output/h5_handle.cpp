// SPDX-License-Identifier: Apache-2.0
#include "output/h5_handle.hpp"

#include <fmt/core.h>

namespace coopsim::h5 {

void prepare_library() {
  H5open();
  H5Eset_auto2(H5E_DEFAULT, nullptr, nullptr);
  H5PLset_loading_state(0);
}

std::string last_error() {
  std::string text;
  const auto keep = [](unsigned, const H5E_error2_t* error, void* into) -> herr_t {
    *static_cast<std::string*>(into) = error->desc ? error->desc : "";
    return 1;  // the first one only: the innermost
  };
  H5Ewalk2(H5E_DEFAULT, H5E_WALK_UPWARD, keep, &text);
  return text.substr(0, 300);
}

void fail(ResultFault fault, std::string_view doing) {
  const std::string why = last_error();
  throw ResultError(fault, why.empty() ? fmt::format("HDF5 failed: {}", doing)
                                       : fmt::format("HDF5 failed: {} ({})", doing, why));
}

}  // namespace coopsim::h5
