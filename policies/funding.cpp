// SPDX-License-Identifier: Apache-2.0
#include "policies/funding.hpp"

#include <algorithm>
#include <cassert>

#include "sim/world/apportion.hpp"

namespace coopsim {
namespace {

constexpr auto all_accounts = [] {
  std::array<Account, account_count> all{};
  for (std::size_t i = 0; i < all.size(); ++i) all[i] = static_cast<Account>(i);
  return all;
}();

bool contains(std::span<const Account> accounts, Account account) {
  return std::find(accounts.begin(), accounts.end(), account) != accounts.end();
}

// Parts of `whole` pro rata to `amounts`, equal if all are zero.
std::vector<Money> pro_rata(Money whole, std::span<const Money> amounts) {
  std::vector<std::int64_t> weights;
  for (const Money amount : amounts) weights.push_back(amount.thousand);
  const bool all_zero = std::all_of(weights.begin(), weights.end(), [](auto w) { return w == 0; });
  if (all_zero) std::fill(weights.begin(), weights.end(), 1);
  return apportion(whole, weights);
}

int first_policy_year(Time policies_start) {
  const int year = year_of(policies_start);
  return date(year, 1, 1) < policies_start ? year + 1 : year;
}

}  // namespace

Funding::Funding(const Appropriations& status_quo, const Parameters& parameters)
    : money_(status_quo),
      parameters_(parameters),
      first_(std::max(first_policy_year(parameters.run.policies_start), status_quo.first_year())),
      years_(static_cast<std::size_t>(std::max(0, status_quo.last_year() - first_ + 1))) {}

Money Funding::sum_of(std::span<const Account> accounts, int year) const {
  Money sum;
  for (const Account account : accounts) sum += money_.of(account, year);
  return sum;
}

void Funding::set(Account account, int year, Money whole) {
  if (money_.of(account, year) != whole) money_.set(account, year, whole);
}

void Funding::scale_all(int year, Money total) { scale_some(year, all_accounts, total); }

void Funding::scale_some(int year, std::span<const Account> accounts, Money sum) {
  std::vector<Money> amounts;
  for (const Account account : accounts) amounts.push_back(money_.of(account, year));
  const auto parts = pro_rata(sum, amounts);
  for (std::size_t i = 0; i < accounts.size(); ++i) set(accounts[i], year, parts[i]);
}

void Funding::scale_authority(int year, Authority who, Money sum) {
  std::vector<Money> amounts;
  for (const Account account : all_accounts) amounts.push_back(money_.of(account, who, year));
  const auto parts = pro_rata(sum, amounts);
  for (const Account account : all_accounts) money_.set(account, who, year, parts[index(account)]);
}

void Funding::divide(int year, std::span<const Account> among, const Weights& weights) {
  std::vector<std::int64_t> parts_wanted;
  for (const Account account : among) parts_wanted.push_back(weights.of(account));
  const auto parts = apportion(sum_of(among, year), parts_wanted);
  for (std::size_t i = 0; i < among.size(); ++i) set(among[i], year, parts[i]);
}

Money Funding::resize(int year, std::span<const Account> group, Money sum) {
  ever_resized_ = true;
  const Money freed = sum_of(group, year) - sum;
  std::vector<Account> receivers;
  for (const Account account : detail::unit_programmes)
    if (!is_training(account) && !contains(group, account)) receivers.push_back(account);
  if (freed > Money{} && receivers.empty()) return freed;
  const Money available = sum_of(receivers, year);
  if (available + freed < Money{}) return -freed - available;

  Year& now = of(year);
  now.released = freed;
  now.receivers = receivers;
  scale_some(year, group, sum);
  for (const Account account : all_accounts) now.before[index(account)] = money_.of(account, year);
  if (!receivers.empty()) scale_some(year, receivers, available + freed);
  return {};
}

Money Funding::released(int year) const { return std::max(of(year).released, Money{}); }

std::vector<Funding::Gift> Funding::gifts_to(int year, std::span<const Account> accounts,
                                             Money amount) const {
  std::vector<Money> amounts;
  for (const Account account : accounts) amounts.push_back(of(year).before[index(account)]);
  const auto parts = pro_rata(amount, amounts);
  std::vector<Gift> gifts;
  for (std::size_t i = 0; i < accounts.size(); ++i) gifts.push_back({accounts[i], parts[i]});
  return gifts;
}

Money Funding::redirect(int year, std::span<const Gift> gifts, Money to_treasury) {
  const Year& now = of(year);
  Money rest = now.released - to_treasury;
  std::array<Money, account_count> given{};
  std::vector<Account> others = now.receivers;
  for (const Gift& gift : gifts) {
    given[index(gift.account)] += gift.amount;
    rest -= gift.amount;
    std::erase(others, gift.account);
  }
  assert(rest >= Money{});
  if (rest > Money{} && others.empty()) return rest;
  for (const Gift& gift : gifts_to(year, others, rest)) given[index(gift.account)] += gift.amount;

  for (const Account account : all_accounts) {
    const Money handed_out = given[index(account)];
    const bool received = contains(now.receivers, account);
    if (received)
      set(account, year, now.before[index(account)] + handed_out);
    else if (handed_out > Money{})
      set(account, year, money_.of(account, year) + handed_out);
  }
  return {};
}

}  // namespace coopsim
