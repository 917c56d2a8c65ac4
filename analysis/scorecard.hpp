// SPDX-License-Identifier: Apache-2.0
// Simulated against known facts: the article's and other sources' figures beside a result's.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "analysis/estimates.hpp"
#include "output/result_reader.hpp"

namespace coopsim {

struct Score {
  // An input; fitted; not used; what sound results cannot exceed, whatever was fitted.
  enum class Kind { identity, calibrated, held_out, bound };
  enum class Verdict { within, missed, not_in_file };

  std::string id, what;
  double target = 0, least = 0, most = 0;  // allowed: least to most
  Estimate simulated;                      // over replications
  Kind kind = Kind::identity;
  Verdict verdict = Verdict::not_in_file;
  std::string what_ko{};
  // Where it stands in a file: the sum of a response over years, of one policy (empty: the
  // baseline's). Empty for what is none.
  std::string metric{}, policy{};
  std::optional<int> first_year{}, last_year{};
};

// Every target; those whose years, policy or values a result lacks are `not_in_file`.
std::vector<Score> scorecard(const ResultReader& result);

}  // namespace coopsim
