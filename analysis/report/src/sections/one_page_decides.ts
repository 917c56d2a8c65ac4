// SPDX-License-Identifier: Apache-2.0
// Which assumptions move the leading policy's difference most, and how often it stays the better
// one when all of them change: a small tornado and one hundred dots.
import { deciders } from "../charts/deciders";
import { columnWidth, policyColour } from "../charts/theme";
import type { Assumptions, AssumptionsOf, Lang, Metric, Text } from "../data";
import type { Block, Dots, Empty, Figure, View } from "../section";
import { oftenBetter, timesText } from "../text/answer_parts";
import { metricPhrase } from "../text/metrics";
import { isNumber } from "../text/numbers";
import { withParticle } from "../text/particles";
import type { Standings } from "../text/standings";
import { filled, gradeName, isWeak, shortNames, today } from "../text/words";
import { thirds } from "./one_page_layout";
import { movers, writtenBy, type Mover, type Written } from "./wrong_parts";

const rowsShown = 4;

const words = {
  decides: { en: "What decides it", ko: "결론을 좌우하는 가정" },
  subtitle: {
    en: "Mean difference of {policy} in {metric} ({unit}) where an assumption is low and where it is high",
    ko: "가정 하나가 낮을 때와 높을 때 {policy}의 {metric} 차이 평균({unit})",
  },
  label: {
    en: "{unknown} moves the difference of {policy} most: {low} where it is low, {high} where it is high; on average {mean}.",
    ko: "{policy}의 차이를 가장 크게 움직이는 가정은 {unknown_ida}. 낮을 때 {low}, 높을 때 {high}이며 평균은 {mean}이다.",
  },
  low: { en: "low", ko: "낮음" },
  high: { en: "high", ko: "높음" },
  grade: { en: "evidence {grade}", ko: "근거 {grade}" },
  tip: { en: "{unknown}\n{grade}\nwhere low: {low}\nwhere high: {high}", ko: "{unknown}\n{grade}\n낮을 때: {low}\n높을 때: {high}" },
  caption: {
    en: "Low and high: the lowest and the highest third of {draws} draws, all others varying too. Dashed: mean of all draws.",
    ko: "낮음·높음은 추출 {draws}회 가운데 값이 가장 낮은 1/3과 가장 높은 1/3이며 다른 가정도 함께 변한다. 점선은 모든 추출의 평균이다.",
  },
  sure: { en: "How sure", ko: "얼마나 확실한가" },
  above: { en: "{policy}: better than today’s in {times}", ko: "{policy}: 현행보다 나은 경우 {times}" },
  higher: { en: "{policy}: above today’s in {times}", ko: "{policy}: 현행보다 높은 경우 {times}" },
  dot: {
    en: "Each dot is one of {of} sets of assumptions; filled: {better}. It counts sets of assumptions, not chances of success.",
    ko: "점 하나는 가정 조합 {of}개 중 1개이며, 채운 점은 현행보다 {better} 경우이다. 성공할 확률이 아니라 가정 조합을 센 것이다.",
  },
  dot_better: { en: "better than today’s policy", ko: "나은" },
  dot_above: { en: "above today’s policy", ko: "높은" },
  none_title: { en: "How sure under other assumptions", ko: "가정이 달라져도 확실한가" },
  none_why: {
    en: "This run varied no assumption, so nothing can be said on how far the result rests on them.",
    ko: "이번 계산에서는 가정을 바꾸어 보지 않아, 결과가 가정에 얼마나 좌우되는지 알 수 없다.",
  },
} satisfies Record<string, Text>;

const unknown_head = { en: "Unknown", ko: "가정" };
const grade_head = { en: "Evidence grade", ko: "근거등급" };
const where_low = { en: "Difference where low", ko: "낮을 때 차이" };
const where_high = { en: "Difference where high", ko: "높을 때 차이" };

/** Who the trio at the foot of the page is about: those that lead, else whoever comes out best. */
export function focus(standing: Standings, most: number): number[] {
  return (standing.leading.length > 0 ? standing.leading : standing.alternatives).slice(0, standing.leading.length > 0 ? most : 1);
}

export function decidesBlock(view: View, standing: Standings): Block[] {
  const { data, lang } = view;
  const place = focus(standing, 1)[0];
  const assumed = data.assumptions;
  const of = assumed?.metrics[data.headline];
  if (place === undefined || !standing.metric) return [];
  if (!assumed || !of) return [noDraws(lang)];
  const all = movers(assumed, of, place);
  const mean = of.mean[place];
  return all.length > 0 && isNumber(mean) ? [figureOf(view, standing.metric, place, assumed, of, all, mean)] : [];
}

function figureOf(view: View, metric: Metric, place: number, assumed: Assumptions, of: AssumptionsOf, all: Mover[], mean: number): Figure {
  const { data, lang, printing } = view;
  const written = writtenBy(metric, [[of.low[place] ?? null, of.high[place] ?? null]], lang);
  const policy = shortNames(data.policies, lang)[place] ?? "";
  const first = all[0]!;
  const unknown = first.unknown.label[lang];
  const values = { policy, unknown, unknown_ida: withParticle(unknown, "이다/다"), low: written.full(first.low), high: written.full(first.high), mean: written.full(mean) };
  return {
    kind: "figure",
    id: "decides",
    title: words.decides[lang],
    subtitle: filled(words.subtitle, lang, { policy, metric: metricPhrase(metric, lang), unit: written.unit }),
    spec: deciders(
      all.slice(0, rowsShown).map((mover) => rowOf(mover, written, lang)),
      written.scaled(mean),
      today.short[lang],
      policyColour(data, place),
      written.tick,
      { width: columnWidth(view, thirds, 0), printing },
    ),
    label: filled(words.label, lang, values),
    caption: filled(words.caption, lang, { draws: assumed.draws }),
    table: {
      columns: [unknown_head, grade_head].map((text) => ({ label: text[lang], numeric: false })).concat(
        [where_low, where_high].map((text) => ({ label: `${text[lang]} (${written.unit})`, numeric: true })),
      ),
      rows: all.map((mover) => [mover.unknown.label[lang], mover.unknown.grade || null, written.exact(mover.low), written.exact(mover.high)]),
    },
  };
}

function rowOf({ unknown, low, high }: Mover, written: Written, lang: Lang) {
  const name = unknown.label[lang];
  const grade = unknown.grade || "–";
  return {
    name,
    grade: filled(words.grade, lang, { grade }),
    weak: isWeak(grade),
    low: written.scaled(low),
    high: written.scaled(high),
    lowText: `${words.low[lang]} ${written.bare(low)}`,
    highText: `${words.high[lang]} ${written.bare(high)}`,
    tip: filled(words.tip, lang, { unknown: name, grade: gradeName(unknown.grade, lang), low: written.full(low), high: written.full(high) }),
  };
}

export function howSureBlocks({ data, lang }: View, standing: Standings): Block[] {
  const { metric } = standing;
  if (!metric || !data.assumptions) return [];
  const names = shortNames(data.policies, lang);
  const better = metric.better !== "unstated";
  const dots = focus(standing, 2).flatMap((place): Dots[] => {
    const often = oftenBetter(data, metric, place);
    if (!often) return [];
    const { k, of } = often;
    const title = filled(better ? words.above : words.higher, lang, { policy: names[place] ?? "", times: timesText(k, of, lang) });
    return [{ kind: "dots", title, filled: k, of, policy: place }];
  });
  if (dots.length === 0) return [];
  const note = filled(words.dot, lang, { of: dots[0]!.of ?? 100, better: (better ? words.dot_better : words.dot_above)[lang] });
  return [{ ...dots[0]!, heading: words.sure[lang], note }, ...dots.slice(1)];
}

function noDraws(lang: Lang): Empty {
  return {
    kind: "empty",
    title: words.none_title[lang],
    why: words.none_why[lang],
    command: "coopsim run SCENARIO --set run.draws=40 -o drawn.h5",
  };
}
