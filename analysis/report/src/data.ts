// SPDX-License-Identifier: Apache-2.0
// What `coopsim report` puts into the page: the contract between the program (analysis/report/data/
// writes it) and the sections. Every number is one of the result file or follows from one of its
// comparisons; nothing statistical is computed here.
//
// Values stand in nested arrays, outermost axis first, named as [policy][year]. Policies are in the
// order of `ReportData.policies` everywhere, years in that of `axes.year`. `null`: missing.

import type { Sweep } from "./sweep_data";

export type Lang = "en" | "ko";
export type Text = Record<Lang, string>;
export type Num = number | null;
export type ByPolicy = Num[];
export type ByPolicyYear = Num[][];

/** One page holds one study, or two that are set side by side. */
export interface Page {
  /** Of this contract; the page refuses another. */
  contract: 1;
  studies: ReportData[];
  /** Language the page opens in. */
  lang: Lang;
}

export interface ReportData {
  study: Study;
  policies: Policy[];
  axes: Axes;
  /** Every whole response of the file, in its order. */
  metrics: Metric[];
  /** Id of the metric that verdicts on the first page go by. */
  headline: string;
  /** Ids of the metrics that the switch offers; each has a fan. */
  offered: string[];
  /** Mean over replications of every whole response. */
  yearly: Record<string, ByPolicyYear>;
  /** Of each offered metric. `difference` is to the baseline. */
  fans: Record<string, { level: Fan; difference: Fan }>;
  /** Every whole response over the policy period. */
  totals: Record<string, Interval>;
  /** Means of responses by a further axis, as "budget_spent_by_account": [policy][category][year]. */
  split_yearly: Record<string, Num[][][]>;
  /** The same over the policy period: [policy][category]. */
  split_totals: Record<string, { level: SplitInterval; difference: SplitInterval }>;
  /** By metric, one a policy; of every whole response. */
  comparison: Record<string, Compared[]>;
  economics: Economics | null;
  assumptions: Assumptions | null;
  scorecard: Score[];
  /** Levels of the metrics that scorecard rows name, where `fans` lacks them. */
  past_fans?: Record<string, Fan>;
  parameters: Parameter[];
  /** Of a sweep, which has nothing else but `study`, `policies`, `metrics` and `offered`. */
  sweep?: Sweep;
}

export interface Study {
  file: string;
  title: Text;
  /** ISO dates. */
  start: string;
  policies_start: string;
  end: string;
  /** "2007-2016": the policy period, that totals stand for. */
  period: string;
  first_policy_year: number;
  last_policy_year: number;
  /** "ex_ante_2007", "ex_post". */
  knowledge: string;
  firms: number;
  replications: number;
  /** Worlds (policy by replication) that failed. */
  failed_worlds: number;
  /** Of the unknowns; 0: none drawn. */
  draws: number;
  seed: number;
  budget_scale: number;
  /** Year of the prices of all money. */
  price_year: number;
  coopsim_version: string;
  engine_version: number;
  format_version: number;
  scenario_hash: string;
  fingerprint: string;
  content_hash: string;
  /** Date of the run, ISO; from group `execution`. */
  run_on: string;
  /** Command that computes the same result again. */
  command: string;
  /** Share of all money of the policy period whose programme is not modelled; not there of a sweep. */
  share_not_modelled: number;
}

export interface Policy {
  id: string;
  label: Text;
  /** "1", "2", ... in the order of the file; of the baseline "–". */
  badge: string;
  baseline: boolean;
  /** A shock that nobody chose: never ranked. */
  stress: boolean;
  /** Place among the policies; of the baseline its own. */
  held_against: number;
  /** Its levers. `baseline` null: the baseline does not say it, and `value` null: only it does. */
  settings: { lever: string; value: string | null; baseline: string | null }[];
}

export interface Named {
  id: string;
  label: Text;
}
export interface Axes {
  year: number[];
  /** Of training, "head_office" included; `group` "A", "B", "C" or "" of head office. */
  account: (Named & { group: string })[];
  /** With its counterpart in Japan. */
  region: (Named & { partner: Text })[];
  sector: Named[];
  size_class: Named[];
  service: Named[];
  course: Named[];
  field: Named[];
  channel: Named[];
  effect_class: Named[];
}

export interface Metric extends Named {
  /** "person", "bp", "KRW thousand", "thousand USD", "1", "percent", "day", ... */
  unit: string;
  meaning: string;
  /** How years make a period. */
  total: "sum" | "mean" | "last";
  better: "more" | "less" | "unstated";
  /** Least meaningful difference, in the unit; 0: none stated. */
  least_meaningful: number;
}

/** What one decade may bring: quantiles over replications; and the mean with its 95 % interval. */
export interface Fan {
  mean: ByPolicyYear;
  low: ByPolicyYear;
  high: ByPolicyYear;
  q05: ByPolicyYear;
  q25: ByPolicyYear;
  q50: ByPolicyYear;
  q75: ByPolicyYear;
  q95: ByPolicyYear;
}
/** Mean and 95 % interval of it, of each policy alone. */
export interface Interval {
  mean: ByPolicy;
  low: ByPolicy;
  high: ByPolicy;
}
export interface SplitInterval {
  mean: Num[][];
  low: Num[][];
  high: Num[][];
}

export type VerdictState =
  | "no_verdict"
  | "practically_equal"
  | "among_the_best"
  | "clear_gain"
  | "clear_loss"
  | "cannot_tell"
  | "baseline";

/** A policy less the one that it is held against, over the policy period. Of the baseline all null. */
export interface Compared {
  difference: Num;
  /** Simultaneous 95 %. */
  low: Num;
  high: Num;
  state: VerdictState;
  /** "too_many_failed", "few_replications", "missing_baseline", "no_values", "stress_case"; else "". */
  obstacle: string;
  best_alone: boolean;
  no_difference: boolean;
  certain_but_small: boolean;
  among_the_best: boolean;
  replications_to_settle: number | null;
  pairs: Num;
  correlation: Num;
  variance_reduction: Num;
  /** Share of replications above. */
  share_above: Num;
  skewness: Num;
  /** Quantiles over replications: one future. */
  q05: Num;
  q50: Num;
  q95: Num;
  target: Num;
  target_missed: Num;
  worst_twentieth: Num;
  regret_largest: Num;
  regret_mean: Num;
  share_best: Num;
  /** Public money more, KRW thousand, present value. */
  more_cost: Num;
  more_cost_low: Num;
  more_cost_high: Num;
  /** KRW thousand a unit of the metric, against the policy before it on the frontier. */
  cost_ratio: Num;
  cost_standing: string;
}

export interface Economics {
  discount_rate: number;
  /** "full_value", "cautious", "full_value_and_trade", "cautious_and_trade". */
  valuations: (Named & { counts: string })[];
  /** KRW thousand, present value over the policy period, less the stopped programme. */
  public_cost: { level: Interval; difference: Interval };
  firm_cost: { level: Interval; difference: Interval };
  /** [valuation]. */
  benefit: { level: Interval; difference: Interval }[];
  net_present_value: { level: Interval; difference: Interval }[];
  benefit_cost_ratio: { level: Interval; difference: Interval }[];
  /** Differences to the baseline of each replication, [policy][replication], KRW thousand. */
  points: {
    /** Public money. */
    cost: Num[][];
    /** What firms pay, as `firm_cost`; where absent, the plane shows public money alone. */
    firm_cost?: Num[][];
    /** [valuation][policy][replication]. */
    benefit: Num[][][];
  };
  /** By public money and the headline metric; null where nobody can be ranked. */
  acceptability: {
    /** Worth of one unit of the headline metric, KRW thousand. */
    values: number[];
    /** Places of the policies, the columns of `share`. */
    choices: number[];
    /** [value][choice]: share of replications in which it is the best buy. */
    share: number[][];
    /** [value]: place in `choices` of the highest mean net benefit. */
    best: number[];
  } | null;
}

export interface Unknown extends Named {
  unit: string;
  section: string;
  /** "triangular(0, 0.05, 0.3)". */
  law: string;
  usual: string;
  /** Grade of the evidence, A to D. */
  grade: string;
}
export interface Assumptions {
  draws: number;
  /** Of each draw. */
  replications: number;
  unknowns: Unknown[];
  sections: string[];
  /** Of every whole response. */
  metrics: Record<string, AssumptionsOf>;
  /** Mean difference of each draw in the headline metric, [policy][draw]. */
  headline_draws: Num[][];
}
/** Over draws of the unknowns; each draw counts with the mean of its replications. */
export interface AssumptionsOf {
  mean: ByPolicy;
  low: ByPolicy;
  high: ByPolicy;
  q05: ByPolicy;
  q50: ByPolicy;
  q95: ByPolicy;
  share_above: ByPolicy;
  share_best: ByPolicy;
  sd_of_unknowns: ByPolicy;
  sd_of_chance: ByPolicy;
  regret_largest: ByPolicy;
  regret_mean: ByPolicy;
  /** [policy][unknown]: mean difference in the third of the draws where it is lowest, highest. */
  where_low: Num[][];
  where_high: Num[][];
  evpi: Num;
  /** [unknown], [section]. */
  evppi: Num[];
  evppi_by_section: Num[];
  /** [unknown], on draws left out of the regression: far below `evppi` means too few draws. */
  evppi_left_out?: Num[];
}

export interface Score {
  id: string;
  what: Text;
  metric: string | null;
  policy: string;
  first_year: number | null;
  last_year: number | null;
  target: number;
  /** Allowed; null: no bound. */
  least: Num;
  most: Num;
  mean: Num;
  low: Num;
  high: Num;
  kind: "identity" | "calibrated" | "held_out" | "bound";
  verdict: "within" | "missed" | "not_in_file";
}

export interface Parameter {
  /** "advice.need_rate". */
  path: string;
  section: Text;
  label: Text;
  unit: string;
  value: string;
  default: string;
  differs: boolean;
  source: string;
  /** "article", "external", "derived", "recalled", "assumption"; "" where none is stated. */
  confidence: string;
  /** A to D; "" where none. */
  grade: string;
  /** Range it was drawn from, or "". */
  uncertain: string;
}
