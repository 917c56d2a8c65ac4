// SPDX-License-Identifier: Apache-2.0
// Values of a scenario as a planner reads them: money in 억 원, paths by year, settings of levers in
// words. What is not known here stands as the scenario has it.
import type { Lang, Text } from "../data";
import { nothing, quantity } from "../text/numbers";
import { lawText, parameterUnit } from "./parameter_text";

const step = /\{ from = ([^,\s]+), value = ("[^"]*"|[^\s}]+) \}/g;
const money = /^(-?[\d ]+) KRW$/;

const words = {
  from: { en: "{value} from {date}", ko: "{date}부터 {value}" },
  yes: { en: "yes", ko: "예" },
  no: { en: "no", ko: "아니오" },
} satisfies Record<string, Text>;

/** "[{ from = 2007-01-01, value = 40 }]" -> "2007년부터 40"; "13 000 000 KRW" -> "1,300만 원". */
export function valueText(value: string, lang: Lang): string {
  const bare = value.trim().replace(/^"([^"]*)"$/, "$1");
  if (bare === "" || bare === "[]") return nothing;
  if (bare === "true" || bare === "false") return words[bare === "true" ? "yes" : "no"][lang];
  const steps = [...bare.matchAll(step)];
  if (steps.length > 0 && bare.startsWith("["))
    return steps.map(([, date = "", one = ""]) => stepText(dateText(date, lang), plainText(one, lang), lang)).join(", ");
  if (bare.startsWith("[")) return bare.replace(/^\[|\]$/g, "").replaceAll('"', "");
  if (bare.startsWith("{")) return lawText(bare, lang);
  return plainText(bare, lang);
}

const stepText = (date: string, value: string, lang: Lang) =>
  words.from[lang].replace("{date}", date).replace("{value}", value);

function plainText(value: string, lang: Lang): string {
  const bare = value.replace(/^"([^"]*)"$/, "$1");
  const [, won] = money.exec(bare) ?? [];
  if (won?.trim() === "0") return "0";
  if (won !== undefined) return quantity(Number(won.replaceAll(" ", "")) / 1000, "KRW thousand", lang);
  return bare.replace(/^-(?=[\d.])/, "−");
}

/** 1 January stands for its year. */
function dateText(date: string, lang: Lang): string {
  const [, year] = /^(\d{4})(?:-01-01)?$/.exec(date) ?? [];
  if (year === undefined) return date;
  return lang === "ko" ? `${year}년` : year;
}

/** Of a value written with its money only what is left: "a year". */
export function unitBeside(value: string, unit: string, lang: Lang): string {
  if (!/ KRW\b/.test(value)) return parameterUnit(unit, lang);
  return parameterUnit(unit.replace(/^KRW/, "1").replace(/^1$/, ""), lang);
}

const settings: Record<string, string> = {
  account: "계정", path: "비중", weights: "가중치", share: "비율", treasury: "국고 반납", factor: "배수", amount: "금액",
  associations: "협회 수", interval: "간격(년)", on: "시행일", measure: "기준", authority: "소관", later: "이후 배수", year: "연도",
  rule: "방식", effort: "노력 배수", long_share: "장기 비율", days_a_year: "연간 일수", follow_up: "사후관리", bond: "의무근무",
  cost: "비용", strength: "강도", fields: "분야 수", level: "수준", managers: "매니저 수", manager_cost: "매니저 비용",
  prescreening: "사전심사", a_year: "연간 수", consultations: "상담회", exhibitions: "전시회", missions: "사절단", korea: "한국",
  japan: "일본", pairs: "지역 쌍", bases: "거점 수", firms: "기업 수", size: "모임 크기", request: "요청 비율", granted: "수용률",
  host_assurance: "연수처 확보", host_fee: "연수처 사례비", reluctance: "기술이전 기피", exchange: "환율 배수", exports: "수출 배수",
  target: "대상", others: "그 밖의 기업", metric: "지표", at_least: "하한", at_most: "상한", margin: "여유", month: "결정 월",
  otherwise: "쉴 때의 정책", delivered: "실적", gain: "성과", applications: "신청", execution: "집행", noise: "오차",
}; // prettier-ignore
const choices: Record<string, string> = {
  training: "일본연수", advice: "퇴직기술자 지도", cooperation: "부품소재 협력", guidance: "생산성 지도", groups: "연구회",
  meetings: "상담·전시", outsourcing: "아웃소싱", information: "정보", regions: "지역 교류", scouting: "온리원 발굴",
  base: "해외거점", foundation: "B군 전체", market: "C군 전체", all: "전체", both: "한국·일본", korea: "한국", japan: "일본",
  rate: "남은 기간의 편성액", year: "그해 편성액", score: "점수순", lottery: "추첨", first_come: "선착순",
}; // prettier-ignore

/** "path 0.375 from 2007-01-01" -> "비중 0.375(2007년부터)"; in English years stand for their 1 January. */
export function settingText(value: string, lang: Lang): string {
  if (/^[[{"]/.test(value.trim())) return valueText(value, lang);
  const yearly = value.replace(/(\d{4})-01-01\b/g, lang === "ko" ? "$1년" : "$1");
  if (lang === "en") return yearly;
  return yearly.split(", ").map(settingPart).join(", ");
}

function settingPart(part: string): string {
  const [, date] = /^from (\S+)$/.exec(part) ?? [];
  if (date !== undefined) return `${date}부터`;
  const dated = part.replace(/ from (\S+)$/, "($1부터)");
  const [, key = "", rest = ""] = /^([a-z_]+) (.+)$/.exec(dated) ?? [];
  const name = settings[key];
  return name ? `${name} ${choices[rest] ?? rest}` : dated;
}
