// SPDX-License-Identifier: Apache-2.0
// One small panel a policy, all on one scale, so that colours need not be told apart: the mean
// difference over the years with its interval, around the zero line.
import type { TopLevelSpec } from "vega-lite";
import { canvas, fitted, linear, paths, rects, rules, spots, words, type Area } from "./canvas";
import { band } from "./fan";
import { isNarrow, smallText, ticks, widthOf, type ChartSize } from "./marks";

type Value = number | null;

export interface Panel {
  badge: string;
  name: string;
  /** "var:policy-2"; its letter on the badge is "var:on-policy-2". */
  colour: string;
  /** One a year. */
  points: { mean: Value; low: Value; high: Value; tip: string }[];
  /** Last value, beside the end of the line. */
  end: string;
  /** The chosen policy: its panel is underlined. */
  chosen: boolean;
}
export interface SmallMultiples {
  years: number[];
  panels: Panel[];
  bounds: [low: number, high: number];
  format(value: number): string;
}

const head = 26;
const gap = 16;

export function perRow(panels: number, size: ChartSize): number {
  return Math.min(Math.max(panels, 1), isNarrow(size) ? 2 : size.printing ? 3 : 6);
}

export function smallMultiples(chart: SmallMultiples, size: ChartSize): TopLevelSpec {
  const columns = perRow(chart.panels.length, size);
  const text = smallText(size);
  const marks = ticks(chart.bounds[0], chart.bounds[1], 4);
  const margin = Math.max(...marks.map((value) => widthOf(chart.format(value), text))) + 8;
  const wide = (size.width - margin - gap * (columns - 1)) / columns;
  const height = size.printing ? 92 : 118;
  const step = head + height + 36;
  const right = Math.min(wide * 0.4, Math.max(...chart.panels.map((panel) => widthOf(panel.end, text + 1))) + 8);
  const layers = chart.panels.flatMap((panel, at) => {
    const left = margin + (at % columns) * (wide + gap);
    const top = Math.floor(at / columns) * step + head;
    const area: Area = { left, right: left + wide - right, top: top + 6, bottom: top + height };
    return panelLayers(chart, panel, area, marks, at % columns === 0, wide, text);
  });
  return canvas(size.width, Math.ceil(chart.panels.length / columns) * step - 8, layers);
}

function panelLayers(chart: SmallMultiples, panel: Panel, area: Area, marks: number[], labelled: boolean, wide: number, text: number) {
  const last = chart.years.length - 1;
  const x = linear([0, Math.max(last, 1)], area.left, area.right);
  const y = linear(chart.bounds, area.bottom, area.top);
  const place = (value: Value) => (value === null ? null : y(value));
  const end = [...panel.points].reverse().find((point) => point.mean !== null)?.mean ?? null;
  const year = (at: number, align: "left" | "right") => ({ text: String(chart.years[at] ?? ""), x: x(at), y: area.bottom + 14, align, size: text, colour: "var:ink-3" });
  return [
    ...headLayers(panel, area, wide, text),
    rules(marks.map((value) => ({ x: area.left, x2: area.right, y: y(value), y2: y(value), colour: "var:line" }))),
    labelled ? words(marks.map((value) => ({ text: chart.format(value), x: area.left - 6, y: y(value), align: "right", size: text, colour: "var:ink-3" }))) : null,
    band(panel.points.map((point, at) => ({ x: x(at), low: place(point.low), high: place(point.high) })), { color: panel.colour, opacity: 0.25 }),
    rules([{ x: area.left, x2: area.right, y: y(0), y2: y(0), colour: "var:baseline" }], { strokeWidth: 1.8 }),
    paths([{ colour: panel.colour, points: panel.points.map((point, at) => ({ x: x(at), y: place(point.mean) })) }]),
    spots(panel.points.flatMap((point, at) => (point.mean === null ? [] : [{ x: x(at), y: y(point.mean), fill: panel.colour, opacity: 0, tip: point.tip }])), { size: 120 }),
    words([year(0, "left"), ...(last > 0 ? [year(last, "right")] : [])]),
    end === null ? null : words([{ text: panel.end, x: area.right + 5, y: y(end), size: text + 1, bold: true, colour: `${panel.colour}-text` }]),
  ];
}

function headLayers(panel: Panel, area: Area, wide: number, text: number) {
  const side = text + 6;
  const top = area.top - head;
  const box = Math.max(side, widthOf(panel.badge, text) + 8);
  const name = fitted(panel.name, text + 1, wide - box - 8);
  return [
    rects([{ x: area.left, x2: area.left + box, y: top, y2: top + side, fill: panel.colour }], { cornerRadius: 4 }),
    words([
      { text: panel.badge, x: area.left + box / 2, y: top + side / 2 + 0.5, align: "center", size: text, bold: true, colour: panel.colour.replace("var:", "var:on-") },
      { text: name, x: area.left + box + 7, y: top + side / 2 + 0.5, size: text + 1, bold: panel.chosen, tip: panel.name },
    ]),
    panel.chosen ? rules([{ x: area.left + box + 7, x2: area.left + box + 7 + widthOf(name, text + 1), y: top + side, y2: top + side, colour: panel.colour }], { strokeWidth: 2 }) : null,
  ];
}
