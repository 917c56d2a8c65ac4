// SPDX-License-Identifier: Apache-2.0
// coopsim plan STUDY: what a sweep would run.
#pragma once
#include "cli/arguments.hpp"
#include "cli/exit_code.hpp"

namespace coopsim::cli {

ExitCode plan_sweep(const PlanArguments& arguments);

}  // namespace coopsim::cli
