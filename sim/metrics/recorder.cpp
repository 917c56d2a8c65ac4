// SPDX-License-Identifier: Apache-2.0
#include "sim/metrics/recorder.hpp"

#include <algorithm>
#include <limits>
#include <stdexcept>
#include <string>

namespace coopsim {
namespace {

double median_of(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  const std::size_t middle = values.size() / 2;
  return values.size() % 2 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

}  // namespace

RecordingPlan::RecordingPlan(const ResponseLayout& layout) : layout_(layout) {
  for (std::size_t s = 0; s < layout_.series().size(); ++s) {
    const Series& series = layout_.series()[s];
    for (const Term& term : metric_table()[series.metric].terms)
      targets_[term.fact].push_back(
          {&term, series.offset, series.split, entry(s).form == Form::median});
  }
}

Recorder::Recorder(std::shared_ptr<const RecordingPlan> plan)
    : plan_(std::move(plan)),
      numerator_(plan_->layout().size()),
      denominator_(plan_->layout().size()) {}

void Recorder::record(const RecordingPlan::Target& target, const void* fact,
                      Fingerprint& fingerprint) {
  const ResponseLayout& layout = plan_->layout();
  const double value = target.term->value(fact);
  if (target.split == Split::whole) fingerprint.add(value);
  const int year = target.term->year(fact);
  if (year < layout.first_year() || year > layout.last_year()) return;
  const std::size_t place = target.offset + target.term->cell(fact, target.split) * layout.years() +
                            std::size_t(year - layout.first_year());
  (target.term->denominator ? denominator_ : numerator_)[place] += value;
  if (target.median) samples_[place].push_back(value);
}

double Recorder::value_at(std::size_t place, const TableEntry& entry) const {
  const bool zero = entry.metric.missing == Missing::zero;
  const double missing = zero ? 0.0 : std::numeric_limits<double>::quiet_NaN();
  if (entry.form == Form::sum) return numerator_[place];
  if (entry.form == Form::ratio)
    return denominator_[place] != 0 ? numerator_[place] / denominator_[place] : missing;
  return samples_.contains(place) ? median_of(samples_.at(place)) : missing;
}

double Recorder::value(std::string_view metric, Split split, std::size_t cell, int year) const {
  const ResponseLayout& layout = plan_->layout();
  if (year < layout.first_year() || year > layout.last_year())
    return std::numeric_limits<double>::quiet_NaN();
  for (const TableEntry& entry : metric_table())
    if (entry.metric.id == metric)
      return value_at(layout.offset(metric, split, cell) + std::size_t(year - layout.first_year()),
                      entry);
  throw std::logic_error("no response " + std::string(metric));
}

std::vector<double> Recorder::responses() const {
  const ResponseLayout& layout = plan_->layout();
  std::vector<double> values = numerator_;
  for (std::size_t s = 0; s < layout.series().size(); ++s) {
    const Series& series = layout.series()[s];
    if (plan_->entry(s).form == Form::sum) continue;
    const std::size_t end = series.offset + split_size(series.split) * layout.years();
    for (std::size_t place = series.offset; place < end; ++place)
      values[place] = value_at(place, plan_->entry(s));
  }
  return values;
}

}  // namespace coopsim
