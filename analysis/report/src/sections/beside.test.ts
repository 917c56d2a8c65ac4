// SPDX-License-Identifier: Apache-2.0
import { describe, expect, test } from "vitest";
import type { ReportData } from "../data";
import type { View } from "../section";
import { madeUp } from "../testing/made_up";
import { withPolicies } from "../testing/made_up_cases";
import { allSides, direction, finding, heldPlace, isAlone, policyYears, runAgain, sides, titled, type Subject } from "./beside";

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
const wait: Subject = {
  subject: { en: "the wait for training", ko: "연수 대기" },
  more: { en: "grows", ko: "길어진다" },
  less: { en: "falls", ko: "짧아진다" },
};
const judged = (change: Partial<ReportData["comparison"][string][number]>): ReportData =>
  madeUp((data) => {
    data.totals["training_wait"]!.mean = [112, 79, 80, 80, 80, 80];
    Object.assign(
      data.comparison["training_wait"]![1]!,
      { state: "clear_gain", obstacle: "", no_difference: false, difference: -33, low: -35, high: -31 },
      change,
    );
  });
const title = (data: ReportData, lang: "ko" | "en" = "ko") => finding(view(data, { lang }), "training_wait", wait);

describe("a title states what the interval allows", () => {
  test("an interval on one side of zero moves", () => {
    expect(title(judged({}))).toBe("연수 대기는 112일에서 79일로 짧아진다");
    expect(title(judged({}), "en")).toBe("The wait for training falls from 112 days to 79 days".replace(/ days/g, "\u00a0days"));
  });
  test("an interval over zero cannot tell", () => {
    const data = judged({ state: "cannot_tell", low: -50, high: 2 });
    expect(title(data)).toMatch(/^연수 대기가 다른지 판단할 수 없다\(현행 유지 112일, .* 79일\)$/);
    expect(title(data, "en")).toMatch(/^Whether the wait for training differs cannot be told \(today’s policy /);
  });
  test("where the program gives no verdict, levels stand alone", () => {
    const data = judged({ state: "no_verdict", obstacle: "few_replications" });
    expect(title(data)).toMatch(/^연수 대기: 현행 유지 112일, /);
    expect(direction(view(data), "training_wait")).toBe("withheld");
  });
  test("a stress case has an interval all the same", () => {
    expect(direction(view(judged({ state: "no_verdict", obstacle: "stress_case" })), "training_wait")).toBe("less");
  });
  test("no difference in any replication is the same, or certain", () => {
    expect(title(judged({ no_difference: true, difference: 0, low: 0, high: 0 }))).toBe("연수 대기는 현행 유지와 같다(79일)");
    expect(direction(view(judged({ no_difference: true, difference: -3, low: -3, high: -3 })), "training_wait")).toBe("less");
  });
  test("levels that round alike get one more decimal", () => {
    const data = judged({});
    data.totals["training_wait"]!.mean = [79.4, 79.1, 0, 0, 0, 0];
    expect(title(data)).toBe("연수 대기는 79.4일에서 79.1일로 짧아진다");
  });
  test("of the baseline itself there is one level", () => {
    expect(finding(view(judged({}), { policy: 0 }), "training_wait", wait)).toBe("연수 대기: 112일");
  });
  test("a metric that the file lacks leaves the subject", () => {
    expect(finding(view(madeUp()), "unheard_of", wait)).toBe("연수 대기");
  });
});

describe("what stands beside the chosen policy", () => {
  test("today's policy first, then the chosen, then the others", () => {
    const data = madeUp();
    expect(sides(view(data, { policy: 4 })).map((one) => one.place)).toEqual([0, 4]);
    expect(allSides(view(data, { policy: 4 })).map((one) => one.place)).toEqual([0, 4, 1, 2, 3, 5]);
    expect(titled(sides(view(data, { policy: 4 }))[1]!)).toMatch(/^4 /);
  });
  test("a stress case stands beside what it is held against", () => {
    const data = madeUp((d) => Object.assign(d.policies[5]!, { stress: true, held_against: 1 }));
    expect(sides(view(data, { policy: 5 })).map((one) => one.place)).toEqual([1, 5]);
  });
  test("without a baseline nothing does", () => {
    const data = madeUp((d) => d.policies.forEach((policy) => (policy.baseline = false)));
    expect(heldPlace(view(data))).toBe(-1);
    expect(isAlone(view(data))).toBe(true);
    expect(sides(view(data)).map((one) => one.place)).toEqual([1]);
  });
  test("the baseline alone is alone", () => {
    const data = madeUp((d) => withPolicies(d, [0]));
    expect(isAlone(view(data, { policy: 0 }))).toBe(true);
  });
});

test("the policy period is that of the study", () => {
  const data = madeUp();
  expect(policyYears(data).map((at) => data.axes.year[at])).toEqual([2007, 2008, 2009, 2010, 2011, 2012, 2013, 2014, 2015, 2016]);
});

test("the command runs the same scenario again, into another file", () => {
  const data = madeUp((d) => (d.study.command = 'coopsim run "my study.toml" -o a.h5'));
  expect(runAgain(data, " --replications 64")).toBe('coopsim run "my study.toml" --replications 64 -o kjc_2007_again.h5');
  data.study.command = "coopsim verify a.h5";
  expect(runAgain(data)).toBe("coopsim run SCENARIO.toml -o kjc_2007_again.h5");
});

test("where decimals cannot tell two levels apart, the title does not pretend", () => {
  const unclear = judged({ state: "cannot_tell", low: -1, high: 1 });
  unclear.totals["training_wait"]!.mean = [75.461, 75.464, 0, 0, 0, 0];
  expect(title(unclear)).toBe("연수 대기가 다른지 판단할 수 없다(둘 다 75일)");
  const clear = judged({});
  clear.totals["training_wait"]!.mean = [75.461, 75.464, 0, 0, 0, 0];
  expect(title(clear)).toBe("연수 대기는 반올림하면 현행 유지와 같다(75.46일)");
});
