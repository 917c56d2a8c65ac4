// SPDX-License-Identifier: Apache-2.0
// For tests: a sweep with made-up numbers, of each kind of design. Every call gives a new copy.
import type { Num, ReportData, Text } from "../data";
import type { Sweep, SweepFactor } from "../sweep_data";
import { madeUp } from "./made_up";
import { grid, round, wobble } from "./made_up_numbers";

export const kinds = ["morris", "saltelli", "latin_hypercube"] as const;

const metricIds = ["productivity_effect", "trainees_returned", "needs_served", "budget_spent"];
const sizes = [5, 2.4, 1.1, 0.8, 0.5, 0.3, 0.15, 0.05];

const factor = (path: string, unit: string, could_be: string, label: Text, texts: string[] | null = null): SweepFactor => ({ path, unit, could_be, label, texts });
const factors: SweepFactor[] = [
  factor("advice.interest_loss", "1/year", "range [0.02, 0.12]", { en: "loss of interest", ko: "관심 상실률" }),
  factor("learning.practice_advice", "1", "law { triangular = [0.04, 0.1, 0.15] }", { en: "practice from advice", ko: "기술지도의 현장관리 효과" }),
  factor("learning.practice_training", "1", "law { triangular = [0.005, 0.02, 0.03] }", { en: "practice from training", ko: "연수의 현장관리 효과" }),
  factor("policy.dankai.release_to.share", "1", "values [0.4, 0.6, 0.8]", { en: "policy.dankai.release_to.share", ko: "policy.dankai.release_to.share" }),
  factor("training.A1.selection", "1", 'values ["score", "lottery", "first_come"]', { en: "selection rule", ko: "선발 방식" }, ['"score"', '"lottery"', '"first_come"']),
  factor("advice.fee", "KRW/month", "scale [0.8, 1.2]", { en: "fee", ko: "지도료" }),
  factor("training.A1.start", "month", "shift [-12, 24]", { en: "start", ko: "시작일" }),
  factor("training.A2.start", "month", "shift [-12, 24]", { en: "start", ko: "시작일" }),
  factor("meetings.fee", "KRW", "scale [0.5, 2]", { en: "fee", ko: "참가비" }),
];

/** Factors six and seven move together. */
const axes = [[0], [1], [2], [3], [4], [5], [6, 7], [8]].map((places) => ({ id: places.map((at) => factors[at]!.path).join(" + "), factors: places }));

const responses = metricIds.length;
const policies = 4;

/** [response][policy][of][axis]; the difference of the baseline is missing. */
function figure(of: (response: number, policy: number, difference: boolean, axis: number) => number): Num[][][][] {
  return grid(responses, policies, (r, p) => [0, 1].map((d) => axes.map((_, a) => (d === 1 && p === 0 ? null : round(of(r, p, d === 1, a)))))) as unknown as Num[][][][];
}
function overall(of: (response: number, policy: number) => number): Num[][][] {
  return grid(responses, policies, (r, p) => [0, 1].map((d) => (d === 1 && p === 0 ? null : round(of(r, p))))) as unknown as Num[][][];
}

const scale = [1, 300, 0.01, 2e6];
/** Another order for each policy, so that the choice decides what matters. */
const size = (r: number, p: number, a: number) => scale[r]! * sizes[(a + (p > 1 ? p - 1 : 0)) % sizes.length]!;

function figuresOf(kind: string): Sweep["figures"] {
  const share = (r: number, p: number, a: number) => (0.8 * size(r, p, a)) / (scale[r]! * 10);
  if (kind === "morris")
    return {
      mu_star: figure((r, p, _, a) => size(r, p, a)),
      mu_star_low: figure((r, p, _, a) => size(r, p, a) * 0.85),
      mu_star_high: figure((r, p, _, a) => size(r, p, a) * 1.15),
      mu: figure((r, p, _, a) => size(r, p, a) * (a % 2 ? -0.9 : 0.9)),
      sigma: figure((r, p, _, a) => size(r, p, a) * (0.2 + 0.1 * a)),
    };
  if (kind === "saltelli")
    return Object.fromEntries(
      ["first_order", "total_order"].flatMap((id, k) => [
        [id, figure((r, p, _, a) => share(r, p, a) * (1 + 0.2 * k))],
        [`${id}_low`, figure((r, p, _, a) => share(r, p, a) * (1 + 0.2 * k) - 0.02)],
        [`${id}_high`, figure((r, p, _, a) => share(r, p, a) * (1 + 0.2 * k) + 0.02)],
      ]),
    );
  const move = (r: number, p: number, a: number) => size(r, p, a) * (a % 2 ? -1 : 1);
  return {
    src: figure((r, p, _, a) => move(r, p, a) / (8 * scale[r]!)),
    prcc: figure((r, p, _, a) => Math.tanh(move(r, p, a) / (2 * scale[r]!))),
    prcc_p: figure((r, p, _, a) => Math.exp((-5 * size(r, p, a)) / scale[r]!)),
    main_effect: figure((r, p, _, a) => move(r, p, a)),
    main_effect_half_width: figure((r) => scale[r]! * 0.6),
  };
}

const pointsOf: Record<string, number> = { morris: 15 * (axes.length + 1), saltelli: 128 * (axes.length + 2), latin_hypercube: 64 };

function sweepOf(kind: string): Sweep {
  const points = pointsOf[kind] ?? 64;
  const column = (f: number) =>
    Array.from({ length: points + 1 }, (_, p): Num => {
      if (factors[f]!.texts) return p === 0 ? null : Math.floor(1.5 + 1.49 * wobble("texts", p));
      return p === 0 ? 0 : round(wobble(f === 7 ? 6 : f, p));
    });
  const values = factors.map((_, f) => column(f));
  const mean = (r: number, p: number, d: number, point: number): Num =>
    d === 1 && p === 0 ? null : round(scale[r]! * (10 + 3 * d + axes.reduce((sum, axis, a) => sum + (size(r, p, a) / scale[r]!) * (values[axis.factors[0]!]![point] ?? 0), 0)));
  return {
    kind,
    design: `${kind}, made up`,
    points,
    factors: structuredClone(factors),
    axes: structuredClone(axes),
    figures: figuresOf(kind),
    overall: {
      at_reference: overall((r) => scale[r]! * 10),
      chance_share: overall((_, p) => 0.04 + 0.02 * p),
      predictive_r_squared: overall(() => 0.93),
      points_left_out: overall(() => 0),
    },
    too_many_points: false,
    scatter: {
      factors: values,
      responses: grid(responses, policies, (r, p) => [0, 1].map((d) => Array.from({ length: points + 1 }, (_, point) => mean(r, p, d, point)))) as unknown as Num[][][][],
    },
  };
}

/** A function may change the copy. */
export function madeUpSweep(kind: string, change: (data: ReportData, sweep: Sweep) => void = () => {}): ReportData {
  const study = madeUp();
  const sweep = sweepOf(kind);
  const data: ReportData = {
    study: { ...study.study, file: "result.h5", replications: 8, draws: 0, command: "coopsim sweep study.toml -o again" },
    policies: study.policies.slice(0, policies),
    axes: { ...study.axes, year: [] },
    metrics: metricIds.map((id) => study.metrics.find((metric) => metric.id === id)!),
    headline: metricIds[0]!,
    offered: metricIds,
    yearly: {}, fans: {}, totals: {}, split_yearly: {}, split_totals: {}, comparison: {},
    economics: null, assumptions: null, scorecard: [], parameters: [], sweep,
  }; // prettier-ignore
  change(data, sweep);
  return data;
}
