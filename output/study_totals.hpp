// SPDX-License-Identifier: Apache-2.0
// A study as its policies are compared: every whole response over the policy period, and which
// worlds failed. The same from a run that just ended as from its file; and what a comparison of
// them makes for the file.
#pragma once
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "output/variable_text.hpp"
#include "sim/metrics/metric.hpp"

namespace coopsim {

struct StudyTotals {
  struct Policy {
    std::string name;
    bool stress = false;
  };
  struct Failure {
    std::int64_t replication = 0;
    std::string world;  // a policy's name, NONE or STOP
  };
  struct Response {
    std::string id, unit, label_en, label_ko;
    std::vector<double> values;  // (policy, replication), NaN where missing
  };

  std::vector<Policy> policies;
  std::optional<std::size_t> baseline;  // its place among `policies`
  std::size_t replications = 0;
  std::vector<Failure> failures;
  std::vector<Response> responses;
  // `public_cost` of group `economics`, (policy, replication), NaN where missing; empty: not told.
  std::vector<double> public_cost;

  const Response* find(std::string_view id) const {
    for (const Response& response : responses)
      if (response.id == id) return &response;
    return nullptr;
  }
};

// Every whole response in the order of the metrics, with its texts and no values.
std::vector<StudyTotals::Response> whole_responses(const ResponseLayout& layout);

// Figures of each response and policy, for group `comparison`. Every vector of values is
// (response, policy).
struct ComparisonTable {
  struct Numbers {
    std::string name;
    VariableText text;
    std::vector<double> values;
  };
  struct Texts {
    std::string name;
    VariableText text;
    std::vector<std::string> values;
  };
  // Name of the policy that each one is held against, in the order of the policies.
  std::vector<std::string> held_against;
  std::vector<Numbers> numbers;
  std::vector<Texts> texts;
};

// The statistics live in analysis/; the writer of results is handed them.
using Compare = std::function<ComparisonTable(const StudyTotals&)>;

}  // namespace coopsim
