// SPDX-License-Identifier: Apache-2.0
// A budget spent where the ranking is unclear.
#include "analysis/ocba.hpp"

#include <cmath>
#include <numeric>

#include "analysis/selection.hpp"
#include "tests/kernel/property.hpp"

using namespace coopsim;

namespace {

// `count` values, half `spread` below the mean and half above.
std::vector<double> around(double mean, double spread, std::size_t count) {
  std::vector<double> values;
  for (std::size_t i = 0; i < count; ++i) values.push_back(mean + (i % 2 ? spread : -spread));
  return values;
}

std::vector<std::size_t> further(const std::vector<std::vector<double>>& rows, std::size_t more) {
  return ocba_further({rows.begin(), rows.end()}, more);
}

}  // namespace

TEST_CASE("a large round brings every policy to its share") {
  const std::vector<std::vector<double>> rows = {around(-1, 1, 10), around(-2, 1, 10),
                                                 around(-3, 1, 10), around(-4, 1, 10)};
  const auto given = further(rows, 4000);
  const auto shares = ocba_shares(std::vector{-1.0, -2.0, -3.0, -4.0}, std::vector(4, 1.0));
  CHECK(std::accumulate(given.begin(), given.end(), std::size_t{0}) == 4000);
  for (std::size_t i = 0; i < rows.size(); ++i)
    CHECK(std::abs(double(given[i] + 10) - shares[i] * 4040) <= 1);
}

TEST_CASE("a small round goes to the leader and its rival, a policy far behind gets nothing") {
  const auto given =
      further({around(0, 1, 20), around(5, 1, 20), around(4.8, 1, 20), around(-9, 1, 20)}, 30);
  CHECK(given[0] == 0);
  CHECK(given[3] == 0);
  CHECK(given[1] + given[2] == 30);
}

TEST_CASE("where nothing tells the policies apart all get as many") {
  CHECK(further({around(2, 1, 10), around(2, 3, 10), around(2, 2, 10)}, 9) ==
        std::vector<std::size_t>{3, 3, 3});
  CHECK(further({around(2, 0, 10), around(3, 0, 10)}, 4) == std::vector<std::size_t>{2, 2});
}

TEST_CASE("a policy that does not vary gets next to nothing") {
  const auto given = further({around(2, 0, 10), around(2.5, 1, 10), around(2.1, 1, 10)}, 40);
  CHECK(given[0] == 0);
}

TEST_CASE("the guide to the confidence is that of independent normal means") {
  const auto guide = [](const std::vector<std::vector<double>>& rows) {
    return ocba_confidence({rows.begin(), rows.end()});
  };
  // Standard errors 1 / sqrt(9): a lead of 1 is 2.1213 of the difference's, P(Z > that) = .0169474.
  CHECK(guide({around(1, 1, 10), around(0, 1, 10)}) == Approx(1 - .0169474).margin(1e-6));
  CHECK(guide({around(1, 1, 10), around(0, 1, 10), around(0, 1, 10)}) ==
        Approx(1 - 2 * .0169474).margin(1e-6));
  CHECK(guide({around(1, 0, 10), around(0, 0, 10)}) == 1);
  CHECK(guide({around(1, 0, 10), around(1, 0, 10)}) == .5);
  CHECK(guide({around(1, 1, 10), around(1, 1, 10), around(1, 1, 10)}) == 0);
}

TEST_CASE("for the best two, replications go to the second, the third and no further") {
  const std::vector<std::vector<double>> rows = {around(9, 1, 20), around(5, 1, 20),
                                                 around(4.7, 1, 20), around(-9, 1, 20)};
  const std::vector<std::span<const double>> policies = {rows.begin(), rows.end()};
  const auto given = ocba_further(policies, 30, 2);
  CHECK(given[0] == 0);
  CHECK(given[3] == 0);
  CHECK(given[1] + given[2] == 30);
  CHECK(highest_means(policies, 2) == std::vector<std::size_t>{0, 1});
  // Both .15 from the boundary, with a standard error of sqrt(20 / 19 / 20): twice P(Z > .6538).
  CHECK(ocba_confidence(policies, 2) == Approx(1 - 2 * .25661).margin(2e-4));
}
