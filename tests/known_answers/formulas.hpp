// SPDX-License-Identifier: Apache-2.0
// Formulas of queueing theory, in units of one mean service. `rate` and `load` are arrivals in
// that unit. Written for clarity; they share nothing with the kernel.
#pragma once
#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <string>
#include <vector>

namespace coopsim::queueing {

// A number as the tables print it, to hold a formula against the literal of a table.
inline std::string printed(double value, std::chars_format format, int digits) {
  std::array<char, 64> text{};
  const auto end = std::to_chars(text.begin(), text.end(), value, format, digits).ptr;
  return {text.begin(), end};
}
inline std::string decimals(double value, int digits = 12) {
  return printed(value, std::chars_format::fixed, digits);
}

// Share of calls lost with `servers` lines (Erlang 1917).
inline double erlang_b(int servers, double load) {
  double lost = 1;
  for (int k = 1; k <= servers; ++k) lost = load * lost / (k + load * lost);
  return lost;
}
// Chance to wait (Erlang's second formula).
inline double erlang_c(int servers, double load) {
  const double lost = erlang_b(servers, load);
  return lost / (1 - load / servers * (1 - lost));
}

// Law of the number in the system: chance of 0, 1, ..., each.
using Law = std::vector<double>;

// M/M/c/K: arrivals at `rate`, services at 1 each. `places` counts those served, too. Chances are
// scaled on the way, since rate^n / n! has no room in a double when 1,000 are busy.
inline Law birth_death(double rate, int servers, std::size_t places = 100'000) {
  constexpr double large = 1e100, negligible = 1e-18;
  Law chance = {1.0};
  double sum = 1.0;
  while (chance.size() <= places) {
    const bool past_the_servers = chance.size() > std::size_t(servers);
    if (past_the_servers && chance.back() < negligible * sum) break;
    chance.push_back(chance.back() * rate / std::min<double>(double(chance.size()), servers));
    sum += chance.back();
    if (sum < large) continue;
    for (double& each : chance) each /= large;
    sum /= large;
  }
  for (double& each : chance) each /= sum;
  return chance;
}

template <class Value>  // double(std::size_t number)
double expected(const Law& law, Value value) {
  double sum = 0;
  for (std::size_t n = 0; n < law.size(); ++n) sum += law[n] * value(n);
  return sum;
}
template <class Value>
double deviation(const Law& law, Value value) {
  const double mean = expected(law, value);
  return std::sqrt(expected(law, [&](std::size_t n) {
    const double gap = value(n) - mean;
    return gap * gap;
  }));
}

inline double bernoulli_sd(double chance) { return std::sqrt(chance * (1 - chance)); }

// A wait that is 0 but for `chance`, then exponential at `rate`: mean, and standard deviation.
struct ExponentialWait {
  double chance, rate;
  double mean() const { return chance / rate; }
  double second_moment() const { return 2 * chance / (rate * rate); }
  double sd() const { return std::sqrt(second_moment() - mean() * mean()); }
  double longer_than(double wait) const { return chance * std::exp(-rate * wait); }
};

// M/G/1 with mean service 1 (Pollaczek 1930, Khinchine 1932; second moment by Takacs 1962).
struct GeneralService {
  double rate, second_moment, third_moment;  // of the service
  double mean_wait() const { return rate * second_moment / (2 * (1 - rate)); }
  double sd_of_wait() const {
    const double mean = mean_wait();
    return std::sqrt(mean * mean + rate * third_moment / (3 * (1 - rate)));
  }
};

// D/M/1: s = exp(-(1 - s) / load); a customer waits with chance s, then exponentially at 1 - s.
inline ExponentialWait regular_arrivals(double load) {
  double s = 0.5;
  for (int i = 0; i < 1000; ++i) s = std::exp(-(1 - s) / load);
  return {s, 1 - s};
}

// Flows that solve flow = outside + flow x next (Jackson 1957).
template <std::size_t nodes>
std::array<double, nodes> traffic(const std::array<double, nodes>& outside,
                                  const std::array<std::array<double, nodes + 1>, nodes>& next) {
  std::array<double, nodes> flow = outside;
  for (int i = 0; i < 1000; ++i) {
    std::array<double, nodes> in = outside;
    for (std::size_t from = 0; from < nodes; ++from)
      for (std::size_t to = 0; to < nodes; ++to) in[to] += flow[from] * next[from][to];
    flow = in;
  }
  return flow;
}

}  // namespace coopsim::queueing
