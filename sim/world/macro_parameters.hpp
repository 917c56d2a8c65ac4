// SPDX-License-Identifier: Apache-2.0
// The economy around the programme: exchange rate, exports, and the balance in parts and materials
// as it would be without the programme (equation 12).
#pragma once
#include "sim/kernel/field.hpp"
#include "sim/values.hpp"

namespace coopsim {

// One step a year, from 1 January of `first`.
inline Path<double> yearly(int first, std::initializer_list<double> values) {
  Path<double> path;
  for (const double value : values) path.steps.push_back({date(first++, 1, 1), value});
  return path;
}

struct MacroParameters {
  // KRW per 100 JPY, yearly mean.
  Path<double> exchange_rate =
      yearly(1993, {722,    786,    820,    739,    786,    1070,  1044,  1049,
                    1062,   998,    1028,   1058,   930.6,  821.5, 789.7, 1077.3,
                    1364.0, 1320.2, 1391.0, 1413.7, 1124.3, 996.6, 934.6, 1067});
  // Korea's exports, USD bn a year.
  Path<double> exports = yearly(
      1993, {82.2,  96.0,  125.1, 129.7, 136.2, 132.3, 143.7, 172.3, 150.4, 162.5, 193.8, 253.8,
             284.4, 325.5, 371.5, 422.0, 363.5, 466.4, 555.2, 547.9, 559.6, 572.7, 526.8, 495.4});
  int known_to = 2006;           // last year of the paths that is used; a random walk follows
  double exchange_log_sd = .15;  // a year
  double exports_drift = .08;
  double exports_log_sd = .10;
  // Trade in parts and materials with Japan in the base year, and how it follows the economy.
  int balance_year = 2006;
  double balance_imports = 28.0;            // USD bn a year
  double balance_exports = 12.4;            // USD bn a year
  double balance_economy_exports = 325.5;   // Korea's exports in that year, USD bn
  double balance_economy_exchange = 821.5;  // KRW per 100 JPY in that year
  double imports_of_exports = .7;
  double imports_of_exchange = .2;
  double imports_trend = -.04;  // a year
  double balance_growth = .01;  // of exports of parts and materials, a year
};

constexpr auto fields(Of<MacroParameters>) {
  using M = MacroParameters;
  return FieldList{
      field("exchange_rate", &M::exchange_rate, "KRW/100 JPY", {1, 1e5},
            {"exchange rate", "원/100엔 환율"}, "yearly mean of KRW for 100 JPY",
            external("E31 for 2007-2014; others recalled", Grade::C)),
      field("exports", &M::exports, "billion USD/year", {0.001, 1e6}, {"Korea's exports", "총수출"},
            "Korea's exports of all goods in a year",
            recalled("customs series; 2006, 2007 and 2010 seen in the press")),
      field("known_to", &M::known_to, "year", {1900, 2200},
            {"macro known to", "거시 자료 기준연도"},
            "last year of the two paths that is used; a random walk goes on from there",
            assumption("what the reader of the run is meant to know")),
      field("exchange_log_sd", &M::exchange_log_sd, "1", {0, 3},
            {"spread of the exchange rate", "환율 변동성"},
            "standard deviation of the yearly change of the ln exchange rate; sweep 0.10-0.19",
            derived("E31", Grade::B)),
      field("exports_drift", &M::exports_drift, "1/year", {-1, 1},
            {"growth of exports", "수출 증가율"}, "mean yearly change of ln exports",
            assumption("[S]")),
      field("exports_log_sd", &M::exports_log_sd, "1", {0, 3}, {"spread of exports", "수출 변동성"},
            "standard deviation of the yearly change of ln exports", assumption("[S]")),
      field("balance_year", &M::balance_year, "year", {1900, 2200},
            {"base year of the balance", "무역수지 기준연도"},
            "year to which the four amounts below belong",
            assumption("the last year that the article knows (F11)")),
      field("balance_imports", &M::balance_imports, "billion USD/year", {0, 1e6},
            {"imports of parts and materials", "대일 부품소재 수입"},
            "imports of parts and materials from Japan in the base year; sweep within 10 percent",
            recalled("customs series, with E3 and E4")),
      field("balance_exports", &M::balance_exports, "billion USD/year", {0, 1e6},
            {"exports of parts and materials", "대일 부품소재 수출"},
            "exports of parts and materials to Japan in the base year; sweep within 10 percent",
            derived("imports less the deficit of F11", Grade::C)),
      field("balance_economy_exports", &M::balance_economy_exports, "billion USD/year",
            {0.001, 1e6}, {"Korea's exports in the base year", "기준연도 총수출"},
            "exports of all goods at which imports of parts and materials are those given",
            recalled("customs series; seen in the press")),
      field("balance_economy_exchange", &M::balance_economy_exchange, "KRW/100 JPY", {1, 1e5},
            {"exchange rate in the base year", "기준연도 환율"},
            "exchange rate at which imports of parts and materials are those given",
            recalled("mean of 2006")),
      field("imports_of_exports", &M::imports_of_exports, "1", {-5, 5},
            {"imports and Korea's exports", "총수출에 대한 수입 탄력성"},
            "percent by which these imports rise with one percent of Korea's exports",
            derived("fitted to 2005-2014 (E3, E4) with E32", Grade::C)),
      field("imports_of_exchange", &M::imports_of_exchange, "1", {-5, 5},
            {"imports and the exchange rate", "환율에 대한 수입 탄력성"},
            "percent by which the value of these imports rises with one percent of won per yen; its"
            " sign is weakly identified",
            derived("fitted to 2005-2014 (E3, E4, E31)", Grade::C)),
      field("imports_trend", &M::imports_trend, "1/year", {-1, 1},
            {"trend of imports", "수입 추세"},
            "yearly change of ln imports beside the economy's: a falling dependence",
            derived("fitted to 2005-2014 (E3, E4)", Grade::C)),
      field("balance_growth", &M::balance_growth, "1/year", {-.9, 10},
            {"growth of these exports", "부품소재 수출 증가율"},
            "yearly growth of exports of parts and materials to Japan",
            derived("fitted to 2005-2014 (E3, E4)", Grade::C))};
}
static_assert(declares_every_member<MacroParameters>);

}  // namespace coopsim
