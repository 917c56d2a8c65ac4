// SPDX-License-Identifier: Apache-2.0
// The share of the total appropriation that training (or another group) has, year by year.
#pragma once
#include "policies/lever.hpp"
#include "policies/lever_values.hpp"

namespace coopsim {

struct SharePath {
  static constexpr std::string_view name = "share_path";
  static constexpr Label label = {"Training share path", "연수 비중 경로"};
  static constexpr std::string_view meaning =
      "sets a group's part of the year's total appropriation, head office included; what this "
      "frees "
      "goes to the B and C accounts, what it needs comes from them, pro rata unless release_to "
      "says "
      "otherwise";

  AccountChoice account = AccountChoice::named("training");
  Path<double> path;

  void edits(Edits& edits) const;
  void fund(Funding& funding) const;
  friend bool operator==(const SharePath&, const SharePath&) = default;
};

constexpr auto fields(Of<SharePath>) {
  return FieldList{
      field("account", &SharePath::account, "1", {}, {"account", "계정"},
            "the account or group whose share is set", assumption("L01: a planner's choice")),
      field("path", &SharePath::path, "1", {0, 1}, {"share", "비중"},
            "share of the total appropriation, by fiscal year", article("F21"))};
}
static_assert(declares_every_member<SharePath>);

}  // namespace coopsim
