// SPDX-License-Identifier: Apache-2.0
// For tests: the made-up study with other outcomes, one for each thing that the first page may say.
import type { Num, ReportData } from "../data";
import { madeUp } from "./made_up";
import { madeUpEconomics } from "./made_up_money";
import { compared, type Difference } from "./made_up_verdicts";

export type Outcome = [mean: number, half: number] | null;

/** Of the headline metric, in the order of the policies without the baseline. */
export function withOutcomes(outcomes: Outcome[], change: (data: ReportData) => void = () => {}): ReportData {
  return madeUp((data) => {
    change(data);
    judgeAgain(data, data.headline, outcomes);
  });
}

/** One outcome a policy that is not the baseline; policies beyond them keep theirs. */
export function judgeAgain(data: ReportData, metricId: string, outcomes: Outcome[]): void {
  const metric = data.metrics.find((one) => one.id === metricId)!;
  const before = data.comparison[metricId]!;
  const rest = [...outcomes];
  const differences = data.policies.map((policy, place): Difference | null => {
    if (policy.baseline) return null;
    const given = rest.shift();
    if (given === null) return null;
    const kept = before[place];
    return given ? { mean: given[0], half: given[1] } : { mean: kept?.difference ?? 0, half: ((kept?.high ?? 0) - (kept?.low ?? 0)) / 2 };
  });
  const costs = data.comparison[metricId]!;
  data.comparison[metricId] = compared(data, metric, differences).map((row, place) => ({
    ...row,
    more_cost: costs[place]?.more_cost ?? null,
    more_cost_low: costs[place]?.more_cost_low ?? null,
    more_cost_high: costs[place]?.more_cost_high ?? null,
  }));
}

/** The first `n` policies, the baseline among them; arrays by policy are cut to fit. */
export function withPolicies(data: ReportData, places: number[]): void {
  const pick = <T>(row: T[]): T[] => places.map((place) => row[place]!);
  const walk = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.length === data.policies.length ? pick(part) : part.map(walk);
    if (part === null || typeof part !== "object") return part;
    return Object.fromEntries(Object.entries(part).map(([key, of]) => [key, walk(of)]));
  };
  for (const key of ["yearly", "fans", "totals", "comparison", "split_yearly", "split_totals"] as const)
    (data as unknown as Record<string, unknown>)[key] = walk(data[key]);
  data.assumptions = data.assumptions && { ...(walk(data.assumptions) as typeof data.assumptions), unknowns: data.assumptions.unknowns };
  data.economics = data.economics && { ...(walk(data.economics) as typeof data.economics), acceptability: null };
  data.policies = pick(data.policies);
}

export const clearly = (sign: 1 | -1): Outcome => [sign * 4, 0.8];

const all = (mean: number, half: number): Outcome[] => Array.from({ length: 5 }, () => [mean, half]);
const stressed = (data: ReportData, place: number) => {
  const policy = data.policies[place]!;
  policy.stress = true;
  policy.held_against = 1;
  policy.label = { en: "Stress: the wave of retired engineers stays away", ko: "충격: 단카이 퇴직자 미유입" };
};
const bare = (row: Num[]): Num[] => row.map(() => null);

/** Every case, by name. */
export const cases: Record<string, () => ReportData> = {
  clear_win: () => withOutcomes([[4, 0.8], [0.5, 1], [-1.2, 1.1], [1.5, 0.9], [-2.1, 1]]),
  shaky_win: () =>
    withOutcomes([[4, 0.8], [0.5, 1], [-1.2, 1.1], [1.5, 0.9], [-2.1, 1]], (data) => {
      data.assumptions!.metrics[data.headline]!.share_above = [null, 0.62, 0.5, 0.4, 0.55, 0.2];
    }),
  tie_of_two: () => withOutcomes([[4, 0.8], [0.5, 1], [-1.2, 1.1], [3.6, 0.9], [-2.1, 1]]),
  tie_of_three: () => withOutcomes([[4, 0.8], [3.8, 1], [-1.2, 1.1], [3.6, 0.9], [-2.1, 1]]),
  tie_of_four: () => withOutcomes([[4, 0.8], [3.8, 1], [3.7, 1.1], [3.6, 0.9], [-2.1, 1]]),
  over_zero: () => withOutcomes([[0.8, 2.6], [0.5, 2.5], [-1.2, 2.6], [-0.4, 2.4], [-3.1, 1]]),
  over_zero_for_good: () => withOutcomes([[0.08, 9], [0.05, 9], [-0.2, 9], [0.01, 9], [-0.1, 9]]),
  practically_equal: () => withOutcomes(all(0.2, 0.6)),
  certain_but_small: () => withOutcomes([[1, 0.3], [0.4, 0.9], [-1.1, 0.3], [0.1, 0.5], [0.2, 0.6]]),
  no_difference: () => withOutcomes(all(0, 0)),
  all_worse: () => withOutcomes([[-4, 0.8], [-3.8, 1], [-3.2, 1.1], [-5.6, 0.9], [-7.1, 1]]),
  highest_is_a_loss: () => withOutcomes([[-3, 0.5], [-4, 4.5], [-5, 5.5], [-6, 0.9], [-7.1, 1]]),
  clear_loss_of_one: () =>
    withOutcomes([[-4, 0.8]], (data) => withPolicies(data, [0, 3])),
  one_policy: () => withOutcomes([[4, 0.8]], (data) => withPolicies(data, [0, 4])),
  one_policy_over_zero: () => withOutcomes([[0.5, 3]], (data) => withPolicies(data, [0, 4])),
  only_baseline: () => madeUp((data) => withPolicies(data, [0])),
  missing_baseline: () =>
    madeUp((data) => {
      data.policies.forEach((policy) => (policy.baseline = false));
      for (const of of Object.values(data.fans)) for (const key of Object.keys(of.difference) as "mean"[]) of.difference[key] = of.difference[key].map(bare);
      for (const rows of Object.values(data.comparison)) rows.forEach((row) => Object.assign(row, { state: "no_verdict", obstacle: "missing_baseline", difference: null, low: null, high: null, more_cost: null, more_cost_low: null, more_cost_high: null }));
      data.economics = null;
      data.assumptions = null;
    }),
  failed_replications: () => withOutcomes([], (data) => (data.study.failed_worlds = 40)),
  few_replications: () => withOutcomes([], (data) => (data.study.replications = 8)),
  few_draws: () => withOutcomes([[4, 0.8], [0.5, 1], [-1.2, 1.1], [3.6, 0.9], [-2.1, 1]], (data) => (data.assumptions!.draws = 20)),
  no_assumptions: () =>
    withOutcomes([[4, 0.8], [0.5, 1], [-1.2, 1.1], [3.6, 0.9], [-2.1, 1]], (data) => {
      data.assumptions = null;
      data.study.draws = 0;
    }),
  no_economics: () => withOutcomes([[4, 0.8], [0.5, 1], [-1.2, 1.1], [1.5, 0.9], [-2.1, 1]], withoutMoney),
  cost_not_clear: () => withOutcomes([[4, 0.8], [0.5, 1], [-1.2, 1.1], [3.6, 0.9], [-2.1, 1]], (data) => costs(data, [0, 2e4, -3e6])),
  less_is_better: () =>
    withOutcomes([], (data) => {
      data.headline = "training_wait";
      judgeAgain(data, "training_wait", [[-40, 8], [5, 9], [30, 7], [-38, 9], [12, 3]]);
    }),
  unstated: () =>
    withOutcomes([], (data) => {
      data.headline = "trainees_returned";
      judgeAgain(data, "trainees_returned", [[-40, 8], [5, 9], [30, 7], [-38, 9], [12, 3]]);
    }),
  stress_case: () => withOutcomes([[4, 0.8], [0.5, 1], [-1.2, 1.1], [1.5, 0.9], [6, 1]], (data) => stressed(data, 5)),
};

function withoutMoney(data: ReportData): void {
  data.economics = null;
  for (const rows of Object.values(data.comparison))
    for (const row of rows) Object.assign(row, { more_cost: null, more_cost_low: null, more_cost_high: null });
}

function costs(data: ReportData, means: number[]): void {
  data.economics = madeUpEconomics(data);
  for (const rows of Object.values(data.comparison))
    rows.forEach((row, place) => {
      if (row.difference === null) return;
      const mean = means[place] ?? 2e4;
      Object.assign(row, { more_cost: mean, more_cost_low: mean - 9e4, more_cost_high: mean + 9e4 });
    });
}
