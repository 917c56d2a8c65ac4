// SPDX-License-Identifier: Apache-2.0
// Small pieces that charts with one row a policy or an unknown are made of. Lengths are px. Every
// chart has its padding stated and `autosize: none`, so that it is exactly as wide as asked for.
import type { TopLevelSpec } from "vega-lite";

/** What a chart is drawn for; `width` is that of its column. */
export interface ChartSize {
  width: number;
  printing: boolean;
}
export interface Padding {
  left: number;
  right: number;
  top: number;
  bottom: number;
}
type Json = Record<string, unknown>;

/** On a phone names stand above their row, not beside it. */
export const isNarrow = (size: ChartSize): boolean => !size.printing && size.width < 520;
/** Never less than 8 pt on paper and 12 px on screen. */
export const smallText = (size: ChartSize): number => (size.printing ? 10.7 : 12);
export const bodyText = (size: ChartSize): number => (size.printing ? 11 : 13.5);

/** The page adds the width: that of the column less the padding. */
export const frame = (height: number, padding: Padding): Json => ({
  height: Math.max(10, height - padding.top - padding.bottom),
  padding,
  autosize: "none",
});

export const number = (field: string, more: Json = {}): Json => ({
  field,
  type: "quantitative",
  ...more,
});
/** A field that holds a colour itself. */
export const colour = (field: string): Json => ({ field, type: "nominal", scale: null });
/** A place in the plot's px, independent of its scales. */
export const pixel = (value: number): Json => ({ value });

/** A line across the plot at a value of x, or of y. */
export const line = (axis: "x" | "y", at: number, mark: Json): Json => ({
  data: { values: [{}] },
  mark: { type: "rule", ...mark },
  encoding: {
    [axis]: { datum: at, type: "quantitative" },
    [axis === "x" ? "y" : "x"]: null,
  },
});

/** Words at a fixed place of the plot. */
export const words = (text: string, x: Json, y: Json, mark: Json): Json => ({
  data: { values: [{}] },
  mark: { type: "text", baseline: "middle", align: "left", ...mark },
  encoding: { x, y, text: { value: text } },
});

/** At most `most` round values between two, zero among them where it lies between. */
export function ticks(low: number, high: number, most: number): number[] {
  const span = high - low;
  if (!(span > 0) || !Number.isFinite(span)) return [low];
  const power = 10 ** (Math.floor(Math.log10(span / most)) - 1);
  const steps = [1, 2, 2.5, 5, 10, 20, 25, 50, 100].map((m) => m * power);
  const all = steps.map((step) => multiples(low, high, step));
  return all.find((found) => found.length <= most) ?? [low];
}

function multiples(low: number, high: number, step: number): number[] {
  const found: number[] = [];
  for (let k = Math.ceil(low / step - 1e-9); k <= Math.floor(high / step + 1e-9); ++k)
    found.push(k === 0 ? 0 : Number((k * step).toPrecision(12)));
  return found;
}

/** An axis whose labels are written by `format`: numbers and their units follow the language. */
export function writtenAxis(values: number[], format: (value: number) => string, more: Json = {}): Json {
  const texts = values.map((value) => `'${escaped(format(value))}'`).join(",");
  const places = values.map((value) => `${value}`).join(",");
  return {
    values,
    labelExpr: `[${texts}][indexof([${places}], datum.value)]`,
    labelOverlap: true,
    title: null,
    ...more,
  };
}
/** For use between single quotes of a Vega expression. */
export const escaped = (text: string): string =>
  text.replace(/\\/g, "\\\\").replace(/'/g, "\\'").replace(/\n/g, " ");

/** From the least to the greatest with a margin on either side, as a share of the whole. */
export function domain(values: (number | null)[], margin: number): [number, number] {
  const known = values.filter((value): value is number => value !== null && Number.isFinite(value));
  const low = Math.min(...known);
  const high = Math.max(...known);
  const room = (high - low || Math.abs(high) || 1) * margin;
  return [low - room, high + room];
}

/** Words over lines: first in paper colour and thick, so that a line behind them does not cross them. */
export function haloed(wanted: boolean, layer: Json): Json[] {
  if (!wanted) return [layer];
  const halo = { stroke: "var:paper", strokeWidth: 5, strokeJoin: "round", color: "var:paper" };
  return [{ ...layer, mark: { ...(layer.mark as Json), ...halo } }, layer];
}

/** How wide a text will be, near enough to keep it inside the chart. */
export const widthOf = (text: string, size: number): number =>
  [...text].reduce((sum, letter) => sum + (letter.charCodeAt(0) > 0x1100 ? 0.92 : 0.55) * size, 0);

/** Words over a value of x, shifted so that they stay within the plot. */
export function wordsOver(
  text: string,
  at: number,
  bounds: [number, number],
  width: number,
  y: number,
  mark: { fontSize: number; color: string; fontWeight?: number },
): Record<string, unknown> {
  const place = ((at - bounds[0]) / (bounds[1] - bounds[0])) * width;
  const half = widthOf(text, mark.fontSize) / 2;
  const align = place < half ? "left" : place > width - half ? "right" : "center";
  return words(text, { datum: at, type: "quantitative" }, pixel(y), { ...mark, align });
}

/** Layers share x unless they say otherwise; nothing is resolved to the width of a container. */
export const layered = (top: Json, layer: Json[]): TopLevelSpec =>
  ({ ...top, layer }) as unknown as TopLevelSpec;
