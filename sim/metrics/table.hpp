// SPDX-License-Identifier: Apache-2.0
// How the table of metrics is written: each response is a numerator over facts and, for means,
// shares and medians, a denominator.
#pragma once
#include <span>
#include <vector>

#include "sim/metrics/metric.hpp"
#include "sim/world/fact.hpp"

namespace coopsim {

// What one kind of fact adds to a response, and where.
struct Term {
  std::size_t fact;  // number of the kind
  bool denominator;
  double (*value)(const void*);  // of a fact of that kind
  int (*year)(const void*);
  std::size_t (*cell)(const void*, Split);  // within a split
};

// How numerator and denominator make the published value of a year.
enum class Form : std::uint8_t {
  sum,     // the numerator
  ratio,   // numerator / denominator, missing where the denominator is zero
  median,  // of the numerator's single values, missing where there are none
};

struct TableEntry {
  Metric metric;
  Form form;
  std::vector<Term> terms;
};

// The one table, in the order of the result file.
std::span<const TableEntry> metric_table();

namespace detail {
template <class F>
std::size_t cell_of(const F& fact, Split split) {
  switch (split) {
    case Split::account:
    case Split::course:
      if constexpr (requires { fact.account; }) return index(fact.account);
      break;
    case Split::field:
      if constexpr (requires { fact.account; }) return place_in(cooperation_accounts, fact.account);
      break;
    case Split::channel:
      if constexpr (requires { fact.account; }) return place_in(trade_accounts, fact.account);
      break;
    case Split::sector:
      if constexpr (requires { fact.where; }) return index(fact.where.sector);
      break;
    case Split::region:
      if constexpr (requires { fact.where; }) return index(fact.where.region);
      break;
    case Split::size_class:
      if constexpr (requires { fact.where; }) return fact.where.size_class;
      break;
    case Split::service:
      if constexpr (requires { fact.service; }) return index(fact.service);
      break;
    case Split::effect_class:
      if constexpr (requires { fact.effect_class; }) return fact.effect_class;
      break;
    case Split::whole:
      break;
  }
  return 0;
}

template <class F, auto Value>
Term term(bool denominator) {
  return {
      fact_number<F>, denominator,
      [](const void* fact) { return double(Value(*static_cast<const F*>(fact))); },
      [](const void* fact) { return static_cast<const F*>(fact)->year; },
      [](const void* fact, Split split) { return cell_of(*static_cast<const F*>(fact), split); }};
}
}  // namespace detail

// Adds Value(fact) of each F to the numerator, or to the denominator.
template <class F, auto Value>
Term of() {
  return detail::term<F, Value>(false);
}
template <class F, auto Value>
Term over() {
  return detail::term<F, Value>(true);
}

}  // namespace coopsim
