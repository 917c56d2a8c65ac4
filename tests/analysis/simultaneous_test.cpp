// SPDX-License-Identifier: Apache-2.0
// Known answers of simultaneous inference, and that its intervals hold together.
#include "analysis/simultaneous.hpp"

#include <cmath>
#include <limits>
#include <vector>

#include "analysis/estimates.hpp"
#include "sim/kernel/random.hpp"
#include "tests/kernel/property.hpp"

using namespace coopsim;

namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();
Approx to_4_digits(double value) { return Approx(value).epsilon(1e-4).margin(0); }

// How often at least one of four contrasts with one control, all truly zero, is called different.
double family_wise_error(double multiplier) {
  constexpr int families = 3000, contrasts = 4, size = 10;
  const Random random(11, 0);
  int wrong = 0;
  for (std::uint32_t f = 0; f < families; ++f) {
    bool any = false;
    std::vector<std::vector<double>> values(contrasts + 1);
    for (std::uint32_t p = 0; p < values.size(); ++p)
      for (std::uint32_t i = 0; i < size; ++i) {
        double sum = 0;
        for (std::uint32_t u = 0; u < 12; ++u)
          sum += random.uniform(EntityId{f}, Purpose{std::uint8_t(p)}, 12 * i + u);
        values[p].push_back(sum);
      }
    for (std::size_t p = 1; p < values.size(); ++p) {
      const Estimate d = paired_difference(values[p], values[0]);
      any |= std::abs(d.mean) > multiplier * d.standard_error;
    }
    wrong += any;
  }
  return double(wrong) / families;
}

}  // namespace

TEST_CASE("Bonferroni's multipliers at 5 %") {
  CHECK(bonferroni_multiplier(infinite, 1) == Approx(1.960).margin(5e-4));
  CHECK(bonferroni_multiplier(infinite, 4) == Approx(2.498).margin(5e-4));
  CHECK(bonferroni_multiplier(infinite, 9) == Approx(2.773).margin(5e-4));
  CHECK(bonferroni_multiplier(infinite, 19) == Approx(3.008).margin(5e-4));
  CHECK(bonferroni_multiplier(infinite, 99) == Approx(3.478).margin(5e-4));
  CHECK(bonferroni_multiplier(9, 1) == t_multiplier(9));
  CHECK(bonferroni_one_sided(9, 1, .975) == t_multiplier(9));
}

TEST_CASE("KA-32: the studentised range") {
  CHECK(tukey_quantile(2, infinite) == to_4_digits(2.77181));
  CHECK(tukey_quantile(3, infinite) == to_4_digits(3.31449));
  CHECK(tukey_quantile(5, infinite) == to_4_digits(3.85766));
  CHECK(tukey_quantile(10, infinite) == to_4_digits(4.47412));
  CHECK(tukey_quantile(3, 10) == to_4_digits(3.87678));  // SciPy 1.10.1
  CHECK(tukey_quantile(10, 63) == to_4_digits(4.63800));
  CHECK(tukey_quantile(2, 9) == to_4_digits(std::sqrt(2) * t_multiplier(9)));
}

TEST_CASE("Dunnett: one comparison is t, more are the published table's") {
  CHECK(dunnett_multiplier(1, 20) == to_4_digits(t_multiplier(20)));
  CHECK(dunnett_multiplier(2, infinite) == Approx(2.21).margin(5e-3));  // Dunnett 1964, table
  CHECK(dunnett_multiplier(3, infinite) == Approx(2.35).margin(5e-3));
  CHECK(dunnett_multiplier(9, infinite) == Approx(2.69).margin(5e-3));
  CHECK(dunnett_multiplier(2, 20) == Approx(2.38).margin(5e-3));
  CHECK(dunnett_multiplier(9, 20) == Approx(2.95).margin(5e-3));
  CHECK(dunnett_multiplier(4, 20) < bonferroni_multiplier(20, 4));
  CHECK(dunnett_multiplier(4, 20, .95, 0) > dunnett_multiplier(4, 20));
}

TEST_CASE("the probabilities are those that the quantiles were asked for") {
  CHECK(tukey_probability(tukey_quantile(4, 15, .9), 4, 15) == Approx(.9).epsilon(1e-6));
  CHECK(dunnett_probability(dunnett_multiplier(4, 15, .9), 4, 15) == Approx(.9).epsilon(1e-6));
}

TEST_CASE(
    "Bonferroni's family of four is wrong in at most 5 % of cases, single intervals in more") {
  CHECK(family_wise_error(bonferroni_multiplier(9, 4)) < .05 + 3 * .004);
  CHECK(family_wise_error(t_multiplier(9)) > .09);
}
