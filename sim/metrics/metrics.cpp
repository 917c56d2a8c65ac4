// SPDX-License-Identifier: Apache-2.0
// The table of every published response, put together from its parts (metrics_*.cpp). An entry
// there is all that a new response needs: name, unit, labels, meaning, how its total is formed, its
// splits, and what adds up to it.
#include "sim/metrics/entries.hpp"

namespace coopsim {
namespace {

std::vector<TableEntry> make_table() {
  std::vector<TableEntry> table;
  entry::add_training(table);
  entry::add_advice(table);
  entry::add_trade(table);
  entry::add_cooperation(table);
  entry::add_alliances(table);
  entry::add_firms(table);
  entry::add_distribution(table);
  entry::add_services(table);
  entry::add_money(table);
  entry::add_value(table);
  entry::add_surroundings(table);
  return table;
}

}  // namespace

std::span<const TableEntry> metric_table() {
  static const std::vector<TableEntry> table = make_table();
  return table;
}

std::span<const Metric> metrics() {
  static const std::vector<Metric> list = [] {
    std::vector<Metric> all;
    for (const TableEntry& entry : metric_table()) all.push_back(entry.metric);
    return all;
  }();
  return list;
}

}  // namespace coopsim
