// SPDX-License-Identifier: Apache-2.0
// For tests: how made-up numbers are made. The same call gives the same number, always.
import type { Fan, Interval, Num } from "../data";

/** Between -1 and 1, by the letters and numbers of the key. */
export function wobble(...key: (string | number)[]): number {
  let hash = 2166136261;
  for (const letter of key.join("/")) hash = Math.imul(hash ^ letter.codePointAt(0)!, 16777619) >>> 0;
  hash = Math.imul(hash ^ (hash >>> 15), 2246822519) >>> 0;
  return ((hash ^ (hash >>> 13)) >>> 0) / 2 ** 31 - 1;
}

export const round = (value: number) => Number(value.toPrecision(8));

export function grid<T>(rows: number, columns: number, make: (row: number, column: number) => T): T[][] {
  return Array.from({ length: rows }, (_, row) => Array.from({ length: columns }, (_, column) => make(row, column)));
}

/** Around the means: worlds spread by `sd`, the mean is known to `sd / root(replications)`. */
export function fanOf(mean: Num[][], sd: (policy: number, year: number) => number, replications: number): Fan {
  const at = (z: number) =>
    mean.map((row, p) => row.map((value, y) => (value === null ? null : round(value + z * sd(p, y)))));
  const half = 1.96 / Math.sqrt(replications);
  return {
    mean,
    low: at(-half),
    high: at(half),
    q05: at(-1.645),
    q25: at(-0.674),
    q50: at(0),
    q75: at(0.674),
    q95: at(1.645),
  };
}

export function intervalOf(mean: Num[], half: (policy: number) => number): Interval {
  const moved = (sign: number) => mean.map((value, p) => (value === null ? null : round(value + sign * half(p))));
  return { mean, low: moved(-1), high: moved(1) };
}
