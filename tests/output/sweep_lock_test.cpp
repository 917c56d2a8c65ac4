// SPDX-License-Identifier: Apache-2.0
#include "output/sweep_lock.hpp"

#include <unistd.h>

#include <atomic>
#include <catch2/catch.hpp>
#include <fstream>
#include <thread>

#include "tests/output/temporary_folder.hpp"

using namespace coopsim;
using namespace coopsim::testing;

TEST_CASE("a lock has one holder, is seen, and ends when it is closed") {
  const TemporaryFolder folder;
  const auto file = folder.path() / "lock";
  CHECK_FALSE(is_locked(file));  // no file, no holder
  const int held = take_lock(file);
  REQUIRE(held >= 0);
  CHECK(is_locked(file));
  CHECK(take_lock(file) == -1);
  CHECK(is_locked(file));  // who was refused took nothing away
  ::close(held);
  CHECK_FALSE(is_locked(file));
  const int again = take_lock(file);
  CHECK(again >= 0);
  ::close(again);
}

TEST_CASE("what others read and close in the same process does not end it") {
  const TemporaryFolder folder;
  const auto file = folder.path() / "journal";
  std::ofstream(file) << "written by its holder\n";
  const int held = show_alive(file);
  REQUIRE(held >= 0);
  std::ofstream(file, std::ios::app) << "and again\n";
  CHECK(holder_of(file) == " (process written by its holder)");
  CHECK(is_locked(file));
  ::close(held);
  CHECK_FALSE(is_locked(file));
}

TEST_CASE("whoever looks is in nobody's way") {
  const TemporaryFolder folder;
  const auto file = folder.path() / "lock";
  std::atomic<bool> ended = false;
  std::thread looking([&] {
    while (!ended) (void)is_locked(file);
  });
  int refused = 0;
  for (int i = 0; i < 20'000; ++i) {
    const int held = take_lock(file);
    refused += held < 0;
    if (held >= 0) ::close(held);
  }
  ended = true;
  looking.join();
  CHECK(refused == 0);
}
