// SPDX-License-Identifier: Apache-2.0
#include "tests/promises/recorded_table.hpp"

#include <charconv>
#include <fstream>
#include <numeric>
#include <stdexcept>
#include <string_view>
#include <utility>

#include "sim/kernel/random.hpp"

namespace coopsim::testing {
namespace {

constexpr Purpose shuffle{242};

std::vector<std::string_view> fields_of(std::string_view line) {
  std::vector<std::string_view> fields;
  for (std::size_t comma; (comma = line.find(',')) != line.npos; line.remove_prefix(comma + 1))
    fields.push_back(line.substr(0, comma));
  fields.push_back(line);
  return fields;
}

double number(std::string_view text) {
  double value = 0;
  const auto end = text.data() + text.size();
  if (std::from_chars(text.data(), end, value).ptr != end || text.empty())
    throw std::runtime_error("not a number: '" + std::string(text) + "'");
  return value;
}

// 0 to count - 1, shuffled (Fisher and Yates): `stream` numbers the orders of a study.
std::vector<std::size_t> order(std::size_t count, std::uint64_t study, std::uint32_t stream) {
  const Random random(study, stream);
  std::vector<std::size_t> places(count);
  std::iota(places.begin(), places.end(), std::size_t{0});
  for (std::size_t i = 0; i < count; ++i)
    std::swap(places[i], places[i + std::size_t(random.uniform({i}, shuffle) * double(count - i))]);
  return places;
}

std::vector<double> in_order(const std::vector<double>& values,
                             const std::vector<std::size_t>& places) {
  std::vector<double> ordered;
  ordered.reserve(values.size());
  for (const std::size_t place : places) ordered.push_back(values[place]);
  return ordered;
}

}  // namespace

RecordedTable read_table(const std::filesystem::path& file) {
  std::ifstream text(file);
  RecordedTable table;
  for (std::string line; std::getline(text, line);) {
    if (line.empty() || line.front() == '#') continue;
    const auto fields = fields_of(line);
    if (table.policies.empty()) {
      table.policies.assign(fields.begin(), fields.end());
      table.values.resize(fields.size());
      continue;
    }
    if (fields.size() != table.policies.size())
      throw std::runtime_error(file.string() + ": rows differ in length");
    for (std::size_t i = 0; i < fields.size(); ++i) table.values[i].push_back(number(fields[i]));
  }
  if (table.policies.size() < 2 || table.replications() < 2)
    throw std::runtime_error(file.string() + ": no table");
  return table;
}

Rows drawn_together(const RecordedTable& table, std::uint64_t study) {
  const auto places = order(table.replications(), study, 0);
  Rows drawn;
  for (const auto& values : table.values) drawn.push_back(in_order(values, places));
  return drawn;
}

Rows drawn_apart(const RecordedTable& table, std::uint64_t study) {
  Rows drawn;
  for (std::uint32_t stream = 1; const auto& values : table.values)
    drawn.push_back(in_order(values, order(values.size(), study, stream++)));
  return drawn;
}

}  // namespace coopsim::testing
