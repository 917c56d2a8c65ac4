// SPDX-License-Identifier: Apache-2.0
// Design points, one panel a factor: the factor to the right, the response upwards, on one scale in
// all panels; the reference point as a diamond on its dashed line.
import type { TopLevelSpec } from "vega-lite";
import { canvas, fitted, linear, rules, spots, words, type Area } from "./canvas";
import { key } from "./key";
import { domain, isNarrow, smallText, ticks, widthOf, type ChartSize } from "./marks";

export interface PointPanel {
  name: string;
  points: { x: number; y: number; tip: string }[];
  /** Of the reference point; null where the factor has no such value. */
  reference: number | null;
  /** Places with their words, of a factor whose values are texts; else round numbers are taken. */
  named: { x: number; text: string }[] | null;
}
export interface PointPanels {
  panels: PointPanel[];
  colour: string;
  /** The response at the reference point. */
  reference: { y: number; tip: string } | null;
  /** Whether zero is a line of its own, as of differences. */
  zero: boolean;
  said: { point: string; reference: string };
  format(value: number): string;
  formatFactor(value: number): string;
}

const gap = 20;

export function perRow(panels: number, size: ChartSize): number {
  return Math.min(Math.max(panels, 1), isNarrow(size) ? 1 : 3);
}

export function pointPanels(chart: PointPanels, size: ChartSize): TopLevelSpec {
  const text = smallText(size);
  const columns = perRow(chart.panels.length, size);
  const bounds = domain([...(chart.zero ? [0] : []), chart.reference?.y ?? null, ...chart.panels.flatMap((panel) => panel.points.map((point) => point.y))], 0.06);
  const up = ticks(bounds[0], bounds[1], 5);
  const margin = Math.max(...up.map((value) => widthOf(chart.format(value), text))) + 8;
  const wide = (size.width - margin - gap * (columns - 1)) / columns;
  const high = size.printing ? 110 : 160;
  const step = 26 + high + 34;
  const marks = [
    { text: chart.said.point, mark: "dot" as const, colour: chart.colour },
    ...(chart.reference ? [{ text: chart.said.reference, mark: "diamond" as const, colour: "var:ink" }] : []),
  ];
  const legend = key(marks, 0, 0, size.width, text);
  const layers = chart.panels.flatMap((panel, at) => {
    const left = margin + (at % columns) * (wide + gap);
    const top = legend.height + 6 + Math.floor(at / columns) * step + 26;
    return panelLayers(chart, panel, { left, right: left + wide, top, bottom: top + high }, bounds, up, at % columns === 0, size);
  });
  return canvas(size.width, legend.height + 6 + Math.ceil(chart.panels.length / columns) * step - 10, [...legend.layers, ...layers]);
}

function panelLayers(chart: PointPanels, panel: PointPanel, area: Area, bounds: [number, number], up: number[], labelled: boolean, size: ChartSize) {
  const text = smallText(size);
  const sides = domain([panel.reference, ...panel.points.map((point) => point.x), ...(panel.named ?? []).map((one) => one.x)], 0.05);
  const x = linear(sides, area.left, area.right);
  const y = linear(bounds, area.bottom, area.top);
  const level = (value: number, colour: string) => ({ x: area.left, x2: area.right, y: y(value), y2: y(value), colour });
  const { reference } = chart;
  return [
    words([{ text: fitted(panel.name, text + 1, area.right - area.left), x: area.left, y: area.top - 13, size: text + 1, bold: true, tip: panel.name }]),
    rules(up.map((value) => level(value, chart.zero && value === 0 ? "var:baseline" : "var:line"))),
    rules([level(bounds[0], "var:line-strong")]),
    reference ? rules([level(reference.y, "var:ink-3")], { strokeDash: [4, 3] }) : null,
    spots(panel.points.map((point) => ({ x: x(point.x), y: y(point.y), fill: chart.colour, opacity: 0.55, tip: point.tip })), { size: size.printing ? 12 : 22 }),
    reference && panel.reference !== null
      ? spots([{ x: x(panel.reference), y: y(reference.y), fill: "var:ink", stroke: "var:paper", tip: reference.tip }], { shape: "diamond", size: size.printing ? 80 : 120, strokeWidth: 1.2 })
      : null,
    labelled ? words(up.map((value) => ({ text: chart.format(value), x: area.left - 6, y: y(value), align: "right" as const, size: text, colour: "var:ink-3" }))) : null,
    words(belowWords(chart, panel, sides, x, area, text)),
  ];
}

/** Along the factor; texts share the width, those that find no room are left to the tips and the table. */
function belowWords(chart: PointPanels, panel: PointPanel, sides: [number, number], x: (value: number) => number, area: Area, size: number) {
  const room = (area.right - area.left) / Math.max(1, panel.named?.length ?? 1) - 6;
  const marks = panel.named?.map((one) => ({ at: one.x, text: fitted(one.text, size, room) })) ?? ticks(sides[0], sides[1], 4).map((value) => ({ at: value, text: chart.formatFactor(value) }));
  let taken = -Infinity;
  return marks.flatMap(({ at, text }) => {
    const half = widthOf(text, size) / 2;
    const middle = Math.min(Math.max(x(at), area.left + half), Math.max(area.left + half, area.right - half));
    if (middle - half < taken) return [];
    taken = middle + half + 8;
    return [{ text, x: middle, y: area.bottom + 14, align: "center" as const, size, colour: "var:ink-3" }];
  });
}
