// SPDX-License-Identifier: Apache-2.0
#include "sim/world/budget.hpp"

#include <algorithm>
#include <cassert>
#include <utility>

namespace coopsim {
namespace {

constexpr Account account_at(std::size_t i) { return static_cast<Account>(i); }

Money millionths(Money amount, std::int64_t ppm) { return portion(amount, double(ppm) / 1e6); }

}  // namespace

Budget::Budget(const BudgetParameters& parameters, std::array<bool, account_count> modelled)
    : parameters_(parameters), modelled_(modelled) {}

std::vector<Budget::Cancelled> Budget::open(Authority who, int year, const Appropriations& plan) {
  std::vector<Cancelled> cancelled;
  for (std::size_t i = 0; i < account_count; ++i) {
    const Account account = account_at(i);
    Fund& fund = fund_of(account, who);
    const Money amount = plan.of(account, who, year);
    fund.last_amount = fund.year_amount;
    fund.year_amount = amount;
    fund.year_cut = {};
    fund.year = year;
    fund.appropriated += amount;
    fund.free += amount;
    movements_.appropriated[i] += amount;
    if (who == Authority::japan) settle_advance(account, cancelled);
  }
  return cancelled;
}

// More was committed in advance than the year brought: Korea's free money of the same account
// bears it, then the latest commitments go.
void Budget::settle_advance(Account account, std::vector<Cancelled>& cancelled) {
  Fund& japan = fund_of(account, Authority::japan);
  Fund& korea = fund_of(account, Authority::korea);
  if (japan.free.thousand >= 0) return;
  const Money borne = std::min(-japan.free, std::max(Money{}, korea.free));
  korea.free -= borne;
  korea.moved -= borne;
  japan.free += borne;
  japan.moved += borne;
  while (japan.free.thousand < 0) {
    const CommitmentId latest = latest_unprotected(account, Authority::japan);
    if (latest == no_commitment) break;
    cancel(latest, cancelled);
  }
}

void Budget::close(Authority who) {
  for (std::size_t i = 0; i < account_count; ++i) {
    Fund& fund = fund_of(account_at(i), who);
    if (fund.free.thousand > 0) {
      const Money kept =
          modelled_[i] ? std::min(fund.free, portion(fund.year_amount, parameters_.carry_over))
                       : Money{};
      lapse(account_at(i), who, fund.free - kept,
            modelled_[i] ? Lapse::year_end : Lapse::not_modelled);
    }
    fund.year = 0;
  }
}

std::vector<Budget::Cancelled> Budget::cut(Authority who, std::int64_t ppm) {
  std::vector<Cancelled> cancelled;
  for (std::size_t i = 0; i < account_count; ++i) {
    Fund& fund = fund_of(account_at(i), who);
    const Money wanted = millionths(fund.year_amount, ppm);
    while (fund.free < wanted) {
      const CommitmentId latest = latest_unprotected(account_at(i), who);
      if (latest == no_commitment) break;
      cancel(latest, cancelled);
    }
    const Money taken = std::min(wanted, std::max(Money{}, fund.free));
    fund.free -= taken;
    fund.cut += taken;
    fund.year_cut += taken;
    movements_.cut[i] += taken;
  }
  return cancelled;
}

Money Budget::cut_from(Account account, int year) const {
  Money sum;
  for (const Authority who : authorities)
    if (fund(account, who).year == year) sum += fund(account, who).year_cut;
  return sum;
}

Money Budget::advance_limit(Account account) const {
  const Money japan = fund(account, Authority::japan).year_amount;
  const Money whole = fund(account, Authority::korea).last_amount + japan;
  return std::min(japan, portion(whole, parameters_.advance));
}

// What one authority's part could still bear. Only Japan's may go below zero, and only while its
// new year has not opened (January to March: the old year is open, or none is yet).
Money Budget::usable(Account account, Authority who) const {
  const Fund& fund = funds_[index(account)][index(who)];
  if (who == Authority::korea) return std::max(Money{}, fund.free);
  const bool before_april = this->fund(account, Authority::korea).year > fund.year;
  return std::max(Money{}, fund.free + (before_april ? advance_limit(account) : Money{}));
}

Money Budget::available(Account account) const {
  return usable(account, Authority::korea) + usable(account, Authority::japan);
}

CommitmentId Budget::commit(Account account, Money amount) {
  assert(amount.thousand >= 0);
  if (available(account) < amount) return no_commitment;
  Commitment commitment{account, false, {}, {}};
  Money rest = amount;
  for (const Authority who : authorities) {
    const Money part = std::min(rest, usable(account, who));
    Fund& fund = fund_of(account, who);
    fund.free -= part;
    fund.committed += part;
    commitment.open[index(who)] = part;
    const bool in_advance = who == Authority::japan && fund.free.thousand < 0;
    commitment.year[index(who)] = in_advance ? fund_of(account, Authority::korea).year : fund.year;
    rest -= part;
  }
  movements_.committed[index(account)] += amount;
  commitments_.push_back(commitment);
  const auto id = CommitmentId(commitments_.size());
  by_account_[index(account)].push_back(id);
  return id;
}

Money Budget::open_amount(CommitmentId id) const {
  const Commitment& commitment = commitments_[id - 1];
  return commitment.open[0] + commitment.open[1];
}

void Budget::pay(CommitmentId id, Money amount) {
  Commitment& commitment = commitments_[id - 1];
  assert(amount <= open_amount(id));
  movements_.paid[index(commitment.account)] += amount;
  for (const Authority who : authorities) {
    const Money part = std::min(amount, commitment.open[index(who)]);
    Fund& fund = fund_of(commitment.account, who);
    fund.committed -= part;
    fund.paid += part;
    commitment.open[index(who)] -= part;
    amount -= part;
  }
}

void Budget::give_back(Account account, Authority who, Money amount, int year) {
  Fund& fund = fund_of(account, who);
  fund.committed -= amount;
  fund.free += amount;
  const bool still_open = fund.year != 0 && year >= fund.year;
  if (!still_open) lapse(account, who, std::min(amount, fund.free), Lapse::late_release);
}

void Budget::release(CommitmentId id) {
  Commitment& commitment = commitments_[id - 1];
  for (const Authority who : authorities) {
    give_back(commitment.account, who, commitment.open[index(who)], commitment.year[index(who)]);
    commitment.open[index(who)] = {};
  }
}

void Budget::cancel(CommitmentId id, std::vector<Cancelled>& cancelled) {
  cancelled.push_back({commitments_[id - 1].account, id});
  release(id);
}

CommitmentId Budget::latest_unprotected(Account account, Authority who) const {
  const auto& list = by_account_[index(account)];
  for (auto id = list.rbegin(); id != list.rend(); ++id) {
    const Commitment& commitment = commitments_[*id - 1];
    if (!commitment.is_protected && commitment.open[index(who)].thousand > 0 &&
        commitment.year[index(who)] == funds_[index(account)][index(who)].year)
      return *id;
  }
  return no_commitment;
}

void Budget::lapse(Account account, Authority who, Money amount, Lapse cause) {
  if (amount.thousand <= 0) return;
  Fund& fund = fund_of(account, who);
  fund.free -= amount;
  (cause == Lapse::not_modelled ? fund.not_modelled : fund.lapsed) += amount;
  auto& movement = cause == Lapse::not_modelled ? movements_.not_modelled : movements_.lapsed;
  movement[index(account)] += amount;
}

Budget::Movements Budget::take_movements() { return std::exchange(movements_, Movements{}); }

Money Budget::held(Account account) const {
  Money sum;
  for (const Authority who : authorities)
    sum += fund(account, who).free + fund(account, who).committed;
  return sum;
}

std::string Budget::check() const {
  for (std::size_t i = 0; i < account_count; ++i)
    for (const Authority who : authorities) {
      const Fund& fund = funds_[i][index(who)];
      if (fund.imbalance() != Money{})
        return std::string(accounts[i].id) + (who == Authority::korea ? " (Korea)" : " (Japan)") +
               ": " + std::to_string(fund.imbalance().thousand) + " KRW thousand unaccounted for";
      Money open{};
      for (const CommitmentId id : by_account_[i]) open += commitments_[id - 1].open[index(who)];
      if (open != fund.committed)
        return std::string(accounts[i].id) + ": open commitments are " +
               std::to_string(open.thousand) + ", the fund holds " +
               std::to_string(fund.committed.thousand) + " KRW thousand";
    }
  return {};
}

}  // namespace coopsim
