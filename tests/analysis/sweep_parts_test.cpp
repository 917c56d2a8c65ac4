// SPDX-License-Identifier: Apache-2.0
// How a sweep is divided among those who work on it.
#include <rapidcheck.h>
#include <catch2/catch.hpp>
#include <map>
#include <tuple>

#include "analysis/sweep_blocks.hpp"

using namespace coopsim;

namespace {

const std::vector<std::string> policies = {"a", "b"};

using Cells = std::map<std::tuple<std::size_t, std::size_t, std::string>, int>;

void count(Cells& cells, const SweepBlock& block) {
  for (std::size_t p = 0; p < block.points; ++p)
    for (std::size_t r = 0; r < block.replications; ++r)
      for (const std::string& policy : block.policies)
        ++cells[{block.first_point + p, block.first_replication + r, policy}];
}
Cells cells_of(const std::vector<SweepBlock>& blocks) {
  Cells cells;
  for (const SweepBlock& one : blocks) count(cells, one);
  return cells;
}

SweepExtent some_extent() {
  return {*rc::gen::inRange<std::size_t>(1, 14), *rc::gen::inRange<std::size_t>(1, 20), policies};
}
BlockSize some_size() {
  return {*rc::gen::inRange<std::size_t>(1, 6), *rc::gen::inRange<std::size_t>(1, 9)};
}

}  // namespace

TEST_CASE("every block lies in one part, and parts are as large as each other or one block more") {
  rc::check("parts", [] {
    const SweepExtent extent = some_extent();
    const BlockSize size = some_size();
    const auto of = *rc::gen::inRange<std::size_t>(1, 30);
    const auto all = missing_blocks(extent, {}, size);
    Cells together;
    for (std::size_t number = 1; number <= of; ++number) {
      const auto part = in_part(all, extent, size, {number, of});
      RC_ASSERT(part.size() >= all.size() / of);
      RC_ASSERT(part.size() <= all.size() / of + 1);
      for (const SweepBlock& one : part) count(together, one);
    }
    RC_ASSERT(together == cells_of(all));
  });
}

TEST_CASE("a half is the first two quarters, whatever was done before") {
  rc::check("halves and quarters", [] {
    const SweepExtent extent = some_extent();
    const BlockSize size = some_size();
    auto done = missing_blocks(extent, {}, size);
    const auto kept = *rc::gen::inRange<std::size_t>(0, done.size() + 1);
    done.resize(kept);
    std::vector<PublishedBlock> published;
    for (const SweepBlock& one : done) published.push_back({one, "", "", 0, 0});
    const auto missing = missing_blocks(extent, published, size);
    auto quarters = in_part(missing, extent, size, {1, 4});
    for (const SweepBlock& one : in_part(missing, extent, size, {2, 4})) quarters.push_back(one);
    RC_ASSERT(quarters == in_part(missing, extent, size, {1, 2}));
  });
}

TEST_CASE("merged blocks are the same worlds in fewer blocks") {
  rc::check("merging", [] {
    const SweepExtent extent = some_extent();
    const BlockSize size = some_size();
    const auto most = *rc::gen::inRange<std::size_t>(1, 9);
    const auto all = missing_blocks(extent, {}, size);
    for (const bool shared : {false, true}) {
      const auto fewer = merged(all, most, shared);
      RC_ASSERT(cells_of(fewer) == cells_of(all));
      RC_ASSERT(fewer.size() * most >= all.size());
      if (shared)
        for (const SweepBlock& one : fewer) RC_ASSERT(one.points <= size.points);
    }
  });
  const auto columns = missing_blocks({4, 8, policies}, {}, {1, 4});
  CHECK(merged(columns, 2).size() == 4);
  CHECK(merged(columns, 2).front() == SweepBlock{0, 1, 0, 8, policies});
  CHECK(merged(columns, 1) == columns);
}

TEST_CASE("what remains of a block is what nobody published of it") {
  rc::check("remaining", [] {
    const SweepBlock block{5, *rc::gen::inRange<std::size_t>(1, 6), 3,
                           *rc::gen::inRange<std::size_t>(1, 9), policies};
    std::vector<PublishedBlock> done;
    Cells there;
    const auto count_of_done = *rc::gen::inRange<int>(0, 4);
    for (int i = 0; i < count_of_done; ++i) {
      SweepBlock one{*rc::gen::inRange<std::size_t>(0, 12),
                     *rc::gen::inRange<std::size_t>(1, 5),
                     *rc::gen::inRange<std::size_t>(0, 12),
                     *rc::gen::inRange<std::size_t>(1, 5),
                     {policies[std::size_t(i % 2)]}};
      count(there, one);
      done.push_back({one, "", "", 0, 0});
    }
    Cells expected = cells_of({block});
    std::erase_if(expected, [&](const auto& entry) { return there.contains(entry.first); });
    RC_ASSERT(cells_of(remaining(block, done)) == expected);
  });
}
