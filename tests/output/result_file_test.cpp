// SPDX-License-Identifier: Apache-2.0
#include "output/result_file.hpp"

#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>

#include "output/period_total.hpp"
#include "output/result_check.hpp"
#include "output/result_reader.hpp"
#include "tests/output/small_study.hpp"

using namespace coopsim;
using namespace coopsim::testing;

namespace {

int fault_of(const std::filesystem::path& file, ResultOptions options) {
  try {
    write_study(file, std::nullopt, std::move(options));
  } catch (const ResultError& error) {
    return error.exit_code();
  }
  return 0;
}

std::size_t files_in(const std::filesystem::path& folder) {
  return std::size_t(std::distance(std::filesystem::directory_iterator(folder), {}));
}

}  // namespace

TEST_CASE("every response stands where its world, replication, cell and year say") {
  const TemporaryFolder folder;
  write_study(folder / "a.h5");
  const ResultReader reader(folder / "a.h5");
  const ResponseLayout layout = small_layout();
  for (int policy = 0; policy < 3; ++policy)
    for (int replication = 0; replication < 4; ++replication) {
      const auto found = reader.responses(std::size_t(policy), std::size_t(replication));
      REQUIRE(found == outcome(layout, policy, replication).responses);
    }
  const auto whole = reader.read("worlds/trainees_returned");
  CHECK(whole.axes == std::vector<std::string>{"world", "replication", "year"});
  CHECK(whole.at(std::array<std::size_t, 3>{1, 3, 2}) ==
        made_up(-1, 3, layout.offset("trainees_returned") + 2));
  const auto split = reader.read("yearly/budget_spent_by_account");
  CHECK(split.axes == std::vector<std::string>{"policy", "replication", "account", "year"});
  CHECK(split.at(std::array<std::size_t, 4>{2, 1, 25, 3}) ==
        made_up(2, 1, layout.offset("budget_spent", Split::account, 25) + 3));
}

TEST_CASE("a study of more replications than the writer keeps at once is stored whole") {
  const TemporaryFolder folder;
  Scenario scenario = small_scenario();
  scenario.parameters.run.replications = 131;  // two blocks of 64 and a rest
  write_study(folder / "a.h5", scenario, plain_options(), std::nullopt, [](Outcome&) {});
  const ResultReader reader(folder / "a.h5");
  for (const std::size_t replication : {0, 63, 64, 127, 128, 130})
    CHECK(reader.responses(2, replication) ==
          outcome(small_layout(), 2, int(replication)).responses);
}

TEST_CASE("a total covers the policy period as the response says: sum, mean or last") {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  const std::vector<double> years = {100, 7, 1, 2, 6};
  CHECK(total_over(years, 2, PeriodTotal::sum) == 9);
  CHECK(total_over(years, 2, PeriodTotal::mean) == 3);
  CHECK(total_over(years, 2, PeriodTotal::last) == 6);
  CHECK(total_over(std::vector{1.0, nan, 4.0, 8.0}, 1, PeriodTotal::mean) == 6);
  CHECK(total_over(std::vector{1.0, nan, 4.0, 8.0}, 1, PeriodTotal::sum) == 12);
  CHECK(std::isnan(total_over(std::vector{1.0, nan, nan}, 1, PeriodTotal::sum)));
  CHECK(std::isnan(total_over(std::vector{1.0, 2.0, nan}, 1, PeriodTotal::last)));
}

TEST_CASE("totals, summary and paired differences follow from the yearly values") {
  const TemporaryFolder folder;
  write_study(folder / "a.h5");
  const ResultReader reader(folder / "a.h5");
  const std::size_t at = small_layout().offset("trainees_returned");  // a sum
  const auto total = reader.read("total/trainees_returned");
  CHECK(total.axes == std::vector<std::string>{"policy", "replication"});
  CHECK(total.at(std::array<std::size_t, 2>{2, 3}) ==
        made_up(2, 3, at + 2) + made_up(2, 3, at + 3));
  const auto mean = reader.read("summary/trainees_returned");
  CHECK(mean.axes == std::vector<std::string>{"statistic", "policy", "year"});
  // Replications 0..3 add 0, 1, 4, 9: 3.5 on average.
  CHECK(mean.at(std::array<std::size_t, 3>{0, 2, 1}) == made_up(2, 0, at + 1) + 3.5);
  const auto less = reader.read("summary/trainees_returned_minus_baseline");
  CHECK(less.at(std::array<std::size_t, 3>{0, 2, 1}) == 1000);  // worlds lie 1000 apart
  CHECK(less.at(std::array<std::size_t, 3>{0, 0, 1}) == -1000);
  CHECK(less.at(std::array<std::size_t, 3>{0, 1, 1}) == 0);
  const auto over = reader.read("summary/trainees_returned_total_minus_baseline");
  CHECK(over.axes == std::vector<std::string>{"statistic", "policy"});
  CHECK(over.at(std::array<std::size_t, 2>{0, 2}) == 2000);  // two years of the period
  CHECK(reader.facts().period == "1995-1996");
}

TEST_CASE("missing values are left out of the statistics, and only they") {
  const TemporaryFolder folder;
  const std::size_t at = small_layout().offset("training_wait");
  write_study(folder / "a.h5", small_scenario(), plain_options(), std::nullopt, [&](Outcome& made) {
    if (made.policy == 2 && made.replication == 1)
      made.responses[at + 3] = std::numeric_limits<double>::quiet_NaN();
    if (made.policy == 1 && made.replication == 3)  // the baseline
      made.responses[at + 3] = std::numeric_limits<double>::quiet_NaN();
  });
  const ResultReader reader(folder / "a.h5");
  const auto plain = reader.read("summary/training_wait");
  const auto less = reader.read("summary/training_wait_minus_baseline");
  CHECK(plain.at(std::array<std::size_t, 3>{1, 2, 3}) == 3);  // count stands for `se` here
  CHECK(plain.at(std::array<std::size_t, 3>{1, 2, 2}) == 4);
  CHECK(less.at(std::array<std::size_t, 3>{1, 2, 3}) == 2);  // pairs
}

TEST_CASE("two equal runs give the same bytes, with compression too") {
  const TemporaryFolder folder;
  for (const bool compress : {false, true}) {
    ResultOptions options = plain_options();
    options.compress = compress;
    options.overwrite = true;
    const Published one = write_study(folder / "a.h5", std::nullopt, options);
    const Published two = write_study(folder / "b.h5", std::nullopt, options);
    CHECK(bytes_of(folder / "a.h5") == bytes_of(folder / "b.h5"));
    CHECK(one.content_hash == two.content_hash);
    CHECK(one.run_fingerprint == two.run_fingerprint);
  }
}

TEST_CASE("compression changes no value, and a large variable is then smaller on disk") {
  const TemporaryFolder folder;
  Scenario scenario = small_scenario();
  scenario.parameters.run.replications = 100;
  ResultOptions options = plain_options();
  const auto plain =
      write_study(folder / "plain.h5", scenario, options, std::nullopt, [](Outcome&) {});
  options.compress = true;
  const auto packed =
      write_study(folder / "packed.h5", scenario, options, std::nullopt, [](Outcome&) {});
  CHECK(compare_results(folder / "plain.h5", folder / "packed.h5").empty());
  CHECK(packed.bytes < plain.bytes);
}

TEST_CASE("how it was computed stands in group execution and changes nothing else") {
  const TemporaryFolder folder;
  write_study(folder / "a.h5", some_facts());
  ExecutionFacts other = some_facts();
  other.host = "another host";
  other.threads = 64;
  write_study(folder / "b.h5", other);
  write_study(folder / "c.h5");
  CHECK(bytes_of(folder / "a.h5") != bytes_of(folder / "b.h5"));
  CHECK(compare_results(folder / "a.h5", folder / "b.h5").empty());
  CHECK(compare_results(folder / "a.h5", folder / "c.h5").empty());
  CHECK(ResultReader(folder / "a.h5").facts().content_hash ==
        ResultReader(folder / "c.h5").facts().content_hash);
}

TEST_CASE("a failed world is stored as missing and listed, and the rest stands") {
  const TemporaryFolder folder;
  const Published published = write_study(folder / "a.h5", small_scenario(), plain_options(),
                                          std::nullopt, [](Outcome& made) {
                                            if (made.policy != 2 || made.replication != 1) return;
                                            made.error = "an event storm in 1996";
                                            made.responses.clear();
                                          });
  CHECK(published.failed_worlds == 1);
  const ResultReader reader(folder / "a.h5");
  CHECK(reader.facts().failed_worlds == 1);
  CHECK(reader.read_texts("provenance/failed_error") ==
        std::vector<std::string>{"an event storm in 1996"});
  CHECK(reader.read_texts("provenance/failed_name") == std::vector<std::string>{"less"});
  for (const double value : reader.responses(2, 1)) REQUIRE(std::isnan(value));
  CHECK(reader.responses(2, 2) == outcome(small_layout(), 2, 2).responses);
  CHECK(std::isnan(reader.read("total/trainees_returned").at(std::array<std::size_t, 2>{2, 1})));
}

TEST_CASE("one policy alone is stored as among others, without differences if it has no baseline") {
  const TemporaryFolder folder;
  const Scenario scenario = small_scenario();
  const ResponseLayout layout = small_layout();
  ResultOptions options = plain_options();
  options.policies = {2};
  options.reference_worlds = false;
  options.first_replication = 2;
  options.replications = 1;
  ResultFile result(folder / "a.h5", scenario, layout, options);
  result.add(outcome(layout, 2, 2));
  result.finish(std::nullopt);
  const ResultReader reader(folder / "a.h5");
  CHECK(reader.responses(0, 0) == outcome(layout, 2, 2).responses);
  CHECK(reader.fingerprint(0, 0) == outcome(layout, 2, 2).fingerprint);
  CHECK(reader.facts().first_replication == 2);
  CHECK_FALSE(reader.facts().baseline);
  CHECK_FALSE(reader.has("worlds"));
  CHECK_FALSE(reader.has("summary/trainees_returned_minus_baseline"));
  CHECK(reader.has("summary/trainees_returned"));
}

TEST_CASE("the file says what it was made from") {
  const TemporaryFolder folder;
  const Scenario scenario = small_scenario();
  const Published published = write_study(folder / "a.h5", some_facts());
  const ResultReader reader(folder / "a.h5");
  const ResultFacts& facts = reader.facts();
  CHECK(facts.scenario == scenario.effective_toml);
  CHECK(facts.title_ko == "작은 연구");
  CHECK(facts.seed == scenario.parameters.run.seed);
  CHECK(facts.policies_start == "1995-01-01");
  CHECK(facts.format_version == 1);
  CHECK(facts.run_fingerprint == published.run_fingerprint);
  CHECK(facts.scenario_hash.size() == 32);
  REQUIRE(facts.policies.size() == 3);
  CHECK(facts.policies[2].name == "less");
  CHECK(facts.policies[2].label_ko == "축소");
  CHECK(facts.baseline == 1u);
  CHECK(reader.world_fingerprint(0, 3) == Fingerprint::Value{8, 3});
  CHECK(reader.fingerprint(2, 3) == Fingerprint::Value{12, 3});
}

TEST_CASE("worlds delivered twice, out of order or not at all are our fault, and nothing is left") {
  const TemporaryFolder folder;
  const Scenario scenario = small_scenario();
  const ResponseLayout layout = small_layout();
  {
    ResultFile result(folder / "a.h5", scenario, layout, plain_options());
    result.add(outcome(layout, -2, 0));
    CHECK_THROWS_AS(result.add(outcome(layout, -2, 0)), std::logic_error);
    CHECK_THROWS_AS(result.add(outcome(layout, 0, 1)), std::logic_error);
    CHECK_THROWS_AS(result.finish(std::nullopt), std::logic_error);
    CHECK(files_in(folder.path()) == 1);  // the temporary one
  }
  CHECK(files_in(folder.path()) == 0);
}

TEST_CASE("places where no result may be written are refused and left alone") {
  const TemporaryFolder folder;
  const ResultOptions plain = plain_options();
  ResultOptions replacing = plain_options();
  replacing.overwrite = true;
  std::ofstream(folder / "notes.toml") << "schema = 1\n";
  std::filesystem::create_directory(folder / "folder");
  std::filesystem::create_symlink(folder / "elsewhere.h5", folder / "link.h5");
  CHECK(fault_of(folder / "folder", replacing) == 73);
  CHECK(fault_of(folder / "link.h5", replacing) == 73);
  CHECK(fault_of("/dev/null", replacing) == 73);
  CHECK(fault_of(folder / "no_such_folder/a.h5", plain) == 73);
  CHECK(fault_of(folder / std::string(300, 'x').c_str(), plain) == 73);
  CHECK(fault_of(folder / "notes.toml", replacing) == 73);
  CHECK(bytes_of(folder / "notes.toml") == "schema = 1\n");
  CHECK(fault_of(folder / "a.h5", plain) == 0);
  const std::string first = bytes_of(folder / "a.h5");
  CHECK(fault_of(folder / "a.h5", plain) == 73);
  ResultOptions input = replacing;
  input.inputs = {folder / "a.h5"};
  CHECK(fault_of(folder / "a.h5", input) == 73);
  CHECK(bytes_of(folder / "a.h5") == first);
  CHECK(fault_of(folder / "a.h5", replacing) == 0);
  CHECK(files_in(folder.path()) == 4);  // nothing left over
}

TEST_CASE("a result that appears while the run goes on is not replaced") {
  const TemporaryFolder folder;
  const Scenario scenario = small_scenario();
  const ResponseLayout layout = small_layout();
  {
    ResultFile result(folder / "a.h5", scenario, layout, plain_options());
    for (int r = 0; r < 4; ++r)
      for (int world = -2; world < 3; ++world) result.add(outcome(layout, world, r));
    std::ofstream(folder / "a.h5") << "somebody else's";
    CHECK_THROWS_AS(result.finish(std::nullopt), ResultError);
  }
  CHECK(bytes_of(folder / "a.h5") == "somebody else's");
  CHECK(files_in(folder.path()) == 1);
}

TEST_CASE("a name left over by a killed writer with the same process id is stepped around") {
  const TemporaryFolder folder;
  const auto left_over =
      std::filesystem::path((folder / "a.h5").string() + ".tmp." + std::to_string(::getpid()));
  std::ofstream(left_over) << "half a result";
  write_study(folder / "a.h5");
  CHECK(bytes_of(left_over) == "half a result");
  CHECK(verify_checksums(folder / "a.h5").empty());
}
