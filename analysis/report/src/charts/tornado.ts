// SPDX-License-Identifier: Apache-2.0
// Unknowns, each with the difference where its value is low and where it is high, around the mean
// over all draws, with the zero line: does any bar reach the other side?
import type { TopLevelSpec } from "vega-lite";
import * as marks from "./marks";

export interface TornadoRow {
  name: string;
  /** A to D. */
  grade: string;
  low: number;
  high: number;
  lowText: string;
  highText: string;
  tip: string;
}
export interface TornadoWords {
  /** Whose difference is zero. */
  zero: string;
  /** The mean over draws, with its value. */
  centre: string;
  whereLow: string;
  whereHigh: string;
}

const right = 10;
const weak = (grade: string) => grade === "C" || grade === "D";

export function tornado(
  rows: TornadoRow[],
  centre: number,
  words: TornadoWords,
  colour: string,
  format: (value: number) => string,
  size: marks.ChartSize,
): TopLevelSpec {
  const narrow = marks.isNarrow(size);
  const left = narrow ? 4 : Math.min(280, Math.round(size.width * 0.4));
  const step = narrow ? 46 : size.printing ? 25 : 36;
  const padding = { left, right, top: 56, bottom: 26 };
  const frame = marks.frame(step * rows.length + 82, padding);
  const shift = narrow ? 9 : 0;
  const [low, high] = marks.domain([0, centre, ...rows.flatMap((row) => [row.low, row.high])], 0.16);
  const y = { field: "i", type: "ordinal", axis: null, scale: { padding: 0, domain: rows.map((_, i) => i) } };
  const values = rows.map((row, i) => ({
    ...row,
    i,
    from: Math.min(row.low, row.high),
    to: Math.max(row.low, row.high),
    fromText: row.low <= row.high ? row.lowText : row.highText,
    toText: row.low <= row.high ? row.highText : row.lowText,
    tint: weak(row.grade) ? "var:warn-soft" : "var:paper",
    edge: weak(row.grade) ? "var:warn" : "var:line-strong",
    letter: weak(row.grade) ? "var:warn" : "var:ink-2",
  }));
  const x = marks.number("from", {
    scale: { domain: [low, high], nice: false },
    axis: marks.writtenAxis(marks.ticks(low, high, narrow ? 4 : 6), format, { grid: true }),
  });
  return marks.layered({ ...frame, data: { values }, encoding: { y } }, [
    {
      mark: { type: "bar", height: size.printing ? 7 : 10, yOffset: shift, color: colour, opacity: 0.38 },
      encoding: { x, x2: { field: "to" }, tooltip: { field: "tip" } },
    },
    marks.line("x", 0, { color: "var:baseline", strokeWidth: 2.2 }),
    marks.line("x", centre, { color: "var:ink", strokeWidth: 1.3, strokeDash: [4, 3] }),
    ...ends(colour, size, shift),
    ...names(left, narrow, size),
    ...heads(words, centre, [low, high], left, size),
  ]);
}

function ends(colour: string, size: marks.ChartSize, shift: number) {
  const point = { type: "point", shape: "circle", size: size.printing ? 60 : 95, strokeWidth: 2, opacity: 1, yOffset: shift };
  const text = { type: "text", baseline: "middle", yOffset: shift, fontSize: marks.smallText(size), color: "var:ink-2" };
  return [
    {
      mark: { ...point, fill: "var:paper", stroke: colour },
      encoding: { x: marks.number("low"), tooltip: { field: "tip" } },
    },
    {
      mark: { ...point, fill: colour, stroke: colour },
      encoding: { x: marks.number("high"), tooltip: { field: "tip" } },
    },
    ...marks.haloed(true, {
      mark: { ...text, align: "right", dx: -9 },
      encoding: { x: marks.number("from"), text: { field: "fromText" } },
    }),
    ...marks.haloed(true, {
      mark: { ...text, align: "left", dx: 9 },
      encoding: { x: marks.number("to"), text: { field: "toText" } },
    }),
  ];
}

function names(left: number, narrow: boolean, size: marks.ChartSize) {
  const at = narrow ? 0 : -left;
  const shift = narrow ? -12 : 0;
  return [
    {
      mark: { type: "square", filled: true, size: size.printing ? 190 : 300, strokeWidth: 1.2, opacity: 1, yOffset: shift },
      encoding: { x: marks.pixel(at + 11), fill: marks.colour("tint"), stroke: marks.colour("edge") },
    },
    {
      mark: { type: "text", baseline: "middle", align: "center", fontWeight: 700, fontSize: marks.smallText(size), yOffset: shift },
      encoding: { x: marks.pixel(at + 11), text: { field: "grade" }, color: marks.colour("letter") },
    },
    ...marks.haloed(narrow, {
      mark: {
        type: "text", baseline: "middle", align: "left", fontSize: marks.bodyText(size), yOffset: shift,
        limit: narrow ? size.width - 40 : left - 40,
      },
      encoding: { x: marks.pixel(at + 28), text: { field: "name" } },
    }),
  ];
}

/** Above the rows: which end is which, and whose the two lines are. */
function heads(words: TornadoWords, centre: number, bounds: [number, number], left: number, size: marks.ChartSize) {
  const fontSize = marks.smallText(size);
  const width = size.width - left - right;
  const key = marks.isNarrow(size) ? 0 : -left;
  const gap = 30 + marks.widthOf(words.whereLow, fontSize);
  const spot = (at: number, fill: string) => ({
    data: { values: [{}] },
    mark: { type: "point", shape: "circle", size: 70, strokeWidth: 2, opacity: 1, stroke: "var:ink-2", fill },
    encoding: { x: marks.pixel(at + 6), y: marks.pixel(-44) },
  });
  const text = (word: string, at: number) =>
    marks.words(word, marks.pixel(at + 16), marks.pixel(-44), { fontSize, color: "var:ink-2" });
  return [
    spot(key, "var:paper"),
    text(words.whereLow, key),
    spot(key + gap, "var:ink-2"),
    text(words.whereHigh, key + gap),
    marks.wordsOver(words.centre, centre, bounds, width, -25, { fontSize, color: "var:ink", fontWeight: 700 }),
    marks.wordsOver(words.zero, 0, bounds, width, -9, { fontSize, color: "var:ink-3" }),
  ];
}
