// SPDX-License-Identifier: Apache-2.0
#include "cli/repeatable.hpp"

#include <fmt/format.h>

#include "cli/exit_code.hpp"
#include "scenarios/text.hpp"
#include "sim/engine_version.hpp"

namespace coopsim::cli {

void refuse_other_engine(const std::string& file, const ResultFacts& facts) {
  if (facts.engine_version == engine_version) return;
  throw Failure(ExitCode::bad_data,
                fmt::format("{} was computed by engine {}, and this is engine {}: its numbers "
                            "cannot be repeated here; run the scenario again",
                            escaped(file, 300), facts.engine_version, engine_version));
}

}  // namespace coopsim::cli
