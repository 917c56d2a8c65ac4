// SPDX-License-Identifier: Apache-2.0
#include "cli/ranks.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>

#include "cli/program_hash.hpp"
#include "cli/sweep_runner.hpp"
#include "scenarios/text.hpp"

namespace coopsim::cli {
namespace {

namespace fs = std::filesystem;

constexpr const char* ranks_name = "coopsim-ranks";

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
