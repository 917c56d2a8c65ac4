// SPDX-License-Identifier: Apache-2.0
// Services of mean one day for KA-10: a law, and its second and third moments.
#pragma once
#include "tests/known_answers/single_server.hpp"

namespace coopsim::queueing {

struct Regular {
  static constexpr double second = 1, third = 1;
  double operator()(const Uniforms&) const { return 1; }
};

struct Erlang2 {
  static constexpr double second = 1.5, third = 3;
  double operator()(const Uniforms& u) const {
    return exponential_quantile(u[0], 0.5) + exponential_quantile(u[1], 0.5);
  }
};

struct Exponential {
  static constexpr double second = 2, third = 6;
  double operator()(const Uniforms& u) const { return exponential_quantile(u[0], 1); }
};

// Squared coefficient of variation 2: second moment 3 = exp(s^2), third exp(3 s^2).
struct LogNormal2 {
  static constexpr double second = 3, third = 27;
  double log_sd = std::sqrt(std::log(3.0)), median = 1 / std::sqrt(3.0);
  double operator()(const Uniforms& u) const { return log_normal_quantile(u[0], median, log_sd); }
};

// Two phases with balanced means, squared coefficient of variation 4: second moment 5.
struct HyperExponential4 {
  static constexpr double second = 5;
  double quick = (1 + std::sqrt(0.6)) / 2;  // chance of the quicker phase
  double third = 0.75 * (1 / (quick * quick) + 1 / ((1 - quick) * (1 - quick)));
  double operator()(const Uniforms& u) const {
    return exponential_quantile(u[1], 0.5 / (u[0] < quick ? quick : 1 - quick));
  }
};

// KA-10, M/G/1. Cycles: as many as make up about `customers` in a replication.
template <class Service>
KnownAnswers m_g_1(const std::string& name, double load, const Service& service, double customers,
                   Size size, const Fault& fault = {}) {
  const GeneralService theory{load, service.second, service.third};
  const auto cycles = static_cast<std::uint64_t>(customers * (1 - load));
  return wait_by_cycles("M/G/1 " + name, theory.mean_wait(), theory.sd_of_wait(),
                        poisson_arrivals(load), service, cycles, size, fault);
}

// KA-16, D/M/1.
inline KnownAnswers d_m_1(double load, std::uint64_t cycles, Size size, const Fault& fault = {}) {
  const ExponentialWait theory = regular_arrivals(load);
  const auto gap = [load](double) { return 1 / load; };
  return wait_by_cycles("D/M/1", theory.mean(), theory.sd(), gap, Exponential{}, cycles, size,
                        fault);
}

}  // namespace coopsim::queueing
