// SPDX-License-Identifier: Apache-2.0
// Which verdicts lean on an unknown whose evidence is weak (grade C or D), and what becomes of them
// where that unknown is low or high. What was not varied at all is counted, not hidden.
import { medium } from "../charts/theme";
import type { Lang, ReportData, Text } from "../data";
import type { Notes, TableBlock, View } from "../section";
import { metricOf, metricPhrase } from "../text/metrics";
import { isNumber } from "../text/numbers";
import { withParticle } from "../text/particles";
import { filled, gradeName, isWeak, shortNames } from "../text/words";
import { baseName, capital, inOrder, movers, writtenBy, type Mover, type Written } from "./wrong_parts";

/** At most so many unknowns that turn a sign are named for one verdict. */
const most_each = 2;

const words = {
  title: { en: "Conclusions that rest on weak evidence", ko: "약한 근거에 기댄 결론" },
  subtitle: {
    en: "For each clear verdict in {metric}: the unknown of grade C or D that moves it most, or turns its sign",
    ko: "{metric} 기준으로 판정이 뚜렷한 정책마다, 결과를 가장 크게 움직이거나 부호를 바꾸는 C·D등급 가정",
  },
  conclusion: { en: "Conclusion", ko: "결론" },
  rests: { en: "Rests on", ko: "기댄 가정" },
  grade: { en: "Evidence", ko: "근거등급" },
  then: { en: "If that is otherwise", ko: "그 가정이 다르다면" },
  raises: { en: "{policy} raises {metric} above {base}", ko: "{policy_eun} {base}보다 {metric_eul} 높인다" },
  lowers: { en: "{policy} lowers {metric} below {base}", ko: "{policy_eun} {base}보다 {metric_eul} 낮춘다" },
  turns: {
    en: "The sign turns: where it is low {low}, where high {high}.",
    ko: "부호가 바뀐다. 낮은 쪽 {low}, 높은 쪽 {high}.",
  },
  stays: {
    en: "The sign stays: where it is low {low}, where high {high}.",
    ko: "부호는 그대로다. 낮은 쪽 {low}, 높은 쪽 {high}.",
  },
  item: { en: "{conclusion}. It rests on: {unknown} ({grade}). {then}", ko: "{conclusion}. 기댄 가정: {unknown}({grade}). {then}" },
  fixed_title: { en: "What the range does not hold", ko: "이 범위에 들어 있지 않은 것" },
  fixed: {
    en: "{fixed} parameters of grade C or D were not varied: the range over draws is narrower than what is not known.",
    ko: "근거등급이 C나 D인 매개변수 {fixed}개는 바꾸어 보지 않았다. 실제로 모르는 폭은 추출의 범위보다 넓다.",
  },
  one_fixed: {
    en: "One parameter of grade C or D was not varied: the range over draws is narrower than what is not known.",
    ko: "근거등급이 C나 D인 매개변수 1개는 바꾸어 보지 않았다. 실제로 모르는 폭은 추출의 범위보다 넓다.",
  },
  all_fixed: {
    en: "{fixed} of {all} parameters have grade C or D, and none was varied: how far the conclusions rest on them is not known.",
    ko: "매개변수 {all}개 가운데 {fixed}개의 근거등급이 C나 D인데 하나도 바꾸어 보지 않았다. 결론이 이들에 얼마나 기대는지 알 수 없다.",
  },
  independent: {
    en: "Unknowns are drawn independently, from ranges that are themselves judgements, and a draw need not fit the past.",
    ko: "가정은 서로 독립으로 뽑았고 범위 자체가 판단이며, 뽑힌 값이 과거와 맞는다는 보장은 없다.",
  },
  ranges: {
    en: "“In 90 of 100 draws” counts sets of assumptions. It is not the chance of success.",
    ko: "‘100번 중 90번’은 가정의 조합을 센 것이지 성공할 확률이 아니다.",
  },
} satisfies Record<string, Text>;

/** A table; on a phone, where four columns are too narrow, a list. */
export function weakConclusions({ data, lang, width, printing }: View): TableBlock | Notes | null {
  const metric = metricOf(data, data.headline);
  const assumed = data.assumptions;
  const of = assumed?.metrics[data.headline];
  if (!metric || !assumed || !of) return null;
  const names = shortNames(data.policies, lang);
  const clear = inOrder(data).filter((place) =>
    ["among_the_best", "clear_gain", "clear_loss"].includes(data.comparison[data.headline]?.[place]?.state ?? ""),
  );
  const found = clear.flatMap((place) => {
    const written = writtenBy(metric, [[of.low[place] ?? null, of.high[place] ?? null]], lang);
    const weak = movers(assumed, of, place).filter((mover) => isWeak(mover.unknown.grade));
    const turning = weak.filter((mover) => mover.turns).slice(0, most_each);
    const shown = turning.length > 0 ? turning : weak.slice(0, 1);
    const conclusion = conclusionOf(data, place, names[place] ?? "", baseName(data, place, names, lang), lang);
    return shown.map((mover) => rowOf(conclusion, mover, written, lang));
  });
  if (found.length === 0) return null;
  if (medium({ width, printing }) === "phone") return listOf(found, lang);
  return {
    kind: "table",
    id: "weak",
    title: words.title[lang],
    subtitle: filled(words.subtitle, lang, { metric: metricPhrase(metric, lang) }),
    table: {
      columns: [words.grade, words.conclusion, words.rests, words.then].map((text) => ({ label: text[lang], numeric: false })),
      rows: found.map((row) => row.cells.map(capital)),
    },
    tones: found.map((row) => (row.turns ? "weak" : null)),
  };
}

function listOf(found: Row[], lang: Lang): Notes {
  const items = found.map(({ cells: [grade = "", conclusion = "", unknown = "", then = ""], turns }) => ({
    text: filled(words.item, lang, { grade, conclusion, unknown, then }),
    tone: turns ? ("warning" as const) : ("plain" as const),
  }));
  return { kind: "notes", title: words.title[lang], items };
}

function conclusionOf(data: ReportData, place: number, policy: string, base: string, lang: Lang): string {
  const metric = metricOf(data, data.headline);
  const phrase = metric ? metricPhrase(metric, lang) : "";
  const up = (data.comparison[data.headline]?.[place]?.difference ?? 0) > 0;
  return filled(up ? words.raises : words.lowers, lang, {
    policy,
    base,
    policy_eun: withParticle(policy, "은/는"),
    metric: phrase,
    metric_eul: withParticle(phrase, "을/를"),
  });
}

interface Row {
  /** Grade, conclusion, unknown, what becomes of it. */
  cells: string[];
  turns: boolean;
}

function rowOf(conclusion: string, mover: Mover, written: Written, lang: Lang): Row {
  const { unknown, low, high, turns } = mover;
  const then = filled(turns ? words.turns : words.stays, lang, { low: written.full(low), high: written.full(high) });
  return { cells: [gradeName(unknown.grade, lang), conclusion, unknown.label[lang], then], turns };
}

/** What the range over draws leaves out, and how it is not to be read. */
export function rangeNotes(data: ReportData, lang: Lang): Notes {
  const weak = data.parameters.filter((parameter) => isWeak(parameter.grade));
  const fixed = weak.filter((parameter) => parameter.uncertain === "").length;
  const drawn = isNumber(data.assumptions?.draws) && data.assumptions.draws > 0;
  const values = { fixed, all: data.parameters.length };
  const items: Notes["items"] = [];
  if (fixed > 0) items.push({ text: filled(!drawn ? words.all_fixed : fixed === 1 ? words.one_fixed : words.fixed, lang, values), tone: "warning" });
  if (drawn) items.push({ text: words.independent[lang] }, { text: words.ranges[lang] });
  return { kind: "notes", title: words.fixed_title[lang], items };
}
