// SPDX-License-Identifier: Apache-2.0
// Policies by columns of figures: cells shaded by how large a regret is, within their own
// column, zero marked ●. Shares stand beside them without shade.
import type { TopLevelSpec } from "vega-lite";
import * as marks from "./marks";

export interface RegretColumn {
  /** Columns that follow each other under one heading share it. */
  group: string;
  heading: string;
  shaded: boolean;
}
export interface RegretRow {
  name: string;
  /** Set in bold. */
  chosen: boolean;
  cells: { value: number | null; text: string; tip: string }[];
}

export function regretGrid(columns: RegretColumn[], rows: RegretRow[], size: marks.ChartSize): TopLevelSpec {
  const narrow = marks.isNarrow(size);
  const left = narrow ? 0 : Math.min(210, Math.round(size.width * 0.36));
  const step = narrow ? 54 : size.printing ? 24 : 36;
  const shift = narrow ? 9 : 0;
  const frame = marks.frame(step * rows.length + 50, { left, right: 2, top: 48, bottom: 2 });
  const cell = (size.width - left - 2) / columns.length;
  const small = marks.smallText(size);
  const largest = columns.map((_, c) => Math.max(0, ...rows.map((row) => row.cells[c]?.value ?? 0)));
  const cells = rows.flatMap((row, r) =>
    row.cells.map((one, c) => {
      const shade = columns[c]?.shaded && one.value !== null && (largest[c] ?? 0) > 0 ? one.value / (largest[c] ?? 1) : 0;
      return { ...one, r, c, shade: 0.04 + 0.82 * shade, ink: shade > 0.66 ? "var:paper" : "var:ink", drawn: columns[c]?.shaded && one.value !== null };
    }),
  );
  const x = { field: "c", type: "ordinal", axis: null, scale: { domain: columns.map((_, c) => c), padding: 0.03 } };
  const y = { field: "r", type: "ordinal", axis: null, scale: { domain: rows.map((_, r) => r), padding: 0.05 } };
  return marks.layered({ ...frame, encoding: { y } }, [
    {
      data: { values: cells.filter((one) => one.drawn) },
      mark: { type: "rect", cornerRadius: 3, color: "var:loss", ...(narrow ? { height: 30, yOffset: shift } : {}) },
      encoding: { x, opacity: { field: "shade", type: "quantitative", scale: null }, tooltip: { field: "tip" } },
    },
    {
      data: { values: cells },
      mark: { type: "text", baseline: "middle", fontSize: small + 1, yOffset: shift },
      encoding: { x, text: { field: "text" }, color: marks.colour("ink"), tooltip: { field: "tip" } },
    },
    {
      data: { values: rows.map((row, r) => ({ r, name: row.name, weight: row.chosen })) },
      mark: {
        type: "text", align: "left", baseline: "middle", fontSize: marks.bodyText(size), yOffset: narrow ? -17 : 0, limit: narrow ? size.width : left - 6,
        fontWeight: { expr: "datum.weight ? 700 : 400" },
      },
      encoding: { x: marks.pixel(-left), text: { field: "name" } },
    },
    ...headings(columns, cell, small),
  ]);
}

function headings(columns: RegretColumn[], cell: number, fontSize: number) {
  const text = (word: string, at: number, y: number, mark: object) =>
    marks.words(word, marks.pixel(at), marks.pixel(y), { align: "center", fontSize, ...mark });
  const groups = columns.flatMap((column, c) => {
    if (columns[c - 1]?.group === column.group) return [];
    let end = c;
    while (columns[end + 1]?.group === column.group) ++end;
    const limit = cell * (end - c + 1) - 4;
    return [text(column.group, ((c + end + 1) / 2) * cell, -36, { fontWeight: 700, color: "var:ink-2", limit })];
  });
  const heads = columns.map((column, c) =>
    text(column.heading, (c + 0.5) * cell, -14, { color: "var:ink-3", limit: cell }),
  );
  return [...groups, ...heads];
}
