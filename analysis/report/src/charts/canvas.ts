// SPDX-License-Identifier: Apache-2.0
// Drawing in px: charts whose places are worked out here, so that names, bars and numbers line up,
// two panels share one picture and no label can run over another. Every item is one datum; nothing
// has a scale. Coordinates run from the top left corner of the picture.
import type { TopLevelSpec } from "vega-lite";
import { decimal } from "../text/numbers";
import { widthOf } from "./marks";

type Json = Record<string, unknown>;
export interface Rect {
  x: number;
  y: number;
  x2: number;
  y2: number;
  fill: string;
  opacity?: number;
  stroke?: string;
  tip?: string;
}
export interface Rule {
  x: number;
  y: number;
  x2: number;
  y2: number;
  colour: string;
}
export interface Words {
  x: number;
  /** Of the middle of the line. */
  y: number;
  text: string;
  size: number;
  align?: "left" | "center" | "right";
  bold?: boolean;
  colour?: string;
  tip?: string;
}
export interface Spot {
  x: number;
  y: number;
  fill: string;
  stroke?: string;
  opacity?: number;
  tip?: string;
}
export interface Path {
  points: { x: number; y: number | null; tip?: string }[];
  colour: string;
}

const px = (field: string): Json => ({ field, type: "quantitative", scale: null });
const paint = (field: string): Json => ({ field, type: "nominal", scale: null });
const tip = { tooltip: { field: "tip", type: "nominal" } };

/** A picture of given size that holds these layers, drawn in their order. */
export function canvas(width: number, height: number, layers: (Json | null)[]): TopLevelSpec {
  const layer = layers.filter((one) => one !== null);
  return { width, height, padding: 0, autosize: "none", layer } as unknown as TopLevelSpec;
}

export function rects(items: Rect[], mark: Json = {}): Json | null {
  if (items.length === 0) return null;
  const values = items.map((one) => ({ opacity: 1, stroke: "transparent", tip: "", ...one }));
  return {
    data: { values },
    mark: { type: "rect", ...mark },
    encoding: {
      x: px("x"),
      x2: { field: "x2" },
      y: px("y"),
      y2: { field: "y2" },
      fill: paint("fill"),
      stroke: paint("stroke"),
      fillOpacity: { ...px("opacity") },
      ...tip,
    },
  };
}

export function rules(items: Rule[], mark: Json = {}): Json | null {
  if (items.length === 0) return null;
  return {
    data: { values: items },
    mark: { type: "rule", strokeWidth: 1, ...mark },
    encoding: { x: px("x"), x2: { field: "x2" }, y: px("y"), y2: { field: "y2" }, stroke: paint("colour") },
  };
}

export function words(items: Words[]): Json | null {
  const values = items.filter((one) => one.text !== "").map((one) => ({ align: "left", bold: false, colour: "var:ink", tip: "", ...one }));
  if (values.length === 0) return null;
  const by = (expr: string) => ({ expr });
  return {
    data: { values },
    mark: {
      type: "text",
      baseline: "middle",
      align: by("datum.align"),
      fontSize: by("datum.size"),
      fontWeight: by("datum.bold ? 700 : 400"),
    },
    encoding: { x: px("x"), y: px("y"), text: { field: "text" }, color: paint("colour"), ...tip },
  };
}

export function spots(items: Spot[], mark: Json = {}): Json | null {
  if (items.length === 0) return null;
  const values = items.map((one) => ({ opacity: 1, stroke: "transparent", tip: "", ...one }));
  return {
    data: { values },
    mark: { type: "point", filled: true, shape: "circle", size: 60, opacity: 1, ...mark },
    encoding: {
      x: px("x"),
      y: px("y"),
      fill: paint("fill"),
      stroke: paint("stroke"),
      fillOpacity: { ...px("opacity") },
      ...tip,
    },
  };
}

/** Lines through their points; a missing point breaks the line. */
export function paths(items: Path[], mark: Json = {}): Json | null {
  const values = items.flatMap((path, line) => {
    let piece = 0;
    return path.points.flatMap((point, at) => {
      if (point.y === null) return (++piece, []);
      return [{ tip: "", ...point, at, part: `${line}.${piece}`, colour: path.colour }];
    });
  });
  if (values.length === 0) return null;
  return {
    data: { values },
    mark: { type: "line", strokeWidth: 2.4, strokeJoin: "round", ...mark },
    encoding: {
      x: px("x"),
      y: px("y"),
      detail: { field: "part", type: "nominal" },
      stroke: paint("colour"),
      order: { field: "at", type: "quantitative" },
    },
  };
}

/** What lies between two heights along x. */
export function shade(items: { x: number; y: number; y2: number }[], mark: Json): Json | null {
  if (items.length === 0) return null;
  return {
    data: { values: items },
    mark: { type: "area", ...mark },
    encoding: { x: px("x"), y: px("y"), y2: { field: "y2" } },
  };
}

/** A value of an axis with as many decimals as it has, three at most. */
export function tickText(value: number, sign = false): string {
  const digits = [0, 1, 2].find((digit) => Math.abs(value * 10 ** digit - Math.round(value * 10 ** digit)) < 1e-6) ?? 3;
  return decimal(value, digits, sign);
}

/** The part of the picture that a panel's values lie in. */
export interface Area {
  left: number;
  right: number;
  top: number;
  bottom: number;
}
export type Place = (value: number) => number;

/** From a value to px: the first end of `domain` at `from`. */
export function linear(domain: [number, number], from: number, to: number): Place {
  const span = domain[1] - domain[0] || 1;
  return (value) => from + ((value - domain[0]) / span) * (to - from);
}

/** Middle of a line of text for each wanted middle, none nearer to another than `gap`. */
export function spread(wanted: number[], gap: number, least: number, most: number): number[] {
  const order = wanted.map((_, i) => i).sort((a, b) => wanted[a]! - wanted[b]!);
  const placed = [...wanted];
  for (let round = 0; round < 60; ++round)
    for (let k = 1; k < order.length; ++k) {
      const [upper, lower] = [order[k - 1]!, order[k]!];
      const lack = gap - (placed[lower]! - placed[upper]!);
      if (lack <= 0) continue;
      placed[upper]! -= lack / 2;
      placed[lower]! += lack / 2;
    }
  const first = placed[order[0] ?? 0] ?? 0;
  const last = placed[order[order.length - 1] ?? 0] ?? 0;
  const shift = first < least ? least - first : last > most ? most - last : 0;
  return placed.map((y) => y + shift);
}

/** In at most `most` lines, broken at spaces; the last one is cut where it is too wide. */
export function wrapped(text: string, size: number, width: number, most: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines[lines.length - 1];
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && (widthOf(longer, size) <= width || lines.length === most)) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines.map((line) => fitted(line, size, width));
}

/** Cuts a text that is too wide, with an ellipsis. */
export function fitted(text: string, size: number, width: number): string {
  if (widthOf(text, size) <= width) return text;
  let cut = text;
  while (cut.length > 1 && widthOf(`${cut}…`, size) > width) cut = cut.slice(0, -1);
  return `${cut.trimEnd()}…`;
}
