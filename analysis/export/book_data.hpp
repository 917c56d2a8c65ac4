// SPDX-License-Identifier: Apache-2.0
// What the sheets of a workbook show, read and compared once for both languages.
#pragma once
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/export/source.hpp"
#include "analysis/policy_comparison.hpp"
#include "analysis/verdict.hpp"
#include "output/study_totals.hpp"

namespace coopsim::exporting {

class BookData {
 public:
  // `metrics`: responses with a chart and at the head of the differences, or all that is compared;
  // empty: the usual ones, before all others. REQUIRES: a run's result that has them.
  BookData(const Source& source, const std::vector<std::string>& metrics);

  const Source& source() const { return source_; }
  const ResultReader& result() const { return source_.result(); }
  const ResultFacts& facts() const { return source_.facts(); }
  const StudyTotals& totals() const { return totals_; }

  // Responses with a chart, in their order.
  const std::vector<std::string>& charted() const { return charted_; }
  // As `coopsim compare` has them; empty without a baseline.
  const std::vector<MetricComparison>& comparisons() const { return comparisons_; }
  const MetricComparison* comparison(std::string_view metric) const;

  // A statistic of group `summary` or `economics` by its places behind `statistic`; NaN where the
  // file lacks the variable.
  double statistic(const std::string& dataset, Statistic which,
                   const std::vector<std::size_t>& places) const;
  // Place of a valuation of group `economics`; nothing where the file has none.
  std::optional<std::size_t> valuation(std::string_view name) const;

 private:
  const Source& source_;
  StudyTotals totals_;
  std::vector<std::string> charted_;
  std::vector<MetricComparison> comparisons_;
  mutable std::map<std::string, NumberArray> read_;
};

}  // namespace coopsim::exporting
