// SPDX-License-Identifier: Apache-2.0
#include "sim/steering.hpp"

#include <algorithm>

#include "sim/metrics/recorder.hpp"

namespace coopsim {
namespace {

class Notebook final : public Announcements {
 public:
  explicit Notebook(Time start) : start_(start) {}
  void at(Time when, const Change& change) override {
    entries.push_back({std::max(when, start_), change});
  }
  Time policies_start() const override { return start_; }
  std::vector<Steering::Dated> entries;

 private:
  Time start_;
};

}  // namespace

Steering::Steering(const Policy& policy, const Parameters& parameters)
    : policy_(&policy), parameters_(&parameters), money_(policy.when->money) {}

std::vector<Steering::Dated> Steering::all_changes() const {
  Notebook notebook(parameters_->run.policies_start);
  for (const auto& lever : acts_ ? policy_->levers : policy_->when->levers)
    lever->announce(notebook);
  return std::move(notebook.entries);
}

std::vector<Steering::Dated> Steering::year_begins(int year, Time now) {
  const bool switched = will_switch();
  acts_ = will_act_;
  const Appropriations& planned = acts_ ? policy_->money : policy_->when->money;
  for (int later = std::max(year, money_.first_year()); later <= money_.last_year(); ++later)
    for (std::size_t i = 0; i < account_count; ++i)
      for (const Authority who : authorities)
        money_.set(Account(i), who, later, planned.of(Account(i), who, later));
  std::vector<Dated> changes;
  if (switched)
    for (const Change& change : neutral_changes(*parameters_)) changes.push_back({now, change});
  for (const Dated& each : all_changes()) {
    if (switched && each.when < now && is_setting(each.change))
      changes.push_back({now, each.change});
    if (each.when >= now && each.when < date(year + 1, 1, 1)) changes.push_back(each);
  }
  return changes;
}

void Steering::decide(int year, Time now, const Recorder& recorder) {
  const WatchedResponse& watched = policy_->when->condition.metric;
  const double value = recorder.value(watched.metric, watched.split, watched.cell, year - 1);
  will_act_ = policy_->when->condition.acts(value, acts_, now);
}

}  // namespace coopsim
