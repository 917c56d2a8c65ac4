// SPDX-License-Identifier: Apache-2.0
// Adds facts up to the responses of one world. A value: a copied replication records on alike.
#pragma once
#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <vector>

#include "sim/kernel/fingerprint.hpp"
#include "sim/metrics/metric.hpp"
#include "sim/metrics/table.hpp"

namespace coopsim {

// What every recorder of a layout shares: which facts add to which series.
class RecordingPlan {
 public:
  explicit RecordingPlan(const ResponseLayout& layout);
  struct Target {
    const Term* term;
    std::size_t offset;  // of the series
    Split split;
    bool median;
  };
  const ResponseLayout& layout() const { return layout_; }
  std::span<const Target> targets(std::size_t fact) const { return targets_[fact]; }
  const TableEntry& entry(std::size_t series) const {
    return metric_table()[layout_.series()[series].metric];
  }

 private:
  ResponseLayout layout_;
  std::array<std::vector<Target>, fact_kinds> targets_;
};

class Recorder {
 public:
  explicit Recorder(std::shared_ptr<const RecordingPlan> plan);

  // Facts of years outside the layout are counted in the fingerprint only.
  template <class F>
  void add(const F& fact, Fingerprint& fingerprint) {
    fingerprint.add(std::uint64_t(fact_number<F>) << 32 | std::uint32_t(fact.year));
    for (const RecordingPlan::Target& target : plan_->targets(fact_number<F>))
      record(target, &fact, fingerprint);
  }

  // Values by ResponseLayout; NaN where missing.
  std::vector<double> responses() const;

 private:
  void record(const RecordingPlan::Target& target, const void* fact, Fingerprint& fingerprint);

  std::shared_ptr<const RecordingPlan> plan_;
  std::vector<double> numerator_, denominator_;
  std::map<std::size_t, std::vector<double>> samples_;  // of medians, by place
};

}  // namespace coopsim
