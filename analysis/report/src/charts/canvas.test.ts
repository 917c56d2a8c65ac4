// SPDX-License-Identifier: Apache-2.0
import { describe, expect, test } from "vitest";
import { yearLabels } from "./budget_flow";
import { fitted, linear, paths, spread, tickText } from "./canvas";
import { hundred } from "./hundred_bars";
import { key } from "./key";
import { widthOf } from "./marks";

describe("drawing in px", () => {
  test("lines of text are moved apart and stay within their bounds", () => {
    const placed = spread([50, 51, 52], 16, 0, 100);
    const sorted = [...placed].sort((a, b) => a - b);
    expect(sorted[1]! - sorted[0]!).toBeGreaterThanOrEqual(15.9);
    expect(sorted[2]! - sorted[1]!).toBeGreaterThanOrEqual(15.9);
    expect(Math.max(...spread([99, 100], 16, 0, 100))).toBeLessThanOrEqual(100);
    expect(spread([10, 60], 16, 0, 100)).toEqual([10, 60]);
    expect(spread([], 16, 0, 100)).toEqual([]);
  });

  test("a text that is too wide ends in an ellipsis and then fits", () => {
    const cut = fitted("단카이 퇴직기술자 지도 확대", 13, 80);
    expect(cut).toMatch(/…$/);
    expect(widthOf(cut, 13)).toBeLessThanOrEqual(80);
    expect(fitted("짧다", 13, 80)).toBe("짧다");
  });

  test("a missing point breaks a line in two", () => {
    const layer = paths([
      {
        colour: "var:ink",
        points: [
          { x: 0, y: 1 },
          { x: 1, y: null },
          { x: 2, y: 3 },
        ],
      },
    ]) as { data: { values: { part: string }[] } };
    expect(layer.data.values.map((one) => one.part)).toEqual(["0.0", "0.1"]);
    expect(paths([{ colour: "var:ink", points: [{ x: 0, y: null }] }])).toBeNull();
  });

  test("a domain without width does not divide by zero", () => {
    expect(linear([3, 3], 0, 100)(3)).toBe(0);
  });

  test("a hundred adds to a hundred", () => {
    expect(hundred([1, 1, 1])).toEqual([34, 33, 33]);
    expect(hundred([0, 0])).toEqual([0, 0]);
    expect(hundred([49, 151.75, 0, 1.625, 0.25, 1.125]).reduce((sum, one) => sum + one, 0)).toBe(100);
    expect(hundred([-1, 1])).toEqual([0, 100]);
  });

  test("years are labelled from the last one backwards, as many as there is room for", () => {
    const years = Array.from({ length: 10 }, (_, at) => 2007 + at);
    expect(yearLabels(years, 130, 12).map((one) => one.text)).toEqual(["2011", "2016"]);
    expect(yearLabels(years, 400, 12).at(-1)!.text).toBe("2016");
    expect(yearLabels([2007], 130, 12)).toEqual([{ at: 0, text: "2007" }]);
  });

  test("a key breaks into lines where it is wider than the chart", () => {
    const items = ["지급", "이월", "불용", "편성"].map((text) => ({ text, mark: "fill" as const, colour: "var:ink" }));
    expect(key(items, 0, 0, 1000, 12).height).toBeLessThan(key(items, 0, 0, 120, 12).height);
    expect(key([], 0, 0, 120, 12)).toEqual({ layers: [], height: 0 });
  });
});

test("a tick has the decimals that it needs", () => {
  expect([0, 2.5, 25, 0.25, -5].map((value) => tickText(value))).toEqual(["0", "2.5", "25", "0.25", "−5"]);
  expect([0, 2.5, -5].map((value) => tickText(value, true))).toEqual(["0", "+2.5", "−5"]);
});
