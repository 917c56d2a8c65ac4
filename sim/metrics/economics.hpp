// SPDX-License-Identifier: Apache-2.0
// Costs and benefits of a policy over the policy period, in present values at its start: arithmetic
// on yearly responses, no simulation.
//
// Everything is the difference to the stopped programme (STOP) of the same replication, so that
// what was done before the period neither costs nor pays in it. The two worlds are equal at its
// start. Money flows on the mean in the middle of a year. Gains are known on 31 December: a year's
// gain is the mean of its two ends, and gains left at the end go on for so many years as `Rates`
// says.
#pragma once
#include <array>
#include <span>
#include <string_view>
#include <vector>

#include "sim/metrics/metric.hpp"

namespace coopsim {

// What counts as a benefit, and by how much.
struct Valuation {
  std::string_view id;
  Label label;
  bool cautious;  // the value factor and the deadweight apply
  bool trade;     // exports and import substitution count as well
};
inline constexpr std::array<Valuation, 4> valuations = {{
    {"full_value", {"full value of value added", "부가가치 전액"}, false, false},
    {"cautious", {"cautious value of value added", "부가가치 신중 평가"}, true, false},
    {"full_value_and_trade", {"full value, with trade", "전액 평가, 교역 포함"}, false, true},
    {"cautious_and_trade", {"cautious value, with trade", "신중 평가, 교역 포함"}, true, true},
}};

// What is reported. The four that depend on a valuation come last.
struct EconomicsVariable {
  std::string_view id, unit;
  Label label;
  std::string_view meaning;
  bool by_valuation;
};
enum class Economic : std::uint8_t {
  public_cost,
  firm_cost,
  cost_per_percent,
  benefit,
  net_present_value,
  benefit_cost_ratio
};
inline constexpr std::array<EconomicsVariable, 6> economics_variables = {{
    {"public_cost",
     "KRW thousand",
     {"Public money", "공공 비용"},
     "money paid by both authorities, head office included",
     false},
    {"firm_cost",
     "KRW thousand",
     {"Costs of firms", "기업 부담 비용"},
     "firm_cost of the yearly responses",
     false},
    {"cost_per_percent",
     "KRW thousand",
     {"Public money per percent", "생산성 1%당 공공 비용"},
     "public_cost per firm and percent of productivity by which all firms exceed the stopped "
     "programme at the end; missing where they do not",
     false},
    {"benefit",
     "KRW thousand",
     {"Benefit", "편익"},
     "value added gained, with that of the years after the end; in valuations with trade also "
     "the margin of exports and of imports replaced",
     true},
    {"net_present_value",
     "KRW thousand",
     {"Net present value", "순현재가치"},
     "benefit less public_cost and firm_cost",
     true},
    {"benefit_cost_ratio",
     "1",
     {"Benefit-cost ratio", "편익비용비(B/C)"},
     "benefit per public_cost and firm_cost together; missing where nothing was spent",
     true},
}};

// Plain numbers of a valuation; see EconomicsParameters.
struct Rates {
  double discount = 0;      // a year
  double deadweight = 0;    // share of every benefit
  double value_factor = 1;  // of value added
  double import_value = 0;  // KRW thousand for a thousand USD of imports replaced
  double gain_years = 0;    // that gains left at the end count for, seen from the end
  double trade_years = 0;   // the same of exports
};

// Present value of one unit a year that begins now, flows for `years` and falls at `rate`, discount
// included; all in continuous time. A rate may be zero or negative.
double annuity(double rate, double years);

// What of one world goes into an appraisal: years of the policy period, the first one first.
struct Flows {
  std::vector<double> value_added;             // KRW thousand a year, on 31 December
  std::vector<double> exports;                 // KRW thousand of margin
  std::vector<double> imports;                 // thousand USD replaced
  std::vector<double> public_cost, firm_cost;  // KRW thousand
  double percent = 0;  // of productivity above the world without programme, summed over firms, at
                       // the end
};
// `first_year` of the policy period. REQUIRES: within the layout.
Flows flows_of(const ResponseLayout& layout, std::span<const double> responses, int first_year);

struct Appraisal {
  double public_cost, firm_cost, cost_per_percent;
  std::array<double, valuations.size()> benefit, net_present_value, benefit_cost_ratio;

  // Of one valuation; of none in particular where the variable does not depend on it.
  double value(Economic variable, std::size_t valuation) const;
};

// REQUIRES: both of the same years, one at least.
Appraisal appraise(const Flows& policy, const Flows& stop, const Rates& rates);

// Where STOP is not known, or the policy failed: all missing.
Appraisal no_appraisal();

}  // namespace coopsim
