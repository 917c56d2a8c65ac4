// SPDX-License-Identifier: Apache-2.0
// What a metric may do over the years: a line for the median and two bands, of half and of nine
// tenths of the worlds. Two fans share their axes, the one compared with behind. Nothing is smoothed.
import type { TopLevelSpec } from "vega-lite";
import { yearLabels } from "./budget_flow";
import { canvas, linear, paths, rules, spots, spread, words, type Area, type Place } from "./canvas";
import { isNarrow, smallText, ticks, widthOf, type ChartSize } from "./marks";

type Json = Record<string, unknown>;
type Value = number | null;

/** All values in the unit of the axis. */
export interface FanRow {
  year: number;
  q05: Value;
  q25: Value;
  q50: Value;
  q75: Value;
  q95: Value;
  tip: string;
}
export interface Fan {
  rows: FanRow[];
  /** "var:baseline", "var:policy-2". */
  colour: string;
  /** At the end of the line: name and last value. */
  end: string;
}
export interface FanChart {
  years: number[];
  /** The one behind first. */
  fans: Fan[];
  bounds: [low: number, high: number];
  /** A dashed line at the first year of the policies, with words on either side. */
  start: { year: number; before: string; after: string } | null;
  /** Words at the end of the zero line, where that is drawn strongly; "" for a plain axis. */
  zero: string;
  height: number;
  format(value: number): string;
}

/** Light and dark bands: the grey one must not drown under the coloured one. */
const opacities = (colour: string) => (colour === "var:baseline" ? { wide: 0.2, narrow: 0.3 } : { wide: 0.18, narrow: 0.32 });

export function fan(chart: FanChart, size: ChartSize): TopLevelSpec {
  const text = smallText(size);
  const bold = text + (size.printing ? 0 : 1);
  const marks = ticks(chart.bounds[0], chart.bounds[1], isNarrow(size) ? 5 : 6);
  const ends = chart.fans.flatMap((one) => endOf(one));
  const left = Math.max(...marks.map((value) => widthOf(chart.format(value), text)), 8) + 10;
  const wide = Math.max(0, ...ends.map((end) => widthOf(end.text, bold)), chart.zero ? widthOf(chart.zero, text) : 0);
  const area: Area = { left, right: size.width - Math.min(size.width * 0.42, wide + 12), top: chart.start ? 24 : 10, bottom: chart.height - 24 };
  const first = chart.years[0] ?? 0;
  const x = linear([first, chart.years[chart.years.length - 1] ?? first + 1], area.left + 2, area.right);
  const y = linear(chart.bounds, area.bottom, area.top);
  return canvas(size.width, chart.height, [
    rules(marks.map((value) => ({ x: area.left, x2: area.right, y: y(value), y2: y(value), colour: "var:line" }))),
    words(marks.map((value) => ({ text: chart.format(value), x: area.left - 6, y: y(value), align: "right", size: text, colour: "var:ink-3" }))),
    words(yearLabels(chart.years, area.right - area.left, text * 1.5).map(({ at, text: year }) => ({ text: year, x: x(chart.years[at]!), y: area.bottom + 14, align: "center", size: text, colour: "var:ink-3" }))),
    rules([{ x: area.left, x2: area.right, y: area.bottom, y2: area.bottom, colour: "var:line-strong" }]),
    ...chart.fans.flatMap((one) => ribbons(one, x, y)),
    ...startLayers(chart, area, x, text),
    ...zeroLayers(chart, area, y),
    ...chart.fans.map((one) => paths([{ colour: one.colour, points: one.rows.map((row) => ({ x: x(row.year), y: row.q50 === null ? null : y(row.q50) })) }], { strokeWidth: one.colour === "var:baseline" ? 2.4 : 2.8 })),
    spots(chart.fans.flatMap((one) => one.rows.flatMap((row) => (row.q50 === null ? [] : [{ x: x(row.year), y: y(row.q50), fill: one.colour, opacity: 0, tip: row.tip }]))), { size: 160 }),
    words(endWords(chart, ends, area, y, text, bold)),
  ]);
}

interface End {
  at: number;
  text: string;
  colour: string;
}
function endOf(one: Fan): End[] {
  const last = one.rows[one.rows.length - 1]?.q50;
  return last === null || last === undefined || one.end === "" ? [] : [{ at: last, text: one.end, colour: one.colour }];
}

function endWords(chart: FanChart, ends: End[], area: Area, y: Place, text: number, bold: number) {
  const zero = chart.zero ? [{ at: 0, text: chart.zero, colour: "var:ink-3" }] : [];
  const all = [...ends, ...zero];
  const placed = spread(all.map((end) => y(end.at)), bold * 1.3, area.top, area.bottom);
  return all.map((end, i) => ({
    text: end.text,
    x: area.right + 7,
    y: placed[i]!,
    size: end.colour === "var:ink-3" ? text : bold,
    bold: end.colour !== "var:ink-3",
    colour: end.colour === "var:baseline" ? "var:ink-2" : end.colour === "var:ink-3" ? end.colour : `${end.colour}-text`,
  }));
}

function startLayers(chart: FanChart, area: Area, x: Place, text: number): (Json | null)[] {
  if (!chart.start) return [];
  const { year, before, after } = chart.start;
  const at = x(year);
  const said = (word: string, align: "left" | "right") => ({ text: word, x: at + (align === "left" ? 5 : -5), y: area.top - 12, align, size: text, colour: align === "left" ? "var:ink-2" : "var:ink-3" });
  const fits = (word: string, room: number) => (widthOf(word, text) + 6 <= room ? word : "");
  return [
    rules([{ x: at, x2: at, y: area.top - 18, y2: area.bottom, colour: "var:ink-3" }], { strokeDash: [4, 3] }),
    words([said(fits(before, at), "right"), said(after, "left")]),
  ];
}

function zeroLayers(chart: FanChart, area: Area, y: Place): (Json | null)[] {
  if (!chart.zero) return [];
  return [rules([{ x: area.left, x2: area.right, y: y(0), y2: y(0), colour: "var:baseline" }], { strokeWidth: 2.2 })];
}

function ribbons(one: Fan, x: Place, y: Place): (Json | null)[] {
  const { wide, narrow } = opacities(one.colour);
  return [ribbon(one, "q05", "q95", wide, x, y), ribbon(one, "q25", "q75", narrow, x, y)];
}

function ribbon(one: Fan, low: "q05" | "q25", high: "q75" | "q95", opacity: number, x: Place, y: Place): Json | null {
  return band(
    one.rows.map((row) => ({ x: x(row.year), low: heightOf(row[low], y), high: heightOf(row[high], y) })),
    { color: one.colour, opacity },
  );
}
const heightOf = (value: Value, y: Place): Value => (value === null ? null : y(value));

/** Between two heights along x, in px; a missing height breaks it. */
export function band(points: { x: number; low: Value; high: Value }[], mark: Json): Json | null {
  let piece = 0;
  const values = points.flatMap(({ x, low, high }) => {
    if (low === null || high === null) return (++piece, []);
    return [{ x, low, high, piece }];
  });
  if (values.length === 0) return null;
  const px = (field: string): Json => ({ field, type: "quantitative", scale: null });
  return {
    data: { values },
    mark: { type: "area", line: false, ...mark },
    encoding: { x: px("x"), y: px("low"), y2: { field: "high" }, detail: { field: "piece", type: "nominal" } },
  };
}
