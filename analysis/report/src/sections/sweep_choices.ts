// SPDX-License-Identifier: Apache-2.0
// The first page of a sweep: for which choice which assumption matters most, all policies and
// responses at once.
import type { Lang, Text } from "../data";
import type { Block, Notes, Section, SectionContent, TableBlock, View } from "../section";
import { metricOf, metricPhrase } from "../text/metrics";
import { years } from "../text/numbers";
import { withParticle } from "../text/particles";
import { filled, listed, policyName } from "../text/words";
import { askedOf, leading, titled, type Asked } from "./sweep_parts";
import { designWarnings, leadersInBrief, leadOf, ownWarnings } from "./sweep_words";
import { badged } from "./wrong_parts";

/** Warnings that stand here; all stand beside their figures. */
const mostWarnings = 3;
/** Assumptions that the first sentence names with their policies. */
const mostNamed = 3;

const words = {
  every: {
    en: "{Factors} matters most for how every policy differs from today’s in {metric}.",
    ko: "어느 정책이든 현행 유지와의 {metric} 차이를 가장 크게 움직이는 가정은 {factors_ida}.",
  },
  depends: {
    en: "Which assumption matters most for a policy’s difference in {metric} depends on the policy: {pieces}.",
    ko: "{metric} 차이를 가장 크게 움직이는 가정은 정책마다 다르다. {pieces}.",
  },
  piece: { en: "{factors} for {policies}", ko: "{policies}에는 {factors}" },
  further: { en: "others for {n} more", ko: "나머지 {n}개 정책에는 다른 가정" },
  untold: { en: "for {n} of {all} policies it cannot be told", ko: "정책 {all}개 중 {n}개는 가릴 수 없음" },
  none: {
    en: "For no policy can it be told which assumption matters most for its difference in {metric}.",
    ko: "어느 정책도 {metric} 차이를 가장 크게 움직이는 가정이 무엇인지 가릴 수 없다.",
  },
  title: { en: "For which choice which assumption matters most", ko: "어느 선택에 어느 가정이 가장 중요한가" },
  subtitle: {
    en: "Of each policy’s difference from today’s over {period}, and of the level of today’s policy. Several: which of them is largest cannot be told",
    ko: "{period} 각 정책과 현행 유지의 차이에 대해, 현행 유지는 그 수준에 대해. 여럿이면 그중 무엇이 가장 큰지 가릴 수 없음",
  },
  policy: { en: "Policy", ko: "정책" },
  quote: { en: "Before you quote this", ko: "인용하기 전에" },
  ranges: {
    en: "All of it is about the ranges tried: an assumption with a narrow range matters little. None of it says that the model is right.",
    ko: "모두 시험한 범위에 대한 것이다. 범위가 좁은 가정은 중요하지 않게 나온다. 모형이 옳다는 뜻은 아니다.",
  },
  of: { en: "{policy}, {metric}: {warning}", ko: "{policy}, {metric}: {warning}" },
  more: { en: "Further warnings beside their figures: {n}.", ko: "해당 그림 옆에 있는 다른 경고: {n}개." },
} satisfies Record<string, Text>;

export const sweepChoices: Section = {
  id: "sweep_choices",
  title: { en: "Which assumptions matter, and for which choice?", ko: "어느 가정이 어떤 선택에 중요한가?" },
  build,
};

function build(view: View): SectionContent {
  const blocks: Block[] = [tableOf(view), notesOf(view)];
  return { lead: leadFor(view), blocks };
}

/** Each policy's difference; where there is but today's policy, its level. */
function choicesOf(view: View, metric: string): Asked[] {
  const { policies } = view.data;
  const places = policies.flatMap((policy, place) => (policy.baseline ? [] : [place]));
  const all = places.length > 0 ? places : policies.map((_, place) => place);
  return all.flatMap((policy) => askedOf(view, { policy, metric, level: false }) ?? []);
}

function leadFor(view: View): string {
  const { data, lang } = view;
  const choices = choicesOf(view, data.headline);
  const metric = metricOf(data, data.headline);
  if (choices.length === 1 || !metric) return choices[0] ? leadOf(choices[0]) : "";
  const phrase = metricPhrase(metric, lang);
  const groups = groupsOf(choices, lang);
  const untold = choices.filter((asked) => leading(asked).leaders.length === 0 || leading(asked).state === "overlap").length;
  if (groups.length === 0) return filled(words.none, lang, { metric: phrase });
  if (groups.length === 1 && untold === 0) {
    const factors = groups[0]!.factors;
    return filled(words.every, lang, { metric: phrase, Factors: titled(factors), factors_ida: withParticle(factors, "이다/다") });
  }
  const pieces = groups.slice(0, mostNamed).map((group) => filled(words.piece, lang, { factors: group.factors, policies: listed(group.policies, lang) }));
  const rest = groups.slice(mostNamed).flatMap((group) => group.policies).length;
  if (rest > 0) pieces.push(filled(words.further, lang, { n: rest }));
  if (untold > 0) pieces.push(filled(words.untold, lang, { n: untold, all: choices.length }));
  return filled(words.depends, lang, { metric: phrase, pieces: pieces.join(lang === "ko" ? ", " : "; ") });
}

/** Policies with the same leading assumptions, the largest group first. */
function groupsOf(choices: Asked[], lang: Lang): { factors: string; policies: string[] }[] {
  const found = new Map<string, string[]>();
  for (const asked of choices) {
    const { state, leaders } = leading(asked);
    if (state !== "one" && state !== "several") continue;
    const factors = listed(leaders.map(({ name }) => name), lang);
    found.set(factors, [...(found.get(factors) ?? []), asked.name]);
  }
  return [...found].map(([factors, policies]) => ({ factors, policies })).sort((a, b) => b.policies.length - a.policies.length);
}

function tableOf(view: View): TableBlock {
  const { data, lang } = view;
  const cell = (policy: number, metric: string) => {
    const asked = askedOf(view, { policy, metric, level: false });
    return asked ? leadersInBrief(asked) : null;
  };
  return {
    kind: "table",
    id: "sweep_choice_table",
    title: words.title[lang],
    subtitle: filled(words.subtitle, lang, { period: years(data.study.period, lang) }),
    table: {
      columns: [{ label: words.policy[lang], numeric: false }, ...data.metrics.map((metric) => ({ label: metric.label[lang], numeric: false }))],
      rows: data.policies.map((policy, place) => [badged(data, place, policyName(policy, lang)), ...data.metrics.map((metric) => cell(place, metric.id))]),
    },
  };
}

function notesOf(view: View): Notes {
  const { data, lang } = view;
  const responses = [data.headline, ...data.offered.filter((id) => id !== data.headline)];
  const asked = responses.flatMap((id) => choicesOf(view, id));
  const own = asked.flatMap((one) =>
    ownWarnings(one).map((warning) => filled(words.of, lang, { policy: one.name, metric: one.metric.label[lang], warning })),
  );
  const all = [...asked.slice(0, 1).flatMap(designWarnings), ...own];
  const items: Notes["items"] = all.slice(0, mostWarnings).map((text) => ({ text, tone: "warning" }));
  if (all.length > mostWarnings) items.push({ text: filled(words.more, lang, { n: all.length - mostWarnings }), tone: "warning" });
  return { kind: "notes", title: words.quote[lang], items: [...items, { text: words.ranges[lang] }] };
}
