// SPDX-License-Identifier: Apache-2.0
// KA-14: what theory says of the network, and the network's own word.
#pragma once
#include "tests/known_answers/formulas.hpp"
#include "tests/known_answers/jackson_network.hpp"
#include "tests/known_answers/known_answer.hpp"

namespace coopsim::queueing {

inline constexpr JacksonNetwork::Rates reference_network{
    {1, 0.5, 0}, {2, 2, 3}, {{{0, 0.6, 0.3, 0.1}, {0.2, 0, 0.5, 0.3}, {0, 0.1, 0, 0.9}}}};

// Jackson's solution: each node as an M/M/1 of its own.
struct ProductForm {
  JacksonNetwork::Flows flow, load;
  double level = 0, level_variance = 0, sojourn = 0;

  explicit ProductForm(const JacksonNetwork::Rates& rates)
      : flow(traffic(rates.outside, rates.next)) {
    double outside = 0;
    for (std::size_t i = 0; i < flow.size(); ++i) {
      load[i] = flow[i] / rates.service[i];
      level += load[i] / (1 - load[i]);
      level_variance += load[i] / ((1 - load[i]) * (1 - load[i]));
      outside += rates.outside[i];
    }
    sojourn = level / outside;
  }
};

// The flow of a node has the deviation of a Poisson flow in a day as its scale; the sojourn its
// own, since theory gives none with feedback.
inline KnownAnswers open_network(const JacksonNetwork::Rates& rates, Duration length, Size size,
                                 const Fault& fault = {}) {
  const ProductForm theory(rates);
  KnownAnswers answers;
  for (std::size_t i = 0; i < JacksonNetwork::nodes; ++i)
    answers.push_back(
        {"Jackson lambda " + std::to_string(i + 1), theory.flow[i], std::sqrt(theory.flow[i]), {}});
  KnownAnswer level{"Jackson L", theory.level, std::sqrt(theory.level_variance), {}};
  KnownAnswer sojourn{"Jackson W", theory.sojourn, 0, {}};
  JacksonNetwork::Rates built = rates;
  built.next[0][1] *= fault.route_factor;
  built.next[0].back() -= built.next[0][1] - rates.next[0][1];
  Tally sojourns;
  each_replication(size, 14, [&](const Random& random) {
    JacksonNetwork network(built, random);
    network.fill(theory.load);
    network.run_until(opening + length);
    for (std::size_t i = 0; i < JacksonNetwork::nodes; ++i)
      answers[i].simulated.add(network.visits()[i], network.length());
    level.simulated.add(network.area(), network.length());
    sojourn.simulated.add(network.sojourn().sum(), double(network.sojourn().count()));
    sojourns.merge(network.sojourn());
  });
  sojourn.sd = sojourns.deviation();
  answers.push_back(level);
  answers.push_back(sojourn);
  return answers;
}

}  // namespace coopsim::queueing
