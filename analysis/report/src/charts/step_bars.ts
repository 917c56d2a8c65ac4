// SPDX-License-Identifier: Apache-2.0
// Steps that follow each other, each with one bar a policy, its count and what it is of the step
// before. Bars have one scale; a drawn funnel would distort them.
import type { TopLevelSpec } from "vega-lite";
import { canvas, fitted, rects, words, type Words } from "./canvas";
import { bodyText, isNarrow, smallText, widthOf, type ChartSize } from "./marks";

export interface StepBar {
  colour: string;
  value: number;
  /** The count and the rate. */
  text: string;
  tip: string;
  chosen: boolean;
}
export interface Step {
  name: string;
  bars: StepBar[];
  /** Begins something new: a line of its own above it. */
  heading?: string;
}

export function stepBars(steps: Step[], most: number, size: ChartSize): TopLevelSpec {
  const narrow = isNarrow(size);
  const small = smallText(size);
  const body = bodyText(size);
  const left = narrow ? 0 : Math.min(size.width * 0.36, Math.max(...steps.map((step) => widthOf(step.name, body))) + 14);
  const right = Math.max(...steps.flatMap((step) => step.bars.map((bar) => widthOf(bar.text, small)))) + 12;
  const bar = size.printing ? 13 : 15;
  const unit = Math.max(1, size.width - left - right) / (most || 1);
  const boxes = [];
  const texts: Words[] = [];
  let y = 4;
  for (const step of steps) {
    if (step.heading) {
      texts.push({ text: step.heading, x: 0, y: y + 12, size: small, colour: "var:ink-3" });
      y += 26;
    }
    if (narrow) y += 20;
    texts.push({
      text: fitted(step.name, body, narrow ? size.width : left - 8),
      x: 0,
      y: narrow ? y - 10 : y + (step.bars.length * bar) / 2,
      size: body,
    });
    for (const one of step.bars) {
      const end = left + Math.max(1, one.value * unit);
      boxes.push({ x: left, x2: end, y, y2: y + bar, fill: one.colour, tip: one.tip });
      texts.push({ text: one.text, x: end + 7, y: y + bar / 2, size: small, bold: one.chosen, colour: one.colour, tip: one.tip });
      y += bar;
    }
    y += size.printing ? 10 : 15;
  }
  return canvas(size.width, y, [rects(boxes), words(texts)]);
}
