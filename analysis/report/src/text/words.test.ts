// SPDX-License-Identifier: Apache-2.0
import { expect, test } from "vitest";
import type { Policy } from "../data";
import { madeUp } from "../testing/made_up";
import { filled, gradeName, listed, policyName, shortName, shortNames } from "./words";

const named = (en: string, ko: string, badge = "1"): Policy => ({ ...madeUp().policies[1]!, label: { en, ko }, badge });

test("names", () => {
  expect(policyName(madeUp().policies[0]!, "ko")).toBe("현행 유지");
  expect(shortName(named("Announced: training falls to .30", "예고된 경로(연수 비중 30%로 축소)"), "ko")).toBe("예고된 경로");
  expect(shortName(named("Announced: training falls to .30", ""), "en")).toBe("Announced");
  expect(shortName(named("(all)", "(전부)"), "en")).toBe("(all)");
  expect(shortName(named("", ""), "ko")).toBe("announced_path");
  expect(shortNames([named("Cut (a)", "삭감(가)", "1"), named("Cut (b)", "삭감(나)", "2")], "ko")).toEqual(["삭감(1)", "삭감(2)"]);
});

test("a stress case keeps its whole name", () => {
  expect(shortName({ ...named("Stress: no wave", "충격: 미유입"), stress: true }, "ko")).toBe("충격: 미유입");
});

test("lists", () => {
  expect(listed(["종합안", "재투자 없는 축소", "연구회"], "ko")).toBe("종합안, 재투자 없는 축소와 연구회");
  expect(listed(["종합안", "연구회"], "ko")).toBe("종합안과 연구회");
  expect(listed(["A", "B", "C"], "en")).toBe("A, B and C");
  expect(listed(["A"], "en")).toBe("A");
  expect(listed([], "ko")).toBe("");
});

test("grades", () => {
  expect(gradeName("D", "ko")).toBe("근거등급 D(가정)");
  expect(gradeName("A", "en")).toBe("evidence grade A (direct data)");
  expect(gradeName("", "ko")).toBe("근거등급 없음");
});

test("a name that looks like a placeholder is not filled again", () => {
  expect(filled({ en: "{a} and {b}", ko: "" }, "en", { a: "{b}", b: "2" })).toBe("{b} and 2");
});
