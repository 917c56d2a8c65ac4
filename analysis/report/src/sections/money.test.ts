// SPDX-License-Identifier: Apache-2.0
import { describe, expect, test } from "vitest";
import { stacked } from "../charts/budget_flow";
import type { ReportData } from "../data";
import type { Figure, View } from "../section";
import { madeUp } from "../testing/made_up";
import { blocksOf, figuresOf } from "../testing/section_checks";
import { money } from "./money";

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
const figure = (data: ReportData, id: string, more: Partial<View> = {}): Figure | undefined =>
  figuresOf(money.build(view(data, more))).find((one) => one.id === id);

describe("the flow of money", () => {
  test("what the file lacks is said and not drawn", () => {
    const without = figure(madeUp(), "money-flow")!;
    expect(without.caption).toContain("계정별 약정(지출원인행위)과 연말 잔액(이월) 기록이 없어");
    expect(JSON.stringify(without.spec)).not.toContain('"연말 잔액(이월)"');
    const withAll = figure(
      madeUp((data) => {
        for (const key of ["budget_committed_by_account", "budget_carried_over_by_account"])
          data.split_yearly[key] = data.split_yearly["budget_spent_by_account"]!;
      }),
      "money-flow",
    )!;
    expect(withAll.caption).not.toContain("기록이 없어");
    expect(JSON.stringify(withAll.spec)).toContain('"연말 잔액(이월)"');
    expect(withAll.table.columns).toHaveLength(without.table.columns.length + 2);
  });
  test("the title is the difference of appropriations in each group", () => {
    const data = madeUp((d) => {
      const rows = d.split_yearly["budget_appropriated_by_account"]!;
      rows.forEach((row, policy) =>
        row.forEach((values, account) => values.fill(d.axes.account[account]!.group === "A" ? (policy === 1 ? 1e5 : 2e5) : 3e5)),
      );
    });
    expect(figure(data, "money-flow")!.title).toBe("2007~2016년 편성액은 현행 유지보다 연수 −60억 원".replace("60억 원", "60억\u00a0원"));
    expect(figure(data, "money-flow", { policy: 2 })!.title).toBe("2007~2016년 편성액은 세 사업군 모두 현행 유지와 같다");
  });
  test("the axis is one for all policies", () => {
    const data = madeUp();
    const labels = (policy: number) =>
      (
        JSON.stringify(figure(data, "money-flow", { policy })!.spec).match(
          /"text":"\d+","x":[\d.]+,"y":[\d.]+,"align":"right"|"text":"\d+"/g,
        ) ?? []
      ).join();
    expect(labels(2)).toBe(labels(5));
  });
  test("parts are stacked in full", () => {
    expect(stacked({ year: 2007, appropriated: 10, committed: 9, paid: 6, carried: 1, lapsed: 2, cut: 1, tip: "" })).toBe(10);
  });
});

describe("what it is worth", () => {
  const judged = (full: [number, number], cautious: [number, number]): ReportData =>
    madeUp((data) => {
      data.study.share_not_modelled = 0;
      [full, cautious].forEach(([low, high], at) => {
        const of = data.economics!.net_present_value[at]!.difference;
        of.mean[1] = (low + high) / 2;
        of.low[1] = low;
        of.high[1] = high;
      });
    });
  test.each([
    [[1e6, 3e6], [1e5, 3e5], /낮게 잡아도 현행 유지보다 크다/],
    [[1e6, 3e6], [-3e5, -1e5], /모두 인정하면 현행 유지보다 크지만\(.*\), 낮게 잡으면 작다\(.*\)$/],
    [[1e6, 3e6], [-3e5, 1e5], /크지만\(.*\), 낮게 잡으면 판단할 수 없다$/],
    [[-3e6, -1e6], [-3e5, -1e5], /모두 인정해도 현행 유지보다 작다/],
    [[-3e6, 1e6], [-3e5, 1e5], /순편익이 현행 유지보다 큰지 판단할 수 없다$/],
    [[-3e6, -1e6], [1e5, 3e5], /현행 유지보다 작지만\(.*\), 낮게 잡으면 크다\(.*\)$/],
    [[-3e6, 1e6], [1e5, 3e5], /큰지 판단할 수 없고, 낮게 잡으면 크다\(.*\)$/],
  ] as [[number, number], [number, number], RegExp][])("%j, cautious %j", (full, cautious, said) => {
    expect(figure(judged(full, cautious), "money-plane")!.title).toMatch(said);
  });
  test("while money of programmes not modelled lapses, nothing is claimed", () => {
    expect(figure(madeUp(), "money-plane")!.title).toBe("돈을 더 들인 만큼 편익이 늘어나나?");
  });
  test("costs of firms are in the picture where the page has them, else it says they are not", () => {
    expect(figure(madeUp(), "money-plane")!.caption).toContain("기업이 부담하는 비용은 그림에 없다");
    const data = madeUp((d) => (d.economics!.points.firm_cost = d.economics!.points.cost));
    expect(figure(data, "money-plane")!.caption).not.toContain("그림에 없다");
    expect(JSON.stringify(figure(data, "money-plane")!.spec)).toContain("공공+기업");
  });
  test("every policy has its badge in both pictures", () => {
    const spec = JSON.stringify(figure(madeUp(), "money-plane")!.spec);
    for (const badge of ["1", "2", "3", "4", "5"]) expect(spec.match(new RegExp(`"text":"${badge}","x"`, "g")) ?? []).toHaveLength(2);
  });
});

describe("the best buy", () => {
  test("the title says where the best changes", () => {
    const data = madeUp((d) => {
      Object.assign(d.economics!.acceptability!, {
        values: [0, 1e5, 2e5],
        choices: [0, 1],
        share: [
          [0.9, 0.1],
          [0.4, 0.6],
          [0.2, 0.8],
        ],
        best: [0, 1, 1],
      });
    });
    expect(figure(data, "money-best-buy")!.title.replaceAll("\u00a0", " ")).toMatch(
      /: 1.0억 원 미만은 현행 유지, 1.0억 원부터 예고된 경로$/,
    );
    data.economics!.acceptability!.best = [1, 1, 1];
    expect(figure(data, "money-best-buy")!.title).toMatch(/예고된 경로의 평균 순편익이 가장 크다$/);
  });
  test("nobody is ranked with few replications, and the command asks for more", () => {
    const data = madeUp((d) => {
      d.economics!.acceptability = null;
      d.study.replications = 8;
    });
    const empty = blocksOf(money.build(view(data))).find((block) => block.kind === "empty");
    expect(empty).toMatchObject({ kind: "empty", command: expect.stringContaining("--replications 64") });
  });
  test("standings are in order of cost, in plain words", () => {
    const data = madeUp((d) => {
      const rows = d.comparison[d.headline]!;
      ["cheapest", "on_frontier", "dominated", "extendedly_dominated", "equal", "not_ranked"].forEach(
        (standing, at) => (rows[at]!.cost_standing = standing),
      );
      rows[1]!.cost_ratio = 2e5;
    });
    const table = blocksOf(money.build(view(data))).find((block) => block.kind === "table" && block.id === "money-standing");
    if (table?.kind !== "table") throw new Error("no table");
    const costs = table.table.rows.map((row) =>
      row[1] === "–" ? 0 : Number(row[1]!.replace(/ .*/, "").replace("−", "-").replace(",", "")),
    );
    expect(costs).toEqual([...costs].sort((a, b) => a - b));
    expect(table.table.rows.flat()).toContain("더 들지 않으면서 효과가 못지않은 다른 안이 있다");
    expect(table.table.rows.flat().join()).toMatch(/2\.0억/);
  });
});

test("the lead does not tell a cost whose interval holds zero", () => {
  const data = madeUp((d) => {
    const of = d.economics!.public_cost.difference;
    Object.assign(of, { mean: [null, 1e5, 0, 0, 0, 0], low: [null, -1e5, 0, 0, 0, 0], high: [null, 3e5, 0, 0, 0, 0] });
  });
  expect(money.build(view(data)).lead).toMatch(/더 드는지 덜 드는지 판단할 수 없다/);
});

test("with few replications neither lead nor plane claims anything", () => {
  const data = madeUp((d) => {
    d.study.share_not_modelled = 0;
    for (const row of d.comparison[d.headline]!) Object.assign(row, { state: "no_verdict", obstacle: "few_replications" });
  });
  expect(money.build(view(data)).lead).toMatch(/^판정하지 않는다: 반복이 30회보다 적다\. 2007~2016년 /);
  expect(figure(data, "money-plane")!.title).toBe("돈을 더 들인 만큼 편익이 늘어나나?");
});

test("money that is neither paid nor left nor lapsed nor cut is said", () => {
  const made = (off: number) =>
    madeUp((d) => {
      d.study.share_not_modelled = 0;
      const parts = { appropriated: 10, spent: 6, carried_over: 2, lapsed: 3, cut: 1 - off };
      for (const [part, value] of Object.entries(parts))
        d.split_yearly[`budget_${part}_by_account`] = d.policies.map(() => d.axes.account.map(() => d.axes.year.map(() => value * 1e5)));
    });
  expect(figure(made(0), "money-flow")!.warnings).toBeUndefined();
  expect(figure(made(0.5), "money-flow")!.warnings![0]).toContain("어긋난다");
  expect(figure(made(0), "money-flow")!.caption).toContain("전년도 잔액을 더한 것과 같다");
});

test("the best changes at the ratio of the frontier, where it lies between the two values", () => {
  const data = madeUp((d) => {
    Object.assign(d.economics!.acceptability!, { values: [0, 9.2e5, 9.6e5], choices: [0, 1], share: [[1, 0], [0.6, 0.4], [0.2, 0.8]], best: [0, 0, 1] }); // prettier-ignore
    d.comparison[d.headline]![1]!.cost_ratio = 928463;
  });
  expect(figure(data, "money-best-buy")!.title.replaceAll("\u00a0", " ")).toMatch(/: 9.3억 원 미만은 현행 유지, 9.3억 원부터 예고된 경로$/);
});
