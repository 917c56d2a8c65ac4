// SPDX-License-Identifier: Apache-2.0
// One metric in groups of firms: the mean difference of each with its interval on one zero line.
// Outlined and grey: the interval holds zero. The axis is the same whichever policy is chosen.
import type { TopLevelSpec } from "vega-lite";
import { canvas, fitted, linear, rects, rules, spots, words, type Words } from "./canvas";
import { bodyText, isNarrow, smallText, ticks, widthOf, type ChartSize } from "./marks";

export interface GroupRow {
  name: string;
  /** In the unit of the axis. */
  mean: number;
  low: number;
  high: number;
  /** "unclear": the interval holds zero. "equal": below what matters. */
  way: "more" | "less" | "equal" | "unclear";
  text: string;
  tip: string;
}

const inks = { more: "var:gain", less: "var:loss", equal: "var:ink-2", unclear: "var:ink-3" } as const;

export function groupForest(rows: GroupRow[], bounds: [number, number], format: (value: number) => string, size: ChartSize): TopLevelSpec {
  const small = smallText(size);
  const body = bodyText(size);
  const left = Math.min(size.width * 0.4, Math.max(...rows.map((row) => widthOf(row.name, body))) + 12);
  const right = Math.max(...rows.map((row) => widthOf(row.text, body))) + 14;
  const step = size.printing ? 19 : 28;
  const half = size.printing ? 3.5 : 5;
  const bottom = 6 + rows.length * step;
  const x = linear(bounds, left, size.width - right);
  const y = (at: number) => 6 + (at + 0.5) * step;
  const marks = ticks(bounds[0], bounds[1], isNarrow(size) || size.width < 420 ? 4 : 6);
  const ink = (row: GroupRow) => inks[row.way];
  const bar = (row: GroupRow, at: number) => ({
    x: x(row.low),
    x2: x(row.high),
    y: y(at) - half,
    y2: y(at) + half,
    tip: row.tip,
    stroke: ink(row),
    fill: row.way === "unclear" ? "var:paper" : ink(row),
    opacity: row.way === "unclear" ? 1 : 0.55,
  });
  const texts = rows.flatMap((row, at): Words[] => [
    { text: fitted(row.name, body, left - 8), x: 0, y: y(at), size: body },
    {
      text: row.text,
      x: size.width - 4,
      y: y(at),
      size: body,
      bold: row.way !== "unclear",
      align: "right",
      colour: row.way === "unclear" ? "var:ink-3" : "var:ink",
    },
  ]);
  return canvas(size.width, bottom + 24, [
    rules(marks.map((value) => ({ x: x(value), x2: x(value), y: 2, y2: bottom, colour: value === 0 ? "var:baseline" : "var:line" }))),
    rules([{ x: x(0), x2: x(0), y: 0, y2: bottom, colour: "var:baseline" }], { strokeWidth: 2 }),
    rects(rows.map(bar), { cornerRadius: 2, strokeWidth: 1.4 }),
    spots(
      rows.map((row, at) => ({
        x: x(row.mean),
        y: y(at),
        fill: row.way === "unclear" ? "var:paper" : ink(row),
        stroke: ink(row),
        tip: row.tip,
      })),
      { size: size.printing ? 40 : 70, strokeWidth: 1.6 },
    ),
    words([
      ...texts,
      ...marks.map((value) => ({
        text: format(value),
        x: x(value),
        y: bottom + 14,
        size: small,
        align: "center" as const,
        colour: "var:ink-3",
      })),
    ]),
  ]);
}
