// SPDX-License-Identifier: Apache-2.0
#include "cli/plan_cluster.hpp"

#include <catch2/catch.hpp>

using namespace coopsim::cli;

namespace {

// Ten thousand blocks of 20 s on one core, four responses of 24 years.
SweepLoad load() { return {200'000, 10'000, 2'500'000, 4, 24, false}; }

}  // namespace

TEST_CASE(
    "twice the cores simulate in half the time, and files follow from cores, not from nodes") {
  const ClusterForecast one = forecast(load(), {4, 8}), two = forecast(load(), {8, 8});
  CHECK(one.simulating == Approx(200'000. / 32));
  CHECK(two.simulating == Approx(one.simulating / 2));
  CHECK(one.published_blocks == 1250);
  CHECK(two.published_blocks == one.published_blocks);
  CHECK(two.files > one.files);
  CHECK(two.files - one.files == 12);  // a journal, a log and a folder for each node more
  CHECK(two.bytes == one.bytes);
  CHECK(two.operations_a_second > one.operations_a_second);
  CHECK(one.efficiency() > two.efficiency());
  CHECK(one.seconds() > one.simulating);
}

TEST_CASE("values are on disk twice, in blocks and in the result") {
  const std::uint64_t values = 2'500'000ull * (4 * 25 * 8 + 64);
  const ClusterForecast found = forecast(load(), {4, 8});
  CHECK(found.bytes > 2 * values);
  CHECK(found.bytes < 2 * values + 1250 * 30'000);
}

TEST_CASE("what is too much is said, with what helps") {
  CHECK(forecast(load(), {4, 8}).limits.empty());
  const auto idle = forecast(load(), {1000, 32}).limits;
  REQUIRE_FALSE(idle.empty());
  CHECK(idle.front().find("some would idle") != std::string::npos);
  SweepLoad many = load();
  many.blocks = 40'000'000;
  many.core_seconds = 40'000'000;
  const auto files = forecast(many, {100, 4}).limits;
  REQUIRE_FALSE(files.empty());
  CHECK(files.front().find("block_worlds") != std::string::npos);
  SweepLoad large = load();
  large.worlds = 1'000'000'000;
  large.core_seconds = 8e7;
  large.blocks = 4'000'000;
  const auto memory = forecast(large, {313, 32}).limits;
  CHECK(std::any_of(memory.begin(), memory.end(), [](const std::string& limit) {
    return limit.find("of memory where the result") != std::string::npos;
  }));
}

TEST_CASE("a shared history keeps the blocks as they are, but for those of the same points") {
  SweepLoad shared = load();
  shared.shared_history = true;
  CHECK(forecast(shared, {4, 8}).published_blocks == 10'000);
  shared.columns = 10;
  CHECK(forecast(shared, {4, 8}).published_blocks == 2'000);
}

TEST_CASE("neighbours are blocks of the same points where these have several") {
  SweepLoad some = load();
  some.columns = 2;
  CHECK(forecast(some, {4, 8}).published_blocks == 5'000);
  some.columns = 20;
  CHECK(forecast(some, {4, 8}).published_blocks == 1'500);
}
