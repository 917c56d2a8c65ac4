// SPDX-License-Identifier: Apache-2.0
// Levers by the names that the reference of policies gives them.
import type { Lang, Text } from "../data";

const names: Record<string, Text> = {
  total: { en: "Total appropriation", ko: "총예산" },
  share_path: { en: "Training share path", ko: "연수 비중 경로" },
  composition: { en: "Seats by track", ko: "연수 과정별 구성" },
  release_to: { en: "Use of released money", ko: "절감 재원의 용도" },
  field_weights: { en: "Weights of the six fields", ko: "6대 분야 가중치" },
  case_managers: { en: "Case managers", ko: "아웃소싱 전담 매니저" },
  outsourcing_candidates: { en: "Outsourcing candidates", ko: "아웃소싱 후보기업 발굴" },
  fairs: { en: "Consultations and exhibitions", ko: "상담회·전시회 규모" },
  information_service: { en: "Research centre and site", ko: "연구센터·정보 사이트 수준" },
  scouting_effort: { en: "Only-One scouting", ko: "온리원 발굴 노력" },
  regional_meetings: { en: "Regional meetings", ko: "지역경제교류회의·클러스터" },
  base_in_japan: { en: "Overseas base", ko: "해외거점" },
  group_study: { en: "Monozukuri groups", ko: "모노쓰쿠리 연구회 규모" },
  japan_request: { en: "Request to Japan", ko: "일본 측 분담·연수처 요청" },
  announced_cut: { en: "Announced cut", ko: "예고된 삭감" },
  abrupt_cut: { en: "Abrupt cut", ko: "갑작스러운 삭감" },
  midyear_cut: { en: "Mid-year cut", ko: "연중 삭감" },
  japan_funding_end: { en: "End of Japanese funding", ko: "일본 측 예산 지원 종료" },
  association_courses: { en: "Association courses", ko: "업종별 단체 연수과정" },
  selection_rule: { en: "Selection rule", ko: "연수생 선발 방식" },
  recruitment: { en: "Adviser recruitment", ko: "퇴직기술자 모집" },
  long_short_mix: { en: "Long and short engagements", ko: "장기·단기 지도 비율" },
  subsidy: { en: "Adviser subsidy", ko: "지도비 보조율" },
  matching_days: { en: "Matching days", ko: "매칭 상담일" },
  retention: { en: "Follow-up and bond", ko: "사후지도·의무근무" },
  concentration: { en: "Selection and concentration", ko: "선택과 집중" },
  indicator_weights: { en: "Weights of the indicators", ko: "성과지표 가중치" },
  win_win: { en: "Win-win share", ko: "윈윈 체제 비중" },
  coverage: { en: "Coverage", ko: "수혜기업 확대" },
  safeguards: { en: "Safeguards against leaks", ko: "기술유출 방지 조치" },
  economy_shock: { en: "Shock of the economy", ko: "거시 충격" },
  adviser_wave: { en: "Wave of retired engineers", ko: "단카이 퇴직자 유입" },
  when: { en: "Condition of the policy", ko: "정책 시행 조건" },
};

/** "share_path" -> "연수 비중 경로", "share_path.account" -> "연수 비중 경로 (account)"; another id as it stands. */
export function leverName(id: string, lang: Lang): string {
  const [lever = "", ...setting] = id.split(".");
  const name = names[lever]?.[lang] ?? lever;
  return setting.length > 0 ? `${name} (${setting.join(".")})` : name;
}
