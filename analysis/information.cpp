// SPDX-License-Identifier: Apache-2.0
#include "analysis/information.hpp"

#include <algorithm>
#include <cassert>
#include <optional>

namespace coopsim {
namespace {

using Columns = std::vector<std::vector<double>>;  // [policy][draw]

struct Means {
  std::vector<double> of;
  std::size_t best = 0;
};

// `weight_of(draw)`; weights need not sum to 1.
template <class Weight>
Means means_of(const StateTable& values, Weight&& weight_of) {
  Means means{std::vector<double>(values.front().size()), 0};
  double seen = 0;
  for (std::size_t draw = 0; draw < values.size(); ++draw) {
    const double weight = weight_of(draw);
    if (weight == 0) continue;
    seen += weight;
    for (std::size_t i = 0; i < means.of.size(); ++i)
      means.of[i] += weight / seen * (values[draw][i] - means.of[i]);
  }
  means.best = std::size_t(std::ranges::max_element(means.of) - means.of.begin());
  return means;
}

Means plain_means(const StateTable& values) {
  return means_of(values, [](std::size_t) { return 1.0; });
}

// Advantages over the policy that is best on average: of that one, zero.
Columns advantages_over(const StateTable& values, std::size_t best) {
  Columns columns(values.front().size(), std::vector<double>(values.size()));
  for (std::size_t draw = 0; draw < values.size(); ++draw)
    for (std::size_t i = 0; i < columns.size(); ++i)
      columns[i][draw] = values[draw][i] - values[draw][best];
  return columns;
}

std::size_t highest(const Columns& columns, std::size_t draw) {
  std::size_t found = 0;
  for (std::size_t i = 1; i < columns.size(); ++i)
    if (columns[i][draw] > columns[found][draw]) found = i;
  return found;
}

// Mean over draws of what `taken` holds for the policy that `seen` ranks highest.
double mean_of_choice(const Columns& seen, const Columns& taken) {
  Moments moments;
  for (std::size_t draw = 0; draw < seen.front().size(); ++draw)
    moments.add(taken[highest(seen, draw)][draw]);
  return moments.mean();
}

struct Fit {
  Columns fitted, predicted;
  double press = 0;  // squared errors of left-out predictions, all policies together
  int degree = 0;
};

Fit fit(const Columns& advantages, const InputTable& draws, int degree) {
  const PolynomialBasis basis(draws, degree);
  Fit made;
  made.degree = degree;
  for (const auto& column : advantages) {
    made.fitted.push_back(basis.fitted(column));
    made.predicted.push_back(left_out_predictions(basis, column, made.fitted.back()));
    for (std::size_t i = 0; i < column.size(); ++i) {
      const double error = column[i] - made.predicted.back()[i];
      made.press += error * error;
    }
  }
  return made;
}

bool allows(const InputTable& draws, int degree, const RegressionOptions& options) {
  const std::size_t terms = PolynomialBasis::terms_of(draws.front().size(), degree);
  return terms * options.draws_a_term <= draws.size();
}

Fit best_fit(const Columns& advantages, const InputTable& draws, const RegressionOptions& options) {
  Fit best = fit(advantages, draws, 0);
  for (int degree = 1; degree <= options.most_degree; ++degree) {
    if (!allows(draws, degree, options)) break;
    Fit next = fit(advantages, draws, degree);
    if (next.press < best.press) best = std::move(next);
  }
  return best;
}

}  // namespace

PerfectInformation perfect_information(const StateTable& values, std::span<const double> weights) {
  assert(!values.empty() && (weights.empty() || weights.size() == values.size()));
  const auto weight_of = [&](std::size_t draw) { return weights.empty() ? 1.0 : weights[draw]; };
  const Means means = means_of(values, weight_of);
  PerfectInformation found{means.best, means.of[means.best], 0, {}, 0};
  Moments moments;
  double seen = 0, changed = 0;
  for (std::size_t draw = 0; draw < values.size(); ++draw) {
    const double weight = weight_of(draw);
    const double loss = *std::ranges::max_element(values[draw]) - values[draw][means.best];
    moments.add(loss);
    if (weight == 0) continue;
    seen += weight;
    found.value += weight / seen * (loss - found.value);
    if (loss > 0) changed += weight;
  }
  found.share_changed = changed / seen;
  found.loss = weights.empty() ? estimate(moments) : estimate(std::span(&found.value, 1));
  return found;
}

PartialInformation partial_information(const StateTable& values, const ParameterGroup& group,
                                       const RegressionOptions& options) {
  assert(!values.empty() && group.draws.size() == values.size());
  const Means means = plain_means(values);
  const Columns advantages = advantages_over(values, means.best);
  const Fit chosen = best_fit(advantages, group.draws, options);
  PartialInformation found;
  found.name = group.name;
  found.degree = chosen.degree;
  found.too_few_draws = !allows(group.draws, 1, options);
  // The advantage of the best is zero in every draw, so its mean needs not be taken off.
  if (chosen.degree > 0) {
    found.value = std::max(0.0, mean_of_choice(chosen.fitted, chosen.fitted));
    found.left_out = std::max(0.0, mean_of_choice(chosen.predicted, advantages));
  }
  const double most = perfect_information(values).value;
  found.at_limit = found.value > most;
  found.value = std::min(found.value, most);
  found.left_out = std::min(found.left_out, most);
  return found;
}

}  // namespace coopsim
