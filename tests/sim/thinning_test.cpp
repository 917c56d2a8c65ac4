// SPDX-License-Identifier: Apache-2.0
// Thinning and lots: right in law, and each firm's luck is its own.
#include <catch2/catch.hpp>

#include <cmath>
#include <numeric>
#include <ranges>
#include <set>

#include "sim/kernel/math.hpp"
#include "sim/world/identity.hpp"
#include "sim/world/lot.hpp"

using namespace coopsim;

namespace {

constexpr Purpose purpose{200};
constexpr std::uint32_t trials = 20'000;

auto firms(std::uint32_t count) { return std::views::iota(0u, count); }

PointSource source(const Random& random, std::uint32_t trial) {
  return {random, entity_of(Kind::period, trial), purpose};
}

// |observed - expected| in standard errors of a share over the trials.
double standard_errors(int hits, double chance) {
  return std::abs(hits / double(trials) - chance) / std::sqrt(chance * (1 - chance) / trials);
}

}  // namespace

TEST_CASE("by thinning each firm acts with the chance of its own rate, at most once") {
  const Random random(1, 0);
  const double base = .3;
  const std::vector<double> factor = {0, .1, .5, 1, 2, 2};
  std::vector<int> hits(factor.size());
  double spare = 0, acted = 0;
  for (std::uint32_t trial = 0; trial < trials; ++trial) {
    const auto acting = firms_that_act(source(random, trial), firms(6), base, 2.5,
                                       [&](std::uint32_t slot) { return factor[slot]; });
    for (std::size_t i = 0; i < acting.size(); ++i) {
      if (i > 0) REQUIRE(acting[i - 1].slot < acting[i].slot);
      ++hits[acting[i].slot];
      spare += acting[i].spare;
      ++acted;
    }
  }
  CHECK(hits[0] == 0);
  for (std::size_t slot = 1; slot < factor.size(); ++slot)
    CHECK(standard_errors(hits[slot], 1 - std::exp(-base * factor[slot])) < 4);
  CHECK(std::abs(spare / acted - .5) < 4 * std::sqrt(1 / 12.0 / acted));
}

TEST_CASE("that a firm's rate or all firms' rate changes leaves the other firms' decisions alone") {
  const Random random(1, 0);
  int more = 0;
  for (std::uint32_t trial = 0; trial < 500; ++trial) {
    const auto acting = [&](double base, double rate_of_3) {
      std::set<std::uint32_t> slots;
      for (const Point& each :
           firms_that_act(source(random, trial), firms(40), base, 3.0,
                          [&](std::uint32_t slot) { return slot == 3 ? rate_of_3 : 1.0; }))
        slots.insert(each.slot);
      return slots;
    };
    auto with = acting(.1, 3.0), without = acting(.1, 0.0);
    CHECK_FALSE(without.contains(3));
    with.erase(3);
    CHECK(with == without);
    const auto doubled = acting(.2, 0.0);  // who acted at the lower rate acts at the higher
    CHECK(std::ranges::includes(doubled, without));
    more += int(doubled.size()) - int(without.size());
  }
  CHECK(more > 0);
}

TEST_CASE("a lot is drawn by weight, without replacement") {
  const Random random(2, 0);
  const std::vector<double> weight = {1, 2, 5, 0};
  std::vector<int> first(4), second(4);
  for (std::uint32_t trial = 0; trial < trials; ++trial) {
    const auto chosen = chosen_by_lot(source(random, trial), firms(4), 2, 5.0,
                                      [&](std::uint32_t slot) { return weight[slot]; });
    REQUIRE(chosen.size() == 2);
    REQUIRE(chosen[0] != chosen[1]);
    ++first[chosen[0]];
    ++second[chosen[1]];
  }
  CHECK(first[3] + second[3] == 0);
  for (std::size_t slot = 0; slot < 3; ++slot) {
    CHECK(standard_errors(first[slot], weight[slot] / 8) < 4);
    double next = 0;  // over who was first
    for (std::size_t other = 0; other < 3; ++other)
      if (other != slot) next += weight[other] / 8 * weight[slot] / (8 - weight[other]);
    CHECK(standard_errors(second[slot], next) < 4);
  }
}

TEST_CASE("where tries run out, the race goes on by keys with the same law") {
  const Random random(3, 0);
  const std::vector<double> weight = {.001, .002, .005};  // beside a bound of 1: hardly ever tried
  std::vector<int> first(3);
  for (std::uint32_t trial = 0; trial < trials; ++trial)
    ++first[chosen_by_lot(source(random, trial), firms(3), 1, 1.0,
                          [&](std::uint32_t slot) { return weight[slot]; })[0]];
  for (std::size_t slot = 0; slot < 3; ++slot)
    CHECK(standard_errors(first[slot], weight[slot] / .008) < 4);
}

TEST_CASE("a lot with more places than firms takes all who may take part, and ends") {
  const Random random(4, 0);
  const auto odd = [](std::uint32_t slot) { return slot % 2 ? 1.0 : 0.0; };
  auto chosen = chosen_by_lot(source(random, 0), firms(1000), 800, 1.0, odd);
  std::ranges::sort(chosen);
  REQUIRE(chosen.size() == 500);
  for (std::uint32_t i = 0; i < 500; ++i) CHECK(chosen[i] == 2 * i + 1);
  CHECK(chosen_by_lot(source(random, 0), firms(0), 5, 1.0, odd).empty());
}

TEST_CASE("a firm that may not take part moves nobody else in the order of a lot") {
  const Random random(5, 0);
  for (std::uint32_t trial = 0; trial < 200; ++trial) {
    const auto drawn = [&](std::uint32_t banned) {
      return chosen_by_lot(source(random, trial), firms(300), 20, 1.0,
                           [&](std::uint32_t slot) { return slot == banned ? 0.0 : 1.0; });
    };
    const auto all = drawn(1000);
    auto without = drawn(all[4]);
    without.pop_back();
    auto expected = all;
    expected.erase(expected.begin() + 4);
    CHECK(without == expected);
  }
}
