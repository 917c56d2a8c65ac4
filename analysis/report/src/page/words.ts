// SPDX-License-Identifier: Apache-2.0
// Words of the page round the sections.
import type { Lang, Text } from "../data";

export const words = {
  report: { en: "report", ko: "보고서" },
  sweepEyebrow: { en: "One study at many points of its assumptions, by simulation", ko: "한 연구를 가정의 여러 설계점에서 되풀이한 모의실험" },
  eyebrow: { en: "Policies set against today’s, by simulation", ko: "정책 대안을 현행 유지와 견준 모의실험" },
  skip: { en: "Skip to content", ko: "본문으로 건너뛰기" },
  contents: { en: "Contents", ko: "목차" },
  otherLanguage: { en: "한국어", ko: "English" },
  dark: { en: "Dark", ko: "어둡게" },
  light: { en: "Light", ko: "밝게" },
  print: { en: "Print", ko: "인쇄" },
  switches: { en: "What is shown", ko: "보기 선택" },
  policySwitch: { en: "Policy to set against today’s", ko: "현행 유지와 비교할 정책" },
  metricSwitch: { en: "Metric", ko: "지표" },
  levelSwitch: { en: "Difference or level", ko: "차이 또는 수준" },
  difference: { en: "Difference to today’s", ko: "현행 유지와의 차이" },
  level: { en: "Level", ko: "수준" },
  period: { en: "Period", ko: "기간" },
  comparedWith: { en: "Compared with", ko: "비교 기준" },
  nothingToCompare: { en: "no baseline in this file", ko: "이 파일에 현행 유지가 없음" },
  knowledge: { en: "View", ko: "관점" },
  runs: { en: "Runs", ko: "반복" },
  runsValue: { en: "{n} per policy", ko: "정책마다 {n}회" },
  runsWithDraws: { en: "{n} per policy, {k} sets of assumptions", ko: "정책마다 {n}회, 가정 조합 {k}가지" },
  runsOfSweep: { en: "{n} per policy at each of {k} points", ko: "설계점 {k}개마다 정책별 {n}회" },
  design: { en: "Design", ko: "실험설계" },
  firms: { en: "Firms", ko: "기업" },
  firmsValue: { en: "{n} simulated", ko: "{n}곳을 모의" },
  firstStudy: { en: "First study", ko: "첫째 연구" },
  secondStudy: { en: "Second study", ko: "둘째 연구" },
  asTable: { en: "Show as table", ko: "표로 보기" },
  copy: { en: "Copy", ko: "복사" },
  copied: { en: "Copied", ko: "복사함" },
  unfold: { en: "Show", ko: "펼치기" },
  fold: { en: "Hide", ko: "접기" },
  showMore: { en: "Show {n} more", ko: "나머지 {n}개 보기" },
  policy: { en: "Policy", ko: "정책" },
  cost: { en: "Cost", ko: "비용" },
  verdict: { en: "Verdict", ko: "판정" },
  failedSection: {
    en: "This part could not be drawn. The numbers of the result file are not affected.",
    ko: "이 부분을 그리지 못했다. 결과 파일의 수치에는 영향이 없다.",
  },
  walk: { en: "Arrow keys walk through the values.", ko: "화살표 키로 값을 하나씩 읽을 수 있다." },
  prices: { en: "prices of {year}", ko: "{year}년 가격" },
  discount: { en: "discount rate {rate}%", ko: "할인율 {rate}%" },
  runOn: { en: "run on {date}", ko: "실행일 {date}" },
  fingerprint: { en: "fingerprint", ko: "지문" },
  seed: { en: "seed", ko: "시드" },
  legendMark: {
    en: "Tick: mean difference · bar: 95% interval (chance in the simulation only) · thin line: range when assumptions vary (5–95%)",
    ko: "세로 눈금: 평균 차이 · 막대: 95% 신뢰구간(모의실험의 우연만 반영) · 가는 선: 가정을 바꿨을 때의 범위(5~95%)",
  },
  legendMarkOnly: {
    en: "Tick: mean difference · bar: 95% interval (chance in the simulation only)",
    ko: "세로 눈금: 평균 차이 · 막대: 95% 신뢰구간(모의실험의 우연만 반영)",
  },
  legendNarrow: { en: "Coloured tick: interval narrower than the tick", ko: "색 눈금: 구간이 눈금보다 좁음" },
  legendHollow: { en: "Outlined bar: interval covers zero", ko: "빈 막대: 구간이 0을 포함" },
} satisfies Record<string, Text>;

/** Short names in the contents bar, by id of the section. */
export const contents: Record<string, Text> = {
  one_page: { en: "One page", ko: "한 장 요약" },
  over_time: { en: "Over time", ko: "연도별" },
  money: { en: "Money", ko: "예산" },
  queue: { en: "Queue", ko: "신청·대기" },
  who_gains: { en: "Who gains", ko: "누가 혜택을 보나" },
  if_wrong: { en: "If we are wrong", ko: "가정이 틀리면" },
  past: { en: "The past", ko: "과거와의 일치" },
  assumption_list: { en: "Assumptions", ko: "가정 목록" },
  two_studies: { en: "Two studies", ko: "두 연구 비교" },
  sweep_choices: { en: "One page", ko: "한 장 요약" },
  sweep_factors: { en: "What matters", ko: "중요한 가정" },
  sweep_moves: { en: "How it moves", ko: "움직임" },
  sweep_list: { en: "What was varied", ko: "바꾼 가정" },
};

/** Said in both languages: without data no language is known. */
export const problems = {
  empty: {
    en: "This page holds no data. Make a report with: coopsim report RESULT -o report.html",
    ko: "이 문서에는 자료가 없습니다. 보고서를 만드는 명령: coopsim report RESULT -o report.html",
  },
  broken: {
    en: "The data in this page cannot be read; the file is damaged.",
    ko: "이 문서의 자료를 읽을 수 없습니다. 파일이 손상되었습니다.",
  },
  other_contract: {
    en: "The data in this page are of another version of coopsim. Make the report again.",
    ko: "이 문서의 자료는 다른 판의 coopsim이 만든 것입니다. 보고서를 다시 만드십시오.",
  },
} satisfies Record<string, Text>;

export function fill(text: Text, lang: Lang, values: Record<string, string | number> = {}): string {
  return text[lang].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
