// SPDX-License-Identifier: Apache-2.0
// KA-17: M/G/infinity. A thousand servers stand for as many as one likes: a Poisson(10) number is
// never that large.
#pragma once
#include "tests/known_answers/known_answer.hpp"
#include "tests/known_answers/markovian.hpp"

namespace coopsim::queueing {

inline constexpr Settings no_queue{.servers = 1000};

// Services are uniform on (0, 2 x mean), so that the law of the number, Poisson whatever the
// service, is seen with a service that has a memory. What remains of a service at a random
// instant has density (1 - x / 2m) / m.
inline KnownAnswers steady_number(double rate, double mean, Duration length, Size size,
                                  const Fault& fault = {}) {
  const double number = rate * mean, nobody = std::exp(-number);
  const auto service = [=](const Uniforms& u) { return uniform_quantile(u[0], 0, 2 * mean); };
  const auto remaining = [=](const Uniforms& u) { return 2 * mean * (1 - std::sqrt(1 - u[0])); };
  KnownAnswer level{"M/G/inf mean number", number, std::sqrt(number), {}};
  // So rare that its deviation says little: this scale lets a fifth of it show at full size.
  KnownAnswer empty{"M/G/inf P(0)", nobody, 10 * nobody, {}};
  Settings settings = no_queue;
  settings.fault = fault;
  each_replication(size, 17, [&](const Random& random) {
    Station station(settings, poisson_arrivals(rate), service, random);
    const double u = random.uniform(entity(source, 0), start_draw);
    station.fill(std::size_t(poisson_quantile(u, number)), remaining);
    station.run_until(opening + length);
    level.simulated.add(station.system_area(), station.length());
    empty.simulated.add(station.time_empty(), station.length());
  });
  return {level, empty};
}

// Opened empty: the number after `age` days, exponential services. `runs` in each replication.
inline KnownAnswers number_after_opening(double rate, double mean, double age, std::uint32_t runs,
                                         Size size) {
  const double number = rate * mean * (1 - std::exp(-age / mean));
  const auto service = [=](const Uniforms& u) { return exponential_quantile(u[0], mean); };
  KnownAnswer level{"M/M/inf number after opening", number, std::sqrt(number), {}};
  for (std::uint32_t i = 0; i < runs * replications(size); ++i) {
    Station station(no_queue, poisson_arrivals(rate), service, Random(18, i));
    station.run_until(opening + seconds(age));
    level.simulated.add(station.level_at_end(), 1);
  }
  return {level};
}

}  // namespace coopsim::queueing
