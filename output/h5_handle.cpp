// SPDX-License-Identifier: Apache-2.0
#include "output/h5_handle.hpp"

#include <fmt/core.h>

#include <mutex>

namespace coopsim::h5 {

namespace {

std::mutex failure_mutex;
std::string first_failure;

// "No space left on device" of the half page that HDF5 says.
std::string system_words(std::string text) {
  constexpr std::string_view before = "error message = '";
  const auto from = text.find(before);
  if (from == text.npos) return text;
  text.erase(0, from + before.size());
  return text.substr(0, text.find('\''));
}

}  // namespace

void prepare_library() {
  static const herr_t silent_end = H5dont_atexit();  // before HDF5 does anything
  static_cast<void>(silent_end);
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
  return system_words(text).substr(0, 300);
}

std::string closing_failure() {
  const std::lock_guard lock(failure_mutex);
  return first_failure;
}

void Handle::close() noexcept {
  if (id_ < 0) return;
  const hid_t id = std::exchange(id_, -1);
  const std::lock_guard lock(failure_mutex);
  if (!first_failure.empty() || H5Idec_ref(id) >= 0) return;
  first_failure = last_error();
  if (first_failure.empty()) first_failure = "HDF5 does not say why";
}

Handle file_access() {
  constexpr std::size_t least_bytes = 32 << 20, most_bytes = 64 << 20;
  Handle access(H5Pcreate(H5P_FILE_ACCESS), "making a property list");
  check(H5Pset_fclose_degree(access, H5F_CLOSE_STRONG), "setting how to close");
  H5AC_cache_config_t cache;
  cache.version = H5AC__CURR_CACHE_CONFIG_VERSION;
  check(H5Pget_mdc_config(access, &cache), "asking for the cache");
  cache.set_initial_size = true;
  cache.initial_size = cache.min_size = least_bytes;
  cache.max_size = most_bytes;
  check(H5Pset_mdc_config(access, &cache), "setting the cache");
  return access;
}

void fail(ResultFault fault, std::string_view doing) {
  const std::string why = last_error();
  throw ResultError(fault, why.empty() ? fmt::format("HDF5 failed: {}", doing)
                                       : fmt::format("HDF5 failed: {} ({})", doing, why));
}

}  // namespace coopsim::h5
