// SPDX-License-Identifier: Apache-2.0
#include "cluster/rank_dealer.hpp"

#include <catch2/catch.hpp>

using coopsim::cluster::RankDealer;

namespace {

std::vector<std::string> numbered(std::size_t count) {
  std::vector<std::string> lines;
  for (std::size_t i = 0; i < count; ++i) lines.push_back(std::to_string(i));
  return lines;
}

}  // namespace

TEST_CASE("every block is dealt once, in order, in batches that get smaller") {
  RankDealer dealer(numbered(100), 3);
  std::vector<std::string> dealt;
  std::size_t last = 100;
  for (int turn = 0; dealt.size() < 100; ++turn) {
    const auto batch = dealer.next(turn % 3);
    REQUIRE_FALSE(batch.empty());
    CHECK(batch.size() <= last);
    last = batch.size();
    dealt.insert(dealt.end(), batch.begin(), batch.end());
  }
  CHECK(last == 1);
  CHECK(dealt == numbered(100));
  for (int rank = 0; rank < 3; ++rank) {
    CHECK(dealer.next(rank).empty());
    dealer.close(rank);
  }
  CHECK(dealer.done() == 100);
  CHECK(dealer.all_closed());
  CHECK(dealer.code() == 0);
}

TEST_CASE("a rank that dies costs its batch, and the code says so") {
  RankDealer dealer(numbered(10), 2);
  const std::size_t lost = dealer.next(0).size();
  dealer.next(1);
  dealer.lose(0, 137);
  std::size_t dealt = lost;
  while (!dealer.next(1).empty()) continue;
  dealer.close(1);
  CHECK(dealer.all_closed());
  CHECK(dealer.done() == 10 - dealt);
  CHECK(dealer.code() == 75);
}

TEST_CASE("what went wrong with a worker by itself is the job's code") {
  RankDealer dealer(numbered(4), 3);
  dealer.lose(0, 75);
  dealer.lose(1, 74);
  CHECK(dealer.code() == 75);  // to be gone on with; the rank has said what it was
  RankDealer other(numbered(4), 2);
  other.lose(1, 65);
  CHECK(other.code() == 65);
}

TEST_CASE("nothing to deal is an end at once") {
  RankDealer dealer({}, 2);
  CHECK(dealer.next(0).empty());
  CHECK(dealer.next(1).empty());
}
