// SPDX-License-Identifier: Apache-2.0
import { describe, expect, test } from "vitest";
import { madeUp } from "../testing/made_up";
import { cases } from "../testing/made_up_cases";
import { blocksOf, faults, figuresOf, some, views } from "../testing/section_checks";
import { ifWrong } from "./if_wrong";
import { lawText } from "./parameter_text";

const view = (data = madeUp(), more = {}) => ({ ...views(data)[0]!, policy: 1, ...more });

describe("if we are wrong", () => {
  test.each(Object.entries(cases))("is sound: %s", (_, make) => {
    const data = make();
    for (const one of some(data).slice(0, 2)) expect(faults(ifWrong, one)).toEqual([]);
  });

  test("is sound for every policy", () => {
    for (const one of views(madeUp())) expect(faults(ifWrong, one)).toEqual([]);
  });

  test("is sound in every metric, on paper too", () => {
    const data = madeUp();
    for (const metric of data.offered)
      for (const printing of [true, false]) expect(faults(ifWrong, view(data, { metric, printing, width: printing ? 688 : 1200 }))).toEqual([]);
  });

  test("without draws it says so, and how to get them from the same scenario", () => {
    const data = madeUp((d) => {
      d.assumptions = null;
      d.study.draws = 0;
      d.study.command = "coopsim run scenarios/mine.toml -o mine.h5";
      d.comparison[d.headline]!.forEach((row, place) => Object.assign(row, { regret_largest: place, regret_mean: place / 2, share_best: 0.1 }));
    });
    const content = ifWrong.build(view(data));
    const empty = blocksOf(content).find((block) => block.kind === "empty");
    expect(empty).toMatchObject({ command: "coopsim run scenarios/mine.toml --set run.draws=40 -o drawn.h5" });
    expect(content.lead).toContain("가정이 맞는지는 말하지 않는다");
    expect(figuresOf(content).map((figure) => figure.id)).toEqual(["regret"]);
  });

  test("the lead says it first where an unknown turns the sign", () => {
    const data = madeUp((d) => {
      const of = d.assumptions!.metrics[d.headline]!;
      of.mean[1] = 2;
      of.where_low[1] = of.where_low[1]!.map(() => 1.5);
      of.where_high[1] = of.where_high[1]!.map(() => 2.5);
    });
    expect(ifWrong.build(view(data, { lang: "en" })).lead).toMatch(/^No single unknown turns the sign/);
    data.assumptions!.metrics[data.headline]!.where_low[1]![3] = -0.4;
    const turned = ifWrong.build(view(data, { lang: "en" }));
    expect(turned.lead).toMatch(/alone can turn the sign/);
    expect(figuresOf(turned)[0]!.title).toMatch(/at its low end turns the sign/);
    expect(figuresOf(turned)[0]!.table.rows[0]![6]).toMatch(/^−0\.4/);
  });

  test("the tornado names grades and the zero line, and its table has every unknown", () => {
    const data = madeUp();
    const figure = figuresOf(ifWrong.build(view(data))).find((one) => one.id === "tornado")!;
    expect(JSON.stringify(figure.spec)).toContain("현행 유지");
    expect(figure.table.rows).toHaveLength(data.assumptions!.unknowns.length);
  });

  test("a zero of regret is marked, and never the best is not", () => {
    const data = madeUp((d) => {
      d.assumptions!.metrics[d.headline]!.regret_largest = [3, 0, 4, 5, 2, 6];
      d.assumptions!.metrics[d.headline]!.regret_mean = [2, 0, 3, 4, 1, 5];
    });
    const figure = figuresOf(ifWrong.build(view(data))).find((one) => one.id === "regret")!;
    expect(figure.title).toMatch(/모든 추출에서 최선이다$/);
    expect(JSON.stringify(figure.spec)).toContain("● 0");
  });

  test("knowing that changes nothing is said in words, not drawn", () => {
    const nothing = madeUp((d) => {
      d.assumptions!.metrics[d.headline]!.evpi = 0;
    });
    const alone = madeUp((d) => {
      const of = d.assumptions!.metrics[d.headline]!;
      of.evpi = 0.5;
      of.evppi = of.evppi.map(() => 0);
    });
    for (const data of [nothing, alone]) {
      const content = ifWrong.build(view(data));
      expect(figuresOf(content).map((figure) => figure.id)).not.toContain("information");
      expect(blocksOf(content).some((block) => block.kind === "empty")).toBe(true);
    }
  });

  test("verdicts name the weak unknown they rest on", () => {
    const weak = blocksOf(ifWrong.build(view())).find((block) => block.kind === "table" && block.id === "weak");
    expect(weak).toBeDefined();
    if (weak?.kind === "table") for (const row of weak.table.rows) expect(row[0]).toMatch(/근거등급 [CD]/);
  });

  test("on a phone the weak conclusions are a list", () => {
    const blocks = blocksOf(ifWrong.build(view(madeUp(), { width: 358, lang: "en" })));
    expect(blocks.some((block) => block.kind === "table")).toBe(false);
    expect(JSON.stringify(blocks)).toMatch(/It rests on: [^"]+\(evidence grade [CD]/);
  });

  test("where nobody said which way is better there is no regret and no information", () => {
    const data = cases.unstated!();
    const of = data.assumptions!.metrics.trainees_returned!;
    Object.assign(of, { evpi: null, evppi: of.evppi.map(() => null), regret_largest: of.mean.map(() => null), regret_mean: of.mean.map(() => null) });
    for (const row of data.comparison.trainees_returned!) Object.assign(row, { regret_largest: null, regret_mean: null });
    const ids = figuresOf(ifWrong.build(view(data, { metric: "trainees_returned" }))).map((figure) => figure.id);
    expect(ids).toEqual(["tornado", "ranges"]);
  });
});

test("laws are read as ranges, others stay", () => {
  expect(lawText("triangular(0, 0.05, 0.3)", "ko")).toBe("0~0.3, 가장 그럴듯한 값 0.05");
  expect(lawText("{ triangular = [0, 0.05, 0.3] }", "en")).toBe("0 to 0.3, most likely 0.05");
  expect(lawText("{ beta = [2, 5] }", "en")).toBe("{ beta = [2, 5] }");
});
