// SPDX-License-Identifier: Apache-2.0
// A conditional policy while it runs. Every 1 January its year is set: the money and the changes of
// the policy if it acts, else those of what holds while it rests. On a switch all settings first go
// back to the parameters, then every change that would have been made by then is made, so that
// nothing depends on the way to it. A value: copied with its replication.
#pragma once
#include <vector>

#include "sim/condition.hpp"
#include "sim/neutral_changes.hpp"

namespace coopsim {

class Recorder;

class Steering {
 public:
  // `policy` and `parameters` must outlive this. REQUIRES: the policy has a condition.
  Steering(const Policy& policy, const Parameters& parameters);

  struct Dated {
    Time when;
    Change change;
  };
  // What changes from `now` on until the year after `year` begins: the whole of `year`, or from the
  // start of the policies on.
  std::vector<Dated> year_begins(int year, Time now);
  // The decision for the year after `year`.
  void decide(int year, Time now, const Recorder& recorder);

  const Appropriations& money() const { return money_; }
  bool acts() const { return acts_; }
  bool will_switch() const { return acts_ != will_act_; }  // when the next year begins
  int month() const { return policy_->when->condition.month; }

 private:
  std::vector<Dated> all_changes() const;

  const Policy* policy_;
  const Parameters* parameters_;
  Appropriations money_;  // past years as they were, later ones as if nothing switched any more
  bool acts_ = false, will_act_ = false;
};

}  // namespace coopsim
