// SPDX-License-Identifier: Apache-2.0
// Over time: from which year the difference is clear, and axes that do not change with the policy.
import { describe, expect, test } from "vitest";
import type { Num, ReportData } from "../data";
import { madeUp } from "../testing/made_up";
import { cases } from "../testing/made_up_cases";
import { faults, figuresOf, some, views } from "../testing/section_checks";
import { overTime } from "./over_time";
import { differenceBounds, levelBounds, timeOf } from "./over_time_parts";

const made: Record<string, ReportData> = {};
const of = (name: string) => (made[name] ??= cases[name]!());
const view = (data: ReportData, policy = 1, lang: "ko" | "en" = "ko") => ({ ...views(data)[0]!, policy, lang });
const lead = (data: ReportData, policy = 1, lang: "ko" | "en" = "ko") => overTime.build(view(data, policy, lang)).lead.replaceAll("\u00a0", " ");

/** Of the headline metric: the interval of each policy year of policy 1, from 2007. */
function withYears(mean: number[], half: number, change: (data: ReportData) => void = () => {}): ReportData {
  return madeUp((data) => {
    const fan = data.fans[data.headline]!.difference;
    const put = (rows: Num[][], by: number) => mean.forEach((value, at) => (rows[1]![14 + at] = value + by));
    (["q05", "q25", "q50", "q75", "q95", "mean"] as const).forEach((key) => put(fan[key], 0));
    put(fan.low, -half);
    put(fan.high, half);
    change(data);
  });
}
const ten = (value: (at: number) => number) => Array.from({ length: 10 }, (_, at) => value(at));

describe("is sound", () => {
  test.each(Object.keys(cases))("%s", (name) => {
    for (const one of some(of(name))) expect(faults(overTime, one)).toEqual([]);
  });
  test.each(madeUp().offered)("%s", (metric) => {
    for (const one of some(madeUp())) expect(faults(overTime, { ...one, metric })).toEqual([]);
    expect(faults(overTime, { ...view(madeUp()), metric, width: 688, printing: true })).toEqual([]);
  });
});

describe("lead", () => {
  test("clear from a year on", () => {
    expect(lead(withYears(ten((at) => at), 2.5))).toMatch(/^예고된 경로는 2010년부터 줄곧 현행 유지보다 뚜렷이 높고, 2016년의 차이는 \+9.0bp이다\. 2006년까지는/);
    expect(lead(withYears(ten((at) => -at), 2.5), 1, "en")).toMatch(/^From 2010 on “Announced” stays clearly below today’s policy; in 2016 by −9.0 bp\./);
  });
  test("clear for a while only, for one year only, never, and always the same", () => {
    expect(lead(withYears(ten((at) => (at < 4 ? 5 : 0)), 1))).toContain("2007~2010년 사이에 현행 유지와 뚜렷이 다르지만, 2016년에는 다른지 판단할 수 없다");
    expect(lead(withYears(ten((at) => (at === 4 ? 5 : 0)), 1))).toContain("2011년에만 현행 유지와 뚜렷이 다르고");
    expect(lead(withYears(ten(() => 0.4), 1))).toContain("2016년까지도 예고된 경로가 현행 유지와 다른지 판단할 수 없다(+0.4bp)");
    expect(lead(withYears(ten(() => 0), 0))).toContain("예고된 경로는 모든 해에 현행 유지와 같다");
  });
  test("without a verdict nothing is clear", () => {
    const said = lead(of("few_replications"));
    expect(said).toContain("판정하지 않는다(반복이 30회보다 적다)");
    expect(said).not.toContain("뚜렷");
    const titles = figuresOf(overTime.build(view(of("few_replications")))).map((figure) => figure.title);
    expect(titles.join(" ")).not.toContain("뚜렷");
  });
  test("levels only of today’s policy, and where there is none", () => {
    expect(lead(madeUp(), 0)).toMatch(/^현행 유지의 생산성 효과는 1993년 .*에서 2016년 .*로 바뀐다\.$/);
    expect(figuresOf(overTime.build(view(of("missing_baseline")))).map((figure) => figure.id)).toEqual(["fan"]);
  });
});

describe("charts", () => {
  test("one axis for all policies", () => {
    const data = madeUp();
    const bounds = [1, 2, 3, 4, 5].map((policy) => {
      const time = timeOf(view(data, policy))!;
      return [levelBounds(time), differenceBounds(time, [time.difference.q05, time.difference.q95])];
    });
    for (const one of bounds) expect(one).toEqual(bounds[0]);
  });
  test("zero is in the axis of levels unless all lie above a third of the largest, and in that of differences always", () => {
    const time = timeOf(view(madeUp()))!;
    expect(levelBounds(time)[0]).toBe(0);
    const high = { ...time, level: { ...time.level, q05: [[80]], q95: [[100]] } };
    high.level.q05[0] = time.data.axes.year.map(() => 80);
    high.level.q95[0] = time.data.axes.year.map(() => 100);
    expect(levelBounds(high)[0]).toBeGreaterThan(70);
    const [low] = differenceBounds(time, [[time.data.axes.year.map(() => 3)]]);
    expect(low).toBeLessThan(0);
  });
  test("a difference that covers zero at the end is warned of", () => {
    const figure = (data: ReportData) => figuresOf(overTime.build(view(data))).find(({ id }) => id === "fan-difference")!;
    expect(figure(withYears(ten(() => 0.4), 1)).warnings).toEqual(["2016년 평균 차이의 95% 신뢰구간이 0을 포함한다. 판단할 수 없다."]);
    expect(figure(madeUp()).warnings).toBeUndefined();
  });
  test("few worlds make rough bands", () => {
    expect(figuresOf(overTime.build(view(of("few_replications"))))[0]!.warnings).toEqual(["모의 세계가 8개뿐이라 띠의 가장자리는 거칠다."]);
  });
  test("all policies in small panels, today left out", () => {
    const figure = figuresOf(overTime.build(view(madeUp()))).find(({ id }) => id === "all-policies")!;
    expect(figure.title).toBe("2016년 현행보다 뚜렷이 높은 안 1·4번, 뚜렷이 낮은 안 3·5번"); // 2 is practically equal
    expect(figure.table.columns).toHaveLength(1 + 3 * 5);
  });
  test("no fan of the metric: why, and the command", () => {
    const blocks = overTime.build({ ...view(madeUp()), metric: "contracts" }).blocks;
    expect(blocks).toEqual([expect.objectContaining({ kind: "empty", command: "coopsim run SCENARIO -o result.h5" })]);
  });
});
