// SPDX-License-Identifier: Apache-2.0
// Where a year's money goes: bars of what was paid, carried over, lapsed and cut, with the
// appropriation as a tick and commitments as a ring. Groups of accounts by policies; all panels have
// one scale, over all policies, so that switching shows change and not a new axis.
import type { TopLevelSpec } from "vega-lite";
import { canvas, fitted, linear, rects, rules, spots, words, wrapped, type Area, type Rect, type Words } from "./canvas";
import { key, type KeyItem } from "./key";
import { bodyText, isNarrow, smallText, ticks, type ChartSize } from "./marks";

/** In the unit of the axis. `null`: the result file does not have it. */
export interface FlowYear {
  year: number;
  appropriated: number;
  committed: number | null;
  paid: number;
  carried: number | null;
  lapsed: number;
  cut: number;
  tip: string;
}
export interface FlowWords {
  paid: string;
  carried: string;
  lapsed: string;
  cut: string;
  appropriated: string;
  committed: string;
}
export interface FlowRow {
  name: string;
  colour: string;
  /** [group][year]. */
  groups: FlowYear[][];
}

export const stacked = (one: FlowYear): number => one.paid + (one.carried ?? 0) + one.lapsed + one.cut;

export function budgetFlow(
  groups: string[],
  rows: FlowRow[],
  most: number,
  said: FlowWords,
  format: (value: number) => string,
  size: ChartSize,
): TopLevelSpec {
  const small = smallText(size);
  const above = key(keyItems(rows, said), 0, 0, size.width, small);
  const places = layout(groups.length, rows.length, above.height, size);
  const panels = rows.flatMap((row, r) => row.groups.map((years, g) => ({ row, years, area: places.area(g, r) })));
  const drawn = panels.flatMap(({ row, years, area }) => panel(years, row.colour, area, most, format, size));
  return canvas(size.width, places.height, [...above.layers, ...drawn, words(places.names(groups, rows, size))]);
}

function keyItems(rows: FlowRow[], said: FlowWords): KeyItem[] {
  const all = rows.flatMap((row) => row.groups.flat());
  const items: (KeyItem | false)[] = [
    { text: said.paid, mark: "fill", colour: "var:ink-2" },
    all.some((one) => one.carried !== null) && { text: said.carried, mark: "fill", colour: "var:ink-2", opacity: 0.42 },
    { text: said.lapsed, mark: "outline", colour: "var:ink-2" },
    all.some((one) => one.cut > 0) && { text: said.cut, mark: "dashed-outline", colour: "var:loss" },
    { text: said.appropriated, mark: "tick", colour: "var:ink" },
    all.some((one) => one.committed !== null) && { text: said.committed, mark: "ring", colour: "var:ink" },
  ];
  return items.filter((one): one is KeyItem => one !== false);
}

/** On a desk groups are columns and policies rows; on a phone the other way about. */
function layout(groups: number, rows: number, top: number, size: ChartSize) {
  const narrow = isNarrow(size);
  const side = narrow ? 0 : size.printing ? 96 : 140;
  const axis = size.printing ? 24 : 30;
  const high = size.printing ? 78 : narrow ? 92 : 112;
  const step = high + (narrow ? 54 : 34);
  const columns = narrow ? rows : groups;
  const wide = (size.width - side) / columns;
  const first = top + (narrow ? 12 : 38);
  return {
    height: first + step * (narrow ? groups : rows) + (narrow ? 0 : 2),
    area: (group: number, row: number): Area => {
      const [c, r] = narrow ? [row, group] : [group, row];
      const from = first + r * step + (narrow ? 34 : 0);
      return { left: side + c * wide + axis, right: side + (c + 1) * wide - 10, top: from, bottom: from + high - (narrow ? 14 : 0) };
    },
    names: (names: string[], sides: FlowRow[], of: ChartSize): Words[] => {
      const text = bodyText(of);
      const bold = { size: text, bold: true };
      if (!narrow)
        return [
          ...names.map((name, c) => ({ ...bold, text: fitted(name, text, wide - 14), x: side + c * wide + 2, y: top + 18 })),
          ...sides.flatMap((row, r) =>
            wrapped(row.name, text, side - 8, 3).map((line, l, lines) => ({
              ...bold,
              text: line,
              x: 0,
              y: first + r * step + high / 2 + (l - (lines.length - 1) / 2) * text * 1.35,
            })),
          ),
        ];
      return names.flatMap((name, r) => [
        { ...bold, text: name, x: 0, y: first + r * step + 6 },
        ...sides.map((row, c) => ({
          text: fitted(row.name, 12, wide - axis - 2),
          size: 12,
          x: c * wide + axis,
          y: first + r * step + 24,
          colour: "var:ink-2",
        })),
      ]);
    },
  };
}

function panel(years: FlowYear[], colour: string, area: Area, most: number, format: (value: number) => string, size: ChartSize) {
  const small = smallText(size);
  const y = linear([0, most], area.bottom, area.top);
  const band = (area.right - area.left) / Math.max(1, years.length);
  const half = band * 0.36;
  const middle = (at: number) => area.left + (at + 0.5) * band;
  const bars = years.map((one, at) => parts(one).map((part) => ({ ...part, x: middle(at) - half, x2: middle(at) + half })));
  const place = (part: Part): Rect => ({
    x: part.x!,
    x2: part.x2!,
    y: y(part.to),
    y2: y(part.from),
    fill: part.kind === "lapsed" || part.kind === "cut" ? "var:paper" : colour,
    opacity: part.kind === "carried" ? 0.42 : 1,
    stroke: part.kind === "cut" ? "var:loss" : part.kind === "lapsed" ? colour : "transparent",
    tip: part.tip,
  });
  const of = (...kinds: Part["kind"][]) =>
    bars
      .flat()
      .filter((part) => kinds.includes(part.kind) && part.to > part.from)
      .map(place);
  const marks = ticks(0, most, size.printing ? 3 : 4);
  return [
    rules(
      marks.map((value) => ({
        x: area.left,
        x2: area.right,
        y: y(value),
        y2: y(value),
        colour: value === 0 ? "var:line-strong" : "var:line",
      })),
    ),
    words(marks.map((value) => ({ text: format(value), x: area.left - 5, y: y(value), align: "right", size: small, colour: "var:ink-3" }))),
    rects(of("paid", "carried")),
    rects(of("lapsed"), { strokeWidth: 1.2 }),
    rects(of("cut"), { strokeWidth: 1.2, strokeDash: [3, 2] }),
    rules(
      years.map((one, at) => ({
        x: middle(at) - band * 0.46,
        x2: middle(at) + band * 0.46,
        y: y(one.appropriated),
        y2: y(one.appropriated),
        colour: "var:ink",
      })),
      { strokeWidth: 2.2 },
    ),
    spots(
      years.flatMap((one, at) =>
        one.committed === null ? [] : [{ x: middle(at), y: y(one.committed), fill: "var:paper", stroke: "var:ink", tip: one.tip }],
      ),
      { size: 26, strokeWidth: 1.3 },
    ),
    words(
      yearLabels(
        years.map((one) => one.year),
        area.right - area.left,
        small,
      ).map(({ at, text }) => ({ text, x: middle(at), y: area.bottom + 12, align: "center", size: small, colour: "var:ink-3" })),
    ),
  ];
}

interface Part {
  kind: "paid" | "carried" | "lapsed" | "cut";
  from: number;
  to: number;
  tip: string;
  x?: number;
  x2?: number;
}

function parts(one: FlowYear): Part[] {
  let from = 0;
  return (["paid", "carried", "lapsed", "cut"] as const).map((kind) => {
    const part = { kind, from, to: from + (one[kind] ?? 0), tip: one.tip };
    from = part.to;
    return part;
  });
}

/** The last year, and before it every so many as there is room for. */
export function yearLabels(years: number[], width: number, size: number): { at: number; text: string }[] {
  const room = Math.max(2, Math.floor(width / (size * 3.4)));
  const every = Math.max(1, Math.ceil((years.length - 1) / (room - 1)));
  return years.flatMap((year, at) => ((years.length - 1 - at) % every === 0 ? [{ at, text: String(year) }] : []));
}
