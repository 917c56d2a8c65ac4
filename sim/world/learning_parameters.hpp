// SPDX-License-Identifier: Apache-2.0
// How firms learn, keep and forget, and what it does to productivity (equations 2 to 8).
#pragma once
#include "sim/kernel/field.hpp"

namespace coopsim {

struct LearningParameters {
  double gap_scale = 4;                 // expertise units: x = gap / 4
  double absorb_base = .20;             // absorptive capacity: constant
  double absorb_research = .30;         //   weight of own research
  double research_reference = .0285;    //   intensity that counts in full
  double absorb_skill = .40;            //   weight of mean expertise / 10
  double absorb_practice = .10;         //   weight of the practice index
  double absorb_least = .05;
  double eta_training = .10;
  double eta_advice = .15;
  double dose_training_days = 30;
  double dose_advice_days = 15;
  double full_result = .55;             // probability that a service has full result
  double partial_result = .20;          //   partial result (counts half)
  double core_access = .09;             // p_core
  double conventional_level = .90;      // kappa_c, share of the frontier otherwise seen
  double practice_training = .020;      // mu_tr a socialised trainee
  double practice_training_cap = .05;   // a cohort and firm
  double practice_training_staff = 90;  // persons: firm size at which mu_tr holds
  double practice_advice = .10;         // mu_adv an engagement
  double mean_uptake = .42;             // E[ac * m_out], a constant
  double embedded_share = .5;           // phi
  double practice_decay = .089;         // delta_M a year
  double skill_decay = .05;             // delta_E a year
  double socialisation_rate = .7;       // sigma a year
  double productivity_of_practice = .45;    // beta_M
  double productivity_of_technology = .5;   // beta_T
  double defects_of_practice = 3.7;         // kappa_D
};

}  // namespace coopsim
