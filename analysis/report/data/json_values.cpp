// SPDX-License-Identifier: Apache-2.0
#include "analysis/report/data/json_values.hpp"

#include <cassert>
#include <cmath>
#include <nlohmann/json.hpp>
#include <string>

namespace coopsim::report {

Json number(double value) {
  if (!std::isfinite(value)) return nullptr;
  const double rounded = rounded_to_digits(value, 7);
  // Whole numbers without ".0": a third of the page is zeros.
  if (rounded == std::trunc(rounded) && std::abs(rounded) < 1e15)
    return static_cast<std::int64_t>(rounded);
  return rounded;
}

Json text(std::string_view english, std::string_view korean) {
  return {{"en", english}, {"ko", korean}};
}

Json nested(std::span<const double> values, std::span<const std::size_t> shape) {
  if (shape.empty()) return number(values.front());
  Json array = Json::array();
  const std::size_t each = shape.front() == 0 ? 0 : values.size() / shape.front();
  for (std::size_t i = 0; i < shape.front(); ++i)
    array.push_back(nested(values.subspan(i * each, each), shape.subspan(1)));
  return array;
}

Json nested(const NumberArray& array) { return nested(array.values, array.shape); }

Json nested(const NumberArray& summary, Statistic which) {
  assert(!summary.axes.empty() && summary.axes.front() == "statistic");
  const std::span<const double> values = summary.values;
  const std::span<const std::size_t> shape = summary.shape;
  const std::size_t each = values.size() / statistic_count;
  return nested(values.subspan(static_cast<std::size_t>(which) * each, each), shape.subspan(1));
}

Json interval(const NumberArray& summary) {
  return {{"mean", nested(summary, Statistic::mean)},
          {"low", nested(summary, Statistic::lo95)},
          {"high", nested(summary, Statistic::hi95)}};
}

Json axis(const ResultReader& result, std::string_view name) {
  const std::string path = "yearly/" + std::string(name);
  const auto ids = result.read_texts(path);
  const auto english = result.read_texts(path + "_name_en");
  const auto korean = result.read_texts(path + "_name_ko");
  Json entries = Json::array();
  for (std::size_t i = 0; i < ids.size(); ++i)
    entries.push_back({{"id", ids[i]}, {"label", text(english[i], korean[i])}});
  return entries;
}

}  // namespace coopsim::report
