// SPDX-License-Identifier: Apache-2.0
// Which unknowns move the chosen policy's difference most, and whether one of them turns its sign.
import { tornado } from "../charts/tornado";
import type { Assumptions, AssumptionsOf, Text } from "../data";
import type { Figure } from "../section";
import { metricPhrase } from "../text/metrics";
import { withParticle } from "../text/particles";
import { filled, gradeName } from "../text/words";
import { lawText, parameterUnit, sectionName } from "./parameter_text";
import { capital, movers, withSection, writtenBy, type Chosen, type Mover, type Written } from "./wrong_parts";

/** Rows of the chart; all unknowns stand in the table. */
const shown = 8;
/** Below so many draws a third of them is too few to trust. */
const few_draws = 60;

const words = {
  moves: {
    en: "{unknown} moves the difference of {policy} most",
    ko: "{policy}의 차이를 가장 크게 움직이는 가정은 {unknown_ida}",
  },
  turns: {
    en: "{unknown} at its {end} turns the sign of the difference of {policy}",
    ko: "{unknown_iga} {end}이면 {policy}의 차이는 부호가 바뀐다",
  },
  low_end: { en: "low end", ko: "낮은 쪽" },
  high_end: { en: "high end", ko: "높은 쪽" },
  subtitle: {
    en: "Mean difference in {metric}{unit} over the third of the draws with the lowest and with the highest values of the unknown. Letter: evidence grade, A direct data to D assumed",
    ko: "{metric} 차이{unit}. 가정의 값이 가장 낮은 추출 3분의 1과 가장 높은 3분의 1에서 낸 평균. 영문자는 근거등급(A 직접 자료 ~ D 가정)",
  },
  label: {
    en: "{title}. Where it is low the difference is {low}, where it is high {high}; on average over all draws {mean}.",
    ko: "{title}. 낮은 쪽에서 {low}, 높은 쪽에서 {high}이며 모든 추출의 평균은 {mean}이다.",
  },
  tip: {
    en: "{unknown}\n{grade}\nthought possible: {law} {unit}\nwhere low: {low}\nwhere high: {high}",
    ko: "{unknown}\n{grade}\n생각할 수 있는 범위: {law} {unit}\n낮은 쪽: {low}\n높은 쪽: {high}",
  },
  low: { en: "where low", ko: "값이 낮을 때" },
  high: { en: "where high", ko: "값이 높을 때" },
  centre: { en: "mean over draws {mean}", ko: "추출 평균 {mean}" },
  caption: {
    en: "{draws} draws of {unknowns} unknowns together, {replications} replications each. Each row shows one unknown while all others vary.",
    ko: "불확실한 가정 {unknowns}개를 함께 바꾼 추출 {draws}회, 추출마다 반복 {replications}회. 각 행은 다른 가정도 모두 변하는 가운데 그 가정 하나를 본 것이다.",
  },
  few: {
    en: "A third of {draws} draws is only {third}: small movements may be chance.",
    ko: "추출 {draws}회의 3분의 1은 {third}회뿐이다. 작은 움직임은 우연일 수 있다.",
  },
} satisfies Record<string, Text>;

const heads = {
  unknown: { en: "Unknown", ko: "가정" },
  section: { en: "Part", ko: "부문" },
  usual: { en: "Value in the study", ko: "본 계산의 값" },
  law: { en: "Thought possible", ko: "생각할 수 있는 범위" },
  unit: { en: "Unit", ko: "단위" },
  grade: { en: "Evidence", ko: "근거등급" },
  low: { en: "Difference where low", ko: "낮을 때 차이" },
  high: { en: "Difference where high", ko: "높을 때 차이" },
} satisfies Record<string, Text>;

export function tornadoFigure(chosen: Chosen, assumed: Assumptions, of: AssumptionsOf, width: number): Figure | null {
  const { lang, metric, place, view } = chosen;
  const all = movers(assumed, of, place);
  const first = all[0];
  const mean = of.mean[place];
  if (!first || mean === null || mean === undefined) return null;
  const written = writtenBy(metric, [[of.low[place] ?? null, of.high[place] ?? null]], lang);
  const title = titleOf(chosen, all);
  const values = { title, low: written.full(first.low), high: written.full(first.high), mean: written.full(mean) };
  return {
    kind: "figure",
    id: "tornado",
    title,
    subtitle: filled(words.subtitle, lang, { metric: metricPhrase(metric, lang), unit: written.inUnit }),
    spec: tornado(
      all.slice(0, shown).map((mover) => rowOf(mover, written, chosen)),
      written.scaled(mean),
      { zero: chosen.base, centre: filled(words.centre, lang, { mean: written.bare(mean) }), whereLow: words.low[lang], whereHigh: words.high[lang] },
      chosen.colour,
      written.tick,
      { width, printing: view.printing },
    ),
    label: filled(words.label, lang, values),
    table: tableOf(all, written, chosen),
    caption: filled(words.caption, lang, {
      draws: assumed.draws,
      unknowns: assumed.unknowns.length,
      replications: assumed.replications,
    }),
    warnings: assumed.draws < few_draws ? [filled(words.few, lang, { draws: assumed.draws, third: Math.floor(assumed.draws / 3) })] : [],
  };
}

function titleOf(chosen: Chosen, all: Mover[]): string {
  const { lang, place, data, metric } = chosen;
  const turning = all.find((mover) => mover.turns);
  const one = turning ?? all[0];
  if (!one) return "";
  const unknown = withSection(one.unknown, lang);
  const mean = data.assumptions?.metrics[metric.id]?.mean[place] ?? 0;
  const said = filled(turning ? words.turns : words.moves, lang, {
    policy: chosen.name,
    unknown,
    unknown_iga: withParticle(unknown, "이/가"),
    unknown_ida: withParticle(unknown, "이다/다"),
    end: (one.low * mean < 0 ? words.low_end : words.high_end)[lang],
  });
  return capital(said);
}

function rowOf(mover: Mover, written: Written, { lang }: Chosen) {
  const { unknown, low, high } = mover;
  return {
    name: capital(unknown.label[lang]),
    grade: unknown.grade || "–",
    low: written.scaled(low),
    high: written.scaled(high),
    lowText: written.bare(low),
    highText: written.bare(high),
    tip: filled(words.tip, lang, {
      unknown: unknown.label[lang],
      grade: gradeName(unknown.grade, lang),
      law: lawText(unknown.law, lang),
      unit: parameterUnit(unknown.unit, lang),
      low: written.full(low),
      high: written.full(high),
    }),
  };
}

function tableOf(all: Mover[], written: Written, { lang }: Chosen) {
  const numeric = ["low", "high"];
  const columns = Object.entries(heads).map(([id, text]) => ({
    label: numeric.includes(id) ? `${text[lang]}${written.inUnit}` : text[lang],
    numeric: numeric.includes(id),
  }));
  const rows = all.map(({ unknown, low, high }) => [
    capital(unknown.label[lang]),
    sectionName(unknown.section, lang),
    unknown.usual,
    lawText(unknown.law, lang),
    parameterUnit(unknown.unit, lang) || null,
    unknown.grade || null,
    written.exact(low),
    written.exact(high),
  ]);
  return { columns, rows };
}
