// SPDX-License-Identifier: Apache-2.0
// A scenario as plain data: what the reader fills and a replication reads. Nothing here knows of
// files. Money of every policy is resolved: account x authority x fiscal year.
#pragma once
#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "sim/policy.hpp"
#include "sim/programmes/advice_parameters.hpp"
#include "sim/programmes/training_parameters.hpp"
#include "sim/world/budget_parameters.hpp"
#include "sim/world/firm_parameters.hpp"
#include "sim/world/japan_parameters.hpp"
#include "sim/world/learning_parameters.hpp"

namespace coopsim {

enum class Knowledge : std::uint8_t { ex_ante_2007, ex_post };

struct RunParameters {
  Time start = date(1993, 1, 1);
  Time policies_start = date(2007, 1, 1);  // every policy continues from the same past
  Time end = date(2017, 1, 1);
  int replications = 64;
  std::int64_t seed = 20070412;
  Knowledge knowledge = Knowledge::ex_ante_2007;
  std::int64_t max_events = 2'000'000'000;  // of one replication and world: stops an event storm
};

// Everything declared by `field` that is not a policy or an account.
struct Parameters {
  RunParameters run;
  FirmParameters firms;
  LearningParameters learning;
  TrainingParameters training;
  AdviceParameters advice;
  JapanParameters japan;
  MacroParameters macro;
  BudgetParameters budget;
};

struct Text {
  std::string en, ko;
};

struct Scenario {
  Text title;
  Parameters parameters;
  std::array<AccountPlan, account_count> accounts;
  std::vector<Policy> policies;  // exactly one is the baseline; history has one policy at least
  std::string effective_toml;    // the whole scenario after extends, overlays and overrides
};

}  // namespace coopsim
