// SPDX-License-Identifier: Apache-2.0
// For tests: costs and benefits, and what the assumptions do to the differences.
import type { Assumptions, AssumptionsOf, Economics, Interval, Num, ReportData, Unknown } from "../data";
import { grid, intervalOf, round, wobble } from "./made_up_numbers";

const valuations = [
  ["full_value", "Value added in full", "부가가치 전액"],
  ["cautious", "Cautious", "보수적"],
  ["full_value_and_trade", "In full, with trade", "부가가치 전액, 무역 포함"],
  ["cautious_and_trade", "Cautious, with trade", "보수적, 무역 포함"],
] as const;
const points = 64;

/** KRW thousand, present value. */
const cost = [72.4e6, 72.6e6, 60.1e6, 62.3e6, 72.5e6, 72.8e6];
const firms = [9.1e6, 8.4e6, 6.9e6, 7.2e6, 8.8e6, 10.4e6];
const benefit = [64e6, 78e6, 61e6, 57e6, 76e6, 55e6];
const worth = [1, 0.55, 1.25, 0.72];

function levelAndDifference(level: number[], half: number): { level: Interval; difference: Interval } {
  const difference: Num[] = level.map((value, p) => (p === 0 ? null : round(value - level[0]!)));
  return { level: intervalOf(level, () => half), difference: intervalOf(difference, () => half * 0.5) };
}

export function madeUpEconomics(data: ReportData): Economics {
  const benefits = worth.map((w) => benefit.map((value) => round(value * w)));
  const net = benefits.map((row) => row.map((value, p) => round(value - cost[p]! - firms[p]!)));
  const ratio = benefits.map((row) => row.map((value, p) => round(value / (cost[p]! + firms[p]!))));
  const policies = data.policies.length;
  const more = (row: number[], key: string, sd: number) =>
    grid<Num>(policies, points, (p, r) => (p === 0 ? null : round(row[p]! - row[0]! + sd * wobble(key, p, r))));
  for (const rows of Object.values(data.comparison))
    rows.forEach((row, p) => {
      if (row.difference === null) return;
      row.more_cost = round(cost[p]! - cost[0]!);
      row.more_cost_low = row.more_cost - 1.5e5;
      row.more_cost_high = row.more_cost + 1.5e5;
    });
  return {
    discount_rate: 0.055,
    valuations: valuations.map(([id, en, ko]) => ({ id, label: { en, ko }, counts: "made up" })),
    public_cost: levelAndDifference(cost, 3e5),
    firm_cost: levelAndDifference(firms, 2e5),
    benefit: benefits.map((row) => levelAndDifference(row, 3e6)),
    net_present_value: net.map((row) => levelAndDifference(row, 3e6)),
    benefit_cost_ratio: ratio.map((row) => levelAndDifference(row, 0.04)),
    points: { cost: more(cost, "cost", 4e5), benefit: benefits.map((row, v) => more(row, `benefit${v}`, 8e6)) },
    acceptability: acceptability(policies),
  };
}

function acceptability(policies: number): Economics["acceptability"] {
  const choices = Array.from({ length: policies }, (_, p) => p);
  const values = Array.from({ length: 21 }, (_, at) => at * 5e5);
  const share = values.map((value) => {
    const raw = choices.map((p) => Math.exp(((benefit[p]! - 6e7) / 1e7) * (value / 4e6) - (cost[p]! - 6e7) / 6e6));
    const all = raw.reduce((sum, one) => sum + one, 0);
    return raw.map((one) => round(one / all));
  });
  return { values, choices, share, best: share.map((row) => row.indexOf(Math.max(...row))) };
}

export function madeUpAssumptions(data: ReportData, unknowns: Unknown[], sections: string[]): Assumptions {
  const metrics: Record<string, AssumptionsOf> = {};
  for (const metric of data.metrics) metrics[metric.id] = assumptionsOf(data, metric.id, unknowns, sections);
  const mean = metrics[data.headline]!.mean;
  const draws = 200;
  const headline_draws = grid<Num>(data.policies.length, draws, (p, d) => {
    const middle = mean[p];
    return middle === null || middle === undefined ? null : round(middle + 2.4 * wobble("draw", p, d));
  });
  return { draws, replications: 16, unknowns, sections, metrics, headline_draws };
}

function assumptionsOf(data: ReportData, id: string, unknowns: Unknown[], sections: string[]): AssumptionsOf {
  const rows = data.comparison[id]!;
  const spread = Math.max(...rows.map((row) => Math.abs(row.difference ?? 0)), 1e-6) * 0.5;
  const by = (make: (mean: number, p: number) => number): Num[] =>
    rows.map((row, p) => (row.difference === null ? null : round(make(row.difference * 0.95, p))));
  const share = (mean: number) => round(Math.min(0.995, Math.max(0.005, 1 / (1 + Math.exp((-2 * mean) / spread)))));
  const away = (sign: number) =>
    rows.map((row, p) =>
      unknowns.map((unknown, u) =>
        row.difference === null ? null : round(row.difference * 0.95 + (sign * spread * wobble(unknown.id, p)) / (1 + u / 3)),
      ),
    );
  return {
    mean: by((mean) => mean),
    low: by((mean) => mean - spread / 6),
    high: by((mean) => mean + spread / 6),
    q05: by((mean) => mean - 1.645 * spread),
    q50: by((mean) => mean),
    q95: by((mean) => mean + 1.645 * spread),
    share_above: by(share),
    share_best: by((mean) => share(mean) / 3),
    sd_of_unknowns: by(() => spread),
    sd_of_chance: by(() => spread * 0.8),
    regret_largest: by((mean, p) => spread * (2 + Math.abs(wobble("regret", p))) - Math.min(mean, 0)),
    regret_mean: by((mean) => spread * 0.5 - Math.min(mean, 0) * 0.5),
    where_low: away(-1),
    where_high: away(1),
    evpi: round(spread * 0.4),
    evppi: unknowns.map((unknown) => round(spread * 0.2 * Math.abs(wobble(unknown.id, "evppi")))),
    evppi_by_section: sections.map((section) => round(spread * 0.25 * Math.abs(wobble(section, "evppi")))),
    evppi_left_out: unknowns.map((unknown) => round(spread * 0.18 * Math.abs(wobble(unknown.id, "evppi")))),
  };
}
