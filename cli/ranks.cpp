// SPDX-License-Identifier: Apache-2.0
#include "cli/ranks.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>

#include "cli/program_hash.hpp"
#include "cli/sweep_runner.hpp"
#include "cli/text.hpp"
#include "scenarios/text.hpp"

namespace coopsim::cli {
namespace {

namespace fs = std::filesystem;

constexpr const char* ranks_name = "coopsim-ranks";

// Where those who start ranks say how many there are. The first that is set counts: mpirun's own
// srun starts one process a node. A batch script has SLURM_NTASKS too, and is one process.
constexpr const char* rank_counts[] = {"OMPI_COMM_WORLD_SIZE", "PMI_SIZE", "SLURM_STEP_NUM_TASKS"};
constexpr std::int64_t most_ranks = 100'000'000;

// Where it was built or installed: beside this program.
fs::path ranks_program() {
  const fs::path program = program_file().parent_path() / ranks_name;
  if (::access(program.c_str(), X_OK) == 0) return program;
  throw Failure(ExitCode::no_input,
                fmt::format("--mpi needs {}, which is built where MPI is found (Debian: "
                            "libopenmpi-dev) and was not; without MPI: coopsim submit, or "
                            "coopsim sweep --shard I/N",
                            program.string()));
}

}  // namespace

void refuse_to_be_one_of_several(const std::string& with_mpi) {
  const auto* const name = std::ranges::find_if(
      rank_counts, [](const char* one) { return std::getenv(one) != nullptr; });
  if (name == std::end(rank_counts)) return;
  const auto ranks = whole_number(std::getenv(*name), 1, most_ranks);
  if (!ranks || *ranks == 1) return;
  throw Failure(
      ExitCode::usage,
      fmt::format("this is one of {} processes of mpirun or srun ({}={}), and each would work on "
                  "the whole sweep. Let them share it: {}; or give each a part of its own: --shard "
                  "I/{}. Nothing was run",
                  *ranks, *name, *ranks, with_mpi, *ranks));
}

ExitCode become_a_rank(const SweepArguments& arguments) {
  const fs::path program = ranks_program();
  std::string folder = arguments.folder;
  if (folder.empty()) folder = (fs::path("results") / fs::path(arguments.study).stem()).string();
  if (fs::is_directory(arguments.study)) folder = arguments.study;
  std::vector<std::string> words = {
      program.string(),
      program_file().string(),
      arguments.study,
      folder,
      arguments.part.of > 0 ? fmt::format("{}/{}", arguments.part.number, arguments.part.of) : "",
      fmt::format("{}", threads_of(arguments)),
      arguments.scratch,
      arguments.json    ? "json"
      : arguments.quiet ? "quiet"
                        : "text"};
  std::vector<char*> given;
  for (std::string& word : words) given.push_back(word.data());
  given.push_back(nullptr);
  ::execv(program.c_str(), given.data());
  throw Failure(ExitCode::no_input,
                fmt::format("{}: cannot be started ({})", program.string(), std::strerror(errno)));
}

}  // namespace coopsim::cli
