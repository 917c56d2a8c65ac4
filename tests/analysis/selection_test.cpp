// SPDX-License-Identifier: Apache-2.0
// Known answers of ranking and selection.
#include "analysis/selection.hpp"

#include <array>
#include <cmath>
#include <numeric>

#include "tests/kernel/property.hpp"

using namespace coopsim;

TEST_CASE("KA-34: Dudewicz and Dalal's constants, first stage of 20") {
  CHECK(dudewicz_dalal_constant(5, 20, .90) == Approx(2.7471).margin(1e-4));
  CHECK(dudewicz_dalal_constant(2, 20) == Approx(2.4525).margin(1e-4));
  CHECK(dudewicz_dalal_constant(5, 20) == Approx(3.2580).margin(1e-4));
  CHECK(dudewicz_dalal_constant(10, 20) == Approx(3.6788).margin(1e-4));
}

TEST_CASE("Rinott's constant of two policies is Dudewicz and Dalal's, of more it is larger") {
  CHECK(rinott_constant(2, 20) == Approx(dudewicz_dalal_constant(2, 20)).epsilon(1e-7));
  CHECK(rinott_constant(5, 20) > dudewicz_dalal_constant(5, 20));
  CHECK(rinott_constant(5, 40) < rinott_constant(5, 20));
}

TEST_CASE("the second stage is never smaller than the first") {
  CHECK(second_stage_count(3, 2, 1, 20) == 36);
  CHECK(second_stage_count(3, 2, .99, 20) == 37);
  CHECK(second_stage_count(3, 1, 1, 20) == 20);
  CHECK(second_stage_count(3, 0, 1, 20) == 20);
}

TEST_CASE("KA-37: the shares of OCBA") {
  // Means 1 to 5, the smallest best: turned, as more is better here.
  const std::array means = {-1.0, -2.0, -3.0, -4.0, -5.0}, deviations = {1.0, 1.0, 1.0, 1.0, 1.0};
  const auto shares = ocba_shares(means, deviations);
  const std::array expected = {.421822988, .406134096, .101533524, .045126011, .025383381};
  for (std::size_t i = 0; i < expected.size(); ++i)
    CHECK(shares[i] == Approx(expected[i]).margin(5e-10));
}

TEST_CASE("shares of OCBA follow its two conditions for any variances, and add up to one") {
  const std::array means = {3.0, 7.0, 6.5, 7.0}, deviations = {2.0, 1.0, .5, 4.0};
  const auto shares = ocba_shares(means, deviations);
  CHECK(std::accumulate(shares.begin(), shares.end(), 0.0) == Approx(1).epsilon(1e-12));
  CHECK(shares[0] / shares[2] == Approx(std::pow(2.0 * .5 / (.5 * 4), 2)).epsilon(1e-12));
  double squares = 0;
  for (const std::size_t i : {0, 2, 3}) squares += std::pow(shares[i] / deviations[i], 2);
  CHECK(shares[1] == Approx(deviations[1] * std::sqrt(squares)).epsilon(1e-12));
  CHECK(std::isfinite(shares[3]));  // tied with the best
}

TEST_CASE("the best m of several: shares follow the gaps to what parts them from the others") {
  const std::array means = {5.0, 1.0, 4.0, 2.0}, equal = {1.0, 1.0, 1.0, 1.0};
  CHECK(boundary_of_best(means, equal, 2) == 3);
  const auto shares = ocba_m_shares(means, equal, 3);
  const std::array expected = {.1, .1, .4, .4};
  for (std::size_t i = 0; i < expected.size(); ++i) CHECK(shares[i] == Approx(expected[i]));
  // Nearer to the surer of the two: errors 3 (of the 4) and 1 (of the 2) put it at 2.5.
  CHECK(boundary_of_best(means, std::array{1.0, 1.0, 3.0, 1.0}, 2) == 2.5);
  // Twice the deviation, four times the share.
  const auto wide = ocba_m_shares(means, std::array{2.0, 1.0, 1.0, 1.0}, 3);
  CHECK(wide[0] / wide[1] == Approx(4));
}

TEST_CASE("the best m of tied policies: every share is finite") {
  const std::array tied = {4.0, 4.0, 1.0}, flat = {2.0, 2.0, 2.0}, one = {1.0, 1.0, 1.0};
  const auto shares = ocba_m_shares(tied, one, boundary_of_best(tied, one, 1));
  CHECK(shares[0] == Approx(1.0 / 3));
  CHECK(ocba_m_shares(flat, one, boundary_of_best(flat, one, 2))[0] == Approx(1.0 / 3));
}
