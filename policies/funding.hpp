// SPDX-License-Identifier: Apache-2.0
// Planned money while the levers of a policy change it, one after the other.
//
// Invariant: every operation but `scale` and `give_back` leaves each year's total as it was, to the
// KRW thousand. Money moves between whole accounts (both authorities' parts); an account's Korean
// share splits the result. Money is planned by whole fiscal years: year y follows what is in force
// on 1 January of y, for Japan's year that opens on 1 April of y as well.
#pragma once
#include <array>
#include <span>
#include <string>
#include <vector>

#include "policies/lever_values.hpp"
#include "sim/scenario.hpp"
#include "sim/world/appropriations.hpp"

namespace coopsim {

class Funding {
 public:
  Funding(const Appropriations& status_quo, const Parameters& parameters);

  const Appropriations& money() const { return money_; }
  const Parameters& parameters() const { return parameters_; }
  // The fiscal years that a policy may change: the first opens at or after `policies_start`.
  int first_year() const { return first_; }
  int last_year() const { return money_.last_year(); }
  Money of(std::span<const Account> accounts, int year) const;

  // Scales all accounts, head office included, so that the year's total becomes `total`.
  void scale(int year, Money total);
  // The same for some accounts and their sum.
  void scale(int year, std::span<const Account> accounts, Money sum);
  // The same for one authority's part of all accounts, head office included.
  void scale(int year, Authority who, Money sum);
  // Divides the sum of `among` by weights; an account of `among` without weight gets nothing.
  void divide(int year, std::span<const Account> among, const Weights& weights);

  // Sets the sum of `group` (its accounts keep their proportions). What it frees goes to the B and
  // C accounts outside the group, what it needs is taken from them, both pro rata to their amounts.
  void resize(int year, std::span<const Account> group, Money sum);
  // What `resize` freed that year; zero or less if nothing.
  Money released(int year) const;
  // Takes back what `resize` handed out and hands it out anew: `kept[i]` to `accounts[i]`, the rest
  // pro rata as `resize` does. REQUIRES: the amounts sum to at most released(year).
  struct Gift {
    Account account;
    Money amount;
  };
  void redirect(int year, std::span<const Gift> gifts, Money returned_to_treasury);
  // Whether `account` belongs to a group whose sum was set that year.
  bool is_resized(int year, Account account) const;

  void problem(std::string what, std::string remedy);
  struct Problem {
    std::string what, remedy;
  };
  std::vector<Problem> take_problems() { return std::exchange(problems_, {}); }

 private:
  struct Release {
    Money amount;                               // freed by resize; negative: taken
    std::array<Money, account_count> before{};  // accounts before anything was handed out
    std::array<bool, account_count> resized{};
  };
  std::vector<Account> receivers(int year) const;
  void set(Account account, int year, Money whole);
  Release& release_of(int year) { return releases_[std::size_t(year - first_)]; }
  const Release& release_of(int year) const { return releases_[std::size_t(year - first_)]; }

  Appropriations money_;
  const Parameters& parameters_;
  int first_;
  std::vector<Release> releases_;
  std::vector<Problem> problems_;
};

// The value in force on 1 January of `year`; null before the first step.
template <class T>
const T* in_force(const Path<T>& path, int year) {
  if (path.steps.empty() || date(year, 1, 1) < path.steps.front().from) return nullptr;
  return &path.at(date(year, 1, 1));
}

}  // namespace coopsim
