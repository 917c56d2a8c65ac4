// SPDX-License-Identifier: Apache-2.0
// M/M/c/K, started in its steady state.
#pragma once
#include "sim/kernel/distribution.hpp"
#include "tests/known_answers/formulas.hpp"
#include "tests/known_answers/station.hpp"

namespace coopsim::queueing {

using Uniforms = std::array<double, 2>;

inline auto poisson_arrivals(double rate) {
  return [mean = 1 / rate](double u) { return exponential_quantile(u, mean); };
}
inline double exponential_service(const Uniforms& u) { return exponential_quantile(u[0], 1.0); }

// The station after `length`, services of mean one day.
inline auto markovian(double rate, const Settings& settings, Duration length,
                      const Random& random) {
  Station station(settings, poisson_arrivals(rate), exponential_service, random);
  const Law law = birth_death(rate, int(settings.servers), settings.places);
  const double u = random.uniform(entity(source, 0), start_draw);
  station.fill(discrete_quantile(u, law), exponential_service);
  station.run_until(opening + length);
  return station;
}

}  // namespace coopsim::queueing
