// SPDX-License-Identifier: Apache-2.0
// The performance review (F30, equation 15): every November the accounts are scored, every January
// their money follows the scores. A policy starts it; without one nothing is scored or moved.
//
// Money moves only within a side, training or the rest, and within one authority's book, so that
// neither the share of training nor what an authority pays ever changes by it.
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <variant>
#include <vector>

#include "sim/changes.hpp"
#include "sim/programmes/review_parameters.hpp"
#include "sim/values.hpp"
#include "sim/world/places.hpp"

namespace coopsim {

struct Context;
struct Parameters;

struct AccountsEvaluated {
  std::int32_t year;
};  // 30 November, last of all
struct MoneyReallocated {
  std::int32_t year;
};  // 1 January, before money is opened

class Review {
 public:
  using Events =
      std::variant<ConcentrationChanged, IndicatorsChanged, AccountsEvaluated, MoneyReallocated>;

  explicit Review(const Parameters&);

  void on(const ConcentrationChanged&, Time, Context&);
  void on(const IndicatorsChanged&, Time, Context&);
  void on(const AccountsEvaluated&, Time, Context&);
  void on(const MoneyReallocated&, Time, Context&);

 private:
  using Values = std::vector<std::optional<double>>;
  struct Weights {
    double delivered, gain, applications, execution;
  };

  bool active() const;
  void watch(Time, Context&);
  void take_stock(const Context&);
  void score(std::span<const Account> side, int year, const Context&);
  std::vector<double> scores(std::span<const Account> side, const Context&) const;
  void choose_fields(int year, Context&);
  void reallocate(std::span<const Account> side, int year, Context&) const;

  ReviewParameters parameters_;
  double strength_ = 0;
  int fields_ = int(association_count);
  Weights weights_;
  double noise_;
  std::array<double, account_count> score_{};                 // of the last evaluation
  std::array<bool, account_count> closed_{};                  // its field is not kept
  std::array<Money, account_count> paid_{}, appropriated_{};  // up to the last evaluation
};

}  // namespace coopsim
