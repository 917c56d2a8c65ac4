// SPDX-License-Identifier: Apache-2.0
// KA-06, KA-07, KA-10 and KA-16: one server.
#pragma once
#include "tests/known_answers/known_answer.hpp"
#include "tests/known_answers/markovian.hpp"

namespace coopsim::queueing {

// KA-06, M/M/1. The second moment of the wait tells the order of service; the mean does not.
inline KnownAnswers m_m_1(double load, Duration length, Size size, const Fault& fault = {}) {
  const ExponentialWait wait{load, 1 - load};
  const Law law = birth_death(load, 1);
  const auto in_line = [](std::size_t n) { return n > 1 ? double(n - 1) : 0.0; };
  const double fourth = 24 * wait.chance / std::pow(wait.rate, 4);  // moment of the wait
  KnownAnswer line{"M/M/1 Lq", load * wait.mean(), deviation(law, in_line), {}};
  KnownAnswer mean{"M/M/1 Wq", wait.mean(), wait.sd(), {}};
  KnownAnswer squared{"M/M/1 second moment of Wq",
                      wait.second_moment(),
                      std::sqrt(fourth - std::pow(wait.second_moment(), 2)),
                      {}};
  each_replication(size, 6, [&](const Random& random) {
    const auto station = markovian(load, {.fault = fault}, length, random);
    const auto served = double(station.wait().count());
    line.simulated.add(station.line_area(), station.length());
    mean.simulated.add(station.wait().sum(), served);
    squared.simulated.add(station.wait_squared().sum(), served);
  });
  return {line, mean, squared};
}

// KA-07, M/M/1/K: who finds the system full is refused.
struct FullHouse {
  Law law;
  double load;

  double empty() const { return law.front(); }
  double full() const { return law.back(); }
  double level() const {
    return expected(law, [](std::size_t n) { return double(n); });
  }
  double sojourn() const { return level() / (load * (1 - full())); }  // Little's law
  double sojourn_sd() const {  // who finds n there stays for n + 1 services
    const auto second = [this](std::size_t n) {
      return n + 1 < law.size() ? double((n + 1) * (n + 2)) : 0.0;
    };
    return std::sqrt(expected(law, second) / (1 - full()) - sojourn() * sojourn());
  }
};

inline KnownAnswers m_m_1_k(double load, std::size_t places, Duration length, Size size,
                            const Fault& fault = {}) {
  const FullHouse theory{birth_death(load, 1, places), load};
  const auto number = [](std::size_t n) { return double(n); };
  KnownAnswer empty{"M/M/1/K p0", theory.empty(), bernoulli_sd(theory.empty()), {}};
  KnownAnswer full{"M/M/1/K pK", theory.full(), bernoulli_sd(theory.full()), {}};
  KnownAnswer level{"M/M/1/K L", theory.level(), deviation(theory.law, number), {}};
  KnownAnswer sojourn{"M/M/1/K W", theory.sojourn(), theory.sojourn_sd(), {}};
  each_replication(size, 7, [&](const Random& random) {
    const auto station = markovian(load, {1, places, fault}, length, random);
    empty.simulated.add(station.time_empty(), station.length());
    full.simulated.add(double(station.refused()), double(station.arrived()));
    level.simulated.add(station.system_area(), station.length());
    sojourn.simulated.add(station.sojourn().sum(), double(station.sojourn().count()));
  });
  return {empty, full, level, sojourn};
}

// The mean wait over regeneration cycles: KA-10 (M/G/1) and KA-16 (D/M/1).
template <class Gap, class Service>
KnownAnswers wait_by_cycles(const std::string& name, double exact, double sd, Gap gap,
                            Service service, std::uint64_t cycles, Size size,
                            const Fault& fault = {}) {
  KnownAnswer mean{name + " Wq", exact, sd, {}};
  each_replication(size, 10, [&](const Random& random) {
    Station station(Settings{.fault = fault}, gap, service, random);
    station.run_cycles(cycles);
    mean.simulated.add(station.wait().sum(), double(station.wait().count()));
  });
  return {mean};
}

}  // namespace coopsim::queueing
