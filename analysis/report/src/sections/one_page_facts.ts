// SPDX-License-Identifier: Apache-2.0
// Four facts: which policy, how much better, at what cost, and whether other assumptions change it.
import type { Lang, Metric, Num, ReportData, Text } from "../data";
import type { Facts } from "../section";
import { costOf, oftenBetter, timesText, yearsOf } from "../text/answer_parts";
import { isShare, metricInterval, metricUnit, amount } from "../text/metrics";
import { decimal, digitsToRead, isNumber, quantity, unitLabel } from "../text/numbers";
import { shown, type Standings } from "../text/standings";
import { reasonOf, verdictBrief } from "../text/verdicts";
import { filled } from "../text/words";
import { columnLabel, spanOf } from "./one_page_columns";

type Fact = Facts["facts"][number];

const words = {
  which: { en: "Which policy", ko: "어느 정책인가" },
  some: { en: "{k} of {n} policies; no verdict between them", ko: "대안 {n}개 중 {k}개. 서로의 우열은 판단 불가" },
  one: { en: "of {n} policies", ko: "대안 {n}개 중" },
  alone: { en: "the only policy compared", ko: "비교한 대안은 이것뿐이다" },
  none: { en: "None", ko: "없음" },
  none_note: { en: "none of {n} policies is clearly better", ko: "대안 {n}개 중 뚜렷이 나은 안이 없다" },
  blocked: { en: "No verdict", ko: "판정하지 않음" },
  much: { en: "How much better ({metric}, {span})", ko: "얼마나 나은가 ({metric}, {span})" },
  interval: { en: "95% interval {list}", ko: "95% 신뢰구간 {list}" },
  highest: { en: "Highest ({metric}, {span})", ko: "가장 높게 나온 안 ({metric}, {span})" },
  lowest: { en: "Lowest ({metric}, {span})", ko: "가장 낮게 나온 안 ({metric}, {span})" },
  cost: { en: "Public cost, difference ({years}, present value)", ko: "공공비용 차이 ({years} 현재가치)" },
  firms: { en: "firms’ share {firms}", ko: "기업 부담 {firms}" },
  of_today: { en: "{share} of today’s {level}", ko: "현행 {level}의 {share}" },
  no_cost: { en: "not computed in this file", ko: "이 파일에서는 계산하지 않음" },
  unclear: { en: "difference not clear; ", ko: "차이가 뚜렷하지 않음. " },
  sure: { en: "Better under other assumptions, too?", ko: "가정이 달라져도 나은가" },
  sets: { en: "of {n} sets of assumptions drawn", ko: "뽑아 본 가정 조합 {n}가지" },
  no_draws: { en: "assumptions were not varied", ko: "가정을 바꾸어 보지 않음" },
} satisfies Record<string, Text>;

const money = "KRW thousand";

/** Null where nothing can be compared. */
export function factsBlock(data: ReportData, standing: Standings, lang: Lang): Facts | null {
  const { metric, alternatives, which } = standing;
  if (!metric || alternatives.length === 0 || which === "no_baseline" || which === "no_metric") return null;
  const named = standing.leading.length > 0 ? standing.leading.slice(0, 3) : alternatives.slice(0, 1);
  const theirs = [muchFact(data, standing, metric, named, lang), costFact(data, named, lang), sureFact(data, metric, named, lang)];
  // Where nobody leads, the badge tells whose numbers these are.
  const tagged = standing.leading.length > 0 || alternatives.length === 1 ? theirs : theirs.map((fact) => ({ ...fact, badges: named }));
  return { kind: "facts", facts: [whichFact(data, standing, lang), ...tagged] };
}

function whichFact(data: ReportData, { metric, leading, alternatives, rows, which }: Standings, lang: Lang): Fact {
  const question = words.which[lang];
  const n = alternatives.length;
  const first = rows[leading[0] ?? -1];
  if (which === "no_verdict") {
    const row = alternatives.map((place) => rows[place]).find((one) => one?.obstacle);
    return { question, value: words.blocked[lang], unit: "", note: row ? reasonOf(row, lang) : "" };
  }
  if (!first) return { question, value: words.none[lang], unit: "", note: filled(words.none_note, lang, { n }) };
  const value = verdictBrief(shown(data, first), metric!.better, lang);
  const text = n === 1 ? words.alone : leading.length === 1 ? words.one : words.some;
  return { question, value: "", unit: value, note: filled(text, lang, { n, k: leading.length }), badges: leading.slice(0, 5) };
}

/** Of several the lowest and the highest mean; each interval in the note. */
function muchFact(data: ReportData, { leading, rows }: Standings, metric: Metric, named: number[], lang: Lang): Fact {
  const text = leading.length > 0 ? words.much : metric.better === "less" ? words.lowest : words.highest;
  const question = filled(text, lang, { metric: columnLabel(metric, lang), span: spanOf(data, metric, lang) });
  const options = { share: isShare(metric), sign: true };
  const end = (place: number, key: "difference" | "low" | "high") => rows[place]?.[key] ?? null;
  const digits = Math.max(0, ...named.map((place) => digitsToRead(end(place, "difference"), end(place, "low"), end(place, "high"), metric.unit, lang, options)));
  const value = range(named.map((place) => end(place, "difference")), (mean) => amount(mean, metric, lang, { ...options, bare: true, digits }), lang);
  const list = named.map((place) => withBadge(data, named, place, metricInterval(end(place, "low"), end(place, "high"), metric, lang, { sign: true, digits })));
  return { question, value, unit: metricUnit(metric, lang, options), note: filled(words.interval, lang, { list: list.join(", ") }) };
}

/** "+2.8~3.6": the sign once, where both ends have it. */
function range(values: Num[], format: (value: number) => string, lang: Lang): string {
  const known = values.filter(isNumber).sort((a, b) => a - b);
  if (known.length === 0) return "–";
  const [low, high] = [format(known[0]!), format(known[known.length - 1]!)];
  if (low === high) return low;
  const end = low.startsWith("+") ? high.replace(/^\+/, "") : high;
  return lang === "ko" ? `${low}~${end}` : `${low} to ${end}`;
}

const withBadge = (data: ReportData, named: number[], place: number, text: string) => (named.length > 1 ? `${data.policies[place]!.badge}: ${text}` : text);

function costFact(data: ReportData, named: number[], lang: Lang): Fact {
  const question = filled(words.cost, lang, { years: yearsOf(data, lang) });
  const costs = named.map((place) => costOf(data, place));
  if (costs.every((cost) => cost === null)) return { question, value: "–", unit: "", note: words.no_cost[lang] };
  const baseline = data.policies.findIndex((policy) => policy.baseline);
  const level = data.economics?.public_cost.level.mean[baseline] ?? null;
  const means = costs.map((cost) => cost?.mean ?? null);
  const largest = Math.max(...means.map((mean) => Math.abs(mean ?? 0)));
  const digits = (largest / (lang === "ko" ? 1e5 : 1e6)) < 10 ? 1 : lang === "ko" ? 0 : 1;
  const value = range(means, (mean) => quantity(mean, money, lang, { sign: true, bare: true, digits }), lang);
  const unclear = costs.some((cost) => cost && isNumber(cost.low) && isNumber(cost.high) && cost.low <= 0 && cost.high >= 0 && cost.mean !== 0);
  return { question, value, unit: unitLabel(money, lang), note: (unclear && costs.length === 1 ? words.unclear[lang] : "") + [ofToday(means, level, lang), ofFirms(data, named, lang)].filter((part) => part !== "").join(" · ") };
}

/** What firms pay more or less; a policy that is not held against today's has none here. */
function ofFirms(data: ReportData, named: number[], lang: Lang): string {
  const differences = named.map((place) => (data.policies[data.policies[place]?.held_against ?? -1]?.baseline ? (data.economics?.firm_cost.difference.mean[place] ?? null) : null));
  if (!differences.every(isNumber)) return "";
  const largest = Math.max(...differences.map((mean) => Math.abs(mean ?? 0)));
  const digits = largest / (lang === "ko" ? 1e5 : 1e6) < 10 || lang === "en" ? 1 : 0;
  const text = range(differences, (mean) => quantity(mean, money, lang, { sign: true, bare: true, digits }), lang);
  return filled(words.firms, lang, { firms: lang === "ko" ? `${text}${unitLabel(money, lang)}` : `${text} ${unitLabel(money, lang)}` });
}

function ofToday(means: Num[], level: Num, lang: Lang): string {
  if (!isNumber(level) || level <= 0) return "";
  const percent = (share: number) => decimal(share * 100, Math.abs(share) < 0.1 ? 1 : 0, true);
  const shares = `${range(means.map((mean) => (isNumber(mean) ? mean / level : null)), percent, lang)}%`;
  return filled(words.of_today, lang, { level: quantity(level, money, lang), share: shares });
}

function sureFact(data: ReportData, metric: Metric, named: number[], lang: Lang): Fact {
  const question = words.sure[lang];
  const all = named.map((place) => oftenBetter(data, metric, place));
  const known = all.flatMap((often) => (often ? [often.k] : []));
  if (known.length === 0) return { question, value: "–", unit: "", note: words.no_draws[lang] };
  const draws = data.assumptions?.draws ?? 0;
  const [least, most] = [Math.min(...known), Math.max(...known)];
  const k = least === most ? String(least) : lang === "ko" ? `${least}~${most}` : `${least} to ${most}`;
  const each = named.length > 1 ? ` (${named.map((place, at) => withBadge(data, named, place, String(all[at]?.k ?? "–"))).join(", ")})` : "";
  return { question, value: timesText(k, Math.min(100, draws), lang), unit: "", note: filled(words.sets, lang, { n: draws }) + each };
}
