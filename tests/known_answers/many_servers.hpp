// SPDX-License-Identifier: Apache-2.0
// KA-01 to KA-04: many servers, calls lost (Erlang B) or delayed (Erlang C).
#pragma once
#include "tests/known_answers/known_answer.hpp"
#include "tests/known_answers/markovian.hpp"

namespace coopsim::queueing {

// Share of calls lost.
inline KnownAnswers lost_calls(int servers, double load, Duration length, Size size,
                               const Fault& fault = {}) {
  const double exact = erlang_b(servers, load);
  KnownAnswer lost{
      "share lost, " + std::to_string(servers) + " lines", exact, bernoulli_sd(exact), {}};
  const Settings settings{std::uint32_t(servers), std::size_t(servers), fault};
  each_replication(size, 1, [&](const Random& random) {
    const auto station = markovian(load, settings, length, random);
    lost.simulated.add(double(station.refused()), double(station.arrived()));
  });
  return {lost};
}

// P(Wq > 1), the tail of the wait, tells the order of service; the three others do not.
inline KnownAnswers delayed_calls(int servers, double load, Duration length, Size size,
                                  const Fault& fault = {}) {
  const ExponentialWait wait{erlang_c(servers, load), servers - load};
  const Law law = birth_death(load, servers);
  const auto in_line = [&](std::size_t n) { return std::max(0.0, double(n) - servers); };
  const double late = wait.longer_than(1);
  const std::string of = ", " + std::to_string(servers) + " servers";
  KnownAnswer waiting{"chance to wait" + of, wait.chance, bernoulli_sd(wait.chance), {}};
  KnownAnswer mean{"Wq" + of, wait.mean(), wait.sd(), {}};
  KnownAnswer line{"Lq" + of, load * wait.mean(), deviation(law, in_line), {}};
  KnownAnswer tail{"P(Wq > 1)" + of, late, bernoulli_sd(late), {}};
  const Settings settings{.servers = std::uint32_t(servers), .fault = fault};
  each_replication(size, 3, [&](const Random& random) {
    const auto station = markovian(load, settings, length, random);
    const auto served = double(station.wait().count());
    waiting.simulated.add(double(station.delayed()), served);
    mean.simulated.add(station.wait().sum(), served);
    line.simulated.add(station.line_area(), station.length());
    tail.simulated.add(double(station.late()), served);
  });
  return {waiting, mean, line, tail};
}

}  // namespace coopsim::queueing
