// SPDX-License-Identifier: Apache-2.0
#include "analysis/fact_differences.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <limits>
#include <map>
#include <utility>
#include <variant>

namespace coopsim {
namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

const void* address_of(const Fact& fact) {
  return std::visit([](const auto& held) -> const void* { return &held; }, fact);
}

int year_of_fact(const Fact& fact) {
  return std::visit([](const auto& held) { return held.year; }, fact);
}

std::optional<Account> account_of(const Fact& fact) {
  return std::visit(
      [](const auto& held) -> std::optional<Account> {
        if constexpr (requires { held.account; }) return held.account;
        return std::nullopt;
      },
      fact);
}

struct Use {
  std::size_t entry;  // of the table of responses
  const Term* term;
};

// The terms that count each kind of fact.
using Uses = std::array<std::vector<Use>, fact_kinds>;
const Uses& uses() {
  static const Uses all = [] {
    Uses made;
    for (std::size_t entry = 0; entry < metric_table().size(); ++entry)
      for (const Term& term : metric_table()[entry].terms)
        made[term.fact].push_back({entry, &term});
    return made;
  }();
  return all;
}

bool same_number(double x, double y) {
  return x == y || std::bit_cast<std::uint64_t>(x) == std::bit_cast<std::uint64_t>(y);
}

// What one world's facts add to a response, for one account or for all.
struct Added {
  double numerator = 0, denominator = 0;
};
using Sums = std::map<std::pair<std::size_t, int>, std::array<Added, 2>>;  // response, account

constexpr int no_account = -1;

void add(std::span<const Fact> facts, std::size_t side, Sums& sums) {
  for (const Fact& fact : facts) {
    const auto account = account_of(fact);
    const int number = account ? int(index(*account)) : no_account;
    for (const Use& use : uses()[fact.index()]) {
      Added& to = sums[{use.entry, number}][side];
      (use.term->denominator ? to.denominator : to.numerator) += use.term->value(address_of(fact));
      if (metric_table()[use.entry].form == Form::median) to.denominator += 1;
    }
  }
}

double value_of(Form form, const Added& added) {
  if (form == Form::sum) return added.numerator;
  return added.denominator != 0 ? added.numerator / added.denominator : nan;
}

std::vector<FactDifference> differences_of(const Sums& sums, bool of_sums) {
  std::vector<FactDifference> found;
  for (const auto& [place, sides] : sums) {
    const TableEntry& entry = metric_table()[place.first];
    if ((entry.form == Form::sum) != of_sums) continue;
    const double a = value_of(entry.form, sides[0]), b = value_of(entry.form, sides[1]);
    if (same_number(a, b) || (a != a && b != b)) continue;
    std::optional<Account> account;
    if (place.second != no_account) account = Account(place.second);
    found.push_back({&entry.metric, account, a, b});
  }
  return found;
}

}  // namespace

bool same_fact(const Fact& a, const Fact& b) {
  if (a.index() != b.index() || year_of_fact(a) != year_of_fact(b)) return false;
  const void *x = address_of(a), *y = address_of(b);
  return std::ranges::all_of(uses()[a.index()], [&](const Use& use) {
    if (!same_number(use.term->value(x), use.term->value(y))) return false;
    return std::ranges::all_of(metric_table()[use.entry].metric.splits, [&](Split split) {
      return use.term->cell(x, split) == use.term->cell(y, split);
    });
  });
}

bool same_facts(std::span<const Fact> a, std::span<const Fact> b) {
  return std::ranges::equal(a, b, same_fact);
}

std::vector<FactDifference> fact_differences(std::span<const Fact> a, std::span<const Fact> b) {
  Sums sums;
  add(a, 0, sums);
  add(b, 1, sums);
  const auto found = differences_of(sums, true);
  return found.empty() ? differences_of(sums, false) : found;
}

}  // namespace coopsim
