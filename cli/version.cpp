// SPDX-License-Identifier: Apache-2.0
#include "cli/version.hpp"

#include <fmt/core.h>

#include "output/format.hpp"
#include "sim/engine_version.hpp"

namespace coopsim::cli {

std::string version() { return COOPSIM_VERSION; }

std::string version_text() {
  return fmt::format("coopsim {} (engine {}, result format {})", version(), engine_version,
                     format_version);
}

}  // namespace coopsim::cli
