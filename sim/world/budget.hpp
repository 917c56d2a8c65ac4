// SPDX-License-Identifier: Apache-2.0
// Public money from appropriation to payment: appropriated, committed, paid, carried over, cut,
// lapsed. Every won of every fund (an authority's part of an account) is in exactly one of these
// places at all times; `check` proves it.
//
// A commitment is charged to Korea's part first, then to Japan's. Before Japan's fiscal year opens
// on 1 April, Japan's part may be committed in advance up to a share of last year's amount of the
// account; the advance is settled at the opening.
#pragma once
#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "sim/values.hpp"
#include "sim/world/appropriations.hpp"
#include "sim/world/budget_parameters.hpp"
#include "sim/world/places.hpp"

namespace coopsim {

using CommitmentId = std::uint32_t;  // number of the commitment in its replication, from 1
inline constexpr CommitmentId no_commitment = 0;

// Why money lapsed.
enum class Lapse : std::uint8_t { year_end, late_release, not_modelled };

// All that ever happened to one fund, and where its money is now. Free may be negative for Japan
// before April: committed in advance.
struct Fund {
  Money appropriated, paid, cut, lapsed, not_modelled;  // cumulated
  Money moved;                                          // net taken over from the other authority
  Money free, committed;                                // now
  Money year_amount;                                    // this fiscal year's appropriation
  Money last_amount;                                    // last fiscal year's appropriation
  Money year_cut;                                       // taken from this fiscal year's
  int year = 0;                                         // fiscal year that is open; 0: none

  // Zero in a sound fund.
  Money imbalance() const {
    return appropriated + moved - paid - cut - lapsed - not_modelled - free - committed;
  }
};

class Budget {
 public:
  // `modelled`: accounts that have a programme; the money of others lapses as not_modelled.
  Budget(const BudgetParameters&, std::array<bool, account_count> modelled);

  struct Cancelled {
    Account account;
    CommitmentId commitment;
  };

  // Opens a fiscal year. Returns commitments that had to be cancelled because Japan's year brought
  // less than was committed in advance and Korea's free money did not cover it.
  std::vector<Cancelled> open(Authority, int year, const Appropriations& plan);
  // Ends a fiscal year: a share of the appropriation is carried over, the rest lapses.
  void close(Authority);
  // Takes back `ppm` millionths of the open year's appropriation of every account: free money
  // first, then the latest unprotected commitments. What is spent cannot be taken.
  std::vector<Cancelled> cut(Authority, std::int64_t ppm);

  // What was taken back so far from the appropriations of `year`, by both.
  Money cut_from(Account account, int year) const;

  // Money that a new commitment of this account could take now.
  Money available(Account account) const;
  // no_commitment if the account cannot bear it.
  CommitmentId commit(Account account, Money amount);
  // From now on a cut cannot cancel it: what it pays for has begun.
  void protect(CommitmentId id) { commitments_[id - 1].is_protected = true; }
  // Pays `amount` of what is committed. REQUIRES: no more than is open.
  void pay(CommitmentId id, Money amount);
  Money open_amount(CommitmentId id) const;
  // Gives back what is not paid: to the fund if its year is still open, else it lapses.
  void release(CommitmentId id);

  const Fund& fund(Account account, Authority who) const {
    return funds_[index(account)][index(who)];
  }
  // What moved since the last call, by account: for the yearly responses. `committed` is what new
  // commitments took, whatever became of them later.
  struct Movements {
    std::array<Money, account_count> appropriated{}, committed{}, paid{}, lapsed{}, not_modelled{},
        cut{};
  };
  Movements take_movements();
  // Money of both authorities that is there now, free or committed. Below zero where more of
  // Japan's next year was committed in advance than is left.
  Money held(Account account) const;

  // Empty if every won is accounted for, else which fund is not and by how much.
  std::string check() const;

 private:
  struct Commitment {
    Account account;
    bool is_protected = false;
    std::array<Money, authority_count> open{};
    std::array<int, authority_count> year{};  // fiscal year charged
  };
  Fund& fund_of(Account account, Authority who) { return funds_[index(account)][index(who)]; }
  Money advance_limit(Account account) const;
  Money usable(Account account, Authority who) const;
  void lapse(Account account, Authority who, Money amount, Lapse cause);
  void give_back(Account account, Authority who, Money amount, int year);
  CommitmentId latest_unprotected(Account account, Authority who) const;
  void cancel(CommitmentId id, std::vector<Cancelled>& cancelled);
  void settle_advance(Account account, std::vector<Cancelled>& cancelled);

  BudgetParameters parameters_;
  std::array<bool, account_count> modelled_;
  std::array<std::array<Fund, authority_count>, account_count> funds_{};
  std::vector<Commitment> commitments_;
  std::array<std::vector<CommitmentId>, account_count> by_account_;
  Movements movements_;
};

}  // namespace coopsim
