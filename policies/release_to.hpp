// SPDX-License-Identifier: Apache-2.0
// Where the money goes that a share path frees.
#pragma once
#include "policies/lever.hpp"
#include "policies/lever_values.hpp"

namespace coopsim {

struct ReleaseTo {
  static constexpr std::string_view name = "release_to";
  static constexpr Label label = {"Use of released money", "절감 재원의 용도"};
  static constexpr std::string_view meaning =
      "where the money goes that share_path frees: first the treasury's share, then the share of "
      "one account or group, what is left by weights (pro rata to all B and C accounts if none are "
      "given); money that share_path needs is not affected";

  AccountChoice account = {};
  double share = 1;
  Path<Weights> weights;
  double treasury = 0;

  void edits(Edits& edits) const;
  void fund(Funding& funding) const;
  bool is_sound(Funding& funding) const;  // else reports what is wrong
  double named_share() const { return account.accounts.empty() ? 0 : share; }
  friend bool operator==(const ReleaseTo&, const ReleaseTo&) = default;
};

constexpr auto fields(Of<ReleaseTo>) {
  constexpr auto choice = assumption("L04, F22: a planner's choice");
  return FieldList{
      field("account", &ReleaseTo::account, "1", {}, {"account", "계정"},
            "account or group that gets its share first; a group divides it pro rata", choice),
      field("share", &ReleaseTo::share, "1", {0, 1}, {"share", "비율"},
            "part of the freed money that goes to account", choice),
      field("weights", &ReleaseTo::weights, "1", {0, 1e6}, {"weights", "가중치"},
            "parts by account of what account and treasury leave; only their ratios count", choice),
      field("treasury", &ReleaseTo::treasury, "1", {0, 1}, {"treasury", "국고 반납"},
            "part of the freed money that is not appropriated at all", choice)};
}
static_assert(declares_every_member<ReleaseTo>);

}  // namespace coopsim
