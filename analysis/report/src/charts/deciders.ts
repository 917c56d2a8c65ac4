// SPDX-License-Identifier: Apache-2.0
// A small tornado for the first page: each unknown with its grade above a bar from the difference
// where it is low to the difference where it is high, the mean of all draws as a dashed line.
import type { TopLevelSpec } from "vega-lite";
import * as marks from "./marks";

export interface DeciderRow {
  name: string;
  /** "근거 D", "evidence D". */
  grade: string;
  weak: boolean;
  low: number;
  high: number;
  /** What stands at the ends of the bar: which end of the unknown it is. */
  lowText: string;
  highText: string;
  tip: string;
}

export function deciders(rows: DeciderRow[], mean: number, zero: string, colour: string, format: (value: number) => string, size: marks.ChartSize): TopLevelSpec {
  const step = size.printing ? 31 : 46;
  const padding = { left: 2, right: 2, top: 4, bottom: 26 };
  const plot = size.width - padding.left - padding.right;
  const shift = size.printing ? 8 : 10;
  const small = marks.smallText(size);
  const ends = rows.flatMap((row) => [row.low, row.high]);
  const longest = Math.max(...rows.flatMap((row) => [row.lowText, row.highText]).map((text) => marks.widthOf(text, small)));
  const room = (longest + 8) / plot; // of the axis, at either end; `domain` wants it of the values' span
  const bounds = marks.domain([0, mean, ...ends], room / Math.max(0.3, 1 - 2 * room));
  const values = rows.map((row, i) => ({
    ...row,
    i,
    from: Math.min(row.low, row.high),
    to: Math.max(row.low, row.high),
    fromText: row.low <= row.high ? row.lowText : row.highText,
    toText: row.low <= row.high ? row.highText : row.lowText,
    ink: row.weak ? "var:warn" : "var:ink-3",
  }));
  const x = marks.number("from", {
    scale: { domain: bounds, nice: false },
    axis: marks.writtenAxis(marks.ticks(bounds[0], bounds[1], 4), (value) => (value === 0 ? zero : format(value))),
  });
  const y = { field: "i", type: "ordinal", axis: null, scale: { padding: 0, domain: rows.map((_, i) => i) } };
  const above = { type: "text", baseline: "middle", yOffset: -shift + 1 };
  const beside = { type: "text", baseline: "middle", yOffset: shift, fontSize: small, color: "var:ink-3" };
  const halo = { stroke: "var:paper", strokeWidth: 4, strokeJoin: "round" }; // no line runs through a word
  const limit = plot - 12 - Math.max(...rows.map((row) => marks.widthOf(row.grade, small)));
  return marks.layered({ ...marks.frame(step * rows.length + 30, padding), data: { values }, encoding: { y } }, [
    {
      mark: { type: "bar", height: size.printing ? 8 : 11, yOffset: shift, color: colour, opacity: 0.75, cornerRadius: 2 },
      encoding: { x, x2: { field: "to" }, tooltip: { field: "tip" } },
    },
    marks.line("x", 0, { color: "var:baseline", strokeWidth: 2 }),
    marks.line("x", mean, { color: "var:ink", strokeWidth: 1.2, strokeDash: [3, 3] }),
    { mark: { ...above, ...halo, align: "left", fontSize: marks.bodyText(size), limit }, encoding: { x: marks.pixel(0), text: { field: "name" } } },
    { mark: { ...above, align: "left", fontSize: marks.bodyText(size), limit }, encoding: { x: marks.pixel(0), text: { field: "name" } } },
    { mark: { ...above, align: "right", fontSize: small }, encoding: { x: marks.pixel(plot), text: { field: "grade" }, color: marks.colour("ink") } },
    { mark: { ...beside, ...halo, align: "right", dx: -5 }, encoding: { x: marks.number("from"), text: { field: "fromText" } } },
    { mark: { ...beside, ...halo, align: "left", dx: 5 }, encoding: { x: marks.number("to"), text: { field: "toText" } } },
    { mark: { ...beside, align: "right", dx: -5 }, encoding: { x: marks.number("from"), text: { field: "fromText" } } },
    { mark: { ...beside, align: "left", dx: 5 }, encoding: { x: marks.number("to"), text: { field: "toText" } } },
  ]);
}
