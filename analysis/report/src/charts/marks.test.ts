// SPDX-License-Identifier: Apache-2.0
import { expect, test } from "vitest";
import { domain, escaped, ticks, widthOf, writtenAxis } from "./marks";

test("ticks are round, few, and have zero among them", () => {
  expect(ticks(-3.5, 4.9, 4)).toEqual([-2, 0, 2, 4]);
  expect(ticks(0, 1, 5)).toEqual([0, 0.25, 0.5, 0.75, 1]);
  expect(ticks(-0.21, 0.04, 6)).toEqual([-0.2, -0.15, -0.1, -0.05, 0]);
  for (const most of [3, 4, 5, 6])
    for (const [low, high] of [[-7.3, 11], [0, 0.0037], [-1e6, 4e6], [2.2, 9.9]] as const) {
      const found = ticks(low, high, most);
      expect(found.length).toBeGreaterThan(1);
      expect(found.length).toBeLessThanOrEqual(most);
      if (low <= 0) expect(found).toContain(0);
    }
});

test("of no span there is one tick and never a loop", () => {
  expect(ticks(3, 3, 4)).toEqual([3]);
  expect(ticks(0, Infinity, 4)).toEqual([0]);
});

test("a domain of equal or missing values still has a width", () => {
  expect(domain([0, null, 0], 0.1)).toEqual([-0.1, 0.1]);
  expect(domain([5, 5], 0.1)).toEqual([4.5, 5.5]);
});

test("words of an axis cannot end the expression they stand in", () => {
  expect(escaped("'+alert(1)+'")).toBe("\\'+alert(1)+\\'");
  expect(writtenAxis([0, 1], (value) => `${value}'`).labelExpr).toBe("['0\\'','1\\''][indexof([0,1], datum.value)]");
});

test("Hangul is wider than Latin", () => {
  expect(widthOf("정책", 12)).toBeGreaterThan(widthOf("ab", 12));
});
