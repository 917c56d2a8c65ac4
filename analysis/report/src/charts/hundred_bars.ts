// SPDX-License-Identifier: Apache-2.0
// What became of one hundred: a bar a policy, cut into its ends, each with its count. The key above
// names the ends in the order in which they lie; the compared policies stand out, others are pale.
import type { TopLevelSpec } from "vega-lite";
import { canvas, fitted, rects, words, type Rect, type Words } from "./canvas";
import { key } from "./key";
import { bodyText, isNarrow, smallText, widthOf, type ChartSize } from "./marks";

export interface End {
  text: string;
  fill: string;
  /** Of the count on the bar. */
  on: string;
}
export interface HundredRow {
  name: string;
  strong: boolean;
  /** One an end, adding to 100. */
  counts: number[];
  tips: string[];
}

/** Whole numbers that add to 100: the largest remainders are rounded up. */
export function hundred(shares: number[]): number[] {
  const all = shares.reduce((sum, share) => sum + Math.max(0, share), 0);
  if (!(all > 0)) return shares.map(() => 0);
  const exact = shares.map((share) => (Math.max(0, share) / all) * 100);
  const counts = exact.map(Math.floor);
  const left = 100 - counts.reduce((sum, count) => sum + count, 0);
  const order = exact.map((_, at) => at).sort((a, b) => exact[b]! - counts[b]! - (exact[a]! - counts[a]!));
  for (const at of order.slice(0, left)) counts[at]!++;
  return counts;
}

export function hundredBars(ends: End[], rows: HundredRow[], size: ChartSize): TopLevelSpec {
  const narrow = isNarrow(size);
  const small = smallText(size);
  const body = bodyText(size);
  const widest = Math.max(...rows.map((row) => widthOf(row.name, body)));
  const left = narrow ? 0 : Math.min(size.width * (size.printing ? 0.42 : 0.34), widest + 14);
  const bar = size.printing ? 17 : narrow ? 24 : 27;
  const step = bar + (narrow ? 24 : size.printing ? 7 : 11);
  const above = key(
    ends.map((end) => ({ text: end.text, mark: "fill", colour: end.fill })),
    0,
    0,
    size.width,
    small,
  );
  const top = above.height + 8;
  const unit = (size.width - left - 2) / 100;
  const boxes: Rect[] = [];
  const texts: Words[] = [];
  rows.forEach((row, r) => {
    const y = top + r * step + (narrow ? 20 : 0);
    texts.push({
      text: fitted(row.name, body, narrow ? size.width : left - 8),
      x: 0,
      y: narrow ? y - 10 : y + bar / 2,
      size: body,
      bold: row.strong,
    });
    let at = 0;
    row.counts.forEach((count, e) => {
      const [x, x2] = [left + at * unit, left + (at + count) * unit];
      at += count;
      if (count === 0) return;
      boxes.push({ x, x2, y, y2: y + bar, fill: ends[e]!.fill, stroke: "var:paper", opacity: row.strong ? 1 : 0.55, tip: row.tips[e]! });
      if (x2 - x >= widthOf(String(count), small) + 4)
        texts.push({
          text: String(count),
          x: (x + x2) / 2,
          y: y + bar / 2,
          size: small,
          bold: row.strong,
          align: "center",
          colour: row.strong ? ends[e]!.on : "var:ink",
          tip: row.tips[e]!,
        });
    });
  });
  return canvas(size.width, top + rows.length * step + (narrow ? 20 : 2), [
    ...above.layers,
    rects(boxes, { strokeWidth: 1.5 }),
    words(texts),
  ]);
}
