// SPDX-License-Identifier: Apache-2.0
// Rows of two ranges each on one zero line: what chance may have moved (a bar), and what other
// assumptions would give (a thin line), never mixed in one mark. Two studies side by side use the
// same rows with two bars.
import type { TopLevelSpec } from "vega-lite";
import * as marks from "./marks";

export interface Range {
  mean: number;
  low: number | null;
  high: number | null;
  tip: string;
  text: string;
}
export interface RangeRow {
  name: string;
  colour: string;
  chosen: boolean;
  upper: Range | null;
  lower: Range | null;
}
/** How the second range of a row is drawn: `thin`, or as an outlined bar like the first. */
export type SecondMark = "thin" | "outlined";

export function rangeRows(
  rows: RangeRow[],
  second: SecondMark,
  zeroText: string,
  format: (value: number) => string,
  size: marks.ChartSize,
): TopLevelSpec {
  const narrow = marks.isNarrow(size);
  const left = narrow ? 4 : Math.min(230, Math.round(size.width * 0.4));
  const right = 62;
  const step = narrow ? 62 : size.printing ? 32 : 46;
  const apart = size.printing ? 7 : 9;
  const shift = narrow ? 11 : 0;
  const frame = marks.frame(step * rows.length + 46, { left, right, top: 20, bottom: 26 });
  const ranges = rows.flatMap((row, i) =>
    [row.upper, row.lower].flatMap((range, k) =>
      range ? [{ ...range, i, k, low: range.low ?? range.mean, high: range.high ?? range.mean, colour: row.colour }] : [],
    ),
  );
  const bounds = marks.domain([0, ...ranges.flatMap((range) => [range.low, range.high, range.mean])], 0.05);
  const y = { field: "i", type: "ordinal", axis: null, scale: { domain: rows.map((_, i) => i), padding: 0 } };
  const x = marks.number("low", {
    scale: { domain: bounds, nice: false },
    axis: marks.writtenAxis(marks.ticks(bounds[0], bounds[1], narrow ? 4 : 6), format, { grid: false }),
  });
  const small = marks.smallText(size);
  const part = (k: number) => ({ values: ranges.filter((range) => range.k === k) });
  const at = (k: number) => shift + (k === 0 ? -apart : apart);
  return marks.layered({ ...frame, encoding: { y } }, [
    {
      data: part(0),
      mark: { type: "bar", height: size.printing ? 8 : 11, cornerRadius: 2, yOffset: at(0), opacity: 1 },
      encoding: { x, x2: { field: "high" }, color: marks.colour("colour"), tooltip: { field: "tip" } },
    },
    marks.line("x", 0, { color: "var:baseline", strokeWidth: 2 }),
    {
      data: part(0),
      mark: { type: "tick", orient: "vertical", thickness: 3, size: size.printing ? 14 : 19, color: "var:ink", yOffset: at(0), opacity: 1 },
      encoding: { x: marks.number("mean"), tooltip: { field: "tip" } },
    },
    ...(second === "thin" ? thin(part(1), at(1), size) : outlined(part(1), at(1), size)),
    ...[0, 1].map((k) => ({
      data: part(k),
      mark: { type: "text", align: "right", baseline: "middle", fontSize: small, yOffset: at(k), fontWeight: k === 0 ? 700 : 400, color: k === 0 ? "var:ink" : "var:ink-2" },
      encoding: { x: marks.pixel(size.width - left - 4), text: { field: "text" } },
    })),
    ...names(narrow, rows, left, narrow ? -18 : 0, narrow ? size.width - 70 : left - 8, size),
    marks.wordsOver(zeroText, 0, bounds, size.width - left - right, -10, { fontSize: small, color: "var:ink-3" }),
  ]);
}

function thin(data: object, yOffset: number, size: marks.ChartSize) {
  return [
    {
      data,
      mark: { type: "rule", strokeWidth: 1.6, yOffset },
      encoding: { x: marks.number("low"), x2: { field: "high" }, color: marks.colour("colour"), tooltip: { field: "tip" } },
    },
    {
      data,
      mark: { type: "point", shape: "circle", filled: true, size: size.printing ? 40 : 65, opacity: 1, yOffset },
      encoding: { x: marks.number("mean"), color: marks.colour("colour"), tooltip: { field: "tip" } },
    },
  ];
}

function outlined(data: object, yOffset: number, size: marks.ChartSize) {
  return [
    {
      data,
      mark: { type: "bar", height: size.printing ? 8 : 11, cornerRadius: 2, fill: "var:paper", strokeWidth: 1.6, yOffset },
      encoding: { x: marks.number("low"), x2: { field: "high" }, stroke: marks.colour("colour"), tooltip: { field: "tip" } },
    },
    {
      data,
      mark: { type: "tick", orient: "vertical", thickness: 3, size: size.printing ? 14 : 19, color: "var:ink", yOffset, opacity: 1 },
      encoding: { x: marks.number("mean"), tooltip: { field: "tip" } },
    },
  ];
}

function names(narrow: boolean, rows: RangeRow[], left: number, yOffset: number, limit: number, size: marks.ChartSize) {
  return marks.haloed(narrow, {
    data: { values: rows.map((row, i) => ({ i, name: row.name, chosen: row.chosen })) },
    mark: {
      type: "text", align: "left", baseline: "middle", yOffset, limit, fontSize: marks.bodyText(size),
      fontWeight: { expr: "datum.chosen ? 700 : 400" },
    },
    encoding: { x: marks.pixel(-left), text: { field: "name" } },
  });
}
