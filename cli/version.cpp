// SPDX-License-Identifier: Apache-2.0
#include "cli/version.hpp"

#include <fmt/core.h>

#include "sim/engine_version.hpp"

namespace coopsim::cli {

std::string version_text() {
  return fmt::format("coopsim {} (engine {})", COOPSIM_VERSION, engine_version);
}

}  // namespace coopsim::cli
