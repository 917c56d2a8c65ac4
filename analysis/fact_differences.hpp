// SPDX-License-Identifier: Apache-2.0
// In what facts of two worlds differ, in the words of the responses that count them: a new fact
// needs no words of its own here.
#pragma once
#include <optional>
#include <span>
#include <vector>

#include "sim/metrics/table.hpp"

namespace coopsim {

// What the facts of one event add to a response, here and there: sums, or the mean of a response
// that is one. NaN where there is nothing to take the mean of.
struct FactDifference {
  const Metric* metric;
  std::optional<Account> account;  // that they concern
  double a, b;
};

// Whether two facts are equal in all that responses count of them.
bool same_fact(const Fact&, const Fact&);
bool same_facts(std::span<const Fact>, std::span<const Fact>);

// In order of the table of responses: sums that differ, else means. Empty where only the firms
// concerned are others.
std::vector<FactDifference> fact_differences(std::span<const Fact> a, std::span<const Fact> b);

}  // namespace coopsim
