// SPDX-License-Identifier: Apache-2.0
// Lines over years with their names and last values at the end, at zero or above: what is compared
// with in grey, the chosen policy in its colour. Solid lines may stand on a shaded area (what came of
// it), dashed ones are what was asked for; diamonds and tinted boxes are values from outside.
import type { TopLevelSpec } from "vega-lite";
import { yearLabels } from "./budget_flow";
import {
  canvas,
  fitted,
  linear,
  paths,
  rects,
  rules,
  spots,
  spread,
  words,
  type Area,
  type Path,
  type Place,
  type Rect,
  type Words,
} from "./canvas";
import { smallText, ticks, widthOf, type ChartSize } from "./marks";

export interface YearSeries {
  /** At the end of the line: short. */
  name: string;
  colour: string;
  /** One a year, in order; null breaks the line. */
  values: (number | null)[];
  /** Of each value, on hover. */
  tips: string[];
  mark: "solid" | "dashed" | "area";
  /** Written after the name; "" for none. */
  end: string;
}
/** A value that somebody stated, at years from `from` to `to`, between `low` and `high`. */
export interface Stated {
  from: number;
  to: number;
  low: number;
  high: number;
  text: string;
  /** Which side of it the text stands. */
  place: "above" | "below";
}
export interface YearLines {
  years: number[];
  series: YearSeries[];
  stated: Stated[];
  /** Top of the axis. */
  most: number;
  /** px of the picture. */
  height: number;
  format(value: number): string;
}

export function yearLines(chart: YearLines, size: ChartSize): TopLevelSpec {
  const text = smallText(size);
  const bold = text + (size.printing ? 0 : 1);
  const marks = ticks(0, chart.most, chart.height < 160 ? 4 : 5);
  const labels = marks.map((value) => chart.format(value));
  const ends = chart.series
    .filter((one) => one.name !== "" || one.end !== "")
    .map((one) => ({ one, text: `${one.name} ${one.end}`.trim() }));
  const left = Math.max(...labels.map((label) => widthOf(label, text)), 8) + 8;
  const right = Math.min(size.width * 0.42, Math.max(8, ...ends.map((end) => widthOf(end.text, bold) + 10)));
  const area: Area = { left, right: size.width - right, top: 10, bottom: chart.height - 24 };
  const x = linear([chart.years[0] ?? 0, chart.years[chart.years.length - 1] ?? 1], area.left + 2, area.right);
  const y = linear([0, chart.most], area.bottom, area.top);
  const rows = { x, y, chart };
  return canvas(size.width, chart.height, [
    rules(
      marks.map((value) => ({
        x: area.left,
        x2: area.right,
        y: y(value),
        y2: y(value),
        colour: value === 0 ? "var:line-strong" : "var:line",
      })),
    ),
    words(marks.map((value, i) => ({ text: labels[i]!, x: area.left - 6, y: y(value), align: "right", size: text, colour: "var:ink-3" }))),
    words(
      yearLabels(chart.years, area.right - area.left, text).map(({ at, text: year }) => ({
        text: year,
        x: x(chart.years[at]!),
        y: area.bottom + 14,
        align: "center",
        size: text,
        colour: "var:ink-3",
      })),
    ),
    ...statedLayers(chart.stated, rows, area.right, text),
    ...shades(rows),
    paths(lines(rows, "dashed"), { strokeWidth: 1.8, strokeDash: [5, 3] }),
    paths(lines(rows, "solid"), { strokeWidth: 2.6 }),
    spots(hovers(rows), { size: 90 }),
    words(endWords(ends, rows, area, size.width, bold)),
  ]);
}

interface Rows {
  x: Place;
  y: Place;
  chart: YearLines;
}

function lines({ x, y, chart }: Rows, mark: YearSeries["mark"]): Path[] {
  return chart.series
    .filter((one) => one.mark === mark)
    .map((one) => ({
      colour: one.colour,
      points: chart.years.map((year, at) => ({ x: x(year), y: heightOf(one.values[at] ?? null, y) })),
    }));
}
const heightOf = (value: number | null, y: Place): number | null => (value === null ? null : y(value));

/** Areas as one box a year, from half a year before to half a year after: what came in that year. */
function shades({ x, y, chart }: Rows) {
  const half = (x(1) - x(0)) * 0.3;
  const boxes = chart.series
    .filter((one) => one.mark === "area")
    .flatMap((one, k, all) =>
      chart.years.flatMap((year, at): Rect[] => {
        const value = one.values[at] ?? null;
        if (value === null) return [];
        const [from, to] = all.length > 1 ? (k === 0 ? [-half, 0] : [0, half]) : [-half / 2, half / 2];
        return [{ x: x(year) + from, x2: x(year) + to, y: y(value), y2: y(0), fill: one.colour, opacity: 0.3, tip: one.tips[at] ?? "" }];
      }),
    );
  return [rects(boxes)];
}

/** Unseen points to hover over. */
function hovers({ x, y, chart }: Rows) {
  return chart.series
    .filter((one) => one.mark !== "area")
    .flatMap((one) =>
      chart.years.flatMap((year, at) => {
        const value = one.values[at] ?? null;
        return value === null ? [] : [{ x: x(year), y: y(value), fill: one.colour, opacity: 0, tip: one.tips[at] ?? "" }];
      }),
    );
}

function statedLayers(stated: Stated[], { x, y }: Rows, right: number, size: number) {
  const boxes = stated.filter((one) => one.to > one.from);
  const points = stated.filter((one) => one.to === one.from);
  const text = stated.map((one): Words => {
    const above = one.place === "above";
    const point = one.to === one.from;
    return {
      text: one.text,
      size,
      colour: "var:ink-2",
      x: Math.min(x(one.from) + (point && above ? 6 : 0), right - widthOf(one.text, size)),
      y: above ? y(one.high) - 11 : y(one.low) + 14,
      align: "left",
    };
  });
  return [
    rects(
      boxes.map((one) => ({ x: x(one.from), x2: x(one.to), y: y(one.high), y2: y(one.low), fill: "var:ink", opacity: 0.1, tip: one.text })),
    ),
    spots(
      points.map((one) => ({ x: x(one.from), y: y(one.low), fill: "var:ink", tip: one.text })),
      { shape: "diamond", size: 100 },
    ),
    words(text),
  ];
}

function endWords(ends: { one: YearSeries; text: string }[], { y }: Rows, area: Area, width: number, size: number): Words[] {
  const known = ends.flatMap(({ one, text }) => {
    const last = one.values[one.values.length - 1] ?? null;
    return last === null ? [] : [{ text, colour: one.colour, at: y(last) }];
  });
  const placed = spread(
    known.map((end) => end.at),
    size * 1.25,
    area.top - 2,
    area.bottom,
  );
  return known.map((end, i) => ({
    text: fitted(end.text, size, width - area.right - 9),
    size,
    bold: true,
    x: area.right + 7,
    y: placed[i]!,
    colour: end.colour,
  }));
}
