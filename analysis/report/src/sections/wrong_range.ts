// SPDX-License-Identifier: Apache-2.0
// Two kinds of not knowing side by side, never in one mark: what chance may have moved, and what
// other assumptions would give.
import { rangeRows, type Range, type RangeRow } from "../charts/range_rows";
import { policyColour } from "../charts/theme";
import type { AssumptionsOf, Text } from "../data";
import type { Figure } from "../section";
import { metricPhrase } from "../text/metrics";
import { inHundred, isNumber, nothing } from "../text/numbers";
import { filled } from "../text/words";
import { badged, baseName, inOrder, writtenBy, type Chosen, type Written } from "./wrong_parts";

const words = {
  title: {
    en: "Over the draws the difference of {policy} runs from {low} to {high}",
    ko: "가정을 함께 바꾸면 {policy}의 차이는 {low}에서 {high} 사이다",
  },
  subtitle: {
    en: "Difference in {metric}{unit}. Bar: 95% interval, chance in the simulation only, at the study’s own assumptions. Thin line: 5 to 95% of the draws, dot: their mean",
    ko: "{metric} 차이{unit}. 막대: 95% 신뢰구간(본 계산의 가정, 모의실험의 우연만). 가는 선: 가정을 바꾼 추출의 5~95%, 점: 그 평균",
  },
  label: {
    en: "{title}, in nine draws of ten; the mean is {mean}, and it is above {base} in {share} of 100 draws.",
    ko: "{title}. 추출 열에 아홉이 이 범위에 들고 평균은 {mean}이며, 100번 중 {share}번 {base}보다 높다.",
  },
  chance: { en: "95% interval: {low} to {high}", ko: "95% 신뢰구간: {low}~{high}" },
  draws: { en: "draws, 5 to 95%: {low} to {high}", ko: "추출 5~95%: {low}~{high}" },
  caption: {
    en: "Chance left in few replications of a draw widens the thin line. Of a decade’s spread, {part} comes from the unknowns, the rest is chance that no knowledge removes.",
    ko: "추출마다 반복이 적어 가는 선에는 우연도 조금 섞여 있다. 10년 결과가 흩어지는 폭 가운데 가정 때문인 몫은 {part}이고, 나머지는 무엇을 알아도 남는 우연이다.",
  },
  narrow: {
    en: "Where no bar is seen, chance moves the mean by less than the width of its tick.",
    ko: "막대가 보이지 않으면 우연이 평균을 움직이는 폭이 눈금 굵기보다 좁다는 뜻이다.",
  },
  against: { en: "Stress cases are held against the policy that they shake.", ko: "충격 사례는 그 충격을 받는 정책과 비교한다." },
} satisfies Record<string, Text>;

const heads = {
  policy: { en: "Policy", ko: "정책" },
  study: { en: "Study", ko: "본 계산" },
  chance: { en: "95% interval (chance)", ko: "95% 신뢰구간(우연)" },
  mean: { en: "Mean of draws", ko: "추출 평균" },
  draws: { en: "Draws, 5 to 95%", ko: "추출 5~95%" },
  above: { en: "Above, of 100 draws", ko: "추출 100번 중 높은 횟수" },
} satisfies Record<string, Text>;

export function rangeFigure(chosen: Chosen, of: AssumptionsOf, width: number): Figure | null {
  const { data, lang, metric, place, names, view } = chosen;
  const low = of.q05[place];
  const high = of.q95[place];
  const places = inOrder(data).filter((at) => !data.policies[at]?.baseline && isNumber(of.mean[at]));
  if (!isNumber(low) || !isNumber(high) || places.length === 0) return null;
  const written = writtenBy(metric, [[of.low[place] ?? null, of.high[place] ?? null]], lang);
  const values = { policy: chosen.name, low: written.full(low), high: written.full(high) };
  const title = filled(words.title, lang, values);
  const rows = places.map((at) => rowOf(chosen, of, at, written));
  const zero = data.policies.some((policy) => policy.stress) ? "0" : baseName(data, places[0] ?? 0, names, lang);
  return {
    kind: "figure",
    id: "ranges",
    title,
    subtitle: filled(words.subtitle, lang, { metric: metricPhrase(metric, lang), unit: written.inUnit }),
    spec: rangeRows(rows, "thin", zero, written.tick, { width, printing: view.printing }),
    label: filled(words.label, lang, {
      title,
      mean: written.full(of.mean[place] ?? null),
      base: chosen.base,
      share: inHundred(of.share_above[place] ?? null) ?? nothing,
    }),
    table: tableOf(chosen, of, places, written),
    caption: [captionOf(chosen, of), isNarrow(rows) ? words.narrow[lang] : "", zero === "0" ? words.against[lang] : ""].filter(Boolean).join(" "),
  };
}

/** A bar takes less than one part in a hundred of the plot: its tick hides it. */
function isNarrow(rows: RangeRow[]): boolean {
  const ranges = rows.flatMap((row) => [row.upper, row.lower]).filter((range) => range !== null);
  const ends = [0, ...ranges.flatMap(({ mean, low, high }) => [mean, low ?? mean, high ?? mean])];
  const plot = Math.max(...ends) - Math.min(...ends);
  return rows.some(({ upper }) => upper !== null && isNumber(upper.low) && isNumber(upper.high) && upper.high - upper.low < plot / 100);
}

/** Variance from unknowns over the whole, of the chosen policy. */
function captionOf({ lang, place }: Chosen, of: AssumptionsOf): string {
  const unknowns = of.sd_of_unknowns[place];
  const chance = of.sd_of_chance[place];
  if (!isNumber(unknowns) || !isNumber(chance) || unknowns + chance === 0) return "";
  const part = inHundred(unknowns ** 2 / (unknowns ** 2 + chance ** 2));
  return filled(words.caption, lang, { part: `${part}%` });
}

function rowOf({ data, lang, metric, names, place }: Chosen, of: AssumptionsOf, at: number, written: Written): RangeRow {
  const compared = data.comparison[metric.id]?.[at];
  const name = names[at] ?? "";
  const range = (mean: number, low: number | null, high: number | null, text: Text): Range => ({
    mean: written.scaled(mean),
    low: isNumber(low) ? written.scaled(low) : null,
    high: isNumber(high) ? written.scaled(high) : null,
    text: written.bare(mean),
    tip: `${name}\n${written.full(mean)}\n${filled(text, lang, { low: written.bare(low), high: written.bare(high) })}`,
  });
  const mean = of.mean[at];
  return {
    name: badged(data, at, name),
    colour: policyColour(data, at),
    chosen: at === place,
    upper: compared && isNumber(compared.difference) ? range(compared.difference, compared.low, compared.high, words.chance) : null,
    lower: isNumber(mean) ? range(mean, of.q05[at] ?? null, of.q95[at] ?? null, words.draws) : null,
  };
}

function tableOf({ data, lang, metric, names }: Chosen, of: AssumptionsOf, places: number[], written: Written) {
  const ends = (low: number | null | undefined, high: number | null | undefined) => {
    if (!isNumber(low) || !isNumber(high)) return nothing;
    return lang === "ko" ? `${written.exact(low)}~${written.exact(high)}` : `${written.exact(low)} to ${written.exact(high)}`;
  };
  const columns = Object.entries(heads).map(([id, text]) => ({
    label: id === "policy" || id === "above" ? text[lang] : `${text[lang]}${written.inUnit}`,
    numeric: id !== "policy",
  }));
  const rows = places.map((at) => {
    const compared = data.comparison[metric.id]?.[at];
    const above = inHundred(of.share_above[at] ?? null);
    return [
      names[at] ?? "",
      written.exact(compared?.difference ?? null),
      ends(compared?.low, compared?.high),
      written.exact(of.mean[at] ?? null),
      ends(of.q05[at], of.q95[at]),
      above === null ? nothing : String(above),
    ];
  });
  return { columns, rows };
}
