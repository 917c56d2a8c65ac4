// SPDX-License-Identifier: Apache-2.0
import { describe, expect, test } from "vitest";
import type { ReportData } from "../data";
import type { Figure, View } from "../section";
import { madeUp } from "../testing/made_up";
import { figuresOf } from "../testing/section_checks";
import { whoGains } from "./who_gains";

const view = (data: ReportData, more: Partial<View> = {}): View => ({
  data,
  other: null,
  lang: "ko",
  policy: 1,
  metric: data.headline,
  width: 1200,
  printing: false,
  ...more,
});
const figure = (data: ReportData, id: string, more: Partial<View> = {}): Figure =>
  figuresOf(whoGains.build(view(data, more))).find((one) => one.id === id)!;
interface Box {
  tip: string;
  opacity: number;
  fill: string;
  stroke: string;
}
/** Rectangles of a chart drawn in px. */
const boxesOf = ({ spec }: Figure): Box[] =>
  (spec as unknown as { layer: { mark: { type: string }; data: { values: Box[] } }[] }).layer
    .filter((layer) => layer.mark.type === "rect")
    .flatMap((layer) => layer.data.values);
const regions = (means: number[], half = 0.5): ReportData =>
  madeUp((data) => {
    const of = data.split_totals["productivity_effect_by_region"]!.difference;
    of.mean[1] = means;
    of.low[1] = means.map((mean) => mean - half);
    of.high[1] = means.map((mean) => mean + half);
  });

describe("the lead counts regions", () => {
  test.each([
    [[3, 4, 5, 3, 2.8], "예고된 경로에서는 5개 지역 가운데 모든 곳이 뚜렷이 더 얻는다."],
    [[-3, -4, -5, -3, -2.8], "예고된 경로에서는 5개 지역 가운데 모든 곳이 뚜렷이 잃는다."],
    [[1, 2, -1, 0, 0.3], "예고된 경로에서는 5개 지역 가운데 얻는지 잃는지 판단할 수 있는 곳이 없다."],
    [[4, 4, -5, 1.9, 3.5], "예고된 경로에서는 5개 지역 가운데 3곳은 뚜렷이 더 얻고 1곳은 뚜렷이 잃고 1곳은 판단할 수 없다."],
    [[4, 4, 1, 1, 3.5], "예고된 경로에서는 5개 지역 가운데 3곳은 뚜렷이 더 얻고 2곳은 판단할 수 없다."],
  ] as [number[], string][])("%j", (means, sentence) => {
    expect(whoGains.build(view(regions(means, 2.5))).lead.startsWith(sentence)).toBe(true);
  });
});

describe("maps", () => {
  test("a tile names its partner in Japan, and an unclear one is dashed and marked", () => {
    const spec = JSON.stringify(figure(regions([3, 4, -5, 0.1, 2], 2.2), "who-map-effect").spec);
    expect(spec).toContain("↔ 규슈");
    expect(spec).toMatch(/\+0\.1bp \?/);
    expect(spec).toContain("strokeDash");
  });
  test("the title is the largest clear gain, not the largest mean", () => {
    const data = regions([3, 4, -5, 0.1, 9]);
    const of = data.split_totals["productivity_effect_by_region"]!.difference;
    of.low[1]![4] = -1;
    of.low[1]![3] = -9;
    expect(figure(data, "who-map-effect").title).toMatch(/2개 지역 가운데 대구·경북이 가장 크다/);
  });
  test("shades have one scale over all policies", () => {
    const data = regions([9, 9, 9, 9, 9]);
    const shades = (d: ReportData) =>
      boxesOf(figure(d, "who-map-effect"))
        .filter((box) => box.tip)
        .map((box) => box.opacity);
    const before = shades(data);
    data.split_totals["productivity_effect_by_region"]!.difference.mean[5] = [50, 50, 50, 50, 50];
    expect(shades(data)).not.toEqual(before);
    expect(shades(data)).toEqual([0.18, 0.18, 0.18, 0.18, 0.18]);
  });
});

test("a group whose interval holds zero is outlined", () => {
  const data = madeUp((d) => {
    const of = d.split_totals["productivity_effect_by_size_class"]!.difference;
    of.low[1]![0] = -1;
    of.high[1]![0] = 8;
  });
  expect(boxesOf(figure(data, "who-size"))[0]).toMatchObject({ stroke: "var:ink-3", fill: "var:paper" });
});

test("losers stand in the title", () => {
  const data = madeUp((d) => {
    d.split_totals["firms_losing_by_size_class"]!.level.mean[1] = [0.01, 0.02, 0.2, 0.03];
  });
  expect(figure(data, "who-moves-size_class").title).toBe("기업 규모: 더 못한 기업의 비율은 ‘50-99인’에서 가장 높다(20%)");
});

test("with few replications nothing is called clear, in lead, titles and marks", () => {
  const data = regions([3, 4, 5, 3, 2]);
  for (const row of data.comparison[data.headline]!) Object.assign(row, { state: "no_verdict", obstacle: "few_replications" });
  expect(whoGains.build(view(data)).lead).toMatch(/^지역과 집단의 차이는 판정하지 않는다: 반복이 30회보다 적다\./);
  const map = figure(data, "who-map-effect");
  expect(map.title).toBe("지역별 생산성 효과");
  expect(
    boxesOf(map)
      .filter((box) => box.tip)
      .every((box) => box.fill === "var:paper"),
  ).toBe(true);
  expect(figure(data, "who-size").title).toBe("기업 규모별 생산성 효과");
});

test("a difference that is certain to be below what matters is practically equal, not a gain", () => {
  const data = regions([1, 1.2, 5, 1, 0.9], 0.3);
  expect(whoGains.build(view(data)).lead).toMatch(
    /^예고된 경로에서는 5개 지역 가운데 1곳은 뚜렷이 더 얻고 4곳은 현행 유지와 사실상 같다\./,
  );
  const map = figure(data, "who-map-effect");
  expect(map.title).toMatch(/부산·울산·경남뿐이다/);
  expect(map.caption).toContain("2bp보다 작은 것이 분명해 사실상 같다");
  expect(boxesOf(map).filter((box) => box.tip && box.fill === "var:unsure-soft")).toHaveLength(4);
});
