// SPDX-License-Identifier: Apache-2.0
// From a consultation with a Japanese firm to a deal, its exports, and what exporting teaches.
#pragma once
#include "sim/kernel/field.hpp"
#include "sim/values.hpp"

namespace coopsim {

struct TradeParameters {
  double contract_chance = .049;      // p0 of equation 9
  double contract_centring = .24;     // keeps the mean chance of 1993-2006 at p0
  double contract_technology = .8;    // of the logit, for ten points of technology
  double contract_tie = .5;           //   for a Japanese partner, two at most
  double contract_site = .3;          //   at full service of the information site
  double contract_base = .1;          //   at full service of the overseas base
  double contract_prescreen = .4;     //   for a candidate that was screened before
  double contract_reluctance = .5;    //   fall for reluctance above .5
  double contract_exchange = .3;      //   for ln(won per yen / that of 2006)
  double exchange_reference = 821.5;  // KRW per 100 JPY in 2006
  double lag_median_months = 8;       // from contract to first delivery
  double lag_log_sd = .7;
  double value_median = 150;  // USD thousand a year
  double value_log_sd = 1.1;
  double growth = .05;  // mean, a year
  double growth_log_sd = .10;
  double end_hazard = .13;         // a year
  double win_win_longer = .4;      // of the hazard that a win-win deal does not have
  double learning_practice = .03;  // practice a year of a stream that counts in full
  double learning_share = .05;     // of sales: the value that counts in full
  double learning_years = 3;
  double value_added_share = .35;  // of sales
  double exchange_dollar = 955;    // KRW per USD, fixed
  double domestic_share = .6;      // of sales: parts and materials sold in Korea
  double substitution = .05;       // chi of equation 13
};

constexpr auto fields(Of<TradeParameters>) {
  using T = TradeParameters;
  return FieldList{
      field("contract_chance", &T::contract_chance, "1", {1e-6, .999},
            {"contract per consultation", "상담 건당 성사율"},
            "mean chance that one consultation ends in a contract; sweep 0.02-0.10",
            external("E26 (20 of 411)", Grade::B)),
      field("contract_centring", &T::contract_centring, "1", {-10, 10},
            {"centring of the contract chance", "성사율 보정 상수"},
            "taken off the logit, because spread in technology and ties lifts the mean",
            derived("K10, re-fit to .049 in 1993-2006", Grade::D)),
      field("contract_technology", &T::contract_technology, "1", {-10, 10},
            {"contracts and technology", "기술수준의 성사 효과"},
            "rise of the logit for ten points of technology above the mean firm",
            assumption("[S], equation 9")),
      field("contract_tie", &T::contract_tie, "1", {-10, 10},
            {"contracts and ties", "거래선의 성사 효과"},
            "rise of the logit for each Japanese partner, two at most", assumption("[S], K10")),
      field("contract_site", &T::contract_site, "1", {-10, 10},
            {"contracts and the information site", "정보 사이트의 성사 효과"},
            "rise of the logit at full service of the research centre and site; sweep 0-0.3",
            assumption("[S], upper end of its range")),
      field("contract_base", &T::contract_base, "1", {-10, 10},
            {"contracts and the overseas base", "해외거점의 성사 효과"},
            "rise of the logit at full service of the overseas base; unknown, sweep 0-0.3",
            assumption("[S]")),
      field("contract_prescreen", &T::contract_prescreen, "1", {-10, 10},
            {"contracts and pre-screening", "사전심사의 성사 효과"},
            "rise of the logit for a pre-screened outsourcing candidate", assumption("[S]")),
      field("contract_reluctance", &T::contract_reluctance, "1", {-10, 10},
            {"contracts and reluctance", "기피도의 성사 효과"},
            "fall of the logit for a reluctance of 1 above .5", assumption("[S], F17")),
      field("contract_exchange", &T::contract_exchange, "1", {-10, 10},
            {"contracts and the exchange rate", "환율의 성사 효과"},
            "rise of the logit for ln(won per yen / reference)", assumption("[S]")),
      field("exchange_reference", &T::exchange_reference, "KRW/100 JPY", {1, 1e5},
            {"reference exchange rate", "기준 환율"},
            "rate at which the exchange rate has no effect", recalled("mean of 2006")),
      field("lag_median_months", &T::lag_median_months, "month", {0.01, 600},
            {"lag to first delivery", "계약 후 첫 납품까지"},
            "median months from contract to first delivery", external("E25", Grade::B)),
      field("lag_log_sd", &T::lag_log_sd, "1", {0, 5}, {"spread of the lag", "납품 시차 편차"},
            "standard deviation of its logarithm", derived("E25", Grade::B)),
      field("value_median", &T::value_median, "thousand USD/year", {1e-6, 1e9},
            {"value of a deal", "거래 금액"}, "median yearly value of a new deal; sweep 50-400",
            external("E25", Grade::B)),
      field("value_log_sd", &T::value_log_sd, "1", {0, 5},
            {"spread of the value", "거래 금액 편차"}, "standard deviation of its logarithm",
            assumption("[S]")),
      field("growth", &T::growth, "1/year", {-.99, 10}, {"growth of a deal", "거래 성장률"},
            "mean yearly growth of a live deal", assumption("[S]")),
      field("growth_log_sd", &T::growth_log_sd, "1", {0, 5},
            {"spread of a deal's growth", "거래 성장률 편차"},
            "standard deviation of the yearly change of its logarithm", assumption("[S]")),
      field("end_hazard", &T::end_hazard, "1/year", {0, 100}, {"end of deals", "거래 종료율"},
            "rate at which a live deal ends; sweep 0.10-0.20", external("E28", Grade::B)),
      field("win_win_longer", &T::win_win_longer, "1", {0, 1},
            {"win-win deals last longer", "윈윈 거래의 지속 효과"},
            "share of the end hazard that a win-win deal does not have",
            external("E28 (Sadowski and Duysters 2008)", Grade::C)),
      field("learning_practice", &T::learning_practice, "1/year", {0, 1},
            {"learning by exporting", "수출학습효과"},
            "yearly rise of the practice index while learning from a deal that counts in full",
            external("E21, contested", Grade::C)),
      field("learning_share", &T::learning_share, "1", {1e-6, 1},
            {"value that teaches in full", "수출학습 기준 비중"},
            "share of the firm's sales from which a deal teaches in full; sweep 0.02-0.20",
            assumption("[S], K11")),
      field("learning_years", &T::learning_years, "year", {0, 100},
            {"years of learning by exporting", "수출학습 기간"},
            "first years of a deal in which it teaches", assumption("[S], equation 10")),
      field("value_added_share", &T::value_added_share, "1", {0.01, 1},
            {"value added in sales", "매출액 대비 부가가치율"}, "turns value added into sales",
            external("E24", Grade::B)),
      field("exchange_dollar", &T::exchange_dollar, "KRW/USD", {1, 1e6},
            {"won per dollar", "원/달러 환율"}, "fixed rate between sales and deals",
            assumption("[S]")),
      field("domestic_share", &T::domestic_share, "1", {0, 1},
            {"domestic share of sales", "부품소재 내수 비중"},
            "part of a firm's sales that is parts and materials sold in Korea",
            derived("E6 (export share 40.6 percent)", Grade::D)),
      field("substitution", &T::substitution, "1", {0, 10},
            {"import substitution", "수입대체 계수"},
            "chi of equation 13: share of those sales that replaces imports for each doubling of"
            " technology over the world without programme; unknown, show results at 0; sweep 0-0.3",
            assumption("[S]"))};
}
static_assert(declares_every_member<TradeParameters>);

}  // namespace coopsim
