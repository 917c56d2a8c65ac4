// SPDX-License-Identifier: Apache-2.0
// All policies against today's on one zero line a metric, with costs and verdicts.
import type { Compared, Lang, ReportData, Text } from "../data";
import type { Forest, ForestMark, ForestRow, Table, View } from "../section";
import { costOf } from "../text/answer_parts";
import { amount } from "../text/metrics";
import { digitsFor, isNumber, quantity, unitDivisor, unitLabel } from "../text/numbers";
import { shown, type Standings } from "../text/standings";
import { verdictBrief } from "../text/verdicts";
import { filled, policyName } from "../text/words";
import { columnsOf, meanings, type Column, type Difference } from "./one_page_columns";
import { inOrder } from "./wrong_parts";

const words = {
  up: { en: "Clearly above today’s policy: {list}", ko: "현행 유지보다 뚜렷이 높은 안: {list}" },
  down: { en: "clearly below: {list}", ko: "뚜렷이 낮은 안: {list}" },
  nothing: {
    en: "In none of these metrics is any policy clearly above or below today’s",
    ko: "어느 지표에서도 현행 유지와 뚜렷이 다른 안이 없다",
  },
  no_verdict: { en: "Difference from today’s policy, without a verdict", ko: "현행 유지와 비교한 차이(판정하지 않음)" },
  many: { en: "{label} {n} policies", ko: "{label} {n}개 안" },
  few: { en: "{label} {badges}", ko: "{label} {badges}번" },
  subtitle: {
    en: "The grey line is today’s policy: right of it is more, left of it less. The last row gives today’s own values.",
    ko: "세로 회색 선이 현행 유지이다. 오른쪽이면 현행보다 크고 왼쪽이면 작다. 맨 아래 줄은 현행 유지의 값이다.",
  },
  cost: { en: "public, {n} years · {unit}", ko: "공공 {n}년 · {unit}" },
  simultaneous: {
    en: "The 95% intervals of a metric hold together over all policies (simultaneous 95%).",
    ko: "한 지표의 95% 신뢰구간은 모든 대안에 함께 성립한다(동시 95%).",
  },
  ratio: { en: "Those of the benefit-cost ratio and of costs hold for each policy alone.", ko: "편익비용비와 비용의 구간은 정책마다 따로 낸 것이다." },
  best: {
    en: "Among the best: cannot be told from the leader in the paired comparison.",
    ko: "최선 그룹: 1위와 짝지어 비교해도 우열을 가릴 수 없는 안.",
  },
  equal: {
    en: "Practically equal: the whole interval within ±{delta}, the least difference the scenario calls meaningful.",
    ko: "사실상 같음: 구간 전체가 ±{delta}(시나리오에 적은 의미 있는 최소 차이) 안에 드는 안.",
  },
  bp: { en: "1 bp is 0.01%.", ko: "1bp는 0.01%이다." },
  stress: {
    en: "A stress case is not ranked; it is held against policy {badges}.",
    ko: "충격 사례는 순위를 매기지 않으며 {badges}번 정책과 비교한 값이다.",
  },
  stress_verdict: { en: "Stress case, against {badge}", ko: "충격 사례({badge}번 대비)" },
  tip: {
    en: "{name}\n{label}: {mean}\n95% interval: {low} to {high}",
    ko: "{name}\n{label}: {mean}\n95% 신뢰구간: {low}~{high}",
  },
  tip_thin: { en: "\nassumptions, 5–95%: {low} to {high}", ko: "\n가정을 바꿨을 때(5~95%): {low}~{high}" },
} satisfies Record<string, Text>;

const heads = {
  policy: { en: "Policy", ko: "정책" },
  mean: { en: "{label}, difference ({unit})", ko: "{label} 차이({unit})" },
  low: { en: "95% low", ko: "95% 하한" },
  high: { en: "95% high", ko: "95% 상한" },
  thin_low: { en: "assumptions 5%", ko: "가정 5%" },
  thin_high: { en: "assumptions 95%", ko: "가정 95%" },
  cost: { en: "Public cost ({unit})", ko: "공공비용({unit})" },
  verdict: { en: "Verdict", ko: "판정" },
} satisfies Record<string, Text>;

const money = "KRW thousand";

/** Null where there is nothing to compare. */
export function forestBlock({ data, lang, printing }: View, standing: Standings): Forest | null {
  const columns = columnsOf(data, lang);
  if (columns.length === 0 || standing.alternatives.length === 0 || standing.which === "no_baseline") return null;
  const places = inOrder(data);
  const cost = costsOf(data, places, lang);
  const rows = places.map((place) => rowOf(data, place, columns, cost, lang, printing));
  const costs = rows.some((row) => row.cost !== "");
  const n = data.study.last_policy_year - data.study.first_policy_year + 1;
  return {
    kind: "forest",
    id: "forest",
    title: titleOf(data, columns, standing, lang),
    subtitle: words.subtitle[lang],
    columns: columns.map(({ metric, label, sublabel, written }) => ({
      metric: metric.id,
      label,
      sublabel,
      tickText: (value: number) => (value === 0 ? "0" : written.tick(written.scaled(value))),
    })),
    rows,
    ...(costs ? { cost_sublabel: filled(words.cost, lang, { n, unit: unitLabel(money, lang) }) } : {}),
    caption: captionOf(data, columns, standing, lang),
    table: tableOf(data, columns, rows, cost, lang),
  };
}

type Costs = { text(place: number): string };

/** Differences with sign, of the baseline its own level; decimals alike down the column. */
function costsOf(data: ReportData, places: number[], lang: Lang): Costs {
  const known = places.map((place) => costOf(data, place)).filter((cost) => cost !== null);
  const largest = Math.max(0, ...known.map((cost) => Math.abs(cost.mean ?? 0))) / unitDivisor(money, lang);
  const digits = largest >= 100 ? 0 : Math.min(1, Math.max(0, ...known.map((cost) => digitsFor(cost.low, cost.high, money, lang))));
  const text = (place: number) => {
    if (data.policies[place]?.baseline) {
      const level = data.economics?.public_cost.level.mean[place] ?? null;
      return isNumber(level) ? quantity(level, money, lang, { bare: true, digits: lang === "ko" ? 0 : 1 }) : "";
    }
    const cost = costOf(data, place);
    return cost ? quantity(cost.mean, money, lang, { bare: true, sign: true, digits }) : "";
  };
  return { text };
}

function rowOf(data: ReportData, place: number, columns: Column[], costs: Costs, lang: Lang, printing: boolean): ForestRow {
  const policy = data.policies[place]!;
  const found = data.comparison[data.headline]?.[place];
  const row = found ? shown(data, found) : null;
  return {
    policy: place,
    marks: columns.map((column) => (policy.baseline ? baselineMark(column) : markOf(column, policyName(policy, lang), column.differences[place], lang))),
    cost: costs.text(place),
    state: row?.state ?? (policy.baseline ? "baseline" : "no_verdict"),
    verdict: row ? verdictOf(data, place, row, columns[0]!, lang, printing) : "",
  };
}

function verdictOf(data: ReportData, place: number, row: Compared, headline: Column, lang: Lang, printing: boolean): string {
  const against = data.policies[data.policies[place]!.held_against];
  if (row.obstacle === "stress_case" && against && !against.baseline && !printing) return filled(words.stress_verdict, lang, { badge: against.badge });
  return verdictBrief(row, headline.metric.better, lang, printing);
}

const baselineMark = (column: Column): ForestMark => ({ mean: 0, low: null, high: null, thin_low: null, thin_high: null, text: column.level, hollow: false });

function markOf(column: Column, name: string, one: Difference | null | undefined, lang: Lang): ForestMark | null {
  if (!one) return null;
  const { written, label } = column;
  const values = { name, label, mean: written.full(one.mean), low: written.bare(one.low), high: written.bare(one.high) };
  const thin = isNumber(one.thin_low) && isNumber(one.thin_high);
  const more = thin ? filled(words.tip_thin, lang, { low: written.bare(one.thin_low), high: written.bare(one.thin_high) }) : "";
  const { mean, low, high, thin_low, thin_high, covers_zero } = one;
  return { mean, low, high, thin_low, thin_high, text: written.bare(mean), hollow: covers_zero, tip: filled(words.tip, lang, values) + more };
}

/** What is clearly so, by the badges of the policies. */
function titleOf(data: ReportData, columns: Column[], standing: Standings, lang: Lang): string {
  if (standing.which === "no_verdict" || standing.which === "no_baseline") return words.no_verdict[lang];
  const said = (moved: Difference["moved"]) =>
    columns.flatMap((column) => {
      const places = standing.alternatives.filter((place) => column.differences[place]?.moved === moved);
      return places.length > 0 ? [inTitle(data, column.label, places, lang)] : [];
    });
  const [up, down] = [said("up"), said("down")];
  if (up.length > 0) return filled(words.up, lang, { list: up.join(", ") });
  if (down.length === 0) return words.nothing[lang];
  const text = filled(words.down, lang, { list: down.join(", ") });
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function inTitle(data: ReportData, label: string, places: number[], lang: Lang): string {
  if (places.length > 4) return filled(words.many, lang, { label, n: places.length });
  const badges = [...places].sort((a, b) => a - b).map((place) => data.policies[place]!.badge);
  return filled(words.few, lang, { label, badges: badges.join("·") });
}

function captionOf(data: ReportData, columns: Column[], { rows, stress, alternatives }: Standings, lang: Lang): string {
  const state = (id: Compared["state"]) => alternatives.some((place) => rows[place]?.state === id && alternatives.length > 1);
  const { metric } = columns[0]!;
  const ratio = columns.some((column) => column.metric.id === "benefit_cost_ratio");
  const against = [...new Set(stress.map((place) => data.policies[data.policies[place]!.held_against]?.badge ?? ""))];
  const delta = amount(metric.least_meaningful, metric, lang);
  return [
    words.simultaneous[lang],
    ratio ? words.ratio[lang] : "",
    ...columns.map((column) => meanings[column.metric.id]?.[lang] ?? ""),
    state("among_the_best") ? words.best[lang] : "",
    metric.least_meaningful > 0 && rows.some((row) => row.state === "practically_equal" && !row.no_difference) ? filled(words.equal, lang, { delta }) : "",
    stress.length > 0 ? filled(words.stress, lang, { badges: against.join("·") }) : "",
    metric.unit === "bp" ? words.bp[lang] : "",
  ]
    .filter(Boolean)
    .join(" ");
}

function tableOf(data: ReportData, columns: Column[], rows: ForestRow[], costs: Costs, lang: Lang): Table {
  const ends = ["low", "high", "thin_low", "thin_high"] as const;
  const kept = columns.map((column) => ends.filter((end) => column.differences.some((one) => isNumber(one?.[end]))));
  const number = (label: string) => ({ label, numeric: true });
  return {
    columns: [
      { label: heads.policy[lang], numeric: false },
      ...columns.flatMap((column, at) => [
        number(filled(heads.mean, lang, { label: column.label, unit: column.written.unit }).replace(/ ?\(\)/, "")),
        ...kept[at]!.map((end) => number(heads[end][lang])),
      ]),
      number(filled(heads.cost, lang, { unit: unitLabel(money, lang) })),
      { label: heads.verdict[lang], numeric: false },
    ],
    rows: rows.map((row) => [
      policyName(data.policies[row.policy]!, lang),
      ...columns.flatMap((column, at) => {
        const one = column.differences[row.policy];
        const exact = (value: number | null | undefined) => (isNumber(value) ? column.written.exact(value) : null);
        return [data.policies[row.policy]!.baseline ? column.level : exact(one?.mean), ...kept[at]!.map((end) => exact(one?.[end]))];
      }),
      costs.text(row.policy) || null,
      row.verdict,
    ]),
  };
}
