// SPDX-License-Identifier: Apache-2.0
// For tests: comparisons with states that fit their numbers, by the rules of analysis/verdict.hpp.
// Only the program judges; this is what it would say of made-up numbers.
import type { Compared, Metric, Num, Policy, ReportData } from "../data";

const empty: Compared = {
  difference: null, low: null, high: null, state: "baseline", obstacle: "", best_alone: false,
  no_difference: false, certain_but_small: false, among_the_best: false, replications_to_settle: null,
  pairs: null, correlation: null, variance_reduction: null, share_above: null, skewness: null, q05: null,
  q50: null, q95: null, target: null, target_missed: null, worst_twentieth: null, regret_largest: null,
  regret_mean: null, share_best: null, more_cost: null, more_cost_low: null, more_cost_high: null,
  cost_ratio: null, cost_standing: "",
}; // prettier-ignore

export interface Difference {
  mean: number;
  half: number;
}

/** Which obstacle the study has, of every policy but the baseline; "" none. */
export function studyObstacle(data: Pick<ReportData, "study" | "policies">): string {
  const { study, policies } = data;
  if (!policies.some((policy) => policy.baseline)) return "missing_baseline";
  if (study.failed_worlds > study.replications * policies.length * 0.01) return "too_many_failed";
  return study.replications < 30 ? "few_replications" : "";
}

export function compared(data: ReportData, metric: Metric, differences: (Difference | null)[]): Compared[] {
  const obstacle = studyObstacle(data);
  const turn = metric.better === "less" ? -1 : 1;
  const rankable = (policy: Policy) => !policy.baseline && !policy.stress;
  const leader = leaderOf(data.policies, differences, turn, rankable);
  const made = data.policies.map((policy, at) => {
    const difference = differences[at];
    if (policy.baseline || !difference) return { ...empty };
    const row = measured(data, difference);
    const blocked = obstacle || (policy.stress ? "stress_case" : "");
    if (blocked) return { ...row, state: "no_verdict" as const, obstacle: blocked };
    const ranked = metric.better !== "unstated" && leader !== null;
    const near = ranked && turn * (leader.mean - difference.mean) <= Math.max(leader.half, difference.half);
    return judged(row, metric, difference, turn, near);
  });
  const best = made.filter((row) => row.state === "among_the_best");
  const alone = made.filter((row) => row.among_the_best).length === 1;
  if (best.length === 1 && alone) best[0]!.best_alone = true;
  return made;
}

function leaderOf(policies: Policy[], all: (Difference | null)[], turn: number, may: (policy: Policy) => boolean) {
  const known = all.filter((one, at): one is Difference => one !== null && may(policies[at]!));
  return known.sort((a, b) => turn * (b.mean - a.mean))[0] ?? null;
}

function measured(data: ReportData, { mean, half }: Difference): Compared {
  const n = data.study.replications;
  const sd = (half / 2.6) * Math.sqrt(n);
  return {
    ...empty,
    difference: mean,
    low: mean - half,
    high: mean + half,
    pairs: n,
    correlation: 0.8,
    variance_reduction: 5,
    share_above: half === 0 ? 0.5 : 1 / (1 + Math.exp((-1.7 * mean) / sd)),
    skewness: 0.1,
    q05: mean - 1.645 * sd,
    q50: mean,
    q95: mean + 1.645 * sd,
  };
}

function judged(row: Compared, metric: Metric, { mean, half }: Difference, turn: number, near: boolean): Compared {
  const [low, high] = turn > 0 ? [mean - half, mean + half] : [-mean - half, -mean + half];
  const delta = metric.least_meaningful;
  const base = { ...row, among_the_best: near };
  if ((low === 0 && high === 0) || (-delta < low && high < delta))
    return { ...base, state: "practically_equal", no_difference: half === 0, certain_but_small: low > 0 || high < 0 };
  if (low > 0) return { ...base, state: near ? "among_the_best" : "clear_gain" };
  if (high < 0) return { ...base, state: "clear_loss" };
  return { ...base, state: "cannot_tell", replications_to_settle: toSettle(row.pairs, Math.abs(mean), half, delta) };
}

function toSettle(pairs: Num, off: number, half: number, delta: number): number | null {
  const room = Math.max(off, delta - off);
  if (!(room > 0)) return null;
  const n = Math.ceil((pairs ?? 0) * (half / room) ** 2);
  const step = n < 100 ? 10 : 100;
  return n <= 2000 ? Math.ceil(n / step) * step : null;
}
