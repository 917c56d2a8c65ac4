// SPDX-License-Identifier: Apache-2.0
// Morris's plane: how much a factor moves the response to the right, how unevenly upwards. Below the
// dashed line, on which both are equal, a factor acts much the same wherever the others are.
import type { TopLevelSpec } from "vega-lite";
import { canvas, fitted, linear, paths, rules, spots, spread, words, type Area, type Place } from "./canvas";
import { isNarrow, smallText, ticks, widthOf, type ChartSize } from "./marks";

export interface PlaneFactor {
  name: string;
  mu_star: number;
  sigma: number;
  tip: string;
  /** Its name is written. */
  leading: boolean;
}
export interface PlaneWords {
  mu_star: string;
  sigma: string;
  /** At the dashed line. */
  equal: string;
}

export function screeningPlane(
  factors: PlaneFactor[],
  colour: string,
  said: PlaneWords,
  format: (value: number) => string,
  size: ChartSize,
): TopLevelSpec {
  const text = smallText(size);
  const high = size.printing ? 250 : isNarrow(size) ? 300 : 360;
  const [right, up] = [Math.max(...factors.map((one) => one.mu_star)) || 1, Math.max(...factors.map((one) => one.sigma)) || 1];
  const rising = ticks(0, up * 1.1, 5);
  const room = Math.max(...rising.map((value) => widthOf(format(value), text))) + 8;
  const area: Area = { left: room, right: size.width - 8, top: 30, bottom: high - 44 };
  const x = linear([0, right * 1.1], area.left, area.right);
  const y = linear([0, up * 1.1], area.bottom, area.top);
  const across = ticks(0, right * 1.1, Math.max(3, Math.floor((area.right - area.left) / 80)));
  const end = Math.min(right, up) * 1.1;
  return canvas(size.width, high, [
    rules(rising.map((value) => ({ x: area.left, x2: area.right, y: y(value), y2: y(value), colour: value === 0 ? "var:line-strong" : "var:line" }))),
    paths([{ colour: "var:ink-3", points: [{ x: x(0), y: y(0) }, { x: x(end), y: y(end) }] }], { strokeDash: [5, 4], strokeWidth: 1.2 }),
    spots(factors.map((one) => ({ x: x(one.mu_star), y: y(one.sigma), fill: colour, opacity: one.leading ? 1 : 0.4, tip: one.tip })), { size: size.printing ? 45 : 70 }),
    ...names(factors.filter((one) => one.leading), x, y, area, text),
    words([
      { text: said.sigma, x: 0, y: 9, size: text, colour: "var:ink-2" },
      { text: said.equal, x: area.right, y: 9, size: text, align: "right", colour: "var:ink-3" },
      { text: said.mu_star, x: area.right, y: area.bottom + 33, size: text, align: "right", colour: "var:ink-2" },
      ...rising.map((value) => ({ text: format(value), x: area.left - 6, y: y(value), size: text, align: "right" as const, colour: "var:ink-3" })),
      ...across.map((value) => ({ text: format(value), x: x(value), y: area.bottom + 14, size: text, align: "center" as const, colour: "var:ink-3" })),
    ]),
  ]);
}

/** No two in one line; those in the right half stand to the left of their dot. */
function names(leading: PlaneFactor[], x: Place, y: Place, area: Area, text: number) {
  const heights = spread(leading.map((one) => y(one.sigma)), text + 4, area.top + text / 2, area.bottom - text / 2);
  const placed = leading.map((one, at) => {
    const dot = x(one.mu_star);
    const leftwards = dot > (area.left + area.right) / 2;
    const room = leftwards ? dot - area.left - 14 : area.right - dot - 14;
    return { one, dot, y: heights[at]!, x: leftwards ? dot - 12 : dot + 12, align: leftwards ? ("right" as const) : ("left" as const), name: fitted(one.name, text, room) };
  });
  return [
    rules(placed.map((one) => ({ x: one.dot, y: y(one.one.sigma), x2: one.x, y2: one.y, colour: "var:ink-3" }))),
    words(placed.map((one) => ({ text: one.name, x: one.align === "left" ? one.x + 2 : one.x - 2, y: one.y, size: text, align: one.align, tip: one.one.tip }))),
  ];
}
