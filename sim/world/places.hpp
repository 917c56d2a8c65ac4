// SPDX-License-Identifier: Apache-2.0
// The fixed lists of the model: sectors, regions, size classes, accounts, authorities.
// Their order is part of the result format: append, never reorder.
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "sim/kernel/field.hpp"
#include "sim/kernel/time.hpp"

namespace coopsim {

enum class Sector : std::uint8_t {
  machinery,
  electronics,
  metals,
  automobile,
  chemicals,
  moulds,
  dyeing,
  optics,
  metrology
};
inline constexpr std::size_t sector_count = 9;
struct Named {
  std::string_view id;
  Label label;
};
inline constexpr std::array<Named, sector_count> sectors = {{
    {"machinery", {"machinery", "기계"}},
    {"electronics", {"electronics", "전자"}},
    {"metals", {"metals", "금속"}},
    {"automobile", {"automobile", "자동차"}},
    {"chemicals", {"chemicals", "화학"}},
    {"moulds", {"moulds and dies", "금형"}},
    {"dyeing", {"dyeing", "염색"}},
    {"optics", {"optics", "광학"}},
    {"metrology", {"metrology", "계량·측정"}},
}};

enum class Region : std::uint8_t { capital, daegu, busan, daejeon, other };
inline constexpr std::size_t region_count = 5;
inline constexpr std::array<Named, region_count> regions = {{
    {"capital", {"Capital area", "수도권"}},
    {"daegu", {"Daegu and Gyeongbuk", "대구·경북"}},
    {"busan", {"Busan, Ulsan and Gyeongnam", "부산·울산·경남"}},
    {"daejeon", {"Daejeon and Chungnam", "대전·충남"}},
    {"other", {"Other regions", "그 밖"}},
}};

inline constexpr std::size_t size_class_count = 4;
inline constexpr std::array<Named, size_class_count> size_classes = {{
    {"5-9", {"5 to 9 staff", "5-9인"}},
    {"10-49", {"10 to 49 staff", "10-49인"}},
    {"50-99", {"50 to 99 staff", "50-99인"}},
    {"100-299", {"100 to 299 staff", "100-299인"}},
}};
constexpr std::size_t size_class_of(double staff) {
  return staff < 10 ? 0 : staff < 50 ? 1 : staff < 100 ? 2 : 3;
}

enum class Authority : std::uint8_t { korea, japan };
inline constexpr std::size_t authority_count = 2;
inline constexpr std::array<Authority, authority_count> authorities = {Authority::korea,
                                                                       Authority::japan};
constexpr FiscalYear fiscal_year(Authority who) {
  return who == Authority::korea ? FiscalYear{1} : FiscalYear{4};
}

// The 25 unit programmes (6 + 11 + 8) and the head office.
enum class Account : std::uint8_t {
  A1,
  A2,
  A3,
  A4,
  A5,
  A6,
  B1,
  B2,
  B3,
  B4,
  B5,
  B6,
  B7,
  B8,
  B9,
  B10,
  B11,
  C1,
  C2,
  C3,
  C4,
  C5,
  C6,
  C7,
  C8,
  head_office
};
inline constexpr std::size_t account_count = 26;
inline constexpr std::array<Named, account_count> accounts = {{
    {"A1", {"Engineers' specialist course", "기술자 전문연수"}},
    {"A2", {"Site technicians' training", "현장기술자 연수"}},
    {"A3", {"Middle managers' training", "중견간부 연수"}},
    {"A4", {"Executives' training", "경영자 연수"}},
    {"A5", {"Association courses", "업종별 연수"}},
    {"A6", {"Long technical training", "장기 기술연수"}},
    {"B1", {"Machine parts cooperation", "기계부품협력"}},
    {"B2", {"Automobile parts cooperation", "자동차부품협력"}},
    {"B3", {"Mould cooperation", "금형협력"}},
    {"B4", {"Optics cooperation", "광학협력"}},
    {"B5", {"Dyeing cooperation", "염색협력"}},
    {"B6", {"Metrology cooperation", "계량·측정협력"}},
    {"B7", {"Retired engineers as advisers", "퇴직기술자 지도"}},
    {"B8", {"Monozukuri study groups", "모노쓰쿠리 연구회 교류"}},
    {"B9", {"Electronic parts cooperation", "전자부품협력"}},
    {"B10", {"Metals and chemicals cooperation", "금속·화학소재 협력"}},
    {"B11", {"Productivity guidance", "생산성향상 지도"}},
    {"C1", {"Outsourcing centre", "일본아웃소싱센터"}},
    {"C2", {"Consultation meetings", "상담회"}},
    {"C3", {"Exhibitions", "전시회"}},
    {"C4", {"Trade and investment missions", "무역·투자협력"}},
    {"C5", {"Enterprise research centre and site", "일본기업연구센터·JABIS"}},
    {"C6", {"Regional meetings and clusters", "지역경제교류회의·클러스터"}},
    {"C7", {"Only-One discovery and alliances", "온리원 발굴·전략적 제휴"}},
    {"C8", {"Overseas base", "해외거점"}},
    {"head_office", {"Head office", "본부"}},
}};
inline constexpr std::size_t course_count = 6;  // A1 to A6

template <class Enum>
constexpr std::size_t index(Enum value) {
  return static_cast<std::size_t>(value);
}

// The accounts that run cooperation projects and guidance, and those that bring deals about.
inline constexpr std::array cooperation_accounts = {Account::B1, Account::B2,  Account::B3,
                                                    Account::B4, Account::B5,  Account::B6,
                                                    Account::B9, Account::B10, Account::B11};
// The sector of each of the 18 associations, which are the 18 fields: three of machinery, three of
// electronics, four of metals, two of automobile parts, two of chemicals, then one each. Further
// associations repeat the list, so that the sectors keep their proportions.
inline constexpr std::size_t association_count = 18;
inline constexpr std::array<Sector, association_count> association_sectors = {
    Sector::machinery,   Sector::machinery,   Sector::machinery,  Sector::electronics,
    Sector::electronics, Sector::electronics, Sector::metals,     Sector::metals,
    Sector::metals,      Sector::metals,      Sector::automobile, Sector::automobile,
    Sector::chemicals,   Sector::chemicals,   Sector::moulds,     Sector::dyeing,
    Sector::optics,      Sector::metrology};

// The account of the cooperation projects of a sector.
constexpr Account cooperation_account(Sector sector) {
  constexpr std::array<Account, sector_count> of = {Account::B1, Account::B9,  Account::B10,
                                                    Account::B2, Account::B10, Account::B3,
                                                    Account::B5, Account::B4,  Account::B6};
  return of[static_cast<std::size_t>(sector)];
}

inline constexpr std::array trade_accounts = {Account::C1, Account::C2, Account::C3, Account::C4,
                                              Account::C7};

}  // namespace coopsim
