// SPDX-License-Identifier: Apache-2.0
#include "output/summary_writer.hpp"

#include <fmt/core.h>

#include <cmath>
#include <limits>

#include "output/period_total.hpp"

namespace coopsim {
namespace {

std::string period(const StudyShape& shape) {
  return fmt::format("{}-{}", shape.period_first_year(), shape.last_year());
}

std::string_view form_name(PeriodTotal form) {
  constexpr std::string_view names[] = {"sum", "mean", "last"};
  return names[std::size_t(form)];
}

// One variable of group `summary`, gathered policy by policy: (statistic, policy, cell).
class SummaryVariable {
 public:
  SummaryVariable(std::size_t policies, std::size_t cells, const Summarise& summarise)
      : policies_(policies),
        cells_(cells),
        summarise_(summarise),
        values_(statistic_count * policies * cells, std::numeric_limits<double>::quiet_NaN()) {}

  // `samples`: (replication, cell), less `baseline` of the same shape unless that is empty.
  void add(std::size_t policy, std::span<const double> samples, std::span<const double> baseline) {
    for (std::size_t cell = 0; cell < cells_; ++cell) {
      kept_.clear();
      for (std::size_t at = cell; at < samples.size(); at += cells_) {
        const double value = baseline.empty() ? samples[at] : samples[at] - baseline[at];
        if (!std::isnan(value)) kept_.push_back(value);
      }
      const Summary summary = summarise_(kept_);
      for (std::size_t s = 0; s < statistic_count; ++s)
        values_[(s * policies_ + policy) * cells_ + cell] = summary[s];
    }
  }
  const double* values() const { return values_.data(); }

 private:
  std::size_t policies_, cells_;
  const Summarise& summarise_;
  std::vector<double> values_, kept_;
};

class SummaryWriter {
 public:
  SummaryWriter(hid_t file, const Scenario& scenario, const StudyShape& shape,
                const ResponseLayout& layout, const Summarise& summarise, bool compress,
                FileIndex& index)
      : shape_(shape),
        layout_(layout),
        summarise_(summarise),
        compress_(compress),
        total_(file, group::total,
               "every response over the policy period, by policy and replication", index),
        summary_(file, group::summary,
                 "every response and total over all replications, and its paired difference to "
                 "the baseline; replications without a value are left out",
                 index) {
    add_policy_axis(total_, shape, scenario);
    add_replication_axis(total_, shape);
    add_split_axes(total_);
    total_.close_axes();
    h5::put_attribute(total_.id(), "period", period(shape));
    std::vector<Named> names;
    for (const StatisticText& one : statistics) names.push_back({one.id, {one.en, one.ko}});
    add_named_axis(summary_, "statistic", names, {"statistic", "통계량"});
    add_policy_axis(summary_, shape, scenario);
    add_split_axes(summary_);
    add_year_axis(summary_, shape);
    summary_.close_axes();
    h5::put_attribute(summary_.id(), "period", period(shape));
  }

  void write(std::size_t number, ResponseWriter& yearly) {
    const Series& series = layout_.series()[number];
    const std::size_t cells = split_size(series.split), policies = shape_.policies.size();
    const PeriodTotal form = metrics()[series.metric].total;
    SummaryVariable by_year(policies, cells * shape_.years, summarise_), by_year_less = by_year;
    SummaryVariable over(policies, cells, summarise_), over_less = over;
    std::vector<double> totals(policies * shape_.replications * cells), base, baseline_years;
    if (shape_.baseline) {
      yearly.read_policy(number, *shape_.baseline, baseline_years);
      base.resize(shape_.replications * cells);
      form_totals(baseline_years, form, base);
    }
    for (std::size_t policy = 0; policy < policies; ++policy) {
      const auto mine = std::span(totals).subspan(policy * shape_.replications * cells,
                                                  shape_.replications * cells);
      yearly.read_policy(number, policy, years_);
      form_totals(years_, form, mine);
      by_year.add(policy, years_, {});
      over.add(policy, mine, {});
      if (!shape_.baseline) continue;
      by_year_less.add(policy, years_, baseline_years);
      over_less.add(policy, mine, base);
    }
    yearly.close(number);
    store_total(series, form, totals);
    store(series, form, by_year, by_year_less, over, over_less);
    if (series.split == Split::whole) keep(series, std::move(totals));
  }

  std::vector<StudyTotals::Response> whole_totals() { return std::move(kept_); }

 private:
  void keep(const Series& series, std::vector<double> totals) {
    VariableText text = variable_text(series);
    kept_.push_back(
        {variable_name(series), text.unit, text.label_en, text.label_ko, std::move(totals)});
  }

  void form_totals(std::span<const double> years, PeriodTotal form,
                   std::span<double> totals) const {
    for (std::size_t i = 0; i < totals.size(); ++i)
      totals[i] =
          total_over(years.subspan(i * shape_.years, shape_.years), shape_.period_first, form);
  }

  std::string how(PeriodTotal form) const {
    return fmt::format("{} of {}", form_name(form), period(shape_));
  }

  std::vector<std::string_view> axes(std::vector<std::string_view> first, const Series& series,
                                     bool year) const {
    if (series.split != Split::whole) first.push_back(split_axis(series.split));
    if (year) first.push_back("year");
    return first;
  }

  void store_total(const Series& series, PeriodTotal form, const std::vector<double>& totals) {
    VariableText text = variable_text(series);
    text.total = how(form);
    text.missing = form == PeriodTotal::last ? "missing (NaN) where the last year has no value"
                                             : "missing (NaN) where no year has a value";
    put(total_, variable_name(series), axes({"policy", "replication"}, series, false), text,
        totals.data());
  }

  void store(const Series& series, PeriodTotal form, const SummaryVariable& by_year,
             const SummaryVariable& by_year_less, const SummaryVariable& over,
             const SummaryVariable& over_less) {
    VariableText text = variable_text(series);
    text.missing =
        "missing (NaN) where no replication has a value; all but the mean where fewer than two do";
    put(series, "", true, text, by_year);
    if (shape_.baseline) put(series, minus_baseline, true, less_baseline(text), by_year_less);
    text.total = how(form);
    put(series, over_period, false, text, over);
    if (shape_.baseline)
      put(series, std::string(over_period) + std::string(minus_baseline), false,
          less_baseline(text), over_less);
  }

  static VariableText less_baseline(VariableText text) {
    text.label_en += ", less the baseline";
    text.label_ko += ", 기준선 대비";
    text.meaning += "; difference to the baseline in the same replication";
    return text;
  }

  void put(const Series& series, std::string_view suffix, bool year, const VariableText& text,
           const SummaryVariable& variable) {
    put(summary_, variable_name(series) + std::string(suffix),
        axes({"statistic", "policy"}, series, year), text, variable.values());
  }

  void put(LabelledGroup& group, std::string_view name, const std::vector<std::string_view>& axes,
           const VariableText& text, const double* values) {
    std::vector<hsize_t> shape;
    for (const std::string_view axis : axes) shape.push_back(group.size_of(axis));
    h5::write_all(
        group.numbers(name, axes, text, compress_ ? h5::chunk_for(shape) : std::vector<hsize_t>{}),
        H5T_NATIVE_DOUBLE, values);
  }

  const StudyShape& shape_;
  const ResponseLayout& layout_;
  const Summarise& summarise_;
  const bool compress_;
  LabelledGroup total_, summary_;
  std::vector<double> years_;
  std::vector<StudyTotals::Response> kept_;
};

}  // namespace

std::vector<StudyTotals::Response> write_totals_and_summary(
    hid_t file, const Scenario& scenario, const StudyShape& shape, const ResponseLayout& layout,
    ResponseWriter& yearly, const Summarise& summarise, bool compress, FileIndex& index) {
  SummaryWriter writer(file, scenario, shape, layout, summarise, compress, index);
  for (std::size_t number = 0; number < layout.series().size(); ++number)
    writer.write(number, yearly);
  return writer.whole_totals();
}

}  // namespace coopsim
