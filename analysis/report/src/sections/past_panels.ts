// SPDX-License-Identifier: Apache-2.0
// Simulated years beside what was observed: one small panel a response and policy, of targets that
// were fitted or held out. What is only an input come out again stands in the table alone.
import { pastPanel, type Observed, type PastYear } from "../charts/past_panel";
import { columnWidth, medium, policyColour } from "../charts/theme";
import type { Lang, Metric, ReportData, Score, Text } from "../data";
import type { Block, Columns, Figure, View } from "../section";
import { amount, isShare, metricInterval, metricOf, metricUnit } from "../text/metrics";
import { decimal, isNumber, nothing, unitDivisor, years as yearsText } from "../text/numbers";
import { filled, shortNames } from "../text/words";
import { decimalsOf, tickText } from "./wrong_parts";

const words = {
  within: { en: "{metric}: within what is allowed", ko: "{metric}: 허용 범위 안" },
  missed: { en: "{metric}: missed", ko: "{metric}: 벗어남" },
  some: { en: "{metric}: {within} of {all} within", ko: "{metric}: {all}개 중 {within}개 범위 안" },
  none: { en: "{metric}: {all} of {all} missed", ko: "{metric}: {all}개 모두 벗어남" },
  every: { en: "{metric}: {all} of {all} within", ko: "{metric}: {all}개 모두 범위 안" },
  under: { en: "under {policy}", ko: "{policy} 기준" },
  held_out: { en: "held out", ko: "검증" },
  calibrated: { en: "calibrated", ko: "보정" },
  label: {
    en: "{title}. Simulated values of {years} against {n} observed: {list}.",
    ko: "{title}. {years} 모의 결과를 관측값 {n}개와 견주었다: {list}.",
  },
  pair: { en: "{years} observed {target}, simulated {mean}", ko: "{years} 관측 {target}, 모의 {mean}" },
  year: { en: "Year", ko: "연도" },
  middle: { en: "Simulated, median", ko: "모의 중앙값" },
  mean: { en: "Simulated, mean", ko: "모의 평균" },
  range: { en: "5 to 95%", ko: "5~95%" },
  observed: { en: "Observed", ko: "관측" },
  allowed: { en: "Allowed", ko: "허용" },
} satisfies Record<string, Text>;

export interface Panel {
  metric: Metric;
  place: number;
  scores: Score[];
}

/** Fitted or held-out targets of a response in the file, by response and policy; held out first. */
export function panelsOf(data: ReportData): Panel[] {
  const found = new Map<string, Panel>();
  for (const score of data.scorecard) {
    const metric = score.metric === null ? null : metricOf(data, score.metric);
    const place = placeOf(data, score.policy);
    const drawn = score.kind === "held_out" || score.kind === "calibrated";
    if (!metric || place < 0 || !drawn || score.verdict === "not_in_file") continue;
    if (!isNumber(score.first_year) || !isNumber(score.last_year) || !data.yearly[metric.id]) continue;
    if (!isObserved(score) || (score.last_year > score.first_year && metric.total !== "sum")) continue;
    const key = `${metric.id}/${place}`;
    const panel = found.get(key) ?? { metric, place, scores: [] };
    panel.scores.push(score);
    found.set(key, panel);
  }
  const held = (panel: Panel) => (panel.scores.some((score) => score.kind === "held_out") ? 0 : 1);
  return [...found.values()].sort((a, b) => held(a) - held(b));
}

/** What is allowed on one side only, or is a bound, is a limit and not something that was observed. */
export const isObserved = (score: Score) => score.kind !== "bound" && isNumber(score.least) && isNumber(score.most);

function placeOf(data: ReportData, id: string): number {
  const baseline = data.policies.findIndex((policy) => policy.baseline);
  return id === "" ? baseline : data.policies.findIndex((policy) => policy.id === id);
}

/** Three beside each other; on a phone one below the other. */
export function panelRows(view: View): Block[] {
  const panels = panelsOf(view.data);
  const each = medium(view) === "phone" ? 1 : 3;
  const width = columnWidth(view, Array.from({ length: each }, () => 1), 0);
  const figures = panels.map((panel) => figureOf(panel, view, width));
  const rows: Columns[] = [];
  for (let at = 0; at < figures.length; at += each) {
    const row: Block[][] = figures.slice(at, at + each).map((figure) => [figure]);
    while (row.length < each) row.push([]);
    rows.push({ kind: "columns", blocks: row });
  }
  return rows;
}

function figureOf(panel: Panel, view: View, width: number): Figure {
  const { data, lang } = view;
  const { metric, place, scores } = panel;
  const divide = unitDivisor(metric.unit, lang, { share: isShare(metric), scale: "standard" });
  const years = yearsOf(panel, data, divide);
  const observed = scores.map((score) => observedOf(score, metric, divide, lang));
  const title = titleOf(panel, lang);
  return {
    kind: "figure",
    id: `past_${metric.id}_${data.policies[place]?.id ?? ""}`,
    title,
    subtitle: subtitleOf(panel, data, lang),
    spec: pastPanel(years, observed, policyColour(data, place), (value) => tickText(value), {
      width,
      printing: view.printing,
    }),
    label: filled(words.label, lang, {
      title,
      years: yearsText(`${years[0]?.year}-${years[years.length - 1]?.year}`, lang),
      n: scores.length,
      list: scores.map((score) => pairOf(score, metric, lang)).join("; "),
    }),
    table: tableOf(years, scores, metric, lang),
  };
}

function yearsOf({ metric, place, scores }: Panel, data: ReportData, divide: number): PastYear[] {
  const band = data.past_fans?.[metric.id] ?? data.fans[metric.id]?.level;
  const before = scores.every((score) => (score.last_year ?? 0) < data.study.first_policy_year);
  const after = scores.every((score) => (score.first_year ?? 0) >= data.study.first_policy_year);
  const scaled = (value: number | null | undefined) => (isNumber(value) ? value / divide : null);
  return data.axes.year.flatMap((year, at) => {
    if (before && year >= data.study.first_policy_year) return [];
    if (after && !data.policies[place]?.baseline && year < data.study.first_policy_year) return [];
    const mid = scaled(band?.q50[place]?.[at] ?? data.yearly[metric.id]?.[place]?.[at]);
    return mid === null ? [] : [{ year, mid, low: scaled(band?.q05[place]?.[at]), high: scaled(band?.q95[place]?.[at]) }];
  });
}

/** Of several years: the yearly mean, for the axis is by year. */
function observedOf(score: Score, metric: Metric, divide: number, lang: Lang): Observed {
  const first = score.first_year ?? 0;
  const last = score.last_year ?? first;
  const each = divide * (last - first + 1);
  const scaled = (value: number | null) => (isNumber(value) ? value / each : null);
  return {
    first,
    last,
    value: score.target / each,
    least: scaled(score.least),
    most: scaled(score.most),
    missed: score.verdict === "missed",
    heldOut: score.kind === "held_out",
    tip: `${pairOf(score, metric, lang)}\n${words.allowed[lang]}: ${allowedText(score, metric, lang)}`,
  };
}

function titleOf({ metric, scores }: Panel, lang: Lang): string {
  const all = scores.length;
  const within = scores.filter((score) => score.verdict === "within").length;
  const one = within === 1 ? words.within : words.missed;
  const many = within === all ? words.every : within === 0 ? words.none : words.some;
  return filled(all === 1 ? one : many, lang, { metric: metric.label[lang], within, all });
}

function subtitleOf({ metric, place, scores }: Panel, data: ReportData, lang: Lang): string {
  const unit = metricUnit(metric, lang);
  const policy = data.policies[place];
  const under = policy?.baseline ? "" : filled(words.under, lang, { policy: shortNames(data.policies, lang)[place] ?? "" });
  const kinds = (["held_out", "calibrated"] as const).filter((kind) => scores.some((score) => score.kind === kind));
  return [unit, under, ...kinds.map((kind) => words[kind][lang])].filter(Boolean).join(" · ");
}

function pairOf(score: Score, metric: Metric, lang: Lang): string {
  return filled(words.pair, lang, {
    years: yearsText(`${score.first_year}-${score.last_year}`, lang),
    target: amount(score.target, metric, lang),
    mean: amount(score.mean, metric, lang),
  });
}

const more = { en: "{least} or more", ko: "{least} 이상" } satisfies Text;
const less = { en: "{most} or less", ko: "{most} 이하" } satisfies Text;
const exact = { en: "exactly {least}", ko: "{least} 그대로" } satisfies Text;

/** "163~245명", "200명 이상"; of a score without a metric plain numbers. */
export function allowedText(score: Score, metric: Metric | null, lang: Lang): string {
  const text = (value: number) => scoreText(value, metric, lang);
  const { least, most } = score;
  if (!isNumber(least) && !isNumber(most)) return nothing;
  if (!isNumber(most)) return filled(more, lang, { least: text(least ?? 0) });
  if (!isNumber(least)) return filled(less, lang, { most: text(most) });
  return least === most ? filled(exact, lang, { least: text(least) }) : rangeText(least, most, metric, lang, true);
}

export function scoreText(value: number | null, metric: Metric | null, lang: Lang): string {
  if (metric) return amount(value, metric, lang);
  if (!isNumber(value)) return nothing;
  return decimal(value, Math.min(3, decimalsOf(Number(value.toPrecision(3)))));
}

/** "163~245명", "163 to 245 persons"; decimals of the ends themselves, for they are no interval of chance. */
export function rangeText(low: number, high: number, metric: Metric | null, lang: Lang, withUnit = false): string {
  const ends = [low, high].map((end) => Number(end.toPrecision(4))) as [number, number];
  const text = metric
    ? metricInterval(low, high, metric, lang, { withUnit, digits: digitsOf(ends, metric, lang) })
    : ends.map((end) => scoreText(end, null, lang)).join(lang === "ko" ? "~" : " to ");
  const [from, to] = text.split(lang === "ko" ? "~" : " to ");
  return from === to ? (from ?? text) : text;
}

function digitsOf(ends: [number, number], metric: Metric, lang: Lang): number {
  const divide = unitDivisor(metric.unit, lang, { share: isShare(metric), scale: "standard" });
  const largest = Math.max(...ends.map((end) => Math.abs(end / divide)));
  return largest >= 100 ? 0 : Math.min(2, Math.max(...ends.map((end) => decimalsOf(Number((end / divide).toPrecision(3))))));
}

function tableOf(years: PastYear[], scores: Score[], metric: Metric, lang: Lang) {
  const divide = unitDivisor(metric.unit, lang, { share: isShare(metric), scale: "standard" });
  const banded = years.some((one) => one.low !== null);
  const digits = years.some((one) => Math.abs(one.mid) >= 100) ? 1 : 2;
  const columns = [
    { label: words.year[lang], numeric: false },
    { label: (banded ? words.middle : words.mean)[lang], numeric: true },
    ...(banded ? [{ label: words.range[lang], numeric: true }] : []),
    { label: words.observed[lang], numeric: true },
    { label: words.allowed[lang], numeric: true },
  ];
  const rows = years.map((one) => {
    const score = scores.find((each) => each.first_year === one.year && each.last_year === one.year);
    const range = `${decimal(one.low, digits)}~${decimal(one.high, digits)}`;
    return [
      String(one.year),
      decimal(one.mid, digits),
      ...(banded ? [range] : []),
      score ? decimal(score.target / divide, digits) : null,
      score ? allowedText(score, metric, lang) : null,
    ];
  });
  return { columns, rows };
}
