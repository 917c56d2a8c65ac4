// SPDX-License-Identifier: Apache-2.0
// Writes the result files that the Python tests open, with known numbers; see small_study.hpp.
#include <algorithm>
#include <iostream>
#include <limits>
#include <random>

#include "analysis/estimates.hpp"
#include "analysis/study_totals.hpp"
#include "tests/output/small_study.hpp"

using namespace coopsim;
using namespace coopsim::testing;

namespace {

constexpr int small_years = 4;

// Replaces an outcome's values: large numbers with small differences, every eighth one missing,
// one policy equal in all replications.
void disturb(Outcome& made) {
  std::mt19937_64 random(std::uint64_t(made.replication) << 8 | std::uint64_t(made.policy + 2));
  for (std::size_t at = 0; at < made.responses.size(); ++at) {
    const double share = double(random() >> 11) / 9007199254740992.0;  // 2^53
    const double large = std::pow(10.0, double(at % 8));
    made.responses[at] = random() % 8 == 0  ? std::numeric_limits<double>::quiet_NaN()
                         : made.policy == 2 ? large / 7
                                            : large + share;
  }
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 2) return 2;
  const std::filesystem::path folder = arguments[1];
  ResultOptions options = plain_options();
  options.overwrite = true;
  options.summarise = Summariser{};
  options.compare = comparison_table;
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
    options.compress = false;
    Scenario noisy = small_scenario();
    noisy.parameters.run.replications = 23;
    write_study(folder / "noisy.h5", noisy, options, std::nullopt, disturb);
    Scenario single = small_scenario();
    single.parameters.run.replications = 1;
    write_study(folder / "single.h5", single, options, std::nullopt, [](Outcome&) {});
    const auto with_records = [](Outcome& made) { add_records(made, 3'000); };
    write_study(folder / "records.h5", recorded_scenario(), options, std::nullopt, with_records);
    options.compress = true;
    write_study(folder / "records_compressed.h5", recorded_scenario(), options, std::nullopt,
                with_records);
    options.compress = false;
    write_study(folder / "no_rows.h5", recorded_scenario(), options, std::nullopt, [](Outcome&) {});
    Scenario ranked = small_scenario();
    ranked.parameters.run.replications = 40;
    const auto all_modelled = [](Outcome& made) {
      const ResponseLayout layout = small_layout();
      std::fill_n(made.responses.begin() + std::ptrdiff_t(layout.offset("budget_not_modelled")),
                  small_years, 0.0);
    };
    write_study(folder / "ranked.h5", ranked, options, std::nullopt, all_modelled);
    write_study(folder / "failed.h5", small_scenario(), options, std::nullopt, failing);
  } catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
    return 1;
  }
}
