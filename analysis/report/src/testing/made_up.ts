// SPDX-License-Identifier: Apache-2.0
// For tests: a whole study with made-up numbers, of full shape. Every call gives a new copy.
import type { Metric, Num, Policy, ReportData, SplitInterval, Study } from "../data";
import { axes, sections, unknowns } from "./made_up_axes";
import { metricRows } from "./made_up_metrics";
import { fanOf, grid, intervalOf, round, wobble } from "./made_up_numbers";
import { madeUpAssumptions, madeUpEconomics } from "./made_up_money";
import { madeUpParameters, madeUpScorecard } from "./made_up_inputs";
import { compared, type Difference } from "./made_up_verdicts";

const replications = 256;
const offered = ["productivity_effect", "programme_exports", "small_firm_share", "trainees_returned", "needs_served", "budget_spent"];

const study: Study = {
  file: "kjc_2007.h5",
  title: { en: "KJC 2007: which way out of the training cut?", ko: "2007년 한일산업기술협력재단: 연수 예산 축소의 대안" },
  start: "1993-01-01",
  policies_start: "2007-01-01",
  end: "2017-01-01",
  period: "2007-2016",
  first_policy_year: 2007,
  last_policy_year: 2016,
  knowledge: "ex_ante_2007",
  firms: 10000,
  replications,
  failed_worlds: 0,
  draws: 200,
  seed: 20070412,
  budget_scale: 1,
  price_year: 2006,
  coopsim_version: "0.1.0",
  engine_version: 9,
  format_version: 1,
  scenario_hash: "00000000000000000000000000000000",
  fingerprint: "11111111111111111111111111111111",
  content_hash: "22222222222222222222222222222222",
  run_on: "2026-01-15",
  command: "coopsim verify kjc_2007.h5 --sample 64",
  share_not_modelled: 0.02,
};

type Setting = Policy["settings"][number];
const setting = (lever: string, value: string | null, baseline: string | null = null): Setting => ({ lever, value, baseline });
const policy = (id: string, badge: string, en: string, ko: string, settings: Setting[]): Policy => ({
  id,
  label: { en, ko },
  badge,
  baseline: badge === "–",
  stress: false,
  held_against: 0,
  settings,
});
const announced = [setting("share_path", "{ account = \"training\", path = [ { from = 2007, value = 0.375 }, { from = 2008, value = 0.3 } ] }")];
const policies: Policy[] = [
  policy("status_quo", "–", "As in 2006: training keeps .45", "현상 유지(연수 비중 45%)", []),
  policy("announced_path", "1", "Announced: training falls to .30", "예고된 경로(연수 비중 30%로 축소)", announced),
  policy("abrupt_cut", "2", "Abrupt: and a fifth of all money from July 2007", "갑작스러운 삭감(2007년 7월부터 총액 20% 삭감)", [
    ...announced,
    setting("abrupt_cut", "{ on = 2007-07-01, share = 0.2 }"),
  ]),
  policy("cut_without_reuse", "3", "Cut, and the money is gone", "재투자 없는 축소", [...announced, setting("release_to", "{ treasury = 1 }")]),
  policy("dankai", "4", "Retired engineers as advisers", "단카이 퇴직기술자 지도 확대", [
    ...announced,
    setting("release_to", "{ account = \"advice\", share = 0.6 }"),
  ]),
  policy("training_restored", "5", "Training back to .75", "연수 비중 75% 회복", [setting("share_path", "{ path = [ { from = 2007, value = 0.75 } ] }")]),
];

/** Of the last year, relative to today's policy; else by the name of the metric. */
const known: Record<string, number[]> = {
  productivity_effect: [0, 0.24, 0.03, -0.09, 0.19, -0.14],
  programme_exports: [0, 0.31, -0.02, -0.05, 0.12, -0.42],
  small_firm_share: [0, 0.05, 0.04, 0.02, 0.08, -0.12],
  trainees_returned: [0, -0.34, -0.45, -0.34, -0.34, 0.7],
  budget_spent: [0, 0, -0.18, -0.14, 0, 0.01],
  firms_gaining: [0, 0.06, 0.04, 0.02, 0.06, 0.07],
  firms_losing: [0, 0.05, 0.05, 0.04, 0.05, 0.09],
};

const metrics: Metric[] = metricRows.map(([id, unit, total, better, en, ko]) => ({
  id,
  label: { en, ko },
  unit,
  meaning: `${en}, made up`,
  total,
  better,
  least_meaningful: id === "productivity_effect" ? 2 : 0,
}));

const years = axes.year;
const ramp = (year: number) => (year < study.first_policy_year ? 0 : 1 - Math.exp(-(year - 2006) / 3));

function change(id: string, place: number): number {
  return known[id]?.[place] ?? (place === 0 ? 0 : 0.2 * wobble(id, place));
}

/** From its early to its last level; what begins with the policies is zero before. */
function level(row: (typeof metricRows)[number], place: number, year: number): number {
  const [id, , , , , , early, last] = row;
  const grown = (1 - Math.exp(-(year - 1992) / 6)) / (1 - Math.exp(-24 / 6));
  const alone = early === 0 && year < study.first_policy_year ? 0 : early + (last - early) * grown;
  const size = id.startsWith("firms_") && known[id] ? 1 : Math.abs(last);
  return round(alone * (1 + 0.02 * wobble(id, year)) + change(id, place) * size * ramp(year));
}

/** Over the policy period, as the metric says. */
function periodOf(total: Metric["total"], row: Num[]): number {
  const inside = row.slice(study.first_policy_year - years[0]!).map((value) => value ?? 0);
  const sum = inside.reduce((all, value) => all + value, 0);
  if (total === "sum") return round(sum);
  return total === "mean" ? round(sum / inside.length) : inside[inside.length - 1]!;
}

function whole(data: ReportData): void {
  metricRows.forEach((row, at) => {
    const metric = metrics[at]!;
    const yearly = grid(policies.length, years.length, (p, y) => level(row, p, years[y]!));
    const totals = yearly.map((one) => periodOf(metric.total, one));
    const spread = Math.max(...totals.map(Math.abs)) * 0.06;
    data.yearly[metric.id] = yearly;
    data.totals[metric.id] = intervalOf(totals, () => spread / 8);
    const differences: (Difference | null)[] = totals.map((total, p) =>
      p === 0 ? null : { mean: round(total - totals[0]!), half: spread * (metric.id === "productivity_effect" ? 0.9 : 0.5) },
    );
    data.comparison[metric.id] = compared(data, metric, differences);
    if (offered.includes(metric.id)) data.fans[metric.id] = fansOf(yearly, Math.abs(row[7]) * 0.07);
  });
}

function fansOf(yearly: number[][], sd: number) {
  const difference = yearly.map((row, p) => row.map((value, y) => (p === 0 ? null : round(value - yearly[0]![y]!))));
  return {
    level: fanOf(yearly, (_, y) => sd * Math.min(1, 0.4 + y / 20), replications),
    difference: fanOf(difference, (_, y) => 0.6 * sd * ramp(years[y]!), replications),
  };
}

function split(data: ReportData): void {
  metricRows.forEach((row, at) => {
    const metric = metrics[at]!;
    for (const axis of row[8].split(" ").filter(Boolean)) {
      const categories = (axes[axis as keyof typeof axes] as unknown[]).length;
      const id = `${metric.id}_by_${axis}`;
      const parts = partsOf(metric, axis, categories);
      const yearly = policies.map((_, p) => parts.map((part) => data.yearly[metric.id]![p]!.map((value) => round((value ?? 0) * part))));
      data.split_yearly[id] = yearly;
      data.split_totals[id] = splitTotals(yearly.map((rows) => rows.map((one) => periodOf(metric.total, one))));
    }
  });
}

/** Parts of a sum add to one; of means each lies around the whole. */
function partsOf(metric: Metric, axis: string, categories: number): number[] {
  const raw = Array.from({ length: categories }, (_, c) => 1 + 0.5 * wobble(metric.id, axis, c));
  if (metric.total !== "sum" && metric.unit !== "firm") return raw;
  const all = raw.reduce((sum, part) => sum + part, 0);
  return raw.map((part) => part / all);
}

function splitTotals(level: number[][]): { level: SplitInterval; difference: SplitInterval } {
  const difference: Num[][] = level.map((row, p) => row.map((value, c) => (p === 0 ? null : round(value - level[0]![c]!))));
  const around = (mean: Num[][], share: number): SplitInterval => {
    const half = level[0]!.map((value) => Math.abs(value) * share);
    const moved = (sign: number) => mean.map((row) => row.map((value, c) => (value === null ? null : round(value + sign * half[c]!))));
    return { mean, low: moved(-1), high: moved(1) };
  };
  return { level: around(level, 0.02), difference: around(difference, 0.03) };
}

function built(): ReportData {
  const data: ReportData = {
    study, policies, axes, metrics, headline: "productivity_effect", offered,
    yearly: {}, fans: {}, totals: {}, split_yearly: {}, split_totals: {}, comparison: {},
    economics: null, assumptions: null, scorecard: madeUpScorecard(), parameters: madeUpParameters(),
  }; // prettier-ignore
  whole(data);
  split(data);
  data.economics = madeUpEconomics(data);
  data.assumptions = madeUpAssumptions(data, unknowns, sections);
  return data;
}

let cached: string | null = null;

/** What is overridden is taken as it is; a function may change the copy. */
export function madeUp(overrides: Partial<ReportData> | ((data: ReportData) => void) = {}): ReportData {
  cached ??= JSON.stringify(built());
  const data = JSON.parse(cached) as ReportData;
  if (typeof overrides === "function") overrides(data);
  else Object.assign(data, overrides);
  return data;
}
