// SPDX-License-Identifier: Apache-2.0
// The cost-effectiveness plane: what more is paid to the right, what more it is worth upwards, the
// line on which both are equal, one dot a replication of the chosen policy and a badge at every mean.
import type { TopLevelSpec } from "vega-lite";
import { canvas, linear, paths, rects, rules, shade, spots, words, type Area, type Place } from "./canvas";
import { domain, isNarrow, smallText, ticks, widthOf, type ChartSize } from "./marks";

export interface PlanePoint {
  cost: number;
  benefit: number;
}
export interface PlaneMean extends PlanePoint {
  badge: string;
  colour: string;
  /** Of the words on the badge. */
  on: string;
  tip: string;
}
export interface PlanePanel {
  title: string;
  means: PlaneMean[];
  cloud: PlanePoint[];
  cloudColour: string;
}
export interface PlaneWords {
  cost: string;
  benefit: string;
}
/** Of both axes, over all policies, so that switching moves the cloud and not the axes. */
export interface PlaneBounds {
  cost: [number, number];
  benefit: [number, number];
}

export function boundsOf(points: PlanePoint[]): PlaneBounds {
  return {
    cost: domain([0, ...points.map((point) => point.cost)], 0.08),
    benefit: domain([0, ...points.map((point) => point.benefit)], 0.08),
  };
}

/** Panels side by side, on a phone one under the other; each has its own scale upwards. */
export function plane(
  panels: { panel: PlanePanel; bounds: PlaneBounds }[],
  said: PlaneWords,
  format: (value: number) => string,
  size: ChartSize,
): TopLevelSpec {
  const across = isNarrow(size) ? 1 : panels.length;
  const gap = size.printing ? 22 : 40;
  const wide = (size.width - gap * (across - 1)) / across;
  const high = size.printing ? 220 : isNarrow(size) ? 300 : 350;
  const rows = Math.ceil(panels.length / across);
  const drawn = panels.flatMap(({ panel, bounds }, at) => {
    const left = (at % across) * (wide + gap);
    return one(panel, bounds, said, format, size, left, Math.floor(at / across) * high, wide, high);
  });
  return canvas(size.width, high * rows, drawn);
}

function one(
  panel: PlanePanel,
  bounds: PlaneBounds,
  said: PlaneWords,
  format: (value: number) => string,
  size: ChartSize,
  left: number,
  top: number,
  wide: number,
  high: number,
) {
  const text = smallText(size);
  const up = ticks(bounds.benefit[0], bounds.benefit[1], 6);
  const room = Math.max(...up.map((value) => widthOf(format(value), text))) + 8;
  const area: Area = { left: left + room, right: left + wide - 4, top: top + 44, bottom: top + high - 42 };
  const x = linear(bounds.cost, area.left, area.right);
  const y = linear(bounds.benefit, area.bottom, area.top);
  const across = ticks(bounds.cost[0], bounds.cost[1], Math.max(5, Math.floor((area.right - area.left) / 70)));
  const colour = (value: number) => (value === 0 ? "var:baseline" : "var:line");
  const inside = (point: PlanePoint) =>
    x(point.cost) >= area.left && x(point.cost) <= area.right && y(point.benefit) >= area.top && y(point.benefit) <= area.bottom;
  const line = equalLine(bounds, x, y, area);
  return [
    shade(
      line.map((point) => ({ ...point, y2: area.top })),
      { color: "var:gain", opacity: 0.07 },
    ),
    rules(up.map((value) => ({ x: area.left, x2: area.right, y: y(value), y2: y(value), colour: colour(value) }))),
    rules([{ x: x(0), x2: x(0), y: area.top, y2: area.bottom, colour: "var:baseline" }], { strokeWidth: 1.4 }),
    rules([{ x: area.left, x2: area.right, y: area.bottom, y2: area.bottom, colour: "var:line-strong" }]),
    paths([{ points: line.filter((point) => point.inside), colour: "var:ink-3" }], { strokeDash: [5, 4], strokeWidth: 1.4 }),
    spots(
      panel.cloud.filter(inside).map((point) => ({ x: x(point.cost), y: y(point.benefit), fill: panel.cloudColour, opacity: 0.35 })),
      { size: size.printing ? 10 : 18 },
    ),
    words([
      { text: panel.title, x: left, y: top + 9, size: text + 2, bold: true },
      { text: said.benefit, x: left, y: top + 29, size: text, colour: "var:ink-2" },
      { text: said.cost, x: area.right, y: area.bottom + 33, size: text, align: "right", colour: "var:ink-2" },
      ...up.map((value) => ({
        text: format(value),
        x: area.left - 6,
        y: y(value),
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
    ]),
    ...badges(panel.means.filter(inside), x, y, size),
  ];
}

/** Where benefit equals cost, in steps across the panel, cut at its edges. */
function equalLine(bounds: PlaneBounds, x: Place, y: Place, area: Area) {
  const steps = 80;
  return Array.from({ length: steps + 1 }, (_, at) => {
    const cost = bounds.cost[0] + ((bounds.cost[1] - bounds.cost[0]) * at) / steps;
    const wanted = y(cost);
    const held = Math.min(area.bottom, Math.max(area.top, wanted));
    return { x: x(cost), y: held, inside: held === wanted };
  });
}

const shifts = [
  [0, 0],
  [1, 0],
  [-1, 0],
  [0, -1],
  [0, 1],
  [1, -1],
  [-1, -1],
  [1, 1],
  [-1, 1],
  [2, 0],
  [-2, 0],
  [0, -2],
  [0, 2],
] as const;

/** A dot at each mean; where badges would cover each other, one stands aside on a short line. */
function badges(means: PlaneMean[], x: Place, y: Place, size: ChartSize) {
  const half = size.printing ? 7.5 : 10;
  const taken: { x: number; y: number }[] = [];
  const placed = means.map((mean) => {
    const [cx, cy] = [x(mean.cost), y(mean.benefit)];
    const free = shifts
      .map(([dx, dy]) => ({ x: cx + dx * half * 2.3, y: cy + dy * half * 2.3 }))
      .find((spot) => taken.every((other) => Math.abs(other.x - spot.x) >= 2 * half || Math.abs(other.y - spot.y) >= 2 * half));
    const spot = free ?? { x: cx, y: cy };
    taken.push(spot);
    return { mean, cx, cy, ...spot };
  });
  return [
    rules(
      placed
        .filter((one) => one.x !== one.cx || one.y !== one.cy)
        .map((one) => ({ x: one.cx, y: one.cy, x2: one.x, y2: one.y, colour: one.mean.colour })),
    ),
    spots(
      placed.map((one) => ({ x: one.cx, y: one.cy, fill: one.mean.colour, stroke: "var:paper" })),
      { size: 40 },
    ),
    rects(
      placed.map((one) => ({
        x: one.x - half,
        x2: one.x + half,
        y: one.y - half,
        y2: one.y + half,
        fill: one.mean.colour,
        stroke: "var:paper",
        tip: one.mean.tip,
      })),
      { cornerRadius: 4, strokeWidth: 1.2 },
    ),
    words(
      placed.map((one) => ({
        text: one.mean.badge,
        x: one.x,
        y: one.y,
        size: size.printing ? 10.7 : 13,
        bold: true,
        align: "center",
        colour: one.mean.on,
        tip: one.mean.tip,
      })),
    ),
  ];
}
