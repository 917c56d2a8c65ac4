// SPDX-License-Identifier: Apache-2.0
// How often each policy led after so many replications, over many studies.
#pragma once
#include <cstddef>
#include <optional>
#include <vector>

#include "tests/promises/allocations.hpp"

namespace coopsim::testing {

class LeaderCounts {
 public:
  explicit LeaderCounts(std::size_t policies) : policies_(policies) {}

  // One more study. One that has fewer places than another counts nowhere beyond them.
  void add(const Leaders& leaders) {
    if (counts_.size() < leaders.size())
      counts_.resize(leaders.size(), std::vector<std::size_t>(policies_, 0));
    for (std::size_t place = 0; place < leaders.size(); ++place) ++counts_[place][leaders[place]];
    ++studies_;
  }

  // Share of all studies in which the leader at this place is one of those that are `right`.
  double share(const std::vector<bool>& right, std::size_t place) const {
    std::size_t sum = 0;
    for (std::size_t i = 0; i < policies_; ++i)
      if (right[i]) sum += counts_[place][i];
    return double(sum) / double(studies_);
  }

  // The first place at which that share is `wanted` or more; nothing if there is none.
  std::optional<std::size_t> first(const std::vector<bool>& right, double wanted) const {
    for (std::size_t place = 0; place < counts_.size(); ++place)
      if (share(right, place) >= wanted) return place;
    return {};
  }

 private:
  std::size_t policies_, studies_ = 0;
  std::vector<std::vector<std::size_t>> counts_;  // [place][policy]
};

}  // namespace coopsim::testing
