// SPDX-License-Identifier: Apache-2.0
// What the policies cost and what it is worth: group `economics`, and who is the best buy.
#include <array>
#include <nlohmann/json.hpp>

#include "analysis/cost_comparison.hpp"
#include "analysis/report/data/parts.hpp"

namespace coopsim::report {
namespace {

constexpr std::string_view group = "economics/";

// A variable by policy alone.
Json of_policies(const ResultReader& result, const std::string& id) {
  return {{"level", interval(result.read(std::string(group) + id + "_summary"))},
          {"difference", interval(result.read(std::string(group) + id + "_minus_baseline"))}};
}

// A statistic of one valuation of a variable by (statistic, valuation, policy).
NumberArray of_valuation(const NumberArray& all, std::size_t valuation) {
  NumberArray one{{"statistic", "policy"}, {all.shape[0], all.shape[2]}, {}, {}, {}, {}};
  for (std::size_t s = 0; s < all.shape[0]; ++s)
    for (std::size_t p = 0; p < all.shape[2]; ++p)
      one.values.push_back(all.at(std::array{s, valuation, p}));
  return one;
}

Json of_valuations(const ResultReader& result, const std::string& id) {
  const NumberArray level = result.read(std::string(group) + id + "_summary");
  const NumberArray difference = result.read(std::string(group) + id + "_minus_baseline");
  Json made = Json::array();
  for (std::size_t v = 0; v < level.shape[1]; ++v)
    made.push_back({{"level", interval(of_valuation(level, v))},
                    {"difference", interval(of_valuation(difference, v))}});
  return made;
}

// By (..., policy, replication): less the baseline in the same replication.
void subtract_baseline(NumberArray& values, std::size_t policies, std::size_t baseline) {
  const std::size_t replications = values.shape.back();
  const std::size_t tables = values.values.size() / (policies * replications);
  for (std::size_t t = 0; t < tables; ++t)
    for (std::size_t r = 0; r < replications; ++r) {
      double* const cell = values.values.data() + t * policies * replications + r;
      const double base = cell[baseline * replications];
      for (std::size_t p = 0; p < policies; ++p) cell[p * replications] -= base;
    }
}

Json points(const ResultReader& result, const std::string& id, std::size_t baseline) {
  NumberArray values = result.read(std::string(group) + id);
  subtract_baseline(values, result.facts().policies.size(), baseline);
  return nested(values);
}

Json valuations(const ResultReader& result) {
  const auto ids = result.read_texts("economics/valuation");
  const auto english = result.read_texts("economics/valuation_name_en");
  const auto korean = result.read_texts("economics/valuation_name_ko");
  const auto counts = result.read_texts("economics/valuation_counts");
  Json made = Json::array();
  for (std::size_t i = 0; i < ids.size(); ++i)
    made.push_back({{"id", ids[i]}, {"label", text(english[i], korean[i])}, {"counts", counts[i]}});
  return made;
}

Json acceptability(const Source& source) {
  if (source.totals.public_cost.empty() || !source.totals.find(headline_metric)) return nullptr;
  const CostComparison costs =
      compare_costs(source.totals, source.totals.public_cost, *source.totals.baseline);
  if (costs.unranked != Unranked::no || costs.curve.empty()) return nullptr;
  Json values = Json::array(), share = Json::array(), best = Json::array();
  for (const Acceptability& at : costs.curve) {
    Json row = Json::array();
    for (const double one : at.share) row.push_back(number(one));
    values.push_back(number(at.value));
    share.push_back(std::move(row));
    best.push_back(at.best);
  }
  return {{"values", values}, {"choices", costs.choices}, {"share", share}, {"best", best}};
}

}  // namespace

Json economics(const Source& source) {
  const ResultReader& result = source.result;
  if (!result.has("economics/public_cost_minus_baseline") || !source.totals.baseline)
    return nullptr;
  const std::size_t baseline = *source.totals.baseline;
  return {
      {"discount_rate", number(result.number_attribute("economics", "discount_rate").value_or(0))},
      {"valuations", valuations(result)},
      {"public_cost", of_policies(result, "public_cost")},
      {"firm_cost", of_policies(result, "firm_cost")},
      {"benefit", of_valuations(result, "benefit")},
      {"net_present_value", of_valuations(result, "net_present_value")},
      {"benefit_cost_ratio", of_valuations(result, "benefit_cost_ratio")},
      {"points",
       {{"cost", points(result, "public_cost", baseline)},
        {"firm_cost", points(result, "firm_cost", baseline)},
        {"benefit", points(result, "benefit", baseline)}}},
      {"acceptability", acceptability(source)}};
}

}  // namespace coopsim::report
