// SPDX-License-Identifier: Apache-2.0
import { describe, expect, test } from "vitest";
import type { Score } from "../data";
import { madeUp } from "../testing/made_up";
import { cases } from "../testing/made_up_cases";
import { blocksOf, faults, figuresOf, shapes, some, views } from "../testing/section_checks";
import { past } from "./past";
import { panelsOf } from "./past_panels";

const view = (data = madeUp(), more = {}) => ({ ...views(data)[0]!, policy: 1, ...more });
const score = (more: Partial<Score>): Score => ({
  id: "V", what: { en: "site technicians 1994", ko: "현장기술자 1994년" }, metric: "site_technicians", policy: "", first_year: 1994,
  last_year: 1994, target: 204, least: 163.2, most: 244.8, mean: 120, low: 118, high: 122, kind: "held_out", verdict: "missed", ...more,
}); // prettier-ignore

describe("the past", () => {
  test.each(shapes)("is sound: %s", (name) => {
    for (const one of some(cases[name]!())) expect(faults(past, one)).toEqual([]);
  });

  test("a miss is named above, crossed in its panel and toned in its table", () => {
    const data = madeUp((d) => (d.scorecard = [score({})]));
    const content = past.build(view(data));
    expect(content.lead).toBe("목표 1개 가운데 0개가 허용 범위 안이다. 맞추는 데 쓰지 않은 검증 목표 1개 중에서는 0개를 맞혔다.");
    const notes = blocksOf(content).find((block) => block.kind === "notes");
    expect(JSON.stringify(notes)).toContain("현장기술자 1994년: 관측 204명, 모의 120명(허용 163~245명) [검증]");
    const [panel] = figuresOf(content);
    expect(panel!.title).toContain("벗어남");
    expect(JSON.stringify(panel!.spec)).toContain("✗");
    expect(JSON.stringify(panel!.spec)).toContain("var:warn-soft");
    const table = blocksOf(content).find((block) => block.kind === "table" && block.id === "scorecard_held_out");
    expect(table).toMatchObject({ tones: ["missed"] });
  });

  test("a sum over years is drawn as a yearly mean, a bound on one year is not drawn", () => {
    const sum = score({ metric: "trainees_returned", first_year: 1993, last_year: 2006, target: 3863, least: 3747, most: 3979, kind: "calibrated", verdict: "within" });
    const least = score({ metric: "trainees_returned", first_year: 1994, last_year: 2006, target: 200, least: 200, most: null, kind: "calibrated", verdict: "within" });
    const data = madeUp((d) => (d.scorecard = [sum, least]));
    expect(panelsOf(data)).toHaveLength(1);
    expect(panelsOf(data)[0]!.scores).toEqual([sum]);
    const spec = JSON.stringify(figuresOf(past.build(view(data)))[0]!.spec);
    expect(spec).toContain(String(3863 / 14));
  });

  test("identities are in the table alone, and folded where all are met", () => {
    const data = madeUp((d) => (d.scorecard = [score({ kind: "identity", verdict: "within" }), score({ verdict: "within" })]));
    const content = past.build(view(data));
    expect(figuresOf(content)).toHaveLength(1);
    const table = blocksOf(content).find((block) => block.kind === "table" && block.id === "scorecard_identity");
    expect(table).toMatchObject({ folded: true });
  });

  test("a smaller study is told why its counts cannot meet targets", () => {
    const data = madeUp((d) => (d.study.budget_scale = 0.05));
    expect(JSON.stringify(past.build(view(data, { lang: "en" })))).toContain("This study has 5% of the programme’s money");
  });

  test("a band needs the levels of that metric; without them the mean is drawn and said to be one", () => {
    const data = madeUp((d) => (d.scorecard = [score({ verdict: "within" })]));
    expect(JSON.stringify(past.build(view(data)))).toContain("모의 결과의 평균");
    data.past_fans = { site_technicians: data.fans[data.headline]!.level };
    expect(JSON.stringify(past.build(view(data)))).toContain("모의 결과의 중앙값과 5~95%");
  });

  test("without a target in the file there is no empty axis", () => {
    const data = madeUp((d) => (d.scorecard = [score({ verdict: "not_in_file", mean: null })]));
    const content = past.build(view(data));
    expect(blocksOf(content)[0]).toMatchObject({ kind: "empty" });
    expect(figuresOf(content)).toEqual([]);
  });
});
