// SPDX-License-Identifier: Apache-2.0
// What it would be worth to know an unknown before the choice is made: bars, or in words where
// knowing changes nothing.
import { informationBars, type InformationBar, type InformationGroup } from "../charts/information_bars";
import type { Assumptions, AssumptionsOf, Num, Text } from "../data";
import type { Empty, Figure } from "../section";
import { metricPhrase } from "../text/metrics";
import { isNumber } from "../text/numbers";
import { withParticle } from "../text/particles";
import { filled } from "../text/words";
import { lawText, sectionName } from "./parameter_text";
import { capital, decimalsOf, writtenBy, type Chosen, type Written } from "./wrong_parts";

const most_unknowns = 6;
const most_sections = 4;
/** Of the value of knowing all: less is drawn as nothing. */
const nothing_below = 0.005;

const words = {
  title: { en: "{unknown} is most worth finding out before the choice", ko: "먼저 알아볼 값어치가 가장 큰 것은 {unknown_ida}" },
  subtitle: {
    en: "Gain in {metric}{unit}, on average, if it were known before the choice. Dashed: all known",
    ko: "고르기 전에 그 값을 안다면 평균적으로 늘어날 {metric}{unit}. 점선: 모두 알 때",
  },
  all: { en: "all known: {value}", ko: "모두 알 때 {value}" },
  one: { en: "One alone", ko: "하나만 알 때" },
  together: { en: "One part of the model together", ko: "한 부문을 함께 알 때" },
  label: {
    en: "{title}: {value} on average, against {all} if all unknowns were known.",
    ko: "{title}. 평균 {value}이며, 모두 알 때는 {all}이다.",
  },
  small: {
    en: "Even knowing all would bring less than {delta}, the least difference that matters.",
    ko: "모두 알아도 의미 있는 최소 차이 {delta}에 못 미친다.",
  },
  caption: {
    en: "An upper bound: chance left in the draws passes for knowledge. Values of parts cannot be added up.",
    ko: "상한으로 읽는다. 추출에 남은 우연도 값어치로 잡힌다. 각각의 값은 더할 수 없다.",
  },
  left_out: {
    en: "On draws left out of the estimate the value is far lower: there are too few draws.",
    ko: "추정에 쓰지 않은 추출로 다시 재면 값이 훨씬 작다. 추출이 너무 적다.",
  },
  same_title: { en: "Finding out more would not change the choice", ko: "더 알아보아도 선택은 바뀌지 않는다" },
  same_why: {
    en: "In every one of the {draws} draws the same policy is best in {metric}.",
    ko: "추출 {draws}회 모두에서 {metric} 기준 최선인 정책이 같다.",
  },
  alone_title: { en: "No single unknown would change the choice", ko: "가정 하나를 더 알아낸다고 선택이 바뀌지는 않는다" },
  alone_why: {
    en: "Known alone, none of the {unknowns} unknowns changes which policy is best in {metric} on average. If all were known, the choice would gain {all}.",
    ko: "불확실한 가정 {unknowns}개 가운데 어느 하나를 알아도 {metric} 기준 최선안은 그대로다. 모두 알 때 평균적으로 늘어날 폭은 {all}이다.",
  },
  none_title: { en: "No value of information", ko: "정보의 값어치를 계산하지 않았다" },
  none_why: {
    en: "Of {metric} nobody has said which way is better, or the draws are too few.",
    ko: "{metric_eun} 어느 쪽이 나은지 정해져 있지 않거나 추출이 너무 적다.",
  },
} satisfies Record<string, Text>;

const heads = {
  unknown: { en: "Unknown, or part", ko: "가정 또는 부문" },
  law: { en: "Thought possible", ko: "생각할 수 있는 범위" },
  grade: { en: "Evidence", ko: "근거등급" },
  value: { en: "Worth of knowing it", ko: "알 때의 값어치" },
} satisfies Record<string, Text>;

export function informationFigure(chosen: Chosen, assumed: Assumptions, of: AssumptionsOf, width: number): Figure | Empty {
  const { lang, metric, view } = chosen;
  const phrase = metricPhrase(metric, lang);
  const values = { metric: phrase, metric_eun: withParticle(phrase, "은/는"), draws: assumed.draws, unknowns: assumed.unknowns.length };
  const all = of.evpi;
  const empty = (title: Text, why: Text, more = {}): Empty => ({
    kind: "empty",
    title: title[lang],
    why: filled(why, lang, { ...values, ...more }),
  });
  if (!isNumber(all)) return empty(words.none_title, words.none_why);
  if (all <= 0) return empty(words.same_title, words.same_why);
  const written = writtenBy(metric, [[0, all / 4]], lang);
  const everything = plain(all, written);
  const unknowns = known(assumed.unknowns.map((unknown) => unknown.label[lang]), of.evppi);
  const sections = known(assumed.sections.map((section) => sectionName(section, lang)), of.evppi_by_section);
  const first = unknowns[0];
  if (!first || first.value < all * nothing_below) return empty(words.alone_title, words.alone_why, { all: everything });
  const title = filled(words.title, lang, { unknown: first.name, unknown_ida: withParticle(first.name, "이다/다") });
  return {
    kind: "figure",
    id: "information",
    title,
    subtitle: filled(words.subtitle, lang, { metric: phrase, unit: written.inUnit }),
    spec: informationBars(
      groupsOf(unknowns, sections, all, written, lang),
      written.scaled(all),
      filled(words.all, lang, { value: written.size(all) }),
      { width, printing: view.printing },
    ),
    label: filled(words.label, lang, { title, value: plain(first.value, written), all: everything }),
    table: tableOf(chosen, assumed, of, written),
    caption: [words.caption[lang], smallNote(chosen, all, written)].filter(Boolean).join(" "),
    warnings: leftOutWarning(of, first.at, first.value, lang),
  };
}

interface Worth {
  name: string;
  value: number;
  at: number;
}

/** Those that have a value, most first. */
function known(names: string[], values: Num[]): Worth[] {
  return names
    .flatMap((name, at) => {
      const value = values[at];
      return isNumber(value) ? [{ name: capital(name), value, at }] : [];
    })
    .sort((a, b) => b.value - a.value);
}

function groupsOf(unknowns: Worth[], sections: Worth[], all: number, written: Written, lang: Chosen["lang"]): InformationGroup[] {
  const bar = ({ name, value }: Worth): InformationBar => ({
    name,
    value: written.scaled(value),
    text: value < all * nothing_below ? "0" : written.size(value),
    tip: `${name}\n${plain(value, written)}`,
  });
  const worthy = (some: Worth[], most: number) => some.filter((one, i) => i === 0 || one.value >= all * nothing_below).slice(0, most);
  return [
    { heading: words.one[lang], bars: worthy(unknowns, most_unknowns).map(bar) },
    { heading: words.together[lang], bars: worthy(sections, most_sections).map(bar) },
  ].filter((group) => group.bars.length > 0);
}

const plain = (value: number, written: Written) => written.full(value).replace(/\+/, "");

function smallNote({ metric, lang }: Chosen, all: number, written: Written): string {
  if (!(metric.least_meaningful > 0) || all >= metric.least_meaningful) return "";
  return filled(words.small, lang, { delta: plainDelta(metric.least_meaningful, written) });
}
const plainDelta = (delta: number, written: Written) => {
  const scaled = written.scaled(delta);
  return plain(delta, written).replace(/[\d.,]+/, scaled.toFixed(decimalsOf(scaled)));
};

function leftOutWarning(of: AssumptionsOf, at: number, value: number, lang: Chosen["lang"]): string[] {
  const left = of.evppi_left_out?.[at];
  return isNumber(left) && left < value / 2 ? [words.left_out[lang]] : [];
}

function tableOf({ lang }: Chosen, assumed: Assumptions, of: AssumptionsOf, written: Written) {
  const columns = Object.entries(heads).map(([id, text]) => ({
    label: id === "value" ? `${text[lang]}${written.inUnit}` : text[lang],
    numeric: id === "value",
  }));
  const exact = (value: number) => written.exact(value).replace(/^\+/, "");
  const one = known(assumed.unknowns.map((unknown) => unknown.label[lang]), of.evppi).map(({ name, value, at }) => {
    const unknown = assumed.unknowns[at];
    return [name, unknown ? lawText(unknown.law, lang) : null, unknown?.grade || null, exact(value)];
  });
  const parts = known(assumed.sections.map((section) => sectionName(section, lang)), of.evppi_by_section).map(
    ({ name, value }) => [name, null, null, exact(value)],
  );
  return { columns, rows: [...one, ...parts] };
}
