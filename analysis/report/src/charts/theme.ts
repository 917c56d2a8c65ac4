// SPDX-License-Identifier: Apache-2.0
// What all charts share: names of colours, sizes of text, widths of columns and the Vega config.
// A spec names a colour "var:NAME"; page/draw.ts turns that into the CSS variable of the same name,
// so that light, dark and print have one source and cannot drift apart.
//
// Widths: a spec of one view (or layers) states no `width`; the page draws it as wide as its column.
// With `autosize: "none"` and a `padding` object, the padding is taken off first. A spec of several
// views (facet, concat, repeat) states its widths itself: see columnWidth.
import type { Config } from "vega-lite";
import type { ReportData } from "../data";
import type { View } from "../section";

/** How many policy colours there are; further policies take them again, and are told by badge. */
export const policyColours = 6;

/** "var:baseline" of today's policy, else "var:policy-1" to "var:policy-6". */
export function policyColour(data: ReportData, place: number): string {
  const number = policyNumber(data, place);
  return number === null ? "var:baseline" : `var:policy-${number}`;
}

/** 1 to 6, as in the names of the CSS variables; null of the baseline. */
export function policyNumber(data: ReportData, place: number): number | null {
  if (data.policies[place]?.baseline ?? true) return null;
  const before = data.policies.slice(0, place).filter((policy) => !policy.baseline).length;
  return (before % policyColours) + 1;
}

/** What a chart is drawn for: a desk, paper or a phone. */
export function medium(view: { width: number; printing: boolean }): "desk" | "paper" | "phone" {
  if (view.printing) return "paper";
  return view.width <= 728 ? "phone" : "desk";
}

/** px of chart text: `small` axes and notes, `label` words at marks, `row` names of rows. */
export function textSizes(view: { width: number; printing: boolean }) {
  return { desk: { small: 12, label: 13, row: 13.5 }, phone: { small: 12, label: 13, row: 13 }, paper: { small: 10.7, label: 10.7, row: 10.7 } }[
    medium(view)
  ];
}

/** Gap between columns, px. */
export const columnGap = { desk: 36, paper: 18, phone: 0 } as const;

/** Width of column `at` of a Columns block with these weights, px; on a phone the whole width. */
export function columnWidth(view: Pick<View, "width" | "printing">, weights: number[], at: number): number {
  const on = medium(view);
  if (on === "phone") return view.width;
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  return Math.floor(((view.width - columnGap[on] * (weights.length - 1)) * (weights[at] ?? 1)) / all);
}

/** Of every chart; the families and greys are CSS variables too. */
export function chartConfig(view: { width: number; printing: boolean }): Config {
  const size = textSizes(view);
  return {
    font: fontFamily,
    background: "transparent",
    view: { stroke: null },
    axis: {
      labelColor: "var:ink-3",
      titleColor: "var:ink-2",
      titleFontWeight: 400,
      labelFontSize: size.small,
      titleFontSize: size.small,
      gridColor: "var:line",
      domain: false,
      ticks: false,
      labelPadding: 6,
      titlePadding: 8,
      labelLimit: 220,
    },
    axisX: { domain: true, domainColor: "var:line-strong", labelAngle: 0, grid: false },
    header: { labelColor: "var:ink", labelFontSize: size.label, labelFontWeight: 700, labelPadding: 4, title: null },
    legend: { labelColor: "var:ink-2", labelFontSize: size.small, titleColor: "var:ink-2", titleFontSize: size.small, titleFontWeight: 400, symbolSize: 90 },
    text: { color: "var:ink", fontSize: size.small, limit: view.width },
    scale: { bandPaddingInner: 0.2 },
  };
}

/** The page's font stack (style/type.css), as charts measure text by it. */
export const fontFamily =
  "'Pretendard GOV', Pretendard, 'Noto Sans KR', 'Noto Sans CJK KR', 'Apple SD Gothic Neo', 'Malgun Gothic', sans-serif";
