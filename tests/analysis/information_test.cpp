// SPDX-License-Identifier: Apache-2.0
// What it would be worth to know.
#include "analysis/information.hpp"

#include <array>
#include <cmath>

#include "sim/kernel/random.hpp"
#include "tests/kernel/property.hpp"

using namespace coopsim;

namespace {

// Two parameters, nearly normal with mean 0 and deviation 1, or uniform on [-1, 1].
class Draws {
 public:
  explicit Draws(std::uint32_t seed) : random_(seed, 0) {}
  double normal(std::uint32_t draw, std::uint32_t which) const {
    double sum = -6;
    for (std::uint32_t i = 0; i < 12; ++i)
      sum += random_.uniform(EntityId{draw}, Purpose{0}, 12 * which + i);
    return sum;
  }
  double uniform(std::uint32_t draw) const {
    return 2 * random_.uniform(EntityId{draw}, Purpose{0}, 999) - 1;
  }

 private:
  Random random_;
};

struct Study {
  StateTable values;
  ParameterGroup x{"x", {}}, y{"y", {}}, both{"both", {}};
};

// Nothing done is worth 0; the policy `advantage` of x and y.
template <class Advantage>
Study study(std::uint32_t seed, std::uint32_t draws, Advantage&& advantage) {
  const Draws random(seed);
  Study made;
  for (std::uint32_t d = 0; d < draws; ++d) {
    const double x = random.normal(d, 0), y = random.normal(d, 1);
    made.values.push_back({0, advantage(x, y)});
    made.x.draws.push_back({x});
    made.y.draws.push_back({y});
    made.both.draws.push_back({x, y});
  }
  return made;
}

// E max(0, X) - max(0, mean) of a normal X.
double loss_integral(double mean, double deviation) {
  const double z = std::abs(mean) / deviation;
  const double density = std::exp(-z * z / 2) / std::sqrt(2 * std::acos(-1.0));
  return deviation * (density - z * .5 * std::erfc(z / std::sqrt(2.0)));
}

}  // namespace

TEST_CASE("KA-52: the value of perfect information between two actions is 4") {
  const auto weighted = perfect_information({{10, 0}, {10, 20}}, std::array{.6, .4});
  CHECK(weighted.value == Approx(4.0).epsilon(1e-14));
  CHECK(weighted.best == 0);
  CHECK(weighted.mean == 10);
  CHECK(weighted.share_changed == Approx(.4));
  const auto drawn = perfect_information({{10, 0}, {10, 20}, {10, 0}, {10, 0}, {10, 20}});
  CHECK(drawn.value == Approx(4.0).epsilon(1e-14));
  CHECK(drawn.loss.mean == Approx(4.0).epsilon(1e-14));
  CHECK(drawn.loss.standard_error == Approx(std::sqrt(30. / 5)));  // of 0, 10, 0, 0, 10
}

TEST_CASE("a draw without weight counts for nothing") {
  const StateTable values = {{10, 0}, {0, 1e9}, {10, 20}};
  CHECK(perfect_information(values, std::array{.6, 0.0, .4}).value == Approx(4));
}

TEST_CASE("where one policy is best in every draw, or all are equal, nothing is to be learned") {
  for (const StateTable& values : {StateTable{{1, 2}, {5, 9}}, StateTable{{3, 3}, {4, 4}}}) {
    CHECK(perfect_information(values).value == 0);
    CHECK(perfect_information(values).share_changed == 0);
    const auto found = partial_information(values, {"any", {{1.0}, {2.0}}});
    CHECK(found.value == 0);
    CHECK(found.left_out == 0);
  }
}

TEST_CASE("two normal parameters: all three values are the textbook's") {
  const Study made = study(1, 4000, [](double x, double y) { return -.5 + 2 * x + y; });
  const auto all = perfect_information(made.values);
  CHECK(all.value == Approx(loss_integral(-.5, std::sqrt(5.))).epsilon(.06));
  CHECK(all.loss.low() < loss_integral(-.5, std::sqrt(5.)));
  CHECK(all.loss.high() > loss_integral(-.5, std::sqrt(5.)));
  const auto x = partial_information(made.values, made.x);
  CHECK(x.value == Approx(loss_integral(-.5, 2)).epsilon(.07));
  CHECK(x.left_out <= x.value);
  const auto y = partial_information(made.values, made.y);
  CHECK(y.value == Approx(loss_integral(-.5, 1)).epsilon(.12));
  const auto both = partial_information(made.values, made.both);
  CHECK(both.value == Approx(all.value).epsilon(1e-9));
  CHECK(both.degree == 1);
}

TEST_CASE("a parameter that matters both high and low is found, though no line shows it") {
  const Draws random(3);
  StateTable values;
  ParameterGroup group{"x", {}};
  for (std::uint32_t d = 0; d < 3000; ++d) {
    const double x = random.uniform(d);
    values.push_back({0, x * x - 1. / 3 + .3 * random.normal(d, 0)});
    group.draws.push_back({x});
  }
  const auto found = partial_information(values, group);
  CHECK(found.degree >= 2);
  CHECK(found.value == Approx(2 / (9 * std::sqrt(3.0))).epsilon(.1));
  CHECK(found.left_out == Approx(found.value).epsilon(.1));
}

TEST_CASE("a parameter that has no part in it is worth next to nothing, on average") {
  double value = 0, left_out = 0;
  for (std::uint32_t seed = 0; seed < 40; ++seed) {
    const Study made = study(100 + seed, 200, [](double x, double) { return 2 * x; });
    const auto found = partial_information(made.values, made.y);
    value += found.value / 40;
    left_out += found.left_out / 40;
  }
  CHECK(value < .04);  // EVPI is .80
  CHECK(left_out < value);
}

TEST_CASE("on few draws the fit promises too much, and what it brings on left-out draws less so") {
  double value = 0, left_out = 0;
  for (std::uint32_t seed = 0; seed < 60; ++seed) {
    const Study made = study(500 + seed, 50, [](double x, double y) { return x + 3 * y - 1; });
    const auto found = partial_information(made.values, made.x);
    value += found.value / 60;
    left_out += found.left_out / 60;
  }
  const double truth = loss_integral(-1, 1);
  CHECK(value > 1.3 * truth);
  CHECK(left_out < value);
  CHECK(std::abs(left_out - truth) < std::abs(value - truth));
}

TEST_CASE("partial information is worth no less than nothing and no more than all") {
  CHECK(holds("EVPPI", [](const std::vector<std::array<signed char, 4>>& rows) {
    if (rows.empty()) return;
    StateTable values;
    ParameterGroup group{"any", {}};
    for (const auto& row : rows) {
      values.push_back({double(row[0]), double(row[1]), double(row[2])});
      group.draws.push_back({double(row[3])});
    }
    RegressionOptions eager;
    eager.draws_a_term = 1;
    const double all = perfect_information(values).value;
    const auto found = partial_information(values, group, eager);
    RC_ASSERT(all >= 0);
    RC_ASSERT(found.value >= 0 && found.value <= all);
    RC_ASSERT(found.left_out >= 0 && found.left_out <= all);
  }));
}

TEST_CASE("too few draws for even a line are told from a group that is worth nothing") {
  const Study made = study(7, 19, [](double x, double) { return x; });
  CHECK(partial_information(made.values, made.x).too_few_draws);
  CHECK(partial_information(made.values, made.x).value == 0);
  const Study enough = study(7, 20, [](double x, double) { return x; });
  CHECK_FALSE(partial_information(enough.values, enough.x).too_few_draws);
}
