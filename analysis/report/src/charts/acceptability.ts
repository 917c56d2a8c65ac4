// SPDX-License-Identifier: Apache-2.0
// How often a policy is the best buy, by what a unit of effect is worth. Bold where its mean net
// benefit is the highest: the likeliest best and the best on average can differ, and bold follows the
// latter. Curves of policies that are nowhere the best are thin and grey.
import type { TopLevelSpec } from "vega-lite";
import { canvas, fitted, linear, paths, rules, spread, words, type Area, type Words } from "./canvas";
import { isNarrow, smallText, ticks, widthOf, type ChartSize } from "./marks";

export interface Curve {
  name: string;
  colour: string;
  /** One a value, 0 to 100. */
  shares: number[];
  /** Where its mean net benefit is the highest. */
  best: boolean[];
  chosen: boolean;
}

export function acceptability(
  values: number[],
  curves: Curve[],
  axis: string,
  format: (value: number) => string,
  size: ChartSize,
): TopLevelSpec {
  const text = smallText(size);
  const high = size.printing ? 230 : isNarrow(size) ? 280 : 350;
  const named = curves.filter((curve) => curve.chosen || curve.best.some(Boolean));
  const right = Math.min(size.width * 0.4, Math.max(20, ...named.map((curve) => widthOf(curve.name, text + 1) + 14)));
  const area: Area = { left: 34, right: size.width - right, top: 14, bottom: high - 44 };
  const last = values[values.length - 1] ?? 1;
  const x = linear([values[0] ?? 0, last], area.left, area.right);
  const y = linear([0, 100], area.bottom, area.top);
  const below = fitted(axis, text, size.width);
  const across = ticks(values[0] ?? 0, last, Math.max(3, Math.floor((area.right - area.left) / 70)));
  const colour = (curve: Curve) => (curve.chosen || curve.best.some(Boolean) ? curve.colour : "var:baseline");
  const line = (curve: Curve, only: (at: number) => boolean) => ({
    colour: colour(curve),
    points: values.map((value, at) => ({ x: x(value), y: only(at) ? y(curve.shares[at]!) : null })),
  });
  const thin = curves.filter((curve) => !named.includes(curve));
  return canvas(size.width, high, [
    rules(
      [0, 25, 50, 75, 100].map((share) => ({
        x: area.left,
        x2: area.right,
        y: y(share),
        y2: y(share),
        colour: share === 0 ? "var:line-strong" : "var:line",
      })),
    ),
    words([
      ...[0, 25, 50, 75, 100].map((share) => ({
        text: String(share),
        x: area.left - 6,
        y: y(share),
        size: text,
        align: "right" as const,
        colour: "var:ink-3",
      })),
      ...across.map((value) => ({
        text: format(value),
        x: x(value),
        y: area.bottom + 14,
        size: text,
        align: "center" as const,
        colour: "var:ink-3",
      })),
      { text: below, x: Math.min(area.left, size.width - widthOf(below, text)), y: area.bottom + 34, size: text, colour: "var:ink-2" },
    ]),
    paths(
      thin.map((curve) => line(curve, () => true)),
      { strokeWidth: 1.1, opacity: 0.8 },
    ),
    paths(
      named.map((curve) => line(curve, () => true)),
      { strokeWidth: 1.8, opacity: 0.85 },
    ),
    paths(
      named.map((curve) => line(curve, (at) => bold(curve, at))),
      { strokeWidth: 5, strokeCap: "round" },
    ),
    words(ends(named, area, size.width - area.right - 8, y, text + 1, colour)),
  ]);
}

/** A value stands for what lies up to the next, so that bold pieces meet. */
const bold = (curve: Curve, at: number): boolean => curve.best[at] === true || curve.best[at - 1] === true;

function ends(
  named: Curve[],
  area: Area,
  room: number,
  y: (share: number) => number,
  size: number,
  colour: (curve: Curve) => string,
): Words[] {
  const wanted = named.map((curve) => y(curve.shares[curve.shares.length - 1] ?? 0));
  const placed = spread(wanted, size * 1.3, area.top, area.bottom);
  return named.map((curve, i) => ({
    text: fitted(curve.name, size, room),
    x: area.right + 8,
    y: placed[i]!,
    size,
    bold: true,
    colour: colour(curve),
  }));
}
