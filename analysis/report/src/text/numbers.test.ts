// SPDX-License-Identifier: Apache-2.0
import { describe, expect, test } from "vitest";
import type { Lang, Num } from "../data";
import { decimal, digitsFor, inHundred, interval, quantity, unitDivisor, unitLabel, years, type NumberOptions } from "./numbers";

/** Readable: no-break spaces as plain ones. */
const plain = (text: string) => text.replaceAll("\u00a0", " ");
const shown = (value: Num, unit: string, lang: Lang, options?: NumberOptions) => plain(quantity(value, unit, lang, options));

describe("money", () => {
  test.each([
    [4.2e6, "42억 원", "KRW 4.2 bn"],
    [123.4e6, "1,234억 원", "KRW 123.4 bn"],
    [1.2e9, "1.2조 원", "KRW 1.2 tn"],
    [22400, "2,240만 원", "KRW 22.4 m"],
    [3.4e5, "3.4억 원", "KRW 340 m"],
    [7, "7천 원", "KRW 7 thousand"],
    [-171e5, "−171억 원", "KRW −17.1 bn"],
    [0, "0.0억 원", "KRW 0.0 bn"],
  ])("%d KRW thousand", (value, ko, en) => {
    expect(shown(value, "KRW thousand", "ko")).toBe(ko);
    expect(shown(value, "KRW thousand", "en")).toBe(en);
  });
  test("differences carry a sign, zero none", () => {
    expect(shown(4.2e6, "KRW thousand", "ko", { sign: true })).toBe("+42억 원");
    expect(shown(4.2e6, "KRW thousand", "en", { sign: true })).toBe("KRW +4.2 bn");
    expect(shown(0, "bp", "en", { sign: true })).toBe("0 bp");
  });
  test("bare in the unit of the column", () => {
    expect(unitLabel("KRW thousand", "ko")).toBe("억\u00a0원");
    expect(plain(unitLabel("KRW thousand", "en"))).toBe("KRW bn");
    expect(shown(22400, "KRW thousand", "ko", { bare: true, digits: 1 })).toBe("0.2");
    expect(shown(1.2e9, "KRW thousand", "en", { bare: true })).toBe("1,200.0");
    expect(shown(22400, "KRW thousand", "ko", { bare: true, scale: "million" })).toBe("22.4");
    expect(unitDivisor("KRW thousand", "ko")).toBe(1e5);
    expect(unitDivisor("KRW thousand", "en")).toBe(1e6);
  });
});

test.each([
  [38000, "thousand USD", "38백만 달러", "USD 38 m"],
  [15.6e6, "thousand USD", "156억 달러", "USD 15.6 bn"],
  [15.6, "USD bn", "156억 달러", "USD 15.6 bn"],
  [299.3, "person", "299명", "299 persons"],
  [25, "firm", "25곳", "25 firms"],
  [1, "firm", "1곳", "1 firm"],
  [114.2, "day", "114일", "114 days"],
  [6, "month", "6개월", "6 months"],
  [12.34, "bp", "12.3bp", "12.3 bp"],
  [2, "bp", "2bp", "2 bp"],
  [1.28, "percent", "1.3%", "1.3%"],
  [512, "1", "512", "512"],
  [0.34, "1", "0.34", "0.34"],
  [3, "seat", "3 seat", "3 seat"],
  [823.6, "KRW/100 JPY", "824원/100엔", "KRW 824/100 JPY"],
])("%d %s", (value, unit, ko, en) => {
  expect(shown(value, unit, "ko")).toBe(ko);
  expect(shown(value, unit, "en")).toBe(en);
});

describe("shares", () => {
  test("levels in percent, differences in points", () => {
    expect(shown(0.45, "1", "ko", { share: true })).toBe("45%");
    expect(shown(0.013, "1", "ko", { share: true, sign: true })).toBe("+1.3%p");
    expect(shown(0.013, "1", "en", { share: true, sign: true })).toBe("+1.3 pp");
    expect(shown(-1.3, "percent", "en", { sign: true })).toBe("−1.3 pp");
  });
  test("never all where it is not all", () => {
    expect([0, 0.001, 0.5, 0.996, 1, null].map(inHundred)).toEqual([0, 1, 50, 99, 100, null]);
  });
});

describe("what is missing or tiny", () => {
  test("is a dash, never NaN", () => {
    for (const value of [null, Number.NaN, Number.POSITIVE_INFINITY, undefined as unknown as Num]) {
      expect(quantity(value, "bp", "ko")).toBe("–");
      expect(interval(value, 3, "bp", "en")).toBe("–");
      expect(digitsFor(value, 3)).toBe(1);
    }
  });
  test("a difference that is not zero is not shown as zero", () => {
    expect(decimal(-0.04, 1, true)).toBe("−0.04");
    expect(decimal(0.0004, 1, true)).toBe("≈0");
    expect(decimal(0, 1, true)).toBe("0.0");
  });
});

describe("intervals", () => {
  test("in text", () => {
    expect(interval(0.9, 1.7, "bp", "ko")).toBe("0.9~1.7");
    expect(interval(0.9, 1.7, "bp", "en")).toBe("0.9 to 1.7");
    expect(interval(-0.3, 0.8, "bp", "ko", { sign: true })).toBe("−0.3~+0.8");
    expect(plain(interval(1.2e6, 4.2e6, "KRW thousand", "ko", { withUnit: true }))).toBe("12~42억 원");
    expect(plain(interval(1.2e6, 4.2e6, "KRW thousand", "en", { withUnit: true }))).toBe("KRW 1.2 to 4.2 bn");
    expect(plain(interval(0.01, 0.05, "1", "en", { share: true, sign: true, withUnit: true }))).toBe("1.0 to 5.0 pp");
  });
  test("half the width has one or two significant digits", () => {
    for (let power = -2; power < 6; power++) {
      for (const leading of [1, 1.5, 2.9, 3, 5, 9.9]) {
        const half = leading * 10 ** power;
        const digits = digitsFor(-half, half);
        const text = half.toFixed(digits);
        expect(Number(text)).toBeGreaterThan(0);
        if (digits > 0) expect(text.replace(/^0\.0*/, "").replace(".", "").length).toBeLessThanOrEqual(2);
        expect(digits).toBeLessThanOrEqual(3);
      }
    }
  });
  test("digits are of the unit that is shown", () => {
    expect(digitsFor(0, 8e5, "KRW thousand", "ko")).toBe(0);
    expect(digitsFor(0, 8e5, "KRW thousand", "en")).toBe(1);
  });
});

test("a number and its unit never part", () => {
  for (const lang of ["ko", "en"] as const)
    for (const unit of ["KRW thousand", "thousand USD", "bp", "person", "1", "percent", "day"])
      expect(quantity(123456, unit, lang)).not.toContain(" ");
});

test("years", () => {
  expect(years("2007-2016", "ko")).toBe("2007~2016년");
  expect(years("2007-2016", "en")).toBe("2007–2016");
  expect(years("2016-2016", "en")).toBe("2016");
  expect(years("2016", "ko")).toBe("2016년");
});
