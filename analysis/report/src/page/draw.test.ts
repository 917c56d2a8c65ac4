// SPDX-License-Identifier: Apache-2.0
import type { TopLevelSpec } from "vega-lite";
import { describe, expect, it } from "vitest";
import { columnWidth } from "../charts/theme";
import { coloured, withWidth } from "./draw";
import { asLines } from "./table";
import { tipText } from "./tip";
import { rowText } from "./walk";

const one = { mark: "bar", data: { values: [] } } as TopLevelSpec;

describe("a specification before it is drawn", () => {
  it("names CSS variables, inside of expressions too", () => {
    const spec = { color: "var:gain", signal: "datum.a ? 'var:policy-2' : \"var:ink-3\"", list: ["var:baseline", 3, null] };
    expect(coloured(spec)).toEqual({ color: "var(--gain)", signal: "datum.a ? 'var(--policy-2)' : \"var(--ink-3)\"", list: ["var(--baseline)", 3, null] });
  });
  it("is as wide as its column, less its own padding", () => {
    expect(withWidth(one, 500)).toMatchObject({ width: 500, autosize: { type: "fit-x", contains: "padding" } });
    expect(withWidth({ ...one, autosize: "none", padding: { left: 40, right: 60, top: 0, bottom: 0 } }, 500)).toMatchObject({ width: 400 });
  });
  it("keeps a width of its own, and views side by side keep theirs", () => {
    expect(withWidth({ ...one, width: 90 } as TopLevelSpec, 500)).toMatchObject({ width: 90 });
    expect(withWidth({ hconcat: [one] } as TopLevelSpec, 500)).not.toHaveProperty("width");
    expect(withWidth({ ...one, encoding: { column: { field: "a" } } } as TopLevelSpec, 500)).not.toHaveProperty("width");
  });
  it("has columns that fill the page with their gaps", () => {
    const desk = { width: 1200, printing: false };
    expect(columnWidth(desk, [1, 1, 1], 0)).toBe(376);
    expect(columnWidth(desk, [2, 1], 0) + columnWidth(desk, [2, 1], 1) + 36).toBeLessThanOrEqual(1200);
    expect(columnWidth({ width: 358, printing: false }, [1, 1], 0)).toBe(358);
  });
});

describe("a table", () => {
  const table = { columns: [{ label: "Year", numeric: false }, { label: "bp", numeric: true }], rows: [["2010", "−1.5"], ["2011\t", null], ["2012", "–"]] };
  it("is copied so that a spreadsheet counts with it", () => {
    expect(asLines(table)).toBe("Year\tbp\n2010\t-1.5\n2011 \t\n2012\t");
  });
  it("is walked row by row", () => {
    expect(rowText(table, 0)).toBe("2010\nbp: −1.5");
    expect(rowText(table, 1)).toContain("bp: –");
  });
});

describe("a tooltip", () => {
  it("says strings as they are and records by line", () => {
    expect(tipText("A\n1")).toBe("A\n1");
    expect(tipText({ title: "A", value: 1 })).toBe("A\nvalue: 1");
    expect(tipText(null)).toBe("");
  });
});
