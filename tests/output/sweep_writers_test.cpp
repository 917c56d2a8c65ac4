// SPDX-License-Identifier: Apache-2.0
#include "output/sweep_writers.hpp"

#include <catch2/catch.hpp>
#include <fstream>
#include <thread>

#include "output/durable.hpp"
#include "tests/output/temporary_folder.hpp"

using namespace coopsim;
using namespace coopsim::testing;
namespace fs = std::filesystem;

namespace {

const std::string first = R"({"kind":"writer"})", block = R"({"kind":"block"})";

}  // namespace

TEST_CASE("a writer's records are there for others, and that it lives, and that it ended") {
  const TemporaryFolder folder;
  {
    SweepWriter writer(folder.path(), "shard/1_of_2", first);
    CHECK(writer.place() == "writers/shard/1_of_2.1");
    CHECK(writer.next_file() == "writers/shard/1_of_2.1/000/000001.h5");
    writer.note(block);
    CHECK(writer.next_file() == "writers/shard/1_of_2.1/000/000002.h5");
    const auto seen = read_writers(folder.path());
    REQUIRE(seen.size() == 1);
    CHECK(seen[0].records == std::vector{first, block});
    CHECK(seen[0].alive);
    CHECK_FALSE(seen[0].ended);
  }
  const auto seen = read_writers(folder.path());
  CHECK(seen[0].ended);
  CHECK_FALSE(seen[0].alive);
}

TEST_CASE("one that leaves by an exception has not ended") {
  const TemporaryFolder folder;
  try {
    SweepWriter writer(folder.path(), "a", first);
    throw 1;
  } catch (int) {
  }
  CHECK_FALSE(read_writers(folder.path())[0].ended);
}

TEST_CASE("each attempt has a place of its own, also where several begin at once") {
  const TemporaryFolder folder;
  constexpr std::size_t count = 8;
  std::vector<std::string> places(count);
  std::vector<std::thread> threads;
  for (std::size_t i = 0; i < count; ++i)
    threads.emplace_back([&, i] { places[i] = SweepWriter(folder.path(), "x", first).place(); });
  for (std::thread& one : threads) one.join();
  std::sort(places.begin(), places.end());
  for (std::size_t i = 0; i < count; ++i) CHECK(places[i] == "writers/x." + std::to_string(i + 1));
  CHECK(read_attempts(folder.path(), "x").size() == count);
  CHECK(read_attempts(folder.path(), "y").empty());
}

TEST_CASE("a block that was named but not noted is found, and what is unfinished removed") {
  const TemporaryFolder folder;
  try {
    SweepWriter writer(folder.path(), "a", first);
    writer.note(block);
    fs::create_directories(folder.path() / "writers/a.1/000");
    std::ofstream(folder.path() / writer.next_file()) << "whole";
    std::ofstream(folder.path() / (writer.next_file() + ".tmp.7")) << "half";
    throw 1;
  } catch (int) {
  }
  CHECK(read_writers(folder.path())[0].unnoted == "writers/a.1/000/000002.h5");
  remove_unfinished(folder.path());
  CHECK_FALSE(fs::exists(folder.path() / "writers/a.1/000/000002.h5.tmp.7"));
  CHECK(fs::exists(folder.path() / "writers/a.1/000/000002.h5"));
}

TEST_CASE("a writer that was killed before its journal began is none") {
  const TemporaryFolder folder;
  fs::create_directories(folder.path() / "writers/a.1");
  CHECK(read_writers(folder.path()).empty());
  SweepWriter writer(folder.path(), "a", first);
  CHECK(writer.place() == "writers/a.2");
}
