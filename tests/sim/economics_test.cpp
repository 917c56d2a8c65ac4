// SPDX-License-Identifier: Apache-2.0
// Costs and benefits: the arithmetic, against numbers worked out by hand.
#include "sim/metrics/economics.hpp"

#include <catch2/catch.hpp>
#include <cmath>

using namespace coopsim;

namespace {

// At 21 % the middle of the first year counts 1/1.1, of the second 1/1.331, their end 1/1.4641.
constexpr Rates by_hand = {.discount = .21,
                           .deadweight = .25,
                           .value_factor = .5,
                           .import_value = 1.1,
                           .gain_years = 1.4641,
                           .trade_years = 1.1};

const Flows nothing = {{0, 0}, {0, 0}, {0, 0}, {0, 0}, {0, 0}, 0};

Flows some() {
  return {.value_added = {220, 312.4},  // within the years 110 and 266.2: 100 and 200 today
          .exports = {11, 13.31},
          .imports = {10, 0},  // with exports 22 and 13.31: 20 and 10 today
          .public_cost = {121, 0},
          .firm_cost = {0, 133.1},
          .percent = 30};
}

}  // namespace

TEST_CASE("an annuity falls at its rate, and is the number of years at none") {
  CHECK(annuity(.1, 2) == Approx(1.8126924692201815).epsilon(1e-14));
  CHECK(annuity(0, 5) == 5);
  CHECK(annuity(1e-8, 5) == Approx(5).epsilon(1e-7));
  CHECK(annuity(-.02, 5) == Approx(5.258545903782384).epsilon(1e-14));
  CHECK(annuity(.05, 0) == 0);
  // Decay .089 at 5.5 %, five years: 3.6.
  CHECK(annuity(.089 + std::log(1.055), 5) == Approx(3.6).margin(.05));
}

TEST_CASE("present values of costs, gains within the years and gains left at the end") {
  const Appraisal made = appraise(some(), nothing, by_hand);
  CHECK(made.public_cost == Approx(110.0));
  CHECK(made.firm_cost == Approx(100.0));
  CHECK(made.cost_per_percent == Approx(110.0 / 30));
  // 100 + 200 + 312.4 x 1.4641 / 1.4641; trade 20 + 10 + 13.31 x 1.1 / 1.4641.
  const double gains = 612.4, trade = 40;
  CHECK(made.benefit[0] == Approx(gains));
  CHECK(made.benefit[1] == Approx(.75 * .5 * gains));
  CHECK(made.benefit[2] == Approx(gains + trade));
  CHECK(made.benefit[3] == Approx(.75 * (.5 * gains + trade)));
  for (std::size_t v = 0; v < valuations.size(); ++v) {
    CHECK(made.net_present_value[v] == Approx(made.benefit[v] - 210));
    CHECK(made.benefit_cost_ratio[v] == Approx(made.benefit[v] / 210));
  }
}

TEST_CASE("what the stopped programme still pays and gains is in no policy's account") {
  Flows stop = nothing;
  stop.value_added = {220, 0};
  stop.public_cost = {11, 0};
  stop.percent = 10;
  const Appraisal made = appraise(some(), stop, by_hand);
  CHECK(made.public_cost == Approx(100.0));
  CHECK(made.cost_per_percent == Approx(5.0));
  // Gains 0 and 312.4: within the second year 156.2.
  CHECK(made.benefit[0] == Approx(156.2 / 1.331 + 312.4));
}

TEST_CASE("a policy that is the stopped programme costs and brings nothing") {
  const Appraisal made = appraise(some(), some(), by_hand);
  CHECK(made.public_cost == 0);
  CHECK(made.firm_cost == 0);
  CHECK(std::isnan(made.cost_per_percent));
  for (std::size_t v = 0; v < valuations.size(); ++v) {
    CHECK(made.benefit[v] == 0);
    CHECK(made.net_present_value[v] == 0);
    CHECK(std::isnan(made.benefit_cost_ratio[v]));
  }
}

TEST_CASE("flows are the years of the policy period of the responses that they name") {
  const ResponseLayout layout(2005, 2008);
  std::vector<double> responses(layout.size());
  for (std::size_t i = 0; i < responses.size(); ++i) responses[i] = double(i);
  const Flows flows = flows_of(layout, responses, 2007);
  const auto two = [&](const char* id) {
    const double first = double(layout.offset(id)) + 2;
    return std::vector<double>{first, first + 1};
  };
  CHECK(flows.value_added == two("value_added_gain"));
  CHECK(flows.exports == two("export_gain"));
  CHECK(flows.imports == two("import_substitution"));
  CHECK(flows.public_cost == two("budget_spent"));
  CHECK(flows.firm_cost == two("firm_cost"));
  // 100 bp in each of 50 firms are 50 firm-percents.
  responses[layout.offset("productivity_effect") + 3] = 100;
  responses[layout.offset("firms") + 3] = 50;
  CHECK(flows_of(layout, responses, 2007).percent == Approx(50));
}
