// SPDX-License-Identifier: Apache-2.0
// Names that stand for several accounts in a policy: `account = "training"` means A1 to A6.
#pragma once
#include <array>
#include <span>
#include <string_view>

#include "sim/kernel/field.hpp"
#include "sim/world/places.hpp"

namespace coopsim {

struct AccountGroup {
  std::string_view id;
  Label label;
  std::span<const Account> members;  // in account order
};

namespace detail {
// The 25 unit programmes in order: A1-A6 from 0, B1-B11 from 6, C1-C8 from 17.
inline constexpr auto unit_programmes = [] {
  std::array<Account, account_count - 1> all{};
  for (std::size_t i = 0; i < all.size(); ++i) all[i] = static_cast<Account>(i);
  return all;
}();
constexpr std::span<const Account> programmes(Account first, Account last) {
  return std::span(unit_programmes).subspan(index(first), index(last) - index(first) + 1);
}
inline constexpr std::array cooperation = {Account::B1, Account::B2, Account::B3, Account::B4,
                                           Account::B5, Account::B6, Account::B9, Account::B10};
}  // namespace detail

inline constexpr std::array<AccountGroup, 14> account_groups = {{
    {"training", {"Training in Japan", "일본연수"}, detail::programmes(Account::A1, Account::A6)},
    {"advice", {"Retired engineers", "퇴직기술자"}, detail::programmes(Account::B7, Account::B7)},
    {"cooperation", {"Sector cooperation", "업종별 협력"}, detail::cooperation},
    {"guidance", {"Guidance", "생산성 지도"}, detail::programmes(Account::B11, Account::B11)},
    {"groups", {"Study groups", "연구회"}, detail::programmes(Account::B8, Account::B8)},
    {"meetings",
     {"Meetings and fairs", "상담회·전시회"},
     detail::programmes(Account::C2, Account::C4)},
    {"outsourcing", {"Outsourcing", "아웃소싱"}, detail::programmes(Account::C1, Account::C1)},
    {"information", {"Information", "정보"}, detail::programmes(Account::C5, Account::C5)},
    {"regions", {"Regions", "지역"}, detail::programmes(Account::C6, Account::C6)},
    {"scouting",
     {"Only-One scouting", "온리원 발굴"},
     detail::programmes(Account::C7, Account::C7)},
    {"base", {"Overseas base", "해외거점"}, detail::programmes(Account::C8, Account::C8)},
    {"foundation",
     {"Industrial base (B)", "산업기반 협력(B)"},
     detail::programmes(Account::B1, Account::B11)},
    {"market", {"Market (C)", "시장 협력(C)"}, detail::programmes(Account::C1, Account::C8)},
    {"all", {"All unit programmes", "전체 단위사업"}, detail::unit_programmes},
}};

// The members of a group or the one account of that name; empty if there is none.
std::span<const Account> accounts_named(std::string_view name);

constexpr std::string_view id_of(Account account) { return accounts[index(account)].id; }
constexpr bool is_training(Account account) { return index(account) < course_count; }

}  // namespace coopsim
