// SPDX-License-Identifier: Apache-2.0
// Shares of firms that lose, to the left, and that gain, to the right: a mean gain hides losers.
import type { TopLevelSpec } from "vega-lite";
import { canvas, fitted, rects, rules, words, type Rect, type Words } from "./canvas";
import { bodyText, smallText, widthOf, type ChartSize } from "./marks";

export interface TwoWays {
  name: string;
  /** Percent of the group's firms. */
  gaining: number;
  losing: number;
  gainText: string;
  lossText: string;
  tip: string;
}

/** `most`: the largest share of any group and policy, so that the scale stays. */
export function twoWays(rows: TwoWays[], most: number, heads: { gain: string; loss: string }, size: ChartSize): TopLevelSpec {
  const small = smallText(size);
  const body = bodyText(size);
  const left = Math.min(size.width * 0.37, Math.max(...rows.map((row) => widthOf(row.name, body))) + 12);
  const ends = Math.max(...rows.flatMap((row) => [widthOf(row.gainText, small), widthOf(row.lossText, small)])) + 8;
  const half = (size.width - left - 2 * ends) / 2;
  const zero = left + ends + half;
  const unit = half / (most || 1);
  const step = size.printing ? 21 : 31;
  const high = size.printing ? 13 : 20;
  const top = 26;
  const y = (at: number) => top + at * step + step / 2;
  const boxes = rows.flatMap((row, at): Rect[] => [
    { x: zero - row.losing * unit, x2: zero, y: y(at) - high / 2, y2: y(at) + high / 2, fill: "var:loss", tip: row.tip },
    { x: zero, x2: zero + row.gaining * unit, y: y(at) - high / 2, y2: y(at) + high / 2, fill: "var:gain", tip: row.tip },
  ]);
  const texts = rows.flatMap((row, at): Words[] => [
    { text: fitted(row.name, body, left - 8), x: 0, y: y(at), size: body },
    { text: row.lossText, x: zero - row.losing * unit - 5, y: y(at), size: small, align: "right", bold: true, tip: row.tip },
    { text: row.gainText, x: zero + row.gaining * unit + 5, y: y(at), size: small, bold: true, tip: row.tip },
  ]);
  return canvas(size.width, top + rows.length * step + 6, [
    rects(boxes),
    rules([{ x: zero, x2: zero, y: top - 2, y2: top + rows.length * step, colour: "var:ink-3" }], { strokeWidth: 1.4 }),
    words([
      ...texts,
      { text: heads.loss, x: zero - 8, y: 10, size: small, align: "right", bold: true, colour: "var:loss" },
      { text: heads.gain, x: zero + 8, y: 10, size: small, bold: true, colour: "var:gain" },
    ]),
  ]);
}
