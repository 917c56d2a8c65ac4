// SPDX-License-Identifier: Apache-2.0
#include "sim/metrics/economics.hpp"

#include <cmath>
#include <limits>

#include "sim/kernel/math.hpp"

namespace coopsim {
namespace {

constexpr double missing = std::numeric_limits<double>::quiet_NaN();

std::vector<double> difference(const std::vector<double>& a, const std::vector<double>& b) {
  std::vector<double> less(a.size());
  for (std::size_t i = 0; i < less.size(); ++i) less[i] = a[i] - b[i];
  return less;
}

// Gains of a year, from those at its end; there are none at the start of the first.
std::vector<double> within_years(const std::vector<double>& at_end) {
  std::vector<double> mean(at_end.size());
  for (std::size_t i = 0; i < mean.size(); ++i)
    mean[i] = (at_end[i] + (i == 0 ? 0.0 : at_end[i - 1])) / 2.0;
  return mean;
}

double discounted(double value, double rate, double years) {
  return value * math::exp(-math::log1p(rate) * years);
}

// Of flows in the middle of each year.
double present_value(const std::vector<double>& flows, double rate) {
  double sum = 0;
  for (std::size_t i = 0; i < flows.size(); ++i) sum += discounted(flows[i], rate, double(i) + .5);
  return sum;
}

}  // namespace

double annuity(double rate, double years) {
  if (std::abs(rate) < 1e-9) return years;
  return (1.0 - math::exp(-rate * years)) / rate;
}

Flows flows_of(const ResponseLayout& layout, std::span<const double> responses, int first_year) {
  const auto first = std::size_t(first_year - layout.first_year());
  const auto years = [&](std::string_view id) {
    const auto all = responses.subspan(layout.offset(id), layout.years());
    return std::vector<double>(all.begin() + std::ptrdiff_t(first), all.end());
  };
  // Basis points to percent; nothing where no firm lives in both worlds.
  const double effect = years("productivity_effect").back();
  return {years("value_added_gain"),
          years("export_gain"),
          years("import_substitution"),
          years("budget_spent"),
          years("firm_cost"),
          std::isnan(effect) ? 0.0 : effect / 100.0 * years("firms").back()};
}

Appraisal appraise(const Flows& policy, const Flows& stop, const Rates& rates) {
  Appraisal made = no_appraisal();
  const auto years = double(policy.public_cost.size());
  const auto gains = difference(policy.value_added, stop.value_added);
  std::vector<double> trade = difference(policy.exports, stop.exports);
  for (std::size_t i = 0; i < trade.size(); ++i)
    trade[i] += rates.import_value * (policy.imports[i] - stop.imports[i]);
  const double of_gains = present_value(within_years(gains), rates.discount) +
                          discounted(gains.back() * rates.gain_years, rates.discount, years);
  const double of_trade = present_value(trade, rates.discount) +
                          discounted(trade.back() * rates.trade_years, rates.discount, years);
  made.public_cost =
      present_value(difference(policy.public_cost, stop.public_cost), rates.discount);
  made.firm_cost = present_value(difference(policy.firm_cost, stop.firm_cost), rates.discount);
  const double percent = policy.percent - stop.percent;
  if (percent > 0) made.cost_per_percent = made.public_cost / percent;
  const double cost = made.public_cost + made.firm_cost;
  for (std::size_t v = 0; v < valuations.size(); ++v) {
    const Valuation& how = valuations[v];
    const double counted =
        (how.cautious ? rates.value_factor : 1.0) * of_gains + (how.trade ? of_trade : 0.0);
    made.benefit[v] = (how.cautious ? 1.0 - rates.deadweight : 1.0) * counted;
    made.net_present_value[v] = made.benefit[v] - cost;
    if (cost > 0) made.benefit_cost_ratio[v] = made.benefit[v] / cost;
  }
  return made;
}

Appraisal no_appraisal() {
  Appraisal none{missing, missing, missing, {}, {}, {}};
  none.benefit.fill(missing);
  none.net_present_value.fill(missing);
  none.benefit_cost_ratio.fill(missing);
  return none;
}

double Appraisal::value(Economic variable, std::size_t valuation) const {
  switch (variable) {
    case Economic::public_cost:
      return public_cost;
    case Economic::firm_cost:
      return firm_cost;
    case Economic::cost_per_percent:
      return cost_per_percent;
    case Economic::benefit:
      return benefit[valuation];
    case Economic::net_present_value:
      return net_present_value[valuation];
    case Economic::benefit_cost_ratio:
      return benefit_cost_ratio[valuation];
  }
  return missing;
}

}  // namespace coopsim
