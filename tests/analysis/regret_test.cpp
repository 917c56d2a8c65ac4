// SPDX-License-Identifier: Apache-2.0
// Regret over states that nobody can choose.
#include "analysis/regret.hpp"

#include <algorithm>
#include <limits>

#include "tests/kernel/property.hpp"

using namespace coopsim;

namespace {

constexpr double missing = std::numeric_limits<double>::quiet_NaN();

// Three policies in three states: [[10, 4, 1], [6, 6, 6], [8, 5, 3]], a row a state here.
const StateTable three_states = {{10, 6, 8}, {4, 6, 5}, {1, 6, 3}};

StateTable table_of(const std::vector<std::array<int, 3>>& rows) {
  StateTable table;
  for (const auto& row : rows) table.push_back({row.begin(), row.end()});
  return table;
}

}  // namespace

TEST_CASE("KA-53: largest regrets are 5, 4 and 3, and the third policy has the smallest") {
  CHECK(regrets(three_states) == StateTable{{0, 4, 2}, {2, 0, 1}, {5, 0, 3}});
  const auto found = regret_of(three_states);
  REQUIRE(found.size() == 3);
  CHECK(found[0].largest == 5);
  CHECK(found[1].largest == 4);
  CHECK(found[2].largest == 3);
  CHECK(minimax_regret(three_states) == std::vector<std::size_t>{2});
  CHECK(maximin(three_states) == std::vector<std::size_t>{1});
  CHECK(found[1].worst_value == 6);
}

TEST_CASE("mean regret, and how often a policy is the best") {
  const auto found = regret_of(three_states);
  CHECK(found[0].mean == Approx(7. / 3));
  CHECK(found[1].mean == Approx(4. / 3));
  CHECK(found[2].mean == Approx(2));
  CHECK(found[0].share_best == Approx(1. / 3));
  CHECK(found[1].share_best == Approx(2. / 3));
  CHECK(found[2].share_best == 0);
}

TEST_CASE("a policy satisfices in the states in which it reaches enough, the bound included") {
  CHECK(share_reaching(three_states, 6) == std::vector<double>{1. / 3, 1, 1. / 3});
  CHECK(share_within(three_states, 2) == std::vector<double>{2. / 3, 2. / 3, 2. / 3});
  CHECK(share_within(three_states, 5) == std::vector<double>{1, 1, 1});
}

TEST_CASE("equal policies have no regret, and all of them are the choice") {
  const StateTable equal = {{7, 7}, {-3, -3}};
  for (const PolicyRegret& one : regret_of(equal)) {
    CHECK(one.largest == 0);
    CHECK(one.share_best == 1);
  }
  CHECK(minimax_regret(equal) == std::vector<std::size_t>{0, 1});
}

TEST_CASE("states without a value of every policy are left out, and no state gives no answer") {
  CHECK(complete_states({{1, missing}, {2, 3}}) == StateTable{{2, 3}});
  CHECK(regret_of({}).empty());
  CHECK(minimax_regret({}).empty());
  CHECK(share_reaching({}, 1).empty());
}

TEST_CASE("regret is never negative, zero somewhere in every state, and blind to what all gain") {
  CHECK(holds("regret", [](const std::vector<std::array<int, 3>>& rows, int more) {
    const StateTable values = table_of(rows);
    StateTable raised = values;
    for (std::size_t s = 0; s < raised.size(); ++s)
      for (double& value : raised[s]) value += double(more) * double(s + 1);
    const StateTable found = regrets(values);
    for (const auto& state : found) RC_ASSERT(*std::ranges::min_element(state) == 0);
    RC_ASSERT(found == regrets(raised));
    const auto policies = regret_of(values);
    for (const PolicyRegret& one : policies) RC_ASSERT(one.mean <= one.largest + 1e-6);
  }));
}
