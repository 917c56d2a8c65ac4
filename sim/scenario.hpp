// SPDX-License-Identifier: Apache-2.0
// A scenario as plain data: what the reader fills and a replication reads. Nothing here knows of
// files. Money of every policy is resolved: account x authority x fiscal year.
#pragma once
#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "sim/policy.hpp"
#include "sim/programmes/advice_parameters.hpp"
#include "sim/programmes/alliances_parameters.hpp"
#include "sim/programmes/cooperation_parameters.hpp"
#include "sim/programmes/information_parameters.hpp"
#include "sim/programmes/meetings_parameters.hpp"
#include "sim/programmes/outsourcing_parameters.hpp"
#include "sim/programmes/overseas_base_parameters.hpp"
#include "sim/programmes/review_parameters.hpp"
#include "sim/programmes/study_groups_parameters.hpp"
#include "sim/programmes/trade_parameters.hpp"
#include "sim/programmes/training_parameters.hpp"
#include "sim/replications.hpp"
#include "sim/world/budget_parameters.hpp"
#include "sim/world/economics_parameters.hpp"
#include "sim/world/effect_parameters.hpp"
#include "sim/world/firm_parameters.hpp"
#include "sim/world/japan_parameters.hpp"
#include "sim/world/learning_parameters.hpp"
#include "sim/world/macro_parameters.hpp"
#include "sim/world/record_parameters.hpp"

namespace coopsim {

enum class Knowledge : std::uint8_t { ex_ante_2007, ex_post };

struct RunParameters {
  Time start = date(1993, 1, 1);
  Time policies_start = date(2007, 1, 1);  // every policy continues from the same past
  Time end = date(2017, 1, 1);
  Replications replications = 64;
  std::int64_t seed = 20070412;
  Knowledge knowledge = Knowledge::ex_ante_2007;
  int draws = 0;  // of the parameters that are uncertain; each of them is a study of its own
  int draw_replications = 8;
  std::int64_t max_events = 2'000'000'000;  // of one replication and world: stops an event storm
};

constexpr auto names(Of<Knowledge>) {
  return std::array<std::string_view, 2>{"ex_ante_2007", "ex_post"};
}

constexpr auto fields(Of<RunParameters>) {
  using R = RunParameters;
  return FieldList{
      field("start", &R::start, "date", {}, {"start", "시작일"}, "first day of the simulated world",
            article("F03")),
      field("policies_start", &R::policies_start, "date", {},
            {"start of the policies", "정책 시작일"},
            "until this day all policies share one past; equal to end: no policy differs",
            article("the article looks ahead from 2007")),
      field("end", &R::end, "date", {}, {"end", "종료일"},
            "no fiscal year, call or need starts from this day on; what has begun is finished",
            assumption("[S]: ten years of policy")),
      field(
          "replications", &R::replications, "1", {1, 1e6}, {"replications", "반복 실행 횟수"},
          "worlds simulated for each policy, each with its own random numbers; or a rule that says "
          "when they are enough: at_least, at_most, half_width, of",
          assumption("[S]: intervals of the difference below 0.5 bp")),
      field("seed", &R::seed, "1", {0, 9e18}, {"seed", "난수 시드"},
            "number from which all random numbers follow", assumption("any number will do")),
      field("knowledge", &R::knowledge, "1", {}, {"knowledge", "정보 기준"},
            "what is known of the years after 2006: as a planner of 2007 (ex_ante_2007), or as it"
            " went (ex_post); chooses the overlay [knowledge.*]",
            assumption("[S], threat 16")),
      field("draws", &R::draws, "1", {0, 1e5},
            {"draws of the unknowns", "불확실 매개변수 추출 횟수"},
            "how often every parameter with `uncertain` is drawn anew after the study itself, to "
            "see what not knowing it means for the choice; 0: it is not looked at",
            assumption("costs draws x draw_replications more replications")),
      field("draw_replications", &R::draw_replications, "1", {2, 1e5},
            {"replications of a draw", "추출별 반복 횟수"},
            "replications for each draw, with the random numbers of the study's first",
            assumption("chance within a draw is told from the unknowns' part")),
      field("max_events", &R::max_events, "1", {1, 9e18}, {"event limit", "사건 수 한도"},
            "events of one world after which it stops with an error", assumption("a safeguard"))};
}
static_assert(declares_every_member<RunParameters>);

// Everything declared by `field` that is not a policy or an account.
struct Parameters {
  RunParameters run;
  FirmParameters firms;
  LearningParameters learning;
  TrainingParameters training;
  AdviceParameters advice;
  CooperationParameters cooperation;
  InformationParameters information;
  MeetingsParameters meetings;
  TradeParameters trade;
  OutsourcingParameters outsourcing;
  StudyGroupParameters study_groups;
  AllianceParameters alliances;
  ScoutingParameters scouting;
  RegionParameters regions;
  OverseasBaseParameters overseas_base;
  ReviewParameters review;
  JapanParameters japan;
  MacroParameters macro;
  BudgetParameters budget;
  EffectParameters effects;
  EventsParameters events;
  PanelParameters panel;
  EconomicsParameters economics;
};

constexpr auto fields(Of<Parameters>) {
  using P = Parameters;
  return FieldList{
      section("run", &P::run, {"run", "실행 설정"}),
      section("firms", &P::firms, {"firms", "기업"}),
      section("learning", &P::learning, {"learning and forgetting", "학습과 망각"}),
      section("training", &P::training, {"training in Japan", "일본연수"}),
      section("advice", &P::advice, {"retired engineers as advisers", "퇴직기술자 지도"}),
      section("cooperation", &P::cooperation, {"parts and materials cooperation", "부품소재 협력"}),
      section("information", &P::information, {"research centre and site", "연구센터·정보 사이트"}),
      section("meetings", &P::meetings,
              {"meetings, exhibitions and missions", "상담회·전시회·사절단"}),
      section("trade", &P::trade, {"contracts and deals", "계약과 거래"}),
      section("outsourcing", &P::outsourcing, {"outsourcing centre", "일본아웃소싱센터"}),
      section("study_groups", &P::study_groups, {"monozukuri study groups", "모노쓰쿠리 연구회"}),
      section("alliances", &P::alliances, {"alliances", "전략적 제휴"}),
      section("scouting", &P::scouting, {"Only-One discovery", "온리원 발굴"}),
      section("regions", &P::regions, {"regional meetings and conference", "지역경제교류회의"}),
      section("overseas_base", &P::overseas_base, {"overseas base", "해외거점"}),
      section("review", &P::review, {"performance review", "성과평가"}),
      section("japan", &P::japan, {"Japan's side", "일본 측 여건"}),
      section("macro", &P::macro, {"exchange rate, exports, trade balance", "거시 여건"}),
      section("budget", &P::budget, {"budget", "예산"}),
      section("effects", &P::effects, {"effects and their spread", "효과의 분포"}),
      section("events", &P::events, {"event table", "사건 기록"}),
      section("panel", &P::panel, {"firm-year panel", "기업-연도 패널"}),
      section("economics", &P::economics,
              {"costs of firms, value of gains", "기업비용과 편익 평가"})};
}
static_assert(declares_every_member<Parameters>);

struct Text {
  std::string en, ko;
};

struct Scenario {
  Text title;
  Parameters parameters;
  std::array<AccountPlan, account_count> accounts;
  std::vector<Policy> policies;  // exactly one is the baseline; history has one policy at least
  std::string effective_toml;    // the whole scenario after extends, overlays and overrides
};

}  // namespace coopsim
