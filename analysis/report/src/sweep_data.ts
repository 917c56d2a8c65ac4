// SPDX-License-Identifier: Apache-2.0
// What data.ts is for a run, for a sweep: the part of the contract that only its page has.
import type { Num, Text } from "./data";

/** One scenario at many points of its factors' space. Responses are `ReportData.metrics`. */
export interface Sweep {
  /** "morris", "saltelli", "latin_hypercube", ... */
  kind: string;
  /** "morris, 10 trajectories of 4 levels". */
  design: string;
  /** Without the reference point, at which nothing is set. */
  points: number;
  factors: SweepFactor[];
  /** What figures are of: factors that move together are one, "a + b". `factors`: places. */
  axes: { id: string; factors: number[] }[];
  /** By name, [response][policy][of][axis]; `of`: the policy's own level, its difference from the baseline. */
  figures: Record<string, Num[][][][]>;
  /** Of the design as a whole, [response][policy][of]. */
  overall: Record<string, Num[][][]>;
  /** `scatter` was left out, as it would make the page slow. */
  too_many_points: boolean;
  /** The points themselves, the reference first. */
  scatter: {
    /** [factor][point]. */
    factors: Num[][];
    /** Means over replications, [response][policy][of][point]. */
    responses: Num[][][][];
  } | null;
}
export interface SweepFactor {
  /** "advice.interest_loss". */
  path: string;
  label: Text;
  unit: string;
  /** "range [0.02, 0.12]". */
  could_be: string;
  /** Of a list of texts: what its numbers stand for, by place. */
  texts: string[] | null;
}
