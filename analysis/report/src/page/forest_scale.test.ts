// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from "vitest";
import type { ForestMark } from "../section";
import { anchor, forestScale, percent, ticksApart } from "./forest_scale";

const mark = (mean: number, half: number, thin = half): ForestMark => ({
  mean, low: mean - half, high: mean + half, thin_low: mean - thin, thin_high: mean + thin, text: "", hollow: false,
});

describe("the axis of a column of the first chart", () => {
  it("has zero on it, and two to `most` ticks", () => {
    for (const marks of [[mark(3, 1)], [mark(-0.002, 0.001), mark(0.001, 0.0005)], [mark(1e9, 1e8), mark(-4e8, 1e8)], [mark(260, 20, 70), mark(-353, 25, 90)]]) {
      for (const most of [3, 4, 5]) {
        const scale = forestScale(marks, most);
        expect(scale.ticks).toContain(0);
        expect(scale.ticks.length).toBeGreaterThanOrEqual(2);
        expect(scale.ticks.length).toBeLessThanOrEqual(most);
        expect(scale.low).toBeLessThan(0.0001);
        expect(percent(scale, 0)).toBeGreaterThan(0);
      }
    }
  });
  it("does not shrink all rows for a far one", () => {
    const scale = forestScale([mark(1, 0.2), mark(1.2, 0.3), mark(-0.5, 0.3), mark(-400, 5)], 4);
    expect(scale.low).toBeGreaterThan(-10);
    expect(scale.high).toBeGreaterThan(1.5);
  });
  it("says as many numbers as have room, zero always, and none sticks out", () => {
    const scale = forestScale([mark(0.9, 0.2), mark(-0.4, 0.3)], 5);
    const ticks = scale.ticks.map((at) => ({ at, text: at.toFixed(2) }));
    expect(ticksApart(ticks, scale, 400)).toEqual(ticks);
    const few = ticksApart(ticks, scale, 70);
    expect(few.length).toBeLessThan(ticks.length);
    expect(few.map(({ at }) => at)).toContain(0);
    expect(anchor({ at: scale.low, text: "-0.50" }, scale, 70)).toBe("start");
    expect(anchor({ at: scale.high, text: "1.00" }, scale, 70)).toBe("end");
  });
  it("lets a wide range of assumptions run out of it rather than squeeze the intervals", () => {
    const scale = forestScale([mark(1, 0.2, 90), mark(2, 0.2, 90)], 4);
    expect(scale.high - scale.low).toBeLessThan(12);
  });
  it("stands where all is zero or there is nothing", () => {
    for (const marks of [[], [null], [mark(0, 0)]]) {
      const scale = forestScale(marks, 4);
      expect(Number.isFinite(percent(scale, 0))).toBe(true);
      expect(scale.high).toBeGreaterThan(scale.low);
    }
  });
});
