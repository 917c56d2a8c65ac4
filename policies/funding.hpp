// SPDX-License-Identifier: Apache-2.0
// Planned money while the levers of a policy change it, one after the other.
//
// Invariant: every operation but the `scale`s and the treasury's part of `redirect` leaves a year's
// total as it was, to the KRW thousand; parts are rounded by largest remainders. Money moves
// between whole accounts, and each account's Korean share splits the result. An account whose
// amount does not change keeps its two parts untouched.
//
// Money is planned by whole fiscal years: year y follows what is in force on 1 January of y, also
// for Japan, whose year y opens on 1 April. A date within a year counts from the next one.
#pragma once
#include <array>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "policies/lever_values.hpp"
#include "sim/scenario.hpp"
#include "sim/world/appropriations.hpp"

namespace coopsim {

class Funding {
 public:
  // Both must outlive this.
  Funding(const Appropriations& status_quo, const Parameters& parameters);

  const Appropriations& money() const { return money_; }
  const Parameters& parameters() const { return parameters_; }
  // The fiscal years that a policy may change: the first opens at or after `policies_start`.
  int first_year() const { return first_; }
  int last_year() const { return money_.last_year(); }
  Money sum_of(std::span<const Account> accounts, int year) const;

  // Sets the year's total; every account and the head office scale with it.
  // REQUIRES of each `scale`: a sum of zero stays zero.
  void scale_all(int year, Money total);
  void scale_some(int year, std::span<const Account> accounts, Money sum);
  void scale_authority(int year, Authority who, Money sum);  // its part, head office included

  // Divides the sum of `among` by weights. REQUIRES: a positive weight among them.
  void divide(int year, std::span<const Account> among, const Weights& weights);

  // Sets the sum of `group`, whose accounts keep their proportions (are equal if all are zero).
  // What this frees goes to the receivers: the B and C accounts outside the group, pro rata to
  // their amounts (equally if all are zero). What it needs they give, pro rata. Returns the money
  // that they could not give; then nothing is changed.
  Money resize(int year, std::span<const Account> group, Money sum);
  // What `resize` freed that year; zero if it needed money or was not called.
  Money released(int year) const;
  bool ever_resized() const { return ever_resized_; }

  // Takes back what `resize` handed out that year and hands it out anew: the gifts and the
  // treasury's part first, the rest pro rata to the receivers without a gift. Returns the money for
  // which no receiver was left; then nothing is changed.
  // REQUIRES: gifts and treasury's part are at most released(year).
  struct Gift {
    Account account;
    Money amount;
  };
  Money redirect(int year, std::span<const Gift> gifts, Money to_treasury);

  // Divides `amount` between accounts pro rata to their money (before anything was handed out that
  // year), equally if they have none.
  std::vector<Gift> gifts_to(int year, std::span<const Account> accounts, Money amount) const;

  // The rule of funding. Sets the money of a B or C account. More comes from what the other B and C
  // accounts have gained over the status quo, pro rata, and if that is too little, the rest pro
  // rata from all that they hold; accounts that were given money this way before are left alone.
  // What is freed goes to the other B and C accounts pro rata. Returns the money that they could
  // not give; then nothing is changed.
  Money assign(int year, Account account, Money amount);
  bool is_assigned(int year, Account account) const;

  struct Problem {
    std::string what, remedy;
  };
  void problem(std::string what, std::string remedy) {
    problems_.push_back({std::move(what), std::move(remedy)});
  }
  std::size_t problem_count() const { return problems_.size(); }
  std::vector<Problem> take_problems() { return std::exchange(problems_, {}); }

 private:
  struct Year {
    Money released;                             // freed by resize; negative: taken
    std::array<Money, account_count> before{};  // accounts before anything was handed out
    std::vector<Account> receivers;
    std::vector<Account> assigned;
  };
  void set(Account account, int year, Money whole);
  void take(int year, Money amount, std::span<const Account> from, std::span<const Money> at_most);
  Year& of(int year) { return years_[static_cast<std::size_t>(year - first_)]; }
  const Year& of(int year) const { return years_[static_cast<std::size_t>(year - first_)]; }

  Appropriations status_quo_, money_;
  const Parameters& parameters_;
  int first_;
  std::vector<Year> years_;
  bool ever_resized_ = false;
  std::vector<Problem> problems_;
};

// The value in force on 1 January of `year`; null before the first step.
template <class T>
const T* in_force(const Path<T>& path, int year) {
  if (path.steps.empty() || date(year, 1, 1) < path.steps.front().from) return nullptr;
  return &path.at(date(year, 1, 1));
}

}  // namespace coopsim
