// SPDX-License-Identifier: Apache-2.0
// Planned money: account x authority x fiscal year.
#pragma once
#include <array>
#include <span>
#include <vector>

#include "sim/values.hpp"
#include "sim/world/budget_parameters.hpp"
#include "sim/world/places.hpp"

namespace coopsim {

class Appropriations {
 public:
  Appropriations() = default;
  // Years `first` to `last` of the account plans, times `scale`. A path step dated within a fiscal
  // year counts for the year that opens at or after it; Korea's part is rounded to KRW thousand and
  // Japan gets the rest.
  Appropriations(std::span<const AccountPlan> accounts, double scale, int first, int last);

  // Zero outside the years planned; `set` there is not allowed.
  Money of(Account account, Authority authority, int year) const;
  Money of(Account account, int year) const {
    return of(account, Authority::korea, year) + of(account, Authority::japan, year);
  }
  Money total(int year) const;     // all accounts, head office included
  Money training(int year) const;  // A1 to A6

  // Sets both parts from the whole, split by the account's Korean share.
  void set(Account account, int year, Money whole);
  // Sets one authority's part and leaves the other's.
  void set(Account account, Authority authority, int year, Money part);
  int first_year() const { return first_; }
  int last_year() const { return first_ + int(years_.size()) - 1; }
  bool none() const { return years_.empty(); }
  friend bool operator==(const Appropriations&, const Appropriations&) = default;

 private:
  struct Year {
    std::array<std::array<Money, authority_count>, account_count> amount{};
    friend bool operator==(const Year&, const Year&) = default;
  };
  int first_ = 0;
  std::vector<Year> years_;
  std::array<double, account_count> korea_{};
};

}  // namespace coopsim
