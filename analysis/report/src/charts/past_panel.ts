// SPDX-License-Identifier: Apache-2.0
// One response of the past: observed values ◆ with what is allowed, on the simulated band. Years
// that nothing was fitted to are tinted; a miss is brown and crossed.
import type { TopLevelSpec } from "vega-lite";
import * as marks from "./marks";

export interface PastYear {
  year: number;
  mid: number;
  low: number | null;
  high: number | null;
}
export interface Observed {
  /** First and last year; an observation over several years is drawn as its yearly mean. */
  first: number;
  last: number;
  value: number;
  least: number | null;
  most: number | null;
  missed: boolean;
  heldOut: boolean;
  tip: string;
}

export function pastPanel(
  years: PastYear[],
  observed: Observed[],
  colourOf: string,
  format: (value: number) => string,
  size: marks.ChartSize,
): TopLevelSpec {
  const first = years[0]?.year ?? 0;
  const last = years[years.length - 1]?.year ?? first;
  const frame = marks.frame(size.printing ? 130 : 190, { left: 52, right: 14, top: 12, bottom: 24 });
  const [, top] = marks.domain(
    [0, ...years.flatMap((one) => [one.mid, one.high]), ...observed.flatMap((one) => [one.value, one.most])],
    0.06,
  );
  const span = [first - 0.5, last + 0.5];
  const x = marks.number("year", {
    scale: { domain: span, nice: false, zero: false },
    axis: { values: yearTicks(first, last, size.width), format: "d", title: null, grid: false, labelFlush: 12 },
  });
  const y = marks.number("mid", {
    scale: { domain: [0, top], nice: false },
    axis: marks.writtenAxis(marks.ticks(0, top, 5), format),
  });
  const band = years.filter((one) => one.low !== null && one.high !== null);
  return marks.layered(frame, [
    {
      data: { values: years },
      mark: { type: "line", color: colourOf, strokeWidth: 2.4 },
      encoding: { x, y },
    },
    ...tints(observed),
    ...(band.length > 0
      ? [{
          data: { values: band },
          mark: { type: "area", color: colourOf, opacity: 0.3 },
          encoding: { x: marks.number("year"), y: marks.number("low"), y2: { field: "high" } },
        }]
      : []),
    {
      data: { values: years },
      mark: { type: "line", color: colourOf, strokeWidth: 2.4 },
      encoding: { x: marks.number("year"), y: marks.number("mid") },
    },
    ...observations(observed, size),
  ]);
}

function yearTicks(first: number, last: number, width: number): number[] {
  const most = width < 300 ? 3 : 5;
  const step = Math.max(1, Math.ceil((last - first) / (most - 1)));
  const found: number[] = [];
  for (let year = first; year <= last; year += step) found.push(year);
  return found;
}

/** Behind all else: the years of targets that were held out. */
function tints(observed: Observed[]) {
  const values = observed
    .filter((one) => one.heldOut)
    .map((one) => ({ from: one.first - 0.5, to: one.last + 0.5 }));
  if (values.length === 0) return [];
  return [{
    data: { values },
    mark: { type: "rect", color: "var:warn-soft", opacity: 1 },
    encoding: { x: marks.number("from"), x2: { field: "to" } },
  }];
}

function observations(observed: Observed[], size: marks.ChartSize) {
  const values = observed.map((one) => ({
    ...one,
    middle: (one.first + one.last) / 2,
    from: one.first - 0.5,
    to: one.last + 0.5,
    ink: one.missed ? "var:loss" : "var:ink",
  }));
  const long = values.filter((one) => one.last > one.first);
  const ranged = values.filter((one) => one.last === one.first && one.least !== null && one.most !== null);
  const middle = marks.number("middle");
  return [
    {
      data: { values: ranged },
      mark: { type: "rule", strokeWidth: 1.6 },
      encoding: { x: middle, y: marks.number("least"), y2: { field: "most" }, color: marks.colour("ink") },
    },
    {
      data: { values: long },
      mark: { type: "rule", strokeWidth: 1.8, strokeDash: [5, 3] },
      encoding: { x: marks.number("from"), x2: { field: "to" }, y: marks.number("value"), color: marks.colour("ink") },
    },
    {
      data: { values },
      mark: { type: "point", shape: "diamond", filled: true, size: size.printing ? 60 : 90, opacity: 1 },
      encoding: { x: middle, y: marks.number("value"), color: marks.colour("ink"), tooltip: { field: "tip" } },
    },
    {
      data: { values: values.filter((one) => one.missed) },
      mark: { type: "text", text: "✗", align: "left", baseline: "middle", dx: 7, fontWeight: 700, fontSize: marks.smallText(size) + 1, color: "var:loss" },
      encoding: { x: middle, y: marks.number("value") },
    },
  ];
}
