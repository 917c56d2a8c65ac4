// SPDX-License-Identifier: Apache-2.0
// Parameters in a planner's words: their units, and what was thought possible of an unknown or tried
// of a factor.
import type { Lang, Text } from "../data";

const units: Record<string, Text> = {
  "1": { en: "", ko: "" },
  "1/year": { en: "a year", ko: "/년" },
  year: { en: "years", ko: "년" },
  month: { en: "months", ko: "개월" },
  day: { en: "days", ko: "일" },
  "day/month": { en: "days a month", ko: "일/월" },
  "day/year": { en: "days a year", ko: "일/년" },
  person: { en: "persons", ko: "명" },
  "person/year": { en: "persons a year", ko: "명/년" },
  firm: { en: "firms", ko: "곳" },
  "firm/year": { en: "firms a year", ko: "곳/년" },
  percent: { en: "%", ko: "%" },
  bp: { en: "bp", ko: "bp" },
  KRW: { en: "KRW", ko: "원" },
  "KRW/year": { en: "KRW a year", ko: "원/년" },
  "KRW/month": { en: "KRW a month", ko: "원/월" },
  "KRW thousand": { en: "KRW thousand", ko: "천 원" },
  "million KRW/person": { en: "KRW million a person", ko: "백만 원/명" },
  "KRW/100 JPY": { en: "KRW/100 JPY", ko: "원/100엔" },
  "thousand USD": { en: "USD thousand", ko: "천 달러" },
  "thousand USD/year": { en: "USD thousand a year", ko: "천 달러/년" },
  "KRW/person": { en: "KRW a person", ko: "원/명" },
  "KRW/USD": { en: "KRW/USD", ko: "원/달러" },
  "billion USD/year": { en: "USD bn a year", ko: "십억 달러/년" },
  "1/month": { en: "a month", ko: "/월" },
  "1/person": { en: "a person", ko: "/명" },
  "USD bn": { en: "USD bn", ko: "십억 달러" },
  date: { en: "date", ko: "날짜" },
};

/** "명/년", "persons a year"; "" of a plain number; an unknown unit as it stands. */
export function parameterUnit(unit: string, lang: Lang): string {
  return units[unit]?.[lang] ?? unit;
}

const laws: Record<string, Text> = {
  triangular: { en: "{0} to {2}, most likely {1}", ko: "{0}~{2}, 가장 그럴듯한 값 {1}" },
  uniform: { en: "{0} to {1}, all alike", ko: "{0}~{1}, 고르게" },
  normal: { en: "around {0}, standard deviation {1}", ko: "{0} 안팎, 표준편차 {1}" },
};

/** "triangular(0, 0.05, 0.3)" -> "0~0.3, 가장 그럴듯한 값 0.05"; another law as it stands. */
export function lawText(law: string, lang: Lang): string {
  const [, name = "", inside = ""] = /^\W*(\w+)\s*(?:=\s*\[|\()([^\])]*)/.exec(law) ?? [];
  const numbers = inside.split(",").map((part) => part.trim().replace("-", "−"));
  const text = laws[name];
  const wanted = text ? (text.en.match(/\{\d\}/g)?.length ?? 0) : -1;
  if (!text || numbers.length !== wanted || numbers.some((part) => part === "")) return law;
  return text[lang].replace(/\{(\d)\}/g, (_, at: string) => numbers[Number(at)] ?? "");
}

const forms: Record<string, Text> = {
  range: { en: "{0} to {1}", ko: "{0}~{1}" },
  scale: { en: "{0} to {1} times its value", ko: "원래 값의 {0}~{1}배" },
  shift: { en: "moved by {0} to {1} months", ko: "{0}~{1}개월 이동" },
};

/** Of a table of points a list may be as long as the table. */
const mostListed = 8;

function listText(values: string[], lang: Lang): string {
  if (values.length <= mostListed) return values.join(", ");
  const count = lang === "ko" ? `(모두 ${values.length}가지)` : ` (${values.length} values)`;
  return `${values.slice(0, 3).join(", ")} … ${values[values.length - 1]}${count}`;
}

/** "range [0.02, 0.12]" -> "0.02 to 0.12"; another statement as it stands. */
export function couldBe(statement: string, lang: Lang): string {
  const [, form = "", inside = ""] = /^(\w+) \[(.*)\]$/s.exec(statement) ?? [];
  const parts = inside.split(/, ?/).map((part) => part.replace(/^-(?=[\d.])/, "−"));
  if (form === "values") return listText(parts.map((part) => part.replace(/^"(.*)"$/, "$1")), lang);
  const text = forms[form];
  if (text && parts.length === 2) return text[lang].replace(/\{(\d)\}/g, (_, at: string) => parts[Number(at)] ?? "");
  return statement.startsWith("law ") ? lawText(statement.slice(4), lang) : statement;
}

const sections: Record<string, Text> = {
  run: { en: "Run", ko: "실행" },
  firms: { en: "Firms", ko: "기업" },
  learning: { en: "Learning and forgetting", ko: "학습과 망각" },
  training: { en: "Training in Japan", ko: "일본연수" },
  advice: { en: "Retired engineers", ko: "퇴직기술자 지도" },
  cooperation: { en: "Cooperation projects", ko: "부품소재 협력" },
  information: { en: "Information", ko: "정보" },
  meetings: { en: "Meetings and fairs", ko: "상담·전시" },
  trade: { en: "Trade", ko: "거래" },
  outsourcing: { en: "Outsourcing", ko: "아웃소싱" },
  study_groups: { en: "Study groups", ko: "연구회" },
  alliances: { en: "Alliances", ko: "제휴" },
  scouting: { en: "Only-One scouting", ko: "온리원 발굴" },
  regions: { en: "Regional meetings", ko: "지역간 교류" },
  overseas_base: { en: "Overseas base", ko: "해외거점" },
  review: { en: "Performance review", ko: "성과평가" },
  japan: { en: "Japan", ko: "일본" },
  macro: { en: "Economy", ko: "거시경제" },
  budget: { en: "Budget", ko: "예산" },
  effects: { en: "Effects", ko: "효과" },
  economics: { en: "Costs and benefits", ko: "비용과 편익" },
};
/** Of a table of the scenario: "learning" -> "학습과 망각"; one without a name as it stands. */
export function sectionName(section: string, lang: Lang): string {
  return sections[section.split(".")[0] ?? ""]?.[lang] ?? section;
}
