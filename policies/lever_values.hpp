// SPDX-License-Identifier: Apache-2.0
// The kinds of value that levers have beside numbers, money, dates and paths of these. A reader
// needs one overload for each; enums are named by `names(Of<E>)`.
#pragma once
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "policies/account_group.hpp"
#include "sim/kernel/field.hpp"
#include "sim/values.hpp"
#include "sim/world/places.hpp"

namespace coopsim {

// One account or a group, as written: "A2", "training". Empty: none was named.
struct AccountChoice {
  std::vector<Account> accounts;  // in account order
  std::string text;
  friend bool operator==(const AccountChoice&, const AccountChoice&) = default;

  // Empty accounts if no account or group has that name.
  static AccountChoice named(std::string_view text);
};

// Parts by account, as written: { B7 = 150, B8 = 60 }. Only their ratios count; any unit will do.
// Up to 1e6 each, taken to nine decimals.
struct Weights {
  std::vector<std::pair<Account, double>> parts;
  friend bool operator==(const Weights&, const Weights&) = default;

  // The weight in billionths; zero for an account that is not named.
  std::int64_t of(Account account) const;
  // What is wrong, in words: a number outside the range, an account named twice, a sum of zero;
  // empty if nothing is. The functions that read weights REQUIRE that.
  std::string problem() const;
};

// Whose money a cut takes.
enum class CutAuthority : std::uint8_t { both, korea, japan };
constexpr std::array<std::string_view, 3> names(Of<CutAuthority>) {
  return {"both", "korea", "japan"};
}

// What the share of a cut within the year is a share of: the year's whole appropriation, or the
// yearly rate from that day on (so that only what is left of the fiscal year is cut).
enum class CutMeasure : std::uint8_t { year, rate };
constexpr std::array<std::string_view, 2> names(Of<CutMeasure>) { return {"year", "rate"}; }

}  // namespace coopsim
