// SPDX-License-Identifier: Apache-2.0
// One metric of the first chart, as SVG whose x is in percent, so that it needs no measuring: zero
// line, thin line of the assumptions, bar of the interval, tick of the mean, the number at the right.
import type { Lang, ReportData } from "../data";
import type { Forest, ForestColumn, ForestMark, ForestRow } from "../section";
import { amount, metricOf } from "../text/metrics";
import { decimal } from "../text/numbers";
import { policyName } from "../text/words";
import { colours } from "./badge";
import type { Context } from "./context";
import { h, svg } from "./element";
import { anchor, forestScale, percent, ticksApart, type Scale, type Tick } from "./forest_scale";
import { showTip, hideTip } from "./tip";
import { walkable } from "./walk";

const axisHeight = 24;

export function forestPlot(block: Forest, rows: ForestRow[], at: number, context: Context): HTMLElement {
  const { view, rowHeight } = context;
  const column = block.columns[at]!;
  const marks = rows.map((row) => row.marks[at] ?? null);
  const scale = scaleOfColumn(rows, at, view.data, ticksThatFit(block, context));
  const height = rows.length * rowHeight;
  const drawing = svg(
    "svg",
    { class: "marks", style: `height:${height + axisHeight}px`, "aria-hidden": "true" },
    zeroLine(scale, height),
    axis(tickTexts(column, scale, view.data, view.lang), scale, roomOfPlot(block, marks, at, context), height),
    rows.map((row, place) => markRow(row, marks[place] ?? null, scale, place, context)),
  );
  const numbers = rows.map((row, place) => h("div", { class: marks[place]?.hollow || isBaseline(view.data, row) ? "faint" : null }, marks[place]?.text ?? "–"));
  const plot = h("div", { class: "plot", role: "img", "aria-label": label(column, rows, marks, view.data, view.lang), "data-chart": `${block.id}-${at}` }, drawing);
  walkable(plot, block.table);
  return h("div", { class: `fplot ${at === 0 ? "first" : ""}` }, plot, h("div", { class: "numbers", "aria-hidden": "true" }, numbers));
}

/** Of the policies; today's own level is no difference. */
export function scaleOfColumn(rows: ForestRow[], at: number, data: ReportData, mostTicks: number): Scale {
  return forestScale(rows.filter((row) => !isBaseline(data, row)).map((row) => row.marks[at] ?? null), mostTicks);
}

const isBaseline = (data: ReportData, row: ForestRow) => data.policies[row.policy]?.baseline ?? false;

/** Three short numbers have room on paper as well. */
function ticksThatFit(block: Forest, context: Context): number {
  if (context.phone || block.columns.length <= 2) return 5;
  return context.view.printing ? 3 : 4;
}

function zeroLine(scale: Scale, height: number): SVGElement {
  const x = `${percent(scale, 0)}%`;
  return svg("line", { class: "zero", x1: x, x2: x, y1: 0, y2: height });
}

/** px, rather too few: what names, cost, verdict and the numbers at the right leave of the page. */
function roomOfPlot(block: Forest, marks: (ForestMark | null)[], at: number, context: Context): number {
  const { width, printing } = context.view;
  const count = block.columns.length;
  const numbers = Math.max(...marks.map((mark) => mark?.text.length ?? 0)) * (printing ? 7 : 9) + 6;
  if (context.phone) return width - 120 - numbers;
  const others = printing ? 256 + 8 * (count + 2) : 482 + 14 * (count + 2);
  return ((width - others) * (at === 0 ? 1.35 : 1)) / (count + 0.35) - numbers;
}

function axis(ticks: Tick[], scale: Scale, room: number, height: number): SVGElement {
  const texts = ticksApart(ticks, scale, room).map((tick) =>
    svg("text", { x: `${percent(scale, tick.at)}%`, y: height + 17, "text-anchor": anchor(tick, scale, room) }, tick.text),
  );
  return svg("g", { class: "axis" }, svg("line", { x1: "0%", x2: "100%", y1: height + 0.5, y2: height + 0.5 }), texts);
}

/** In the unit that the column's text is in, with as few decimals as say them exactly. */
function tickTexts(column: ForestColumn, scale: Scale, data: ReportData, lang: Lang): Tick[] {
  const metric = metricOf(data, column.metric);
  const text = (at: number, digits: number) => {
    if (at === 0) return "0";
    if (column.tickText) return column.tickText(at);
    return metric ? amount(at, metric, lang, { bare: true, sign: true, digits }) : decimal(at, digits, true);
  };
  const value = (at: number, digits: number) => Number(text(at, digits).replace("−", "-").replace(/[+,]/g, ""));
  const exact = (digits: number) => scale.ticks.every((at) => value(at, digits) === value(at, 3));
  const digits = [0, 1, 2].find(exact) ?? 3;
  return scale.ticks.map((at) => ({ at, text: text(at, digits) }));
}

function markRow(row: ForestRow, mark: ForestMark | null, scale: Scale, place: number, context: Context): SVGElement | null {
  const { view, rowHeight } = context;
  const y = (place + 0.5) * rowHeight;
  if (isBaseline(view.data, row)) return svg("rect", { class: "today", x: `${percent(scale, 0)}%`, y: y - 4.5, width: 9, height: 9, transform: "translate(-4.5 0)" });
  if (!mark) return null;
  const line = stroke(scale, mark.thin_low, mark.thin_high, y);
  const bar = box(scale, mark, y, view.printing ? 9 : 12);
  const tick = inside(scale, mark.mean) ? meanTick(scale, mark, y, view.printing) : null;
  const target = svg("rect", { class: "target", x: "0%", y: y - rowHeight / 2, width: "100%", height: rowHeight });
  target.addEventListener("pointermove", (event) => showTip(tipOf(row, mark, view.data, view.lang), event.clientX, event.clientY));
  target.addEventListener("pointerleave", () => hideTip());
  return svg("g", { class: mark.hollow ? "hollow" : "full", style: colours(view.data, row.policy) }, line, bar, tick, arrows(scale, mark, y), target);
}

/** In the policy's colour where the interval is so narrow that the tick covers it. */
function meanTick(scale: Scale, mark: ForestMark, y: number, printing: boolean): SVGElement {
  const [width, height] = isNarrow(scale, mark) ? [5, printing ? 15 : 19] : [3, printing ? 17 : 23];
  const kind = isNarrow(scale, mark) ? "mean narrow" : "mean";
  return svg("rect", { class: kind, x: `${percent(scale, mark.mean)}%`, y: y - height / 2, width, height, transform: `translate(${-width / 2} 0)` });
}
const narrow = 5;
/** The legend says so, where a mark is. */
export const isNarrow = (scale: Scale, mark: ForestMark) =>
  mark.low !== null && mark.high !== null && percent(scale, mark.high) - percent(scale, mark.low) < narrow;

const inside = (scale: Scale, value: number) => value >= scale.low && value <= scale.high;
const clamp = (scale: Scale, value: number) => Math.max(0, Math.min(100, percent(scale, value)));

function stroke(scale: Scale, low: number | null, high: number | null, y: number): SVGElement | null {
  if (low === null || high === null) return null;
  return svg("line", { class: "thin", x1: `${clamp(scale, low)}%`, x2: `${clamp(scale, high)}%`, y1: y, y2: y });
}

function box(scale: Scale, mark: ForestMark, y: number, height: number): SVGElement | null {
  if (mark.low === null || mark.high === null || mark.high <= mark.low) return null;
  const [from, to] = [clamp(scale, mark.low), clamp(scale, mark.high)];
  return to > from ? svg("rect", { class: "interval", x: `${from}%`, width: `${to - from}%`, y: y - height / 2, height, rx: 2 }) : null;
}

/** Where something lies beyond the axis; its number stands at the right. */
function arrows(scale: Scale, mark: ForestMark, y: number): SVGElement[] {
  const all = [mark.mean, mark.low, mark.high, mark.thin_low, mark.thin_high].filter((value): value is number => value !== null);
  const pointing = (x: string, by: number) => {
    const inner = svg("path", { d: `M${-4 * by} -5 L${3 * by} 0 L${-4 * by} 5 Z` });
    return svg("svg", { class: "beyond", x, y, overflow: "visible" }, inner);
  };
  return [...(Math.min(...all) < scale.low ? [pointing("0%", -1)] : []), ...(Math.max(...all) > scale.high ? [pointing("100%", 1)] : [])];
}

const tipOf = (row: ForestRow, mark: ForestMark, data: ReportData, lang: Lang) =>
  mark.tip ?? `${policyName(data.policies[row.policy]!, lang)}\n${mark.text}`;

function label(column: ForestColumn, rows: ForestRow[], marks: (ForestMark | null)[], data: ReportData, lang: Lang): string {
  const each = rows.map((row, place) => `${policyName(data.policies[row.policy]!, lang)} ${marks[place]?.text ?? "–"}`);
  return `${column.label} (${column.sublabel}): ${each.join(", ")}`;
}
