// SPDX-License-Identifier: Apache-2.0
#include "analysis/kim_nelson.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

#include "analysis/estimates.hpp"

namespace coopsim {
namespace {

// Two policies compared: the sum of their differences so far, and how many replications they can
// stay apart for (h^2 S^2 / delta^2).
struct Pair {
  double sum = 0;  // of the first less the second
  double reach = 0;
};

class Procedure {
 public:
  Procedure(const std::vector<std::span<const double>>& values, const SelectionAim& aim)
      : values_(values), aim_(aim), count_(values.size()), pairs_(count_ * count_) {
    found_.policies.resize(count_);
  }

  Elimination run() {
    while (found_.end == EliminationEnd::none && take_one()) {
      if (found_.replications < aim_.first_stage) continue;
      if (found_.replications == aim_.first_stage) measure();
      screen();
      find_leader();
      found_.latest = latest();
      if (found_.still_in() == 1 || found_.replications >= found_.latest)
        found_.end = EliminationEnd::selected;
    }
    return found_;
  }

 private:
  bool in(std::size_t i) const { return !found_.policies[i].dropped; }
  Pair& pair(std::size_t i, std::size_t j) { return pairs_[i * count_ + j]; }
  const Pair& pair(std::size_t i, std::size_t j) const { return pairs_[i * count_ + j]; }

  template <class Use>
  void for_each_pair(Use use) {  // of those still in, both ways
    for (std::size_t i = 0; i < count_; ++i)
      for (std::size_t j = 0; j < count_; ++j)
        if (i != j && in(i) && in(j)) use(i, j);
  }

  // The next replication of all that are still in; false where it is not there or not to be paid.
  bool take_one() {
    const std::size_t r = found_.replications;
    if (found_.spent + found_.still_in() > aim_.budget) {
      found_.end = EliminationEnd::budget_spent;
      return false;
    }
    for (std::size_t i = 0; i < count_; ++i)
      if (in(i) && values_[i].size() <= r) return false;
    for (std::size_t i = 0; i < count_; ++i)
      if (in(i) && std::isnan(values_[i][r])) {
        found_.end = EliminationEnd::missing_value;
        found_.missing_policy = i;
        found_.missing_replication = r;
        return false;
      }
    for_each_pair(
        [&](std::size_t i, std::size_t j) { pair(i, j).sum += values_[i][r] - values_[j][r]; });
    for (std::size_t i = 0; i < count_; ++i)
      if (in(i)) ++found_.policies[i].replications, ++found_.spent;
    ++found_.replications;
    return true;
  }

  // Variances of the differences, from the first stage alone: later ones would void the promise.
  void measure() {
    const double h_squared =
        kim_nelson_constants(int(count_), int(aim_.first_stage), aim_.confidence).h_squared;
    for_each_pair([&](std::size_t i, std::size_t j) {
      Moments moments;
      for (std::size_t r = 0; r < aim_.first_stage; ++r) moments.add(values_[i][r] - values_[j][r]);
      pair(i, j).reach = h_squared * moments.variance() / (aim_.delta * aim_.delta);
    });
  }

  // How far the sum of i's differences to another may lie below zero: r W(r) of the paper.
  double allowed(const Pair& pair) const {
    return std::max(0.0, aim_.delta / 2 * (pair.reach - double(found_.replications)));
  }

  void screen() {
    std::vector<std::size_t> worse_than(count_, count_);
    for_each_pair([&](std::size_t i, std::size_t j) {
      const Pair& own = pair(i, j);
      if (own.sum >= -allowed(own)) return;
      if (worse_than[i] == count_ || own.sum < pair(i, worse_than[i]).sum) worse_than[i] = j;
    });
    for (std::size_t i = 0; i < count_; ++i)
      if (worse_than[i] < count_) {
        found_.policies[i].dropped = true;
        found_.policies[i].dropped_for = worse_than[i];
      }
  }

  void find_leader() {
    std::size_t best = count_;
    for (std::size_t i = 0; i < count_; ++i)
      if (in(i) && (best == count_ || pair(i, best).sum > 0)) best = i;
    found_.leader = best;
  }

  std::size_t latest() {
    std::size_t most = aim_.first_stage;
    for_each_pair([&](std::size_t i, std::size_t j) {
      most = std::max(most, std::size_t(std::floor(std::min(pair(i, j).reach, 1e15))) + 1);
    });
    return found_.still_in() == 1 ? found_.replications : most;
  }

  const std::vector<std::span<const double>>& values_;
  const SelectionAim& aim_;
  const std::size_t count_;
  std::vector<Pair> pairs_;
  Elimination found_;
};

}  // namespace

KimNelsonConstants kim_nelson_constants(int policies, int first_stage, double confidence) {
  assert(policies > 1 && first_stage > 1 && confidence > .5 && confidence < 1);
  const double share = 2 * (1 - confidence) / (policies - 1);
  const double eta = (std::pow(share, -2.0 / (first_stage - 1)) - 1) / 2;
  return {rounded_to_digits(eta), rounded_to_digits(2 * eta * (first_stage - 1))};
}

std::size_t Elimination::still_in() const {
  return std::size_t(std::ranges::count(policies, false, &EliminationFate::dropped));
}

Elimination eliminate(const std::vector<std::span<const double>>& policies,
                      const SelectionAim& aim) {
  assert(policies.size() > 1 && aim.delta > 0);
  assert(aim.budget / policies.size() >= aim.first_stage);
  return Procedure(policies, aim).run();
}

}  // namespace coopsim
