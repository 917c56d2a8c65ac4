// SPDX-License-Identifier: Apache-2.0
import { describe, expect, test } from "vitest";
import type { ReportData } from "../data";
import type { Figure, View } from "../section";
import { madeUp } from "../testing/made_up";
import { figuresOf } from "../testing/section_checks";
import { queue } from "./queue";

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
  figuresOf(queue.build(view(data, more))).find((one) => one.id === id)!;
const set = (data: ReportData, of: Record<string, number>) => {
  for (const [id, value] of Object.entries(of)) data.totals[id]!.mean = data.totals[id]!.mean.map(() => value);
};

describe("the fate of a hundred", () => {
  const ended = {
    applications: 203.75,
    trainees_returned: 49,
    applicants_refused: 151.75,
    applications_too_late: 0,
    trainees_dropped_out: 1.625,
    seats_cancelled: 0.25,
    applications_lapsed: 1.125,
  };
  test("applications end in the six ways that the file counts", () => {
    const data = madeUp((d) => set(d, ended));
    const shown = figure(data, "queue-applications");
    expect(shown.warnings).toBeUndefined();
    expect(
      shown.table.rows[0]!.slice(1, -1)
        .map(Number)
        .reduce((sum, one) => sum + one, 0),
    ).toBe(100);
    expect(shown.title).toMatch(/100건 중 현행 유지 74건, .* 74건$/);
  });
  test("applications that ended in no way that the file counts are said", () => {
    const data = madeUp((d) => set(d, { ...ended, applicants_refused: 131.75 }));
    expect(figure(data, "queue-applications").warnings![0]).toContain("100건 중 10건은 결과 기록이 없다");
  });
  test("needs that still wait at the end are shown, and what was given up is told apart", () => {
    const data = madeUp((d) => {
      set(d, {
        needs_posted: 100,
        needs_given_up: 60,
        needs_unfunded: 30,
        needs_without_adviser: 20,
        needs_without_interpreter: 0,
        needs_unmatched: 5,
        needs_withdrawn: 5,
      });
      d.yearly["needs_posted"] = d.yearly["needs_posted"]!.map((row) => row.map(() => 10));
      d.yearly["needs_served"] = d.yearly["needs_served"]!.map((row) => row.map(() => 0.2));
    });
    const { table } = figure(data, "queue-needs");
    expect(table.columns.map((column) => column.label)).toEqual([
      "정책",
      "고문 만남",
      "재원 부족",
      "고문 없음",
      "매칭 전 대기 포기",
      "매칭 실패",
      "기업 폐업",
      "끝까지 대기 중",
      "전체",
    ]);
    expect(table.rows[0]!.slice(1)).toEqual(["20", "30", "20", "10", "5", "5", "10", "100"]);
  });
});

test("deals are those of the fairs' and of the centre's channels", () => {
  const data = madeUp((d) => {
    d.split_totals["deals_started_by_channel"]!.level.mean = d.policies.map(() => [7, 10, 20, 30, 99]);
  });
  const rows = figure(data, "queue-steps").table.rows;
  expect(rows[3]![1]).toMatch(/^60 /);
  expect(rows[5]![1]).toMatch(/^7\.0 /);
});

test("without deals by channel the chart ends at the contract", () => {
  const data = madeUp((d) => delete d.split_totals["deals_started_by_channel"]);
  expect(figure(data, "queue-steps").table.rows.map((row) => row[0])).not.toContain("거래 시작(첫 납품)");
});

test("advisers are drawn from the first year of the policies, seats from the year before", () => {
  const data = madeUp();
  expect(figure(data, "queue-advisers").table.rows[0]![0]).toBe("2007");
  expect(figure(data, "queue-seats").table.rows[0]![0]).toBe("2006");
});
