// SPDX-License-Identifier: Apache-2.0
#include "cluster/batch_script.hpp"

#include <catch2/catch.hpp>

using namespace coopsim::cluster;

namespace {

Round some() {
  return {"/opt/coop sim/coopsim",
          "/shared/lhs",
          2,
          9,
          4,
          3,
          8,
          {"--partition=short"},
          {"/opt/coop sim/coopsim", "submit", "/shared/lhs"}};
}
bool has(const std::string& text, const std::string& part) { return text.find(part) != text.npos; }

}  // namespace

TEST_CASE("the task's script says what it runs, in words that a shell reads as they are meant") {
  const std::string script = task_script(some());
  CHECK(script.starts_with("#!/bin/bash\n"));
  for (const char* const line :
       {"#SBATCH --array=0-8%3\n", "#SBATCH --cpus-per-task=8\n", "#SBATCH --partition=short\n",
        "#SBATCH --requeue\n", "#SBATCH --open-mode=append\n", "#SBATCH --signal=B:USR1@120\n",
        "#SBATCH --output=/shared/lhs/rounds/2/logs/task_%a.log\n",
        "'/opt/coop sim/coopsim' work /shared/lhs --list /shared/lhs/rounds/2/blocks",
        "[ -w \"$scratch\" ]; } 2>/dev/null || scratch=/tmp\n", "[ -w \"$scratch\" ] || scratch=\n",
        "${scratch:+--scratch \"$scratch\"} ",
        "--each 4 --name \"round_2/task_$SLURM_ARRAY_TASK_ID\""})
    CHECK(has(script, line));
  CHECK_FALSE(has(script, "{{"));
}

TEST_CASE("the last job submits what is missing, unless told not to") {
  Round round = some();
  CHECK(has(finish_script(round), "  '/opt/coop sim/coopsim' submit /shared/lhs\n  code=$?\n"));
  CHECK(has(finish_script(round), "'/opt/coop sim/coopsim' assemble /shared/lhs\n"));
  round.again.clear();
  CHECK_FALSE(has(finish_script(round), "submit /shared"));
  // A job that ends with 75 would be run again for ever where Slurm is told to.
  CHECK(has(finish_script(round), "[ \"$code\" -ne 75 ] || code=1\nexit \"$code\"\n"));
}

TEST_CASE("options that the scripts set are known by their name") {
  for (const char* const option : {"--array=0-3", "--dependency=after:1", "--output", "--signal=1"})
    CHECK(is_own_option(option));
  for (const char* const option : {"--partition=x", "--nice=1", "--exclude=a", "--arrays"})
    CHECK_FALSE(is_own_option(option));
}
