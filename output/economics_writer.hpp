// SPDX-License-Identifier: Apache-2.0
// Group `economics`: costs and benefits of each policy against STOP, from the responses as they
// are delivered, and their statistics over replications.
#pragma once
#include <array>
#include <cstddef>
#include <vector>

#include "output/format.hpp"
#include "output/study_shape.hpp"
#include "sim/metrics/economics.hpp"

namespace coopsim {

// What a scenario's parameters make of a valuation. The years that gains left at the end count for:
// half of a gain fades and half stays (learning.embedded_share), all of it goes with a firm that
// closes, and productivity has its trend, as within the simulated years; deals end and grow.
Rates rates_of(const Scenario& scenario);

class EconomicsWriter {
 public:
  // All must outlive the writer.
  EconomicsWriter(const Scenario& scenario, const StudyShape& shape, const ResponseLayout& layout);

  // Responses of one world of the present replication; empty if it failed.
  void add(std::size_t world, const std::vector<double>& responses);
  // After the last world of a replication.
  void close_replication();

  // Present value of public money, (policy, replication); empty without STOP.
  std::vector<double> public_costs() const;

  void write(hid_t file, const Summarise& summarise, FileIndex& index) const;

 private:
  void add_axes(LabelledGroup& group) const;
  void write_variable(LabelledGroup& group, std::size_t variable, const Summarise& summarise) const;
  // Over replications; `less`: the same of the baseline.
  std::vector<double> statistics_of(std::size_t variable, bool less,
                                    const Summarise& summarise) const;
  double value(std::size_t variable, std::size_t valuation, std::size_t policy,
               std::size_t replication) const;
  static std::size_t valuations_of(std::size_t variable);

  const Scenario& scenario_;
  const StudyShape& shape_;
  const ResponseLayout& layout_;
  const Rates rates_;
  std::vector<Flows> worlds_;      // of the present replication; without years: it failed
  std::vector<Appraisal> values_;  // (replication, policy)
};

}  // namespace coopsim
