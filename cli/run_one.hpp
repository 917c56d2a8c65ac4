// SPDX-License-Identifier: Apache-2.0
// One world of a scenario alone, as a failed one is repeated.
#pragma once
#include "cli/arguments.hpp"
#include "cli/exit_code.hpp"
#include "sim/scenario.hpp"

namespace coopsim::cli {

// Prints its fingerprint and its responses of the last year; writes no file. REQUIRES:
// arguments.only.
ExitCode run_one(const RunArguments& arguments, const Scenario& scenario);

}  // namespace coopsim::cli
