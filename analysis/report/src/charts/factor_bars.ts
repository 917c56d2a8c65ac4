// SPDX-License-Identifier: Apache-2.0
// Factors in rows, each with a bar or two from zero and what the bar's interval is; beside them, where
// asked for, a second figure of every row on a scale of its own from 0 to 1.
import type { TopLevelSpec } from "vega-lite";
import { canvas, fitted, linear, rects, rules, words, type Area, type Place } from "./canvas";
import { key, type KeyItem } from "./key";
import { bodyText, domain, isNarrow, smallText, ticks, widthOf, type ChartSize } from "./marks";

export interface FactorBar {
  value: number;
  low: number | null;
  high: number | null;
  text: string;
  tip: string;
  /** `hollow`: the interval covers zero. */
  fill: "solid" | "light" | "hollow";
}
export interface FactorRow {
  name: string;
  bars: FactorBar[];
  /** From 0 to 1; null where there is none. */
  side: { value: number; text: string } | null;
}
export interface FactorBars {
  rows: FactorRow[];
  colour: string;
  key: KeyItem[];
  /** Above the second figure; null: there is none. */
  sideHead: string | null;
  format(value: number): string;
}

/** px from left to right: names, bars, their numbers, the second figure. */
interface Layout {
  area: Area;
  numbers: number;
  side: { left: number; right: number } | null;
  names: number;
  step: number;
  thick: number;
  apart: number;
  narrow: boolean;
}

export function factorBars(chart: FactorBars, size: ChartSize): TopLevelSpec {
  const text = smallText(size);
  const legend = key(chart.key, 0, 0, size.width, text);
  const most = Math.max(1, ...chart.rows.map((row) => row.bars.length));
  const at = layout(chart, size, legend.height + (chart.sideHead ? 22 : 8), most);
  const bounds = boundsOf(chart);
  const x = linear(bounds, at.area.left, at.area.right);
  const marks = ticks(bounds[0], bounds[1], Math.max(2, Math.floor((at.area.right - at.area.left) / 80)));
  return canvas(size.width, at.area.bottom + 24, [
    ...legend.layers,
    rules(marks.map((value) => upright(x(value), at.area, value === 0 ? "var:baseline" : "var:line"))),
    words(axisWords(marks, x, at.area, size.width, text, chart.format)),
    ...chart.rows.map((row, place) => barLayer(chart, row, place, x, at)),
    rules([upright(x(0), at.area, "var:baseline")], { strokeWidth: 2 }),
    ...chart.rows.flatMap((row, place) => intervals(row, place, x, at)),
    ...chart.rows.flatMap((row, place) => nameLayers(row, place, at, size)),
    ...sideLayers(chart, at, size),
  ]);
}

const upright = (x: number, area: Area, colour: string) => ({ x, x2: x, y: area.top, y2: area.bottom, colour });

function layout(chart: FactorBars, size: ChartSize, top: number, bars: number): Layout {
  const narrow = isNarrow(size);
  const text = smallText(size);
  const numbers = Math.max(30, ...chart.rows.flatMap((row) => row.bars.map((bar) => widthOf(bar.text, text)))) + 8;
  const longest = Math.max(60, ...chart.rows.map((row) => widthOf(row.name, bodyText(size)))) + 14;
  const names = narrow ? 0 : Math.min(longest, Math.round(size.width * 0.36));
  const wide = chart.sideHead === null ? 0 : Math.round(size.width * (narrow ? 0.26 : 0.2));
  const thick = size.printing ? 7 : 10;
  const apart = Math.max(thick + 3, Math.ceil(text * 1.15));
  const step = (narrow ? 40 : size.printing ? 20 : 28) + apart * (bars - 1);
  const right = size.width - wide - (wide > 0 ? 18 : 0);
  const area = { left: names + 4, right: right - numbers, top, bottom: top + step * chart.rows.length };
  return { area, numbers: right, side: wide > 0 ? { left: right + 18, right: size.width } : null, names, step, thick, apart, narrow };
}

function boundsOf(chart: FactorBars): [number, number] {
  const all = chart.rows.flatMap((row) => row.bars.flatMap((bar) => [bar.value, bar.low, bar.high]));
  const [low, high] = domain([0, ...all], 0.04);
  return [all.every((value) => value === null || value >= 0) ? 0 : low, all.every((value) => value === null || value <= 0) ? 0 : high];
}

/** Those at the ends stay within the picture. */
function axisWords(marks: number[], x: Place, area: Area, width: number, size: number, format: (value: number) => string) {
  return marks.map((value) => {
    const label = format(value);
    const half = widthOf(label, size) / 2;
    return { text: label, x: Math.min(Math.max(x(value), half), width - half), y: area.bottom + 13, size, align: "center" as const, colour: "var:ink-3" };
  });
}

/** Middles of the bars of a row. */
function middles(row: FactorRow, place: number, at: Layout): number[] {
  const middle = at.area.top + (place + 0.5) * at.step + (at.narrow ? 9 : 0);
  return row.bars.map((_, k) => middle + (k - (row.bars.length - 1) / 2) * at.apart);
}

function barLayer(chart: FactorBars, row: FactorRow, place: number, x: Place, at: Layout) {
  const y = middles(row, place, at);
  const bar = (one: FactorBar, k: number) => ({
    x: Math.min(x(0), x(one.value)),
    x2: Math.max(x(0), x(one.value)),
    y: y[k]! - at.thick / 2,
    y2: y[k]! + at.thick / 2,
    fill: one.fill === "hollow" ? "var:paper" : chart.colour,
    opacity: one.fill === "light" ? 0.38 : 1,
    stroke: chart.colour,
    tip: one.tip,
  });
  return rects(row.bars.map(bar), { strokeWidth: 1.2 });
}

/** Where names stand above their bars, lines of the axis do not run through them. */
function nameLayers(row: FactorRow, place: number, at: Layout, size: ChartSize) {
  const y = middles(row, place, at);
  const text = smallText(size);
  const body = bodyText(size);
  const middle = at.area.top + (at.narrow ? place * at.step + 9 : (place + 0.5) * at.step);
  const name = fitted(row.name, body, at.narrow ? at.numbers - 4 : at.names - 8);
  return [
    at.narrow ? rects([{ x: 0, x2: widthOf(name, body) + 4, y: middle - 9, y2: middle + 9, fill: "var:paper" }]) : null,
    words([
      { text: name, x: 0, y: middle, size: body, tip: row.name },
      ...row.bars.map((one, k) => ({ text: one.text, x: at.numbers, y: y[k]!, size: text, align: "right" as const, bold: k === 0, tip: one.tip })),
    ]),
  ];
}

function intervals(row: FactorRow, place: number, x: Place, at: Layout) {
  const y = middles(row, place, at);
  const known = row.bars.flatMap(({ low, high }, k) => (low === null || high === null ? [] : [{ low: x(low), high: x(high), y: y[k]! }]));
  const cap = at.thick / 2 - 1;
  return [
    rules(known.map((one) => ({ x: one.low, x2: one.high, y: one.y, y2: one.y, colour: "var:ink" })), { strokeWidth: 1.5 }),
    rules(known.flatMap((one) => [one.low, one.high].map((end) => ({ x: end, x2: end, y: one.y - cap, y2: one.y + cap, colour: "var:ink" }))), { strokeWidth: 1.5 }),
  ];
}

function sideLayers(chart: FactorBars, at: Layout, size: ChartSize) {
  const { side, area } = at;
  if (!side || chart.sideHead === null) return [];
  const text = smallText(size);
  const room = widthOf("0.00", text) + 8;
  const x = linear([0, 1], side.left, side.right - room);
  const rows = chart.rows.flatMap((row, place) => (row.side ? [{ ...row.side, y: middles(row, place, at)[0]! }] : []));
  const axis = [0, 1].map((value) => ({ text: String(value), x: x(value), y: area.bottom + 13, size: text, align: "center" as const, colour: "var:ink-3" }));
  return [
    rules([0, 1].map((value) => upright(x(value), area, value === 0 ? "var:baseline" : "var:line"))),
    rects(rows.map((one) => ({ x: x(0), x2: x(Math.min(1, one.value)), y: one.y - at.thick / 2, y2: one.y + at.thick / 2, fill: "var:ink-3" }))),
    words([
      { text: fitted(chart.sideHead, text, side.right - side.left), x: side.left, y: area.top - 10, size: text, colour: "var:ink-2" },
      ...rows.map((one) => ({ text: one.text, x: side.right, y: one.y, size: text, align: "right" as const, colour: "var:ink-2" })),
      ...axis,
    ]),
  ];
}
