// SPDX-License-Identifier: Apache-2.0
#include "analysis/export/book_data.hpp"

#include <algorithm>
#include <limits>

#include "analysis/study_defaults.hpp"
#include "analysis/study_totals.hpp"

namespace coopsim::exporting {
namespace {

bool has(const std::vector<std::string>& names, std::string_view name) {
  return std::ranges::find(names, name) != names.end();
}

}  // namespace

BookData::BookData(const Source& source, const std::vector<std::string>& metrics)
    : source_(source), totals_(study_totals(source.result())) {
  std::vector<std::string> first = metrics, all;
  if (metrics.empty()) first.assign(compared_metrics.begin(), compared_metrics.end());
  for (const std::string& metric : first)
    if (totals_.find(metric)) charted_.push_back(metric);
  all = charted_;
  if (metrics.empty())
    for (const StudyTotals::Response& response : totals_.responses)
      if (!has(all, response.id)) all.push_back(response.id);
  if (!totals_.baseline) return;
  for (const std::string& metric : all)
    comparisons_.push_back(compare_policies(totals_, metric, *totals_.baseline));
}

const MetricComparison* BookData::comparison(std::string_view metric) const {
  const auto at = std::ranges::find(comparisons_, metric, &MetricComparison::metric);
  return at == comparisons_.end() ? nullptr : &*at;
}

double BookData::statistic(const std::string& dataset, Statistic which,
                           const std::vector<std::size_t>& places) const {
  if (!result().has(dataset)) return std::numeric_limits<double>::quiet_NaN();
  auto at = read_.find(dataset);
  if (at == read_.end()) at = read_.emplace(dataset, result().read(dataset)).first;
  std::vector<std::size_t> index = {std::size_t(which)};
  index.insert(index.end(), places.begin(), places.end());
  const std::vector<std::size_t>& shape = at->second.shape;
  if (index.size() != shape.size() || !std::ranges::equal(index, shape, std::less<>()))
    source_.file().damaged(dataset + " does not have the shape of its axes");
  return at->second.at(index);
}

std::optional<std::size_t> BookData::valuation(std::string_view name) const {
  if (!result().has("economics/valuation")) return std::nullopt;
  const auto names = result().read_texts("economics/valuation");
  const auto at = std::ranges::find(names, name);
  if (at == names.end()) return std::nullopt;
  return std::size_t(at - names.begin());
}

}  // namespace coopsim::exporting
