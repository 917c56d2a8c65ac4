// SPDX-License-Identifier: Apache-2.0
// coopsim sweep --mpi: this process becomes the program that talks MPI (cluster/ranks.cpp), which
// starts this one again to do the work. So only that program needs MPI.
#pragma once
#include "cli/arguments.hpp"
#include "cli/exit_code.hpp"

namespace coopsim::cli {

// Does not return. Throws Failure(no_input) where that program is not installed.
[[noreturn]] ExitCode become_a_rank(const SweepArguments& arguments);

}  // namespace coopsim::cli
