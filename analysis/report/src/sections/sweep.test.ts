// SPDX-License-Identifier: Apache-2.0
import { describe, expect, test } from "vitest";
import type { Num, ReportData } from "../data";
import type { Sweep } from "../sweep_data";
import type { Notes, View } from "../section";
import { clashes } from "../testing/chart_words";
import { kinds, madeUpSweep } from "../testing/made_up_sweep";
import { blocksOf, faults, figuresOf, some, textsOf, views } from "../testing/section_checks";
import { sectionsOf } from "./index";
import { couldBe } from "./parameter_text";
import { specifications } from "./specifications";
import { sweepChoices } from "./sweep_choices";
import { sweepFactors } from "./sweep_factors";
import { sweepList } from "./sweep_list";
import { sweepMoves } from "./sweep_moves";
import { askedOf, leading } from "./sweep_parts";
import { warningsOf } from "./sweep_words";

const view = (data: ReportData, more: Partial<View> = {}): View => ({ ...views(data)[0]!, lang: "en", policy: 1, ...more });
const paper = { width: 688, printing: true };

/** Every number of a figure by what `to` makes of it, of one response and policy. */
function set(sweep: Sweep, id: string, to: (value: Num, axis: number) => Num, response = 0, policy = 1): void {
  for (const of of sweep.figures[id]![response]![policy]!) of.forEach((value, axis) => (of[axis] = to(value, axis)));
}
const setAll = (sweep: Sweep, id: string, value: Num) => sweep.overall[id]!.forEach((row) => row.forEach((of) => of.fill(value)));

const gone = (value: Sweep["figures"][string]) => value.forEach((row) => row.forEach((of) => of.forEach((axis) => axis.fill(null))));
const shapes: Record<string, (data: ReportData, sweep: Sweep) => void> = {
  whole: () => {},
  "no figure": (_, sweep) => Object.values(sweep.figures).forEach(gone),
  "nothing moves": (_, sweep) => Object.values(sweep.figures).forEach((all) => all.forEach((row) => row.forEach((of) => of.forEach((axis) => axis.fill(0))))),
  "a factor without figures": (_, sweep) => Object.keys(sweep.figures).forEach((id) => set(sweep, id, (value, axis) => (axis === 2 ? null : value))),
  "no scatter": (_, sweep) => Object.assign(sweep, { scatter: null, too_many_points: true }),
  "failed points": (_, sweep) => (sweep.scatter!.responses[0]![1]![1]!.fill(null, 2, 9), setAll(sweep, "points_left_out", 7)),
  "mostly chance": (_, sweep) => setAll(sweep, "chance_share", 0.8),
  "only today's policy": (data, sweep) => {
    data.policies = data.policies.slice(0, 1);
    for (const all of [...Object.values(sweep.figures), ...Object.values(sweep.overall), sweep.scatter!.responses]) all.forEach((row) => row.splice(1));
  },
  "one response, one factor": (data, sweep) => {
    data.metrics = data.metrics.slice(0, 1);
    data.offered = data.offered.slice(0, 1);
    sweep.axes = sweep.axes.slice(0, 1);
    sweep.factors = sweep.factors.slice(0, 1);
    for (const all of Object.values(sweep.figures)) all.forEach((row) => row.forEach((of) => of.forEach((axis) => axis.splice(1))));
  },
};

describe.each(kinds)("a sweep of the kind %s", (kind) => {
  test.each(Object.keys(shapes))("is sound: %s", (shape) => {
    const data = madeUpSweep(kind, shapes[shape]);
    for (const section of sectionsOf(data))
      for (const one of [...some(data), view(data, paper), view(data, { level: true })]) expect(faults(section, one)).toEqual([]);
  });

  test("is sound in every response", () => {
    const data = madeUpSweep(kind);
    for (const metric of data.offered)
      for (const level of [false, true]) for (const one of [sweepFactors, sweepMoves]) expect(faults(one, view(data, { metric, level }))).toEqual([]);
  });

  test("no words lie on each other, in both languages, on a desk, on paper and on a phone", () => {
    const data = madeUpSweep(kind);
    for (const lang of ["en", "ko"] as const)
      for (const size of [{ width: 1200 }, paper, { width: 358 }])
        for (const section of [sweepFactors, sweepMoves])
          for (const figure of figuresOf(section.build(view(data, { lang, ...size })))) expect(clashes(figure.spec), `${lang} ${size.width} ${figure.id}`).toEqual([]);
  });

  test("says it in both languages, with no word of the other", () => {
    const data = madeUpSweep(kind, (study) => study.policies.forEach((policy) => (policy.label.ko = policy.label.en = policy.id)));
    for (const section of sectionsOf(data)) {
      const texts = (lang: "en" | "ko") => textsOf([section.title[lang], section.build(view(data, { lang }))]);
      expect(texts("en").filter((text) => /[가-힣]/.test(text))).toEqual([]);
      expect(texts("ko").join(" ")).toMatch(/[가-힣]/);
      expect(texts("ko").filter((text) => /\b(the|which|assumption)\b/i.test(text))).toEqual([]);
    }
  });

  test("the table has all factors, the chart at most fifteen", () => {
    const data = madeUpSweep(kind, (_, sweep) => {
      const many = Array.from({ length: 30 }, (__, at) => ({ id: `many.number_${at}`, factors: [] }));
      sweep.axes = many;
      for (const all of Object.values(sweep.figures)) all.forEach((row) => row.forEach((of) => of.forEach((axis, d) => (of[d] = many.map((__, at) => (axis[0] === null ? null : axis[0]! / (at + 1)))))));
    });
    const bars = figuresOf(sweepFactors.build(view(data)))[0]!;
    expect(bars.table.rows).toHaveLength(30);
    expect(new Set(JSON.stringify(bars.spec).match(/number_\d+"/g)).size).toBe(15);
    expect(bars.caption).toContain("15 more in the table");
  });

  test("names are text, whatever they hold", () => {
    const hostile = `</script><img src=x> {what} ' + alert(1) \\`;
    const data = madeUpSweep(kind, (study, sweep) => {
      study.policies[1]!.label = { en: hostile, ko: hostile };
      sweep.factors.forEach((factor, at) => Object.assign(factor, { path: hostile + at, label: { en: hostile, ko: hostile }, could_be: hostile }));
      sweep.axes.forEach((axis, at) => (axis.id = hostile + at));
    });
    for (const section of sectionsOf(data))
      for (const lang of ["en", "ko"] as const) {
        const found = faults(section, view(data, { lang })).filter((fault) => !fault.includes("broken text"));
        expect(found).toEqual([]);
      }
    expect(figuresOf(sweepFactors.build(view(data)))[0]!.table.rows[0]![0]).toContain("<img src=x>");
  });
});

describe("which assumptions lead", () => {
  const state = (data: ReportData, more: Partial<View> = {}) => leading(askedOf(view(data, more))!);

  test("one whose interval lies above all others", () => {
    const found = state(madeUpSweep("morris"));
    expect(found.state).toBe("one");
    expect(sweepFactors.build(view(madeUpSweep("morris"))).lead).toMatch(/^Loss of interest matters most for the difference of /);
    expect(sweepFactors.build(view(madeUpSweep("morris"))).lead).toMatch(/6% of the variance between points is chance/);
  });
  test("several, where their intervals meet", () => {
    const data = madeUpSweep("morris", (_, sweep) => set(sweep, "mu_star_high", (value, axis) => (axis === 1 ? 4.6 : value)));
    expect(state(data).leaders.map(({ name }) => name)).toEqual(["loss of interest", "practice from advice"]);
    expect(sweepFactors.build(view(data, { lang: "ko" })).lead).toMatch(/관심 상실률과 기술지도의 현장관리 효과가 가장 크게 움직이며, 그중 무엇이 가장 큰지는 가릴 수 없다/);
  });
  test("none, where most intervals meet, half is chance, zero is covered, or nothing moves", () => {
    const wide = madeUpSweep("saltelli", (_, sweep) => set(sweep, "total_order_high", () => 1));
    expect(state(wide).state).toBe("overlap");
    expect(state(madeUpSweep("saltelli", shapes["mostly chance"])).state).toBe("chance");
    expect(state(madeUpSweep("sobol", (_, sweep) => set(sweep, "main_effect_half_width", () => 9))).state).toBe("covers_zero");
    expect(state(madeUpSweep("morris", shapes["nothing moves"])).state).toBe("nothing");
    expect(state(madeUpSweep("morris", shapes["no figure"])).state).toBe("untold");
  });
  test("another policy, another assumption: the first page says so", () => {
    const data = madeUpSweep("morris");
    expect(sweepChoices.build(view(data)).lead).toMatch(/depends on the policy: loss of interest for .*; fee \(meetings\.fee\) for .*; start \(2 together\) for /);
    const table = blocksOf(sweepChoices.build(view(data)))[0]!;
    if (table.kind !== "table") throw new Error("no table");
    expect(table.table.rows).toHaveLength(data.policies.length);
    expect(table.table.columns).toHaveLength(data.metrics.length + 1);
    const alike = madeUpSweep("morris", (_, sweep) => Object.values(sweep.figures).forEach((all) => all.forEach((row) => row.fill(row[1]!, 2))));
    expect(sweepChoices.build(view(alike)).lead).toMatch(/^Loss of interest matters most for how every policy differs/);
  });
  test("how much it is where nothing is changed stands below", () => {
    expect(figuresOf(sweepFactors.build(view(madeUpSweep("morris"))))[0]!.caption).toMatch(/At the reference point, nothing changed, the difference of .* is \+10/);
  });
  test("today's policy is looked at by its level", () => {
    const content = sweepFactors.build(view(madeUpSweep("morris"), { policy: 0 }));
    expect(content.lead).toMatch(/matters most for the productivity of firms under today’s policy/);
    expect((content.blocks[0] as Notes).items[0]!.text).toMatch(/has no difference from itself/);
  });
});

describe("warnings", () => {
  const of = (kind: string, change: (sweep: Sweep) => void) => warningsOf(askedOf(view(madeUpSweep(kind, (_, sweep) => change(sweep))))!);

  test("stand where chance is large, points are missing, the design is small, a quadratic misses", () => {
    for (const kind of kinds) expect(of(kind, () => {})).toEqual([]);
    expect(of("saltelli", (sweep) => setAll(sweep, "chance_share", 0.31))[0]).toMatch(/^31% of the variance/);
    expect(of("morris", (sweep) => setAll(sweep, "points_left_out", 3))[0]).toMatch(/^3 of 135 points are left out/);
    expect(of("morris", (sweep) => (sweep.points = 81))[0]).toMatch(/^Only 9 trajectories/);
    expect(of("saltelli", (sweep) => (sweep.points = 640))[0]).toMatch(/^Only 64 rows/);
    expect(warningsOf(askedOf(view(madeUpSweep("halton", (data, sweep) => (shapes["nothing moves"]!(data, sweep), setAll(sweep, "predictive_r_squared", 0)))))!)).toEqual([]);
    expect(of("halton", (sweep) => setAll(sweep, "predictive_r_squared", 0.2))[0]).toMatch(/only 20% of the variance/);
  });
  test("the first page says once what holds of the whole design", () => {
    const data = madeUpSweep("morris", (_, sweep) => (sweep.points = 81));
    expect(textsOf(sweepChoices.build(view(data))).filter((text) => text.startsWith("Only 9 trajectories"))).toHaveLength(1);
  });
  test("the first page has three of them and counts the rest", () => {
    const data = madeUpSweep("morris", (_, sweep) => setAll(sweep, "chance_share", 0.4));
    const notes = blocksOf(sweepChoices.build(view(data))).find((block) => block.kind === "notes") as Notes;
    expect(notes.items.filter((item) => item.tone === "warning")).toHaveLength(4);
    expect(notes.items[3]!.text).toMatch(/^Further warnings beside their figures: 9/);
  });
});

test("points that are too many are said to be in the file", () => {
  const data = madeUpSweep("saltelli", shapes["no scatter"]);
  expect(blocksOf(sweepMoves.build(view(data)))[0]).toMatchObject({ kind: "empty", title: "Too many points for this page" });
});

test("a large cloud is thinned in the chart, not in the table", () => {
  const figure = figuresOf(sweepMoves.build(view(madeUpSweep("saltelli"))))[0]!;
  expect(figure.caption).toMatch(/^One in 3 of the 1280 points is drawn/);
  expect(figure.table.rows).toHaveLength(1281);
});

test("what was varied, together and alone", () => {
  const content = sweepList.build(view(madeUpSweep("morris")));
  expect(content.lead).toMatch(/^9 assumptions were varied over 135 design points.*move together and count as one: training\.A1\.start \+ training\.A2\.start/);
  expect(couldBe("range [-0.5, 0.12]", "en")).toBe("−0.5 to 0.12");
  expect(couldBe("shift [-12, 24]", "ko")).toBe("−12~24개월 이동");
  expect(couldBe('values ["score", "lottery"]', "en")).toBe("score, lottery");
  expect(couldBe(`values [${Array.from({ length: 40 }, (_, at) => at / 4).join(", ")}]`, "en")).toBe("0, 0.25, 0.5 … 9.75 (40 values)");
  expect(couldBe("law { triangular = [0.04, 0.1, 0.15] }", "en")).toBe("0.04 to 0.15, most likely 0.1");
  expect(couldBe("something else", "en")).toBe("something else");
});

test("charts of a sweep stand alone too", () => {
  const css = ":root { --paper: #ffffff; }";
  expect(specifications(view(madeUpSweep("morris")), css).map(([name]) => name)).toEqual(["sweep_factors.sweep_bars", "sweep_factors.sweep_plane", "sweep_moves.sweep_points"]);
});
