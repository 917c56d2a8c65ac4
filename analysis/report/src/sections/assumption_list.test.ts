// SPDX-License-Identifier: Apache-2.0
import { describe, expect, test } from "vitest";
import { madeUp } from "../testing/made_up";
import { cases } from "../testing/made_up_cases";
import { blocksOf, faults, shapes, some, views } from "../testing/section_checks";
import { assumptionList } from "./assumption_list";
import { leverName } from "./lever_names";

const view = (data = madeUp(), more = {}) => ({ ...views(data)[0]!, policy: 1, ...more });
const tables = (data = madeUp(), more = {}) =>
  blocksOf(assumptionList.build(view(data, more))).filter((block) => block.kind === "table");

describe("assumptions", () => {
  test.each(shapes)("is sound: %s", (name) => {
    for (const one of some(cases[name]!())) expect(faults(assumptionList, one)).toEqual([]);
  });

  test("levers and differing values come first, the rest is folded, weak evidence is tinted", () => {
    const all = tables();
    expect(all.map((table) => table.id).slice(0, 2)).toEqual(["levers", "parameters_differs"]);
    const rest = all.filter((table) => table.id.startsWith("parameters_rest"));
    expect(rest.length).toBeGreaterThan(1);
    for (const table of rest) expect(table.folded).toBe(true);
    const grades = all[1]!.table.columns.findIndex((column) => column.label === "근거등급");
    all[1]!.table.rows.forEach((row, at) => expect(all[1]!.tones![at]).toBe(/[CD]/.test(row[grades] ?? "") ? "weak" : null));
  });

  test("every parameter stands in one table", () => {
    const data = madeUp();
    const rows = tables(data).filter((table) => table.id.startsWith("parameters")).flatMap((table) => table.table.rows);
    const paths = rows.map((row) => row[row.length - 1]);
    expect(paths.sort()).toEqual(data.parameters.map((parameter) => parameter.path).sort());
  });

  test("many values that differ are cut, the money of accounts is a table of its own", () => {
    const data = madeUp((d) => {
      const one = d.parameters[0]!;
      d.parameters = [
        ...Array.from({ length: 30 }, (_, i) => ({ ...one, path: `budget.account.B${i}`, differs: true })),
        ...Array.from({ length: 50 }, (_, i) => ({ ...one, path: `advice.x${i}`, differs: true })),
      ];
    });
    const [first, second, third] = tables(data).filter((table) => table.id.startsWith("parameters"));
    expect(first!.table.rows).toHaveLength(40);
    expect(first!.table.rows[0]!.at(-1)).toBe("advice.x0");
    expect(second).toMatchObject({ folded: true });
    expect(third).toMatchObject({ folded: true, title: "계정별 예산: 이 연구가 정한 값 30개" });
  });

  test("the seed box says where sharing random numbers brought little", () => {
    const data = madeUp((d) => (d.comparison[d.headline]![1]!.variance_reduction = 1.1));
    const seed = tables(data, { lang: "en" }).find((table) => table.id === "seed")!;
    expect(seed.table.rows[0]!.at(-1)).toBe("1.1 times · little brought");
    expect(seed.tones![0]).toBe("weak");
  });

  test("the command, the fingerprint and the hashes stand there whole", () => {
    const data = madeUp();
    const text = JSON.stringify(assumptionList.build(view(data)));
    for (const part of [data.study.fingerprint, data.study.scenario_hash, data.study.content_hash]) expect(text).toContain(part);
    const commands = blocksOf(assumptionList.build(view(data))).find((block) => block.kind === "commands");
    expect(commands).toMatchObject({ lines: expect.arrayContaining([data.study.command]) });
  });

  test("levers have Korean names, unknown ones their own", () => {
    expect(leverName("share_path.account", "ko")).toBe("연수 비중 경로 (account)");
    expect(leverName("new_lever", "ko")).toBe("new_lever");
  });
});
