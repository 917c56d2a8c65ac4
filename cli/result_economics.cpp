// SPDX-License-Identifier: Apache-2.0
#include "cli/result_economics.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "cli/page.hpp"
#include "cli/terminal.hpp"
#include "cli/text.hpp"

namespace coopsim::cli {
namespace {

// A variable of (policy, replication), or of (valuation, policy, replication).
class Values {
 public:
  Values(const ResultReader& result, std::string_view path)
      : array_(result.read(path)),
        policies_(result.facts().policies.size()),
        replications_(std::size_t(result.facts().replications)) {}
  Estimate of(std::size_t policy, std::size_t valuation = 0) const {
    return estimate(std::span(array_.values)
                        .subspan((valuation * policies_ + policy) * replications_, replications_));
  }

 private:
  NumberArray array_;
  std::size_t policies_, replications_;
};

std::string billion(double thousand) {
  return std::isnan(thousand) ? "n/a" : fmt::format("{:.1f}", thousand / 1e6);
}
std::string million(double thousand) {
  return std::isnan(thousand) ? "n/a" : fmt::format("{:.1f}", thousand / 1e3);
}

Table table_of(const std::vector<Column>& columns) {
  std::vector<Column> all = {{"", "policy", Align::left, 0}};
  all.insert(all.end(), columns.begin(), columns.end());
  return Table(all);
}

std::string tables_of(const ResultEconomics& economics, int columns) {
  const std::vector<Column> value = {{"public", "money", Align::right, 2},
                                     {"firms'", "money", Align::right, 2},
                                     {"benefit,", "full", Align::right, 2},
                                     {"benefit,", "cautious", Align::right, 2},
                                     {"benefit /", "cost", Align::right, 2}};
  const std::vector<Column> each = {{"cost per", "trainee", Align::right, 2},
                                    {"cost per", "engagement", Align::right, 2}};
  std::vector<Column> both = value;
  both.insert(both.end(), each.begin(), each.end());
  Table one = table_of(both), left = table_of(value), right = table_of(each);
  const std::size_t full = economics.valuation("full_value"),
                    cautious = economics.valuation("cautious");
  for (const PolicyEconomics& policy : economics.policies) {
    const double low = policy.benefit_cost_ratio[cautious].mean,
                 high = policy.benefit_cost_ratio[full].mean;
    const std::vector<std::string> cells = {
        policy.name,
        billion(policy.public_cost.mean),
        billion(policy.firm_cost.mean),
        billion(policy.benefit[full].mean),
        billion(policy.benefit[cautious].mean),
        std::isnan(low) || std::isnan(high) ? "n/a" : fmt::format("{:.1f} to {:.1f}", low, high),
        million(policy.cost_per_trainee.mean),
        million(policy.cost_per_engagement.mean)};
    one.add(cells);
    left.add({cells.begin(), cells.end() - 2});
    right.add({cells[0], cells[6], cells[7]});
  }
  return one.width() <= columns ? shown(one) : shown(left) + "\n" + shown(right);
}

}  // namespace

std::size_t ResultEconomics::valuation(std::string_view name) const {
  return std::size_t(std::ranges::find(valuations, name) - valuations.begin());
}

std::optional<ResultEconomics> economics_of(const ResultReader& result) {
  if (!result.has("economics/benefit") || !result.facts().reference_worlds) return std::nullopt;
  const Values public_cost(result, "economics/public_cost"),
      firm_cost(result, "economics/firm_cost"), percent(result, "economics/cost_per_percent"),
      trainee(result, "total/cost_per_trainee"), engagement(result, "total/cost_per_engagement"),
      benefit(result, "economics/benefit"), net(result, "economics/net_present_value"),
      ratio(result, "economics/benefit_cost_ratio");
  ResultEconomics made{result.read_texts("economics/valuation"),
                       result.read_texts("economics/valuation_counts"),
                       {}};
  for (std::size_t i = 0; i < result.facts().policies.size(); ++i) {
    PolicyEconomics policy{result.facts().policies[i].name,
                           public_cost.of(i),
                           firm_cost.of(i),
                           percent.of(i),
                           trainee.of(i),
                           engagement.of(i),
                           {},
                           {},
                           {}};
    for (std::size_t v = 0; v < made.valuations.size(); ++v) {
      policy.benefit.push_back(benefit.of(i, v));
      policy.net_present_value.push_back(net.of(i, v));
      policy.benefit_cost_ratio.push_back(ratio.of(i, v));
    }
    made.policies.push_back(std::move(policy));
  }
  return made;
}

std::string economics_text(const ResultReader& result, const ResultEconomics& economics,
                           int columns) {
  const std::size_t full = economics.valuation("full_value"),
                    cautious = economics.valuation("cautious");
  const std::string words = fmt::format(
      "present values over {}, KRW billion, against the programme stopped at {}; cost of one in "
      "KRW million of public money. Full: {}. Cautious: {}. Both rest on effects measured "
      "elsewhere and on assumed costs: benefit / cost goes from cautious to full.",
      result.facts().period, result.facts().policies_start, economics.counts[full],
      economics.counts[cautious]);
  return tables_of(economics, columns) + "\n" + wrapped(words, columns, "Value     ");
}

}  // namespace coopsim::cli
