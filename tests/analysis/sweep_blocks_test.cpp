// SPDX-License-Identifier: Apache-2.0
#include "analysis/sweep_blocks.hpp"

#include <rapidcheck.h>
#include <catch2/catch.hpp>
#include <map>
#include <tuple>

using namespace coopsim;

namespace {

const std::vector<std::string> policies = {"a", "b", "c"};

using Cells = std::map<std::tuple<std::size_t, std::size_t, std::string>, int>;

void count(Cells& cells, const SweepBlock& block) {
  for (std::size_t p = 0; p < block.points; ++p)
    for (std::size_t r = 0; r < block.replications; ++r)
      for (const std::string& policy : block.policies)
        ++cells[{block.first_point + p, block.first_replication + r, policy}];
}

std::vector<PublishedBlock> published(const std::vector<SweepBlock>& blocks) {
  std::vector<PublishedBlock> all;
  for (const SweepBlock& block : blocks) all.push_back({block, "", "", 0, 0});
  return all;
}

}  // namespace

TEST_CASE("blocks of a new sweep cover every world once and keep to their size") {
  const BlockSize size{4, 8};
  Cells cells;
  for (const SweepBlock& block : missing_blocks({10, 20, policies}, {}, size)) {
    CHECK(block.points <= size.points);
    CHECK(block.replications <= size.replications);
    count(cells, block);
  }
  CHECK(cells.size() == 10 * 20 * 3);
  for (const auto& [cell, times] : cells) CHECK(times == 1);
}

TEST_CASE("whatever was done, a sweep grows by exactly the worlds that it lacks") {
  rc::check("growing", [] {
    const auto points = *rc::gen::inRange<std::size_t>(1, 12);
    const auto replications = *rc::gen::inRange<std::size_t>(1, 20);
    const auto more_points = *rc::gen::inRange<std::size_t>(0, 12);
    const auto more_replications = *rc::gen::inRange<std::size_t>(0, 20);
    const auto fewer = *rc::gen::inRange<std::size_t>(1, 4);
    const BlockSize size{*rc::gen::inRange<std::size_t>(1, 6),
                         *rc::gen::inRange<std::size_t>(1, 9)};
    const SweepExtent before{
        points, replications, {policies.begin(), policies.begin() + long(fewer)}};
    auto done = missing_blocks(before, {}, size);
    if (!done.empty())
      done.erase(done.begin() + long(*rc::gen::inRange<std::size_t>(0, done.size())));
    const SweepExtent after{points + more_points, replications + more_replications, policies};
    Cells cells;
    for (const SweepBlock& block : done) count(cells, block);
    for (const SweepBlock& block : missing_blocks(after, published(done), size))
      count(cells, block);
    RC_ASSERT(cells.size() == after.points * after.replications * policies.size());
    for (const auto& [cell, times] : cells) RC_ASSERT(times == 1);
  });
}

TEST_CASE("nothing is missing of a whole sweep") {
  const auto done = missing_blocks({5, 7, policies}, {}, {2, 4});
  CHECK(missing_blocks({5, 7, policies}, published(done), {2, 4}).empty());
  CHECK(missing_blocks({5, 7, {"b"}}, published(done), {3, 2}).empty());
}

TEST_CASE("a block that was interrupted is published as far as it went") {
  const SweepBlock block{3, 4, 8, 5, policies};
  CHECK(finished_part(block, 0).empty());
  const auto parts = finished_part(block, 12);
  REQUIRE(parts.size() == 2);
  CHECK(parts[0] == SweepBlock{3, 2, 8, 5, policies});
  CHECK(parts[1] == SweepBlock{5, 1, 8, 2, policies});
  CHECK(finished_part(block, 20).size() == 1);
  CHECK(finished_part(block, 0, true).empty());
  CHECK(finished_part(block, 2, true) == std::vector{SweepBlock{3, 4, 8, 2, policies}});
}

TEST_CASE("the size of blocks follows from the worlds wanted and the policies alone") {
  const BlockSize size = block_size(1000, 3);
  CHECK(size.replications == 64);
  CHECK(size.points == 4);
  CHECK(block_size(1, 6).points == 1);
  CHECK(block_size(1, 6).replications == 1);
  const BlockSize together = block_size(1000, 3, true);
  CHECK(together.points == 16);
  CHECK(together.replications == 16);
  CHECK(block_size(12, 3, true).points == 4);
  CHECK(block_size(12, 3, true).replications == 1);
}
