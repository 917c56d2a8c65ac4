// SPDX-License-Identifier: Apache-2.0
// coopsim sweep --mpi: this process becomes the program that talks MPI (cluster/ranks.cpp), which
// starts this one again to do the work. So only that program needs MPI.
#pragma once
#include "cli/arguments.hpp"
#include "cli/exit_code.hpp"

namespace coopsim::cli {

// Throws Failure(usage) where mpirun or srun started this process as one of several, each of which
// would then work on all of the sweep. `with_mpi` is the command by which they share it.
void refuse_to_be_one_of_several(const std::string& with_mpi);

// Does not return. Throws Failure(no_input) where that program is not installed.
[[noreturn]] ExitCode become_a_rank(const SweepArguments& arguments);

}  // namespace coopsim::cli
