// SPDX-License-Identifier: Apache-2.0
import { expect, test } from "vitest";
import { madeUp } from "../testing/made_up";
import { badged, decimalsOf, inOrder, movers, tickText, writtenBy } from "./wrong_parts";

test("round values of an axis keep all their decimals", () => {
  expect([0.0005, 0.001, -0.0015].map((value) => tickText(value, true))).toEqual(["+0.0005", "+0.001", "−0.0015"]);
  expect(tickText(0, true)).toBe("0");
  expect(tickText(1500)).toBe("1,500");
  expect(decimalsOf(0.25)).toBe(2);
});

test("policies go best first, stress cases after, the baseline last, less being better where it is", () => {
  const data = madeUp((d) => {
    d.comparison[d.headline]!.forEach((row, place) => (row.difference = [null, 1, 5, -2, 9, 3][place]!));
    d.policies[4]!.stress = true;
  });
  expect(inOrder(data)).toEqual([2, 5, 1, 3, 4, 0]);
  data.metrics.find((metric) => metric.id === data.headline)!.better = "less";
  expect(inOrder(data)).toEqual([3, 1, 5, 2, 4, 0]);
});

test("a policy is named with its badge, the baseline without", () => {
  const data = madeUp();
  expect(badged(data, 4, "X")).toBe("4\u2002X");
  expect(badged(data, 0, "X")).toBe("X");
});

test("units stand in brackets, and not where there is none", () => {
  const [metric] = madeUp().metrics.filter((one) => one.unit === "bp");
  expect(writtenBy(metric!, [], "en").inUnit).toBe(" (bp)");
  expect(writtenBy({ ...metric!, unit: "1" }, [], "ko").inUnit).toBe("");
});

test("unknowns without a value on one side are no movers", () => {
  const data = madeUp((d) => (d.assumptions!.metrics[d.headline]!.where_low[1]![0] = null));
  const assumed = data.assumptions!;
  const found = movers(assumed, assumed.metrics[data.headline]!, 1);
  expect(found).toHaveLength(assumed.unknowns.length - 1);
  const moved = found.map(({ low, high }) => Math.abs(high - low));
  expect(moved).toEqual([...moved].sort((a, b) => b - a));
});
