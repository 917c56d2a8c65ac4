// SPDX-License-Identifier: Apache-2.0
// What the marks of the first chart mean; only those that it shows.
import type { Lang, ReportData } from "../data";
import type { Forest } from "../section";
import { h, svg } from "./element";
import { isNarrow, scaleOfColumn } from "./forest_plot";
import { words } from "./words";

export function forestLegend(block: Forest, data: ReportData, lang: Lang): HTMLElement {
  const marks = block.rows.flatMap((row) => row.marks);
  const thin = marks.some((mark) => mark?.thin_low != null && mark.thin_high != null);
  const hollow = marks.some((mark) => mark?.hollow);
  const item = (sample: SVGElement, text: string) => h("span", {}, sample, text);
  return h(
    "p",
    { class: "legend" },
    item(barSample(thin), (thin ? words.legendMark : words.legendMarkOnly)[lang]),
    isAnyNarrow(block, data) ? item(tickSample(), words.legendNarrow[lang]) : null,
    hollow ? item(hollowSample(), words.legendHollow[lang]) : null,
  );
}

function barSample(thin: boolean): SVGElement {
  return svg(
    "svg",
    { width: 50, height: 18, "aria-hidden": "true" },
    thin ? svg("line", { x1: 1, x2: 49, y1: 9, y2: 9, stroke: "currentColor", "stroke-width": 1.3, opacity: 0.6 }) : null,
    svg("rect", { x: 13, y: 4, width: 24, height: 10, rx: 2, fill: "var(--ink-3)" }),
    svg("rect", { x: 23.5, y: 0, width: 3, height: 18, fill: "currentColor" }),
  );
}

function isAnyNarrow(block: Forest, data: ReportData): boolean {
  return block.columns.some((_, at) => {
    const scale = scaleOfColumn(block.rows, at, data, 4);
    return block.rows.some((row) => !data.policies[row.policy]?.baseline && row.marks[at] && isNarrow(scale, row.marks[at]));
  });
}

const tickSample = () =>
  svg("svg", { width: 8, height: 18, "aria-hidden": "true" }, svg("rect", { x: 1.5, y: 0, width: 5, height: 18, fill: "var(--policy)" }));

const hollowSample = () =>
  svg(
    "svg",
    { width: 26, height: 14, "aria-hidden": "true" },
    svg("rect", { x: 1, y: 2, width: 24, height: 10, rx: 2, fill: "var(--paper)", stroke: "var(--ink-3)", "stroke-width": 1.5 }),
  );
