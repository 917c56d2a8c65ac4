// SPDX-License-Identifier: Apache-2.0
// When to stop replicating.
#include "analysis/stopping.hpp"

#include <array>
#include <cmath>
#include <vector>

#include "analysis/estimates.hpp"
#include "tests/kernel/property.hpp"

using namespace coopsim;

namespace {

constexpr ReplicationLimits limits{4, 100};

// 10 - spread, 10 + spread, ...: standard deviation close to `spread`.
std::vector<double> alternating(std::size_t count, double spread) {
  std::vector<double> values;
  for (std::size_t i = 0; i < count; ++i) values.push_back(10 + (i % 2 == 0 ? -spread : spread));
  return values;
}

Precision absolute(double width) { return {Precision::Kind::absolute, width, .95}; }
Precision relative(double share) { return {Precision::Kind::relative, share, .95}; }

}  // namespace

TEST_CASE("the half-width asked for is the bound, absolute or as a share of the mean") {
  const auto values = alternating(20, 1);
  const double width = estimate(values).half_width;  // about .48
  CHECK(is_precise(values, absolute(width)));
  CHECK_FALSE(is_precise(values, absolute(width * .999)));
  // Relative .1 allows .1 / 1.1 = .0909 of the estimate (Law).
  CHECK(is_precise(values, relative(width / 10 / (1 - width / 10) * 1.001)));
  CHECK_FALSE(is_precise(values, relative(width / 10 / (1 - width / 10) * .999)));
}

TEST_CASE("fewer than at least are never enough, however precise") {
  const StoppingState state = half_width_rule(alternating(3, 0), absolute(1), limits);
  CHECK_FALSE(state.met);
  CHECK(state.more == 1);
  CHECK(state.looks == 0);
  CHECK(half_width_rule(alternating(4, 0), absolute(0), limits).met);
}

TEST_CASE("the plain rule asks for what the variance needs, and counts its looks") {
  const auto values = alternating(20, 1);
  const StoppingState state = half_width_rule(values, absolute(.4), limits, 2);
  CHECK_FALSE(state.met);
  CHECK(state.looks == 3);
  const double ratio = estimate(values).half_width / .4;
  CHECK(state.more == std::size_t(std::ceil(20 * ratio * ratio)) - 20);
  CHECK(half_width_rule(alternating(20 + state.more, 1), absolute(.4), limits).met);
}

TEST_CASE("one look asks for at most twice what is there, and never beyond the limit") {
  CHECK(half_width_rule(alternating(20, 1), absolute(.001), limits).more == 40);
  CHECK(half_width_rule(alternating(90, 1), absolute(.001), limits).more == 10);
  const StoppingState last = half_width_rule(alternating(100, 1), absolute(.001), limits);
  CHECK(last.at_limit);
  CHECK_FALSE(last.met);
  CHECK(last.more == 0);
}

TEST_CASE("Hoad, Robinson and Davies want the precision to last") {
  // Precise at four values by luck; the fifth spoils it, later ones restore it.
  std::vector<double> values = {10, 10, 10, 10, 14};
  while (values.size() < 60) values.push_back(10);
  CHECK(is_precise(std::span(values).first(4), absolute(.3)));
  CHECK_FALSE(is_precise(std::span(values).first(5), absolute(.3)));
  const HoadRobinsonDavies found = hoad_robinson_davies(values, absolute(.3), limits);
  REQUIRE(found.state.met);
  CHECK(found.replications > 5);
  for (std::size_t n = found.replications; n <= found.replications + 5; ++n)
    CHECK(is_precise(std::span(values).first(n), absolute(.3)));
  CHECK_FALSE(is_precise(std::span(values).first(found.replications - 1), absolute(.3)));
}

TEST_CASE("an answer in several calls is the answer in one") {
  const auto values = alternating(90, 1);
  const auto whole = hoad_robinson_davies(values, absolute(.4), limits);
  REQUIRE(whole.state.met);
  std::size_t done = 0, calls = 0;
  HoadRobinsonDavies found;
  do {
    found = hoad_robinson_davies(std::span(values).first(done), absolute(.4), limits);
    done += found.state.more;
    ++calls;
  } while (!found.state.met && calls < 50);
  CHECK(found.replications == whole.replications);
  CHECK(done >= whole.replications + 5);
  CHECK(calls > 2);
}

TEST_CASE("the look ahead grows with the replications beyond a hundred") {
  auto values = alternating(260, 1);
  const Precision narrow = absolute(estimate(std::span(values).first(201)).half_width);
  const ReplicationLimits wide{4, 1000};
  const auto short_of_it = hoad_robinson_davies(std::span(values).first(205), narrow, wide);
  CHECK_FALSE(short_of_it.state.met);
  const auto found = hoad_robinson_davies(values, narrow, wide);
  REQUIRE(found.state.met);
  CHECK(found.replications > 190);
}

namespace {

HoadRobinsonDavies together(const std::vector<std::vector<double>>& rows, std::size_t done,
                            const Precision& precision, const ReplicationLimits& within) {
  std::vector<WatchedMean> means;
  for (const auto& row : rows) means.push_back({std::span(row).first(done), precision});
  return all_precise(means, done, within);
}

}  // namespace

TEST_CASE("several means at once: the one that needs most decides") {
  const std::vector<std::vector<double>> rows = {alternating(100, .2), alternating(100, 1)};
  const auto found = together(rows, 100, absolute(.4), limits);
  REQUIRE(found.state.met);
  CHECK(found.state.more == 0);
  CHECK(found.replications == hoad_robinson_davies(rows[1], absolute(.4), limits).replications);
  CHECK(found.state.looks == 97);  // of 4 to 100
}

TEST_CASE("precise for good: a later gap takes the stop back") {
  auto row = alternating(90, 1);
  const std::vector<std::vector<double>> before = {row};
  const auto found = together(before, 40, absolute(.4), limits);
  REQUIRE(found.state.met);
  row[39] = 60;
  const auto after = together({row}, 40, absolute(.4), limits);
  CHECK_FALSE(after.state.met);
  CHECK(after.replications == 0);
  CHECK(after.state.more > 0);
}

TEST_CASE("rounds by the rule alone end at a number where all are precise, or at the limit") {
  const ReplicationLimits within{20, 100};
  for (const double width : {.6, .3, .26, .05}) {
    const std::vector<std::vector<double>> rows = {alternating(100, 1), alternating(100, 1.2)};
    std::size_t done = 0;
    HoadRobinsonDavies found = together(rows, 0, absolute(width), within);
    CHECK(found.state.more == 20);
    for (; found.state.more > 0; found = together(rows, done, absolute(width), within))
      done += found.state.more;
    CHECK(done >= 20);
    CHECK(found.state.met != found.state.at_limit);
    CHECK(found.state.at_limit == (width == .05));
    if (found.state.at_limit) CHECK(done == 100);
    if (!found.state.met) continue;
    CHECK(done >= found.replications + 5);
    for (const auto& row : rows)
      for (std::size_t n = found.replications; n <= done; ++n)
        CHECK(is_precise(std::span(row).first(n), absolute(width)));
  }
}

TEST_CASE("without a mean to watch at_least is enough; one without values is never precise") {
  CHECK(all_precise({}, 3, limits).state.more == 1);
  CHECK(all_precise({}, 4, limits).state.met);
  const std::vector<std::vector<double>> none = {std::vector<double>(100, std::nan(""))};
  CHECK(together(none, 100, absolute(.4), limits).state.at_limit);
  CHECK_FALSE(together(none, 100, absolute(.4), limits).state.met);
}
