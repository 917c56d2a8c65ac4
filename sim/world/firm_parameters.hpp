// SPDX-License-Identifier: Apache-2.0
// What each firm starts with, and how it goes on without any programme.
#pragma once
#include <array>

#include "sim/kernel/field.hpp"
#include "sim/world/places.hpp"
#include "sim/world/population.hpp"

namespace coopsim {

// A number for each sector. `Kind` says which: firms' weights, or technology levels.
template <class Kind>
struct SectorValues {
  double machinery = 0, electronics = 0, metals = 0, automobile = 0, chemicals = 0, moulds = 0,
         dyeing = 0, optics = 0, metrology = 0;
  constexpr std::array<double, sector_count> values() const {
    return {machinery, electronics, metals, automobile, chemicals,
            moulds,    dyeing,      optics, metrology};
  }
};
using SectorWeights = SectorValues<struct Weights>;
using SectorLevels = SectorValues<struct Levels>;

constexpr auto fields(Of<SectorWeights>) {
  using S = SectorWeights;
  auto weight = [](Sector which, double S::*member, Source source) consteval {
    const Named& name = sectors[index(which)];
    return field(name.id, member, "1", {0, 1e6}, name.label,
                 "weight of this sector among the firms; weights need not sum to one", source);
  };
  return FieldList{weight(Sector::machinery, &S::machinery, external("E6", Grade::B)),
                   weight(Sector::electronics, &S::electronics, external("E6", Grade::B)),
                   weight(Sector::metals, &S::metals, external("E6", Grade::B)),
                   weight(Sector::automobile, &S::automobile, external("E6", Grade::B)),
                   weight(Sector::chemicals, &S::chemicals, external("E6", Grade::B)),
                   weight(Sector::moulds, &S::moulds, assumption("[S]; field named in F15")),
                   weight(Sector::dyeing, &S::dyeing, assumption("[S]; field named in F15")),
                   weight(Sector::optics, &S::optics, assumption("[S]; field named in F15")),
                   weight(Sector::metrology, &S::metrology, assumption("[S]; field named in F15"))};
}
static_assert(declares_every_member<SectorWeights>);

constexpr auto fields(Of<SectorLevels>) {
  using S = SectorLevels;
  auto level = [](Sector which, double S::*member, Source source) consteval {
    const Named& name = sectors[index(which)];
    return field(name.id, member, "1", {1, 150}, name.label,
                 "mean technology level of this sector's firms in 2005, Japan = 100", source);
  };
  return FieldList{
      level(Sector::machinery, &S::machinery, external("E30", Grade::B)),
      level(Sector::electronics, &S::electronics, external("E30", Grade::B)),
      level(Sector::metals, &S::metals, derived("E30 (US = 100, 88.1 of 100.1)", Grade::B)),
      level(Sector::automobile, &S::automobile, external("E30", Grade::B)),
      level(Sector::chemicals, &S::chemicals, derived("E30 (US = 100, 87.1 of 98.1)", Grade::B)),
      level(Sector::moulds, &S::moulds, assumption("[S]")),
      level(Sector::dyeing, &S::dyeing, assumption("[S]")),
      level(Sector::optics, &S::optics, assumption("[S]")),
      level(Sector::metrology, &S::metrology, assumption("[S]"))};
}
static_assert(declares_every_member<SectorLevels>);

struct RegionWeights {
  double capital = 0, daegu = 0, busan = 0, daejeon = 0, other = 0;
  constexpr std::array<double, region_count> values() const {
    return {capital, daegu, busan, daejeon, other};
  }
};

constexpr auto fields(Of<RegionWeights>) {
  using R = RegionWeights;
  auto weight = [](Region which, double R::*member, Source source) consteval {
    const Named& name = regions[index(which)];
    return field(name.id, member, "1", {0, 1e6}, name.label,
                 "weight of this region among the firms; weights need not sum to one", source);
  };
  return FieldList{weight(Region::capital, &R::capital, external("E6", Grade::B)),
                   weight(Region::daegu, &R::daegu, external("E6", Grade::B)),
                   weight(Region::busan, &R::busan, external("E6", Grade::B)),
                   weight(Region::daejeon, &R::daejeon, external("E6", Grade::B)),
                   weight(Region::other, &R::other, derived("E6: what remains", Grade::B))};
}
static_assert(declares_every_member<RegionWeights>);

struct FirmParameters {
  int count = 10'000;
  SectorWeights sector_share = {.24, .22, .18, .13, .12, .05, .03, .02, .01};
  RegionWeights region_share = {.541, .159, .152, .082, .066};
  double staff_median = 40;  // persons
  double staff_log_sd = 1.2;
  double staff_least = 5;          // persons: reflected here
  double staff_most = 299;         // persons: and here
  double staff_mean = 69;          // persons: the S-bar of size dispersion, a constant
  double value_added_median = 55;  // KRW million a person at the 2006 level
  double value_added_log_sd = .5;
  double trend = .03;        // g_s, growth of ln LP a year
  double shock_memory = .7;  // AR(1)
  double shock_sd = .10;     // stationary sd of epsilon
  double research_share = .226;
  double research_intensity_median = .0207;
  double research_intensity_log_sd = .8;
  SectorLevels technology_2005 = {87.2, 89.2, 88.0, 85.3, 88.8, 80, 82, 75, 78};
  double technology_sd = 8;    // between firms, points
  double field_sd = 1.2;       // between the ten fields of a firm, expertise units
  double practice_mean = .40;  // also the M-bar_0 of the ceiling
  double practice_sd = .15;
  double exporter_share = .35;
  double tie_share = .15;     // firms with a Japanese partner in 1993
  double tie_end_rate = .13;  // a year
  double exit_rate = .05;     // a year
  double exit_response = 1.5;
  double growth_scale = .2;      // Laplace b at mean size
  double growth_exponent = .2;   // b falls with size to this power
  double growth_response = .5;   // of ln staff to the year's change of ln LP
  double frontier_growth = .01;  // g_J a year
  double catch_up = .02;         // share of the gap closed a year, to 2006
  double catch_up_later = .02;   // the same from 2007
  Population population;         // firms given one by one
};

constexpr auto fields(Of<FirmParameters>) {
  using F = FirmParameters;
  return FieldList{
      field("count", &F::count, "1", {0, 1e6}, {"eligible firms", "대상 기업 수"},
            "number of firms simulated; nothing rescales with it", assumption("[S], threat 13")),
      section("sector_share", &F::sector_share, {"firms by sector", "업종별 기업 비중"}),
      section("region_share", &F::region_share, {"firms by region", "지역별 기업 비중"}),
      field("staff_median", &F::staff_median, "person", {1, 1e5},
            {"median staff", "종업원 수 중앙값"},
            "median of the log-normal law of staff before it is cut; sweep 20-60",
            assumption("[S] between E24 (18.2) and E6 (90.4)")),
      field("staff_log_sd", &F::staff_log_sd, "1", {0, 5},
            {"spread of staff", "종업원 수 로그 표준편차"},
            "standard deviation of ln staff; sweep 0.9-1.4", assumption("[S], E40")),
      field("staff_least", &F::staff_least, "person", {1, 1e5},
            {"smallest staff", "최소 종업원 수"},
            "staff never falls below this (reflected); the survey limit of E24",
            external("E24", Grade::B)),
      field("staff_most", &F::staff_most, "person", {1, 1e6}, {"largest staff", "최대 종업원 수"},
            "staff never rises above this (reflected); the legal limit of an SME",
            external("E40", Grade::B)),
      field("staff_mean", &F::staff_mean, "person", {1, 1e6}, {"reference staff", "기준 종업원 수"},
            "size at which growth_scale holds: the mean of the cut law, kept constant",
            derived("mean of the cut law of staff", Grade::D)),
      field("value_added_median", &F::value_added_median, "million KRW/person", {0.001, 1e6},
            {"median value added", "1인당 부가가치 중앙값"},
            "median yearly value added a person at the level of 2006; sweep 40-75",
            derived("E24 x value-added ratio .35 [S]", Grade::D)),
      field("value_added_log_sd", &F::value_added_log_sd, "1", {0, 3},
            {"spread of value added", "부가가치 로그 표준편차"},
            "standard deviation between firms of ln value added a person; sweep 0.3-0.7",
            assumption("[S]")),
      field("trend", &F::trend, "1/year", {-0.5, 0.5}, {"productivity trend", "생산성 추세"},
            "growth of ln value added a person without any programme; sweep 0.01-0.05",
            assumption("K9")),
      field("shock_memory", &F::shock_memory, "1", {0, 0.999}, {"memory of shocks", "충격 지속성"},
            "yearly autocorrelation of a firm's productivity shock; sweep 0.5-0.9",
            assumption("[S]")),
      field("shock_sd", &F::shock_sd, "1", {0, 3}, {"size of shocks", "충격 표준편차"},
            "stationary standard deviation of the shock to ln productivity; sweep 0.05-0.2",
            assumption("[S]")),
      field("research_share", &F::research_share, "1", {0, 1},
            {"firms with R&D", "연구개발 수행 기업 비율"},
            "share of firms that do research and development; sweep 0.15-0.35",
            external("E24", Grade::B)),
      field("research_intensity_median", &F::research_intensity_median, "1", {0, 1},
            {"median R&D intensity", "연구개발 집약도 중앙값"},
            "R&D spending over sales of a firm that does R&D; the mean is .0285",
            derived("E24 (mean .0285)", Grade::B)),
      field("research_intensity_log_sd", &F::research_intensity_log_sd, "1", {0, 3},
            {"spread of R&D intensity", "연구개발 집약도 로그 표준편차"},
            "standard deviation of ln R&D intensity; sweep 0.5-1.1", assumption("[S]")),
      section("technology_2005", &F::technology_2005,
              {"technology level in 2005", "2005년 기술수준"}),
      field("technology_sd", &F::technology_sd, "1", {0, 50},
            {"spread of technology", "기업 간 기술수준 표준편차"},
            "standard deviation of the technology level between firms of a sector, in points",
            assumption("[S]")),
      field("field_sd", &F::field_sd, "1", {0, 5}, {"spread of fields", "기업 내 기술분야 편차"},
            "standard deviation of expertise (0-10) between the ten fields of one firm; sweep 0-2",
            assumption("K4")),
      field("practice_mean", &F::practice_mean, "1", {0, 0.99},
            {"mean practice index", "현장관리 지수 평균"},
            "mean practice index at the start; also the reference of the ceiling; sweep 0.26-0.55",
            assumption("K8")),
      field("practice_sd", &F::practice_sd, "1", {0, 1},
            {"spread of practice", "현장관리 지수 표준편차"},
            "standard deviation of the practice index between firms; sweep 0.1-0.2",
            assumption("K8")),
      field("exporter_share", &F::exporter_share, "1", {0, 1}, {"exporters", "수출기업 비율"},
            "share of firms that export", assumption("[S], E6 (40.6 % of sales)")),
      field("tie_share", &F::tie_share, "1", {0, 1},
            {"firms with a Japanese tie", "일본 거래선 보유 비율"},
            "share of firms that have a Japanese partner at the start; sweep 0-0.33",
            assumption("K27; E29 upper bound")),
      field("tie_end_rate", &F::tie_end_rate, "1/year", {0, 10},
            {"end of ties", "거래 관계 종료율"},
            "rate at which a tie to a Japanese firm ends; sweep 0.10-0.20",
            external("E28", Grade::C)),
      field("exit_rate", &F::exit_rate, "1/year", {0, 5}, {"exit rate", "기업 퇴출률"},
            "rate at which firms close without any programme; sweep 0.03-0.08",
            assumption("[S], E35")),
      field("exit_response", &F::exit_response, "1", {0, 20},
            {"exit and productivity", "퇴출의 생산성 반응"},
            "the exit rate falls by exp(-this x change of ln productivity)", assumption("[S]")),
      field("growth_scale", &F::growth_scale, "1", {0, 1}, {"spread of growth", "기업 성장 분산"},
            "Laplace scale of yearly ln growth of staff at reference staff",
            external("E36", Grade::B)),
      field("growth_exponent", &F::growth_exponent, "1", {0, 1},
            {"size and spread of growth", "규모와 성장 분산"},
            "the spread of growth falls with staff to this power", external("E36", Grade::B)),
      field("growth_response", &F::growth_response, "1", {0, 5},
            {"growth and productivity", "성장의 생산성 반응"},
            "growth of ln staff for each unit of the year's change of ln productivity",
            assumption("[S], K13")),
      field("frontier_growth", &F::frontier_growth, "1/year", {-0.2, 0.2},
            {"frontier growth", "일본 기술 선도 증가율"},
            "yearly growth of the Japanese frontier; sweep 0-0.02", assumption("[S]")),
      field("catch_up", &F::catch_up, "1/year", {0, 1},
            {"autonomous catch-up to 2006", "자율 추격률(2006년까지)"},
            "share of the technology gap that closes in a year without any programme, to 2006;"
            " sweep 0-0.1",
            derived("E30, K2", Grade::D)),
      field("catch_up_later", &F::catch_up_later, "1/year", {0, 1},
            {"autonomous catch-up from 2007", "자율 추격률(2007년부터)"},
            "the same from 2007: .02 as expected in 2007, 0 as it went (E30)",
            derived("E30, K2", Grade::D)),
      field("population", &F::population, "1", {}, {"firms given one by one", "기업 명부"},
            "a CSV file of firms, one a row, beside the scenario; columns sector, region, staff and"
            " perhaps sales_million_krw, rnd_million_krw, exporter; what it does not give is drawn",
            assumption("not given: all firms are drawn"))};
}
static_assert(declares_every_member<FirmParameters>);

}  // namespace coopsim
