// SPDX-License-Identifier: Apache-2.0
#include "sim/metrics/recorder.hpp"

#include <algorithm>
#include <limits>

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

std::vector<double> Recorder::responses() const {
  const ResponseLayout& layout = plan_->layout();
  std::vector<double> values = numerator_;
  for (std::size_t s = 0; s < layout.series().size(); ++s) {
    const Series& series = layout.series()[s];
    const Form form = plan_->entry(s).form;
    if (form == Form::sum) continue;
    const bool zero = plan_->entry(s).metric.missing == Missing::zero;
    const double missing = zero ? 0.0 : std::numeric_limits<double>::quiet_NaN();
    const std::size_t end = series.offset + split_size(series.split) * layout.years();
    for (std::size_t place = series.offset; place < end; ++place) {
      if (form == Form::ratio)
        values[place] =
            denominator_[place] != 0 ? numerator_[place] / denominator_[place] : missing;
      else
        values[place] = samples_.contains(place) ? median_of(samples_.at(place)) : missing;
    }
  }
  return values;
}

}  // namespace coopsim
