// SPDX-License-Identifier: Apache-2.0
import { describe, expect, test } from "vitest";
import { madeUp } from "../testing/made_up";
import { cases } from "../testing/made_up_cases";
import { blocksOf, faults, figuresOf, shapes, some, views } from "../testing/section_checks";
import { twoStudies } from "./two_studies";

const view = (other = madeUp(), more = {}) => ({ ...views(madeUp())[0]!, policy: 1, other, ...more });

describe("two studies", () => {
  test.each(shapes)("is sound: the made-up study and %s", (name) => {
    const other = cases[name]!();
    const [first, second] = [some(madeUp())[0]!, some(other)[1]!];
    expect(faults(twoStudies, { ...first, other })).toEqual([]);
    expect(faults(twoStudies, { ...second, other: madeUp() })).toEqual([]);
  });

  test("other seeds: said plainly that there is no paired interval", () => {
    const other = madeUp((data) => (data.study.seed += 1));
    const text = JSON.stringify(twoStudies.build(view(other, { lang: "en" })));
    expect(text).toContain("do not share random numbers (other seeds)");
    expect(text).toContain("has no paired interval (random numbers are not shared)");
  });

  test("equal seeds do not bring a paired interval either", () => {
    const text = JSON.stringify(twoStudies.build(view()));
    expect(text).not.toContain("공유하지 않는다");
    expect(text).toContain("짝지은 구간을 계산하지 않는다");
  });

  test("parameters that differ stand there with both values, others do not", () => {
    const other = madeUp((data) => {
      data.parameters[0]!.value = "0.03";
      data.study.knowledge = "ex_post";
    });
    const blocks = blocksOf(twoStudies.build(view(other)));
    const table = blocks.find((block) => block.kind === "table" && block.id === "parameters_between");
    expect(table?.kind === "table" && table.table.rows.map((row) => row.slice(1, 3))).toEqual([["0.015", "0.03"]]);
    expect(JSON.stringify(blocks)).toContain("연구를 넘나들며 비교하지 않는다");
  });

  test("policies are matched by id, and one that is set otherwise is named", () => {
    const other = madeUp((data) => {
      data.policies[2]!.id = "renamed";
      data.policies[4]!.settings = [{ lever: "recruitment", value: "2", baseline: null }];
    });
    const content = twoStudies.build(view(other));
    for (const figure of figuresOf(content)) expect(figure.table.rows).toHaveLength(4);
    const text = JSON.stringify(content);
    expect(text).toContain("이름은 같지만 내용이 다른 정책이 있다: 단카이 퇴직기술자 지도 확대");
    expect(text).toContain("첫째 연구에만 있는 정책: 갑작스러운 삭감");
  });

  test("nothing in common: a box, no empty axis", () => {
    const other = madeUp((data) => data.policies.forEach((policy) => (policy.id = `other_${policy.id}`)));
    const content = twoStudies.build(view(other));
    expect(figuresOf(content)).toEqual([]);
    expect(blocksOf(content)[0]).toMatchObject({ kind: "empty" });
  });
});
