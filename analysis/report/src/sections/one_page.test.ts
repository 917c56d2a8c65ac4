// SPDX-License-Identifier: Apache-2.0
// The first page over every outcome: what it shows, in which order, and what it must not hide.
import { describe, expect, test } from "vitest";
import type { ReportData } from "../data";
import type { Block } from "../section";
import { madeUp } from "../testing/made_up";
import { cases, withOutcomes, withPolicies } from "../testing/made_up_cases";
import { blocksOf, faults, some, views } from "../testing/section_checks";
import { standings } from "../text/standings";
import { onePage } from "./one_page";
import { warningsOf } from "./one_page_notes";

const made: Record<string, ReportData> = {};
const of = (name: string) => (made[name] ??= cases[name]!());
const blocks = (data: ReportData, lang: "ko" | "en" = "ko", more = {}) => blocksOf(onePage.build({ ...views(data)[0]!, lang, ...more }));
function one<K extends Block["kind"]>(data: ReportData, kind: K, lang: "ko" | "en" = "ko", more = {}) {
  return blocks(data, lang, more).find((block): block is Extract<Block, { kind: K }> => block.kind === kind);
}
const plain = (text: string) => text.replaceAll("\u00a0", " ");

describe("is sound", () => {
  test.each(Object.keys(cases))("%s", (name) => {
    for (const view of some(of(name))) expect(faults(onePage, view)).toEqual([]);
  });
  test("many policies", () => {
    const data = madeUp((d) => withPolicies(d, [0, 1, 2, 3, 4, 5, 1, 2, 3, 4, 5, 1, 4]));
    data.policies.forEach((policy, place) => place > 0 && Object.assign(policy, { id: `p${place}`, badge: String(place) }));
    for (const view of some(data)) expect(faults(onePage, view)).toEqual([]);
  });
});

describe("forest", () => {
  test("best first by the headline, stress cases after, today last and alone in grey", () => {
    const rows = one(of("stress_case"), "forest")!.rows;
    expect(rows.map((row) => row.policy)).toEqual([1, 4, 2, 3, 5, 0]);
    expect(rows[4]).toMatchObject({ state: "no_verdict", verdict: "충격 사례(1번 대비)" });
    expect(rows[5]).toMatchObject({ state: "baseline", verdict: "비교 기준" });
  });
  test("four headline metrics, the ratio of the cautious valuation", () => {
    const data = of("clear_win");
    const forest = one(data, "forest")!;
    expect(forest.columns.map((column) => column.metric)).toEqual(["productivity_effect", "programme_exports", "benefit_cost_ratio", "small_firm_share"]);
    const ratio = data.economics!.benefit_cost_ratio[1]!.difference;
    expect(forest.rows[0]!.marks[2]).toMatchObject({ mean: ratio.mean[1], low: ratio.low[1], high: ratio.high[1], thin_low: null });
  });
  test("a mark is hollow just where its interval covers zero", () => {
    for (const row of one(of("clear_win"), "forest")!.rows)
      for (const mark of row.marks) if (mark?.low != null && mark.high != null) expect(mark.hollow).toBe(mark.low <= 0 && mark.high >= 0);
  });
  test("ticks are in the unit of the column", () => {
    const [productivity, exports, , share] = one(of("clear_win"), "forest")!.columns;
    expect([productivity!.tickText!(2), exports!.tickText!(-200000), share!.tickText!(0.05), share!.tickText!(0)]).toEqual(["+2", "−200", "+5", "0"]);
  });
  test("the title names only what is clear", () => {
    expect(one(of("clear_win"), "forest")!.title).toContain("뚜렷이 높은 안: 생산성 효과 1·4번");
    expect(one(of("few_replications"), "forest")!.title).toBe("현행 유지와 비교한 차이(판정하지 않음)");
    expect(one(of("over_zero"), "forest")!.title).not.toContain("생산성 효과");
  });
  test("no trade-off hides: a loss beside the gain has its own mark", () => {
    const data = withOutcomes([[4, 0.8], [0.5, 1], [4.1, 1.1], [1.5, 0.9], [-2.1, 1]]);
    const row = one(data, "forest")!.rows.find((each) => each.policy === 3)!;
    expect(row.marks[0]!.mean).toBeGreaterThan(0);
    expect(row.marks[1]!.mean).toBeLessThan(0);
  });
  test("one policy is not called the best", () => {
    const forest = one(of("one_policy"), "forest")!;
    expect(forest.rows[0]).toMatchObject({ state: "clear_gain", verdict: "뚜렷한 개선" });
    expect(forest.caption).not.toContain("최선");
  });
  test("only levels where nothing can be compared", () => {
    for (const name of ["missing_baseline", "only_baseline"]) {
      expect(one(of(name), "forest")).toBeUndefined();
      expect(one(of(name), "table")).toMatchObject({ id: "levels" });
    }
  });
  test("no costs, no column of costs", () => {
    expect(one(of("no_economics"), "forest")!.rows.every((row) => row.cost === "")).toBe(true);
    expect(one(of("no_economics"), "forest")!.columns).toHaveLength(3);
  });
  test("short verdicts on paper", () => {
    expect(one(of("tie_of_two"), "forest", "en")!.rows[0]!.verdict).toBe("Among the best");
    expect(one(of("tie_of_two"), "forest", "en", { printing: true })!.rows[0]!.verdict).toBe("Best group");
  });
});

describe("facts", () => {
  const facts = (name: string) => one(of(name), "facts")!.facts.map((fact) => plain([fact.value, fact.unit].filter(Boolean).join(" ")));
  test.each([
    ["clear_win", ["최선", "+4.0 bp", "+2.0 억 원", "100번 중 98번"]],
    ["tie_of_two", ["최선 그룹", "+3.6~4.0 bp", "+1.0~2.0 억 원", "100번 중 95~98번"]],
    ["over_zero", ["없음", "+0.8 bp", "+2.0 억 원", "100번 중 98번"]],
    ["few_replications", ["판정하지 않음", "+3.6 bp", "+2.0 억 원", "100번 중 98번"]],
    ["no_assumptions", ["최선 그룹", "+3.6~4.0 bp", "+1.0~2.0 억 원", "–"]],
    ["no_economics", ["최선", "+4.0 bp", "–", "100번 중 98번"]],
  ])("%s", (name, wanted) => expect(facts(name)).toEqual(wanted));
  test("badges tell who they are of", () => {
    expect(one(of("tie_of_three"), "facts")!.facts[0]!.badges).toEqual([1, 2, 4]);
  });
  test("none without a baseline", () => expect(one(of("missing_baseline"), "facts")).toBeUndefined());
});

describe("how sure", () => {
  test("one hundred dots of those that lead", () => {
    const dots = blocks(of("tie_of_two")).filter((block) => block.kind === "dots");
    expect(dots.map((block) => [block.policy, block.filled])).toEqual([[1, 98], [4, 95]]);
    expect(dots[0]!.note).toContain("확률이 아니라");
  });
  test("of few draws no hundred is made", () => {
    expect(blocks(of("few_draws")).find((block) => block.kind === "dots")).toMatchObject({ of: 20, filled: 19, title: "예고된 경로: 현행보다 나은 경우 20가지 중 19가지" });
    expect(one(of("few_draws"), "facts")!.facts[3]!.value).toBe("20가지 중 19가지");
  });
  test("without draws the command that makes them", () => {
    expect(one(of("no_assumptions"), "empty")!.command).toBe("coopsim run SCENARIO --set run.draws=40 -o drawn.h5");
    expect(blocks(of("no_assumptions")).some((block) => block.kind === "dots")).toBe(false);
  });
});

describe("before you quote", () => {
  const notes = (data: ReportData) => one(data, "notes")!.items;
  const warnings = (data: ReportData) => notes(data).filter((item) => item.tone === "warning");
  test.each(Object.keys(cases))("at most three, the rest is counted: %s", (name) => {
    const data = of(name);
    const all = warningsOf(data, standings(data), "ko").length;
    expect(warnings(data)).toHaveLength(Math.min(3, all));
    if (all > 3) expect(notes(data)[3]!.text).toContain(`이 밖에 ${all - 3}가지`);
  });
  test("too few replications come first, the deficit stays", () => {
    const shown = warnings(of("few_replications")).map((item) => item.text);
    expect(shown[0]).toContain("반복이 8회뿐이다");
    expect(shown.join(" ")).toContain("적자 감소 효과로 인용할 수 없다");
  });
  test("weak evidence that takes the lead away comes before a missed target", () => {
    const data = withOutcomes([[4, 0.8]], (d) => {
      const of = d.assumptions!.metrics[d.headline]!;
      of.where_low[1] = of.where_low[1]!.map((value, at) => (at === 0 ? -2 : value));
      d.assumptions!.unknowns[0]!.grade = "D";
    });
    expect(warnings(data)[0]!.text).toContain("근거등급 D(가정)이며, 이 값이 낮으면 예고된 경로의 우위는 사라진다(−2");
    expect(warnings(data)[1]!.text).toContain("과거 목표");
  });
  test("cannot tell is not no effect", () => {
    const data = withOutcomes([[4, 0.8], [0.5, 3]], (d) => (d.scorecard = []));
    expect(warnings(data).map((item) => item.text).join(" ")).toContain("갑작스러운 삭감은 구간이 0을 포함한다. 효과가 없다는 뜻이 아니라 판단할 수 없다는 뜻이다");
  });
  test("variance reduction is a warning only where the verdict is cannot tell", () => {
    const briefs = (mean: number) => {
      const data = withOutcomes([[mean, 3]]);
      for (const row of data.comparison[data.headline]!) row.variance_reduction = 1.05;
      return warningsOf(data, standings(data), "en").map((warning) => warning.brief);
    };
    expect(briefs(0.5)).toContain("little gain from shared chance");
    expect(briefs(9)).not.toContain("little gain from shared chance");
  });
  test("a larger share of the deficit is said as it is", () => {
    const data = madeUp((d) => (d.totals.programme_share_of_deficit!.mean = [1, 3.4, 2, 1, 1, 1]));
    expect(plain(warnings(data).map((item) => item.text).join(" "))).toContain("많아야 3.4%이다");
  });
  test("nothing to warn of is said, too", () => {
    const data = withOutcomes([[4, 0.8], [3, 0.8], [3, 0.8], [3, 0.8], [3, 0.8]], (d) => {
      d.scorecard = [];
      d.totals.programme_share_of_deficit!.mean = [];
      d.assumptions!.unknowns.forEach((unknown) => (unknown.grade = "A"));
    });
    expect(notes(data)).toEqual([{ text: "이 보고서의 점검에서 걸린 것은 없다.", tone: "plain" }]);
  });
});
