// SPDX-License-Identifier: Apache-2.0
// Writes the result files that the Python tests open, with known numbers; see small_study.hpp.
#include <iostream>
#include <limits>

#include "analysis/estimates.hpp"
#include "tests/output/small_study.hpp"

using namespace coopsim;
using namespace coopsim::testing;

int main(int count, char** arguments) {
  if (count != 2) return 2;
  const std::filesystem::path folder = arguments[1];
  ResultOptions options = plain_options();
  options.overwrite = true;
  options.summarise = Summariser{};
  const std::size_t wait = small_layout().offset("training_wait");
  // Nobody departed in 1993 in replication 2.
  const auto missing_wait = [&](Outcome& made) {
    if (made.replication == 2) made.responses[wait] = std::numeric_limits<double>::quiet_NaN();
  };
  const auto failing = [&](Outcome& made) {
    missing_wait(made);
    if (made.policy == 0 && made.replication == 3) made.error = "한 건의 오류";
  };
  try {
    write_study(folder / "sample.h5", small_scenario(), options, some_facts(), missing_wait);
    options.compress = true;
    Scenario many = small_scenario();
    many.parameters.run.replications = 100;
    write_study(folder / "compressed.h5", many, options, std::nullopt, missing_wait);
    write_study(folder / "failed.h5", small_scenario(), options, std::nullopt, failing);
  } catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
    return 1;
  }
}
