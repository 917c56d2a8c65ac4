// SPDX-License-Identifier: Apache-2.0
// Monozukuri study groups: account B8, and how practice spreads from them (equation 17).
#pragma once
#include "sim/kernel/field.hpp"
#include "sim/values.hpp"

namespace coopsim {

struct StudyGroupParameters {
  Money firm_year{10'000};  // public cost of a firm for a year of sessions
  int size = 6;             // firms of a group
  int sessions = 12;        // a year, one a month
  double practice = .08;    // rise by a full year of sessions, before the ceiling
  int most_firms = 150;     // a year, before budget.scale: groups that can be led
  double leader_log_sd = .2;
  double innovation = .03;  // p_B: adoption by a member, a year
  double imitation = .05;   // q_B: adoption by one that knows adopters
  double adoption = .02;    // rise of the practice index, once
};

constexpr auto fields(Of<StudyGroupParameters>) {
  using S = StudyGroupParameters;
  return FieldList{
      field("firm_year", &S::firm_year, "KRW", {1, 1e9},
            {"a firm's year in a group", "기업당 연간 단가"},
            "public cost of a firm for a year of sessions (B8); sweep 5-20 million",
            derived("E18, K18", Grade::B)),
      field("size", &S::size, "firm", {2, 100}, {"firms of a group", "연구회 기업 수"},
            "a group is formed only when full", derived("E18 (3 to 8)", Grade::B)),
      field("sessions", &S::sessions, "1/year", {1, 12}, {"sessions", "연간 모임 횟수"},
            "sessions of a year, on the 20th of a month, evenly over the year", assumption("[S]")),
      field(
          "practice", &S::practice, "1", {0, 1}, {"practice from groups", "연구회의 현장관리 효과"},
          "rise of the practice index by a full year; sweep 0.04-0.10", external("E18", Grade::B)),
      field("most_firms", &S::most_firms, "firm/year", {0, 1e7},
            {"firms that can be led", "연간 참여기업 한도"},
            "firms in groups in a year at most, before budget.scale; who leads them is unknown",
            assumption("[S]")),
      field("leader_log_sd", &S::leader_log_sd, "1", {0, 5},
            {"spread of leaders", "지도자 역량 편차"},
            "standard deviation of the logarithm of a leader's quality",
            assumption("[S], as advisers")),
      field("innovation", &S::innovation, "1/year", {0, 1},
            {"adoption by members", "회원사 채택률"},
            "yearly hazard that a group's member adopts the spirit of monozukuri as a whole",
            recalled("E39, Bass p")),
      field("imitation", &S::imitation, "1/year", {0, 1}, {"adoption by imitation", "모방 채택률"},
            "yearly hazard of a firm with a Japanese tie if all such firms of its sector had"
            " adopted; sweep 0-0.10",
            assumption("[S], K16")),
      field("adoption", &S::adoption, "1", {0, 1},
            {"practice from adoption", "채택의 현장관리 효과"},
            "rise of the practice index at adoption, once", assumption("K16"))};
}
static_assert(declares_every_member<StudyGroupParameters>);

}  // namespace coopsim
