// SPDX-License-Identifier: Apache-2.0
// What money, queue and who gains owe the reader whatever the data are.
import { describe, expect, test } from "vitest";
import type { ReportData } from "../data";
import { clashes, wordsOf } from "../testing/chart_words";
import { madeUp } from "../testing/made_up";
import { cases } from "../testing/made_up_cases";
import { blocksOf, faults, figuresOf, views } from "../testing/section_checks";
import { money } from "./money";
import { queue } from "./queue";
import { totalSplits, yearlySplits } from "./splits";
import { whoGains } from "./who_gains";

const sections = [money, queue, whoGains];
/** Those of the first page's cases that these sections tell apart. */
const outcomes = ["clear_win", "no_difference", "one_policy", "only_baseline", "missing_baseline", "few_replications", "no_economics", "less_is_better", "stress_case"] as const; // prettier-ignore
const told = Object.fromEntries(outcomes.map((name) => [name, cases[name]!]));
const emptied = (part: unknown): unknown => {
  if (Array.isArray(part)) return part.map(emptied);
  if (typeof part === "number") return null;
  return part !== null && typeof part === "object" ? Object.fromEntries(Object.entries(part).map(([key, of]) => [key, emptied(of)])) : part;
};

const degenerate: Record<string, () => ReportData> = {
  no_splits: () => madeUp({ split_yearly: {}, split_totals: {} }),
  nothing_at_all: () =>
    madeUp((data) => {
      Object.assign(data, {
        yearly: {},
        totals: {},
        split_yearly: {},
        split_totals: {},
        comparison: {},
        fans: {},
        economics: null,
        assumptions: null,
      });
    }),
  all_missing: () =>
    madeUp((data) => {
      for (const key of ["yearly", "totals", "split_yearly", "split_totals"] as const)
        (data as unknown as Record<string, unknown>)[key] = emptied(data[key]);
    }),
  all_zero: () =>
    madeUp((data) => {
      const zero = (part: unknown): unknown =>
        typeof part === "number"
          ? 0
          : Array.isArray(part)
            ? part.map(zero)
            : part !== null && typeof part === "object"
              ? Object.fromEntries(Object.entries(part).map(([key, of]) => [key, zero(of)]))
              : part;
      for (const key of ["yearly", "totals", "split_yearly", "split_totals"] as const)
        (data as unknown as Record<string, unknown>)[key] = zero(data[key]);
    }),
  one_year: () =>
    madeUp((data) => {
      data.study.first_policy_year = data.study.last_policy_year;
      data.study.period = String(data.study.last_policy_year);
    }),
  long_names: () =>
    madeUp((data) => {
      data.policies[1]!.label = {
        en: `A very long name <b>of</b> a policy ${"that goes on ".repeat(9)}`,
        ko: "아주 긴 이름의 정책 ".repeat(12),
      };
      data.axes.region.forEach((region) => (region.label.ko = `${region.label.ko}과 그 둘레의 모든 시군구`));
    }),
  other_regions: () => madeUp((data) => data.axes.region.forEach((region, at) => (region.id = `r${at}`))),
  committed: () =>
    madeUp((data) => {
      for (const key of ["budget_committed_by_account", "budget_carried_over_by_account"])
        data.split_yearly[key] = data.split_yearly["budget_spent_by_account"]!.map((rows) =>
          rows.map((row) => row.map((value) => (value ?? 0) * 0.1)),
        );
    }),
  no_difference_of_splits: () =>
    madeUp((data) => {
      for (const one of Object.values(data.split_totals)) delete (one as { difference?: unknown }).difference;
    }),
  firms_pay: () =>
    madeUp((data) => {
      data.economics!.points.firm_cost = data.economics!.points.cost.map((row) =>
        row.map((value) => (value === null ? null : value * 0.3)),
      );
    }),
};

describe.each(sections.map((section) => [section.id, section] as const))("%s", (_, section) => {
  test.each(Object.entries({ ...told, ...degenerate }))("is sound: %s", (_name, make) => {
    const data = make();
    const last = data.policies.length - 1;
    const seen = views(data).filter((view) =>
      view.lang === "ko" ? view.width === 1200 && view.policy === Math.min(1, last) : view.width === 358 && view.policy === last,
    );
    expect(seen).toHaveLength(2);
    for (const view of seen) expect(faults(section, view)).toEqual([]);
  });

  test.each([
    ["desk", 1200, false],
    ["paper", 688, true],
    ["phone", 358, false],
    ["small phone", 288, false],
  ] as const)("no word runs over another or out of its picture: %s", (_name, width, printing) => {
    for (const name of ["clear_win", "long_names", "committed"] as const) {
      const make = (cases[name] ?? degenerate[name])!;
      for (const view of views(make()).filter((one) => one.width === 1200 && [0, 1, 5].includes(one.policy)))
        for (const figure of figuresOf(section.build({ ...view, width, printing })))
          expect({ figure: figure.id, policy: view.policy, clashes: clashes(figure.spec) }).toEqual({
            figure: figure.id,
            policy: view.policy,
            clashes: [],
          });
    }
  });

  test("no words are smaller than 12 px on screen or 8 pt on paper", () => {
    for (const [printing, width] of [
      [false, 1200],
      [true, 688],
      [false, 358],
    ] as const)
      for (const figure of figuresOf(section.build({ ...views(madeUp())[0]!, policy: 1, width, printing })))
        for (const word of wordsOf(figure.spec)) expect(word.size).toBeGreaterThanOrEqual(printing ? 10.6 : 12);
  });

  test("an empty block says why, and gives a command or needs none", () => {
    for (const view of views(degenerate.no_splits!()))
      for (const block of blocksOf(section.build(view))) if (block.kind === "empty") expect(block.why.length).toBeGreaterThan(10);
  });
});

test("every split that a section reads is one that the made-up study has, or one that is to come", () => {
  const data = madeUp();
  const toCome = ["budget_committed_by_account", "budget_carried_over_by_account"];
  for (const key of yearlySplits) expect(key in data.split_yearly || toCome.includes(key), key).toBe(true);
  for (const key of totalSplits) expect(key in data.split_totals, key).toBe(true);
  expect(new Set([...yearlySplits, ...totalSplits]).size).toBe(yearlySplits.length + totalSplits.length);
});
