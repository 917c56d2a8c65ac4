// SPDX-License-Identifier: Apache-2.0
// Section 6, "if we are wrong": does the conclusion survive other assumptions, and which of them
// decide it? Answers from draws of the unknowns; without draws it says so, and how to get them.
import { columnWidth } from "../charts/theme";
import type { AssumptionsOf, Lang, ReportData, Text } from "../data";
import type { Block, Columns, Empty, Section, SectionContent, View } from "../section";
import { metricPhrase } from "../text/metrics";
import { inHundred, nothing } from "../text/numbers";
import { withParticle } from "../text/particles";
import { filled } from "../text/words";
import { rangeNotes, weakConclusions } from "./weak_conclusions";
import { informationFigure } from "./wrong_information";
import { capital, chosenOf, movers, withSection, writtenBy, type Chosen } from "./wrong_parts";
import { rangeFigure } from "./wrong_range";
import { regretFigure } from "./wrong_regret";
import { tornadoFigure } from "./wrong_tornado";

const weights = [1.45, 1];

const words = {
  no_draws_lead: {
    en: "This result holds no draws of other assumptions. The intervals of this page are about chance in the simulation alone, and say nothing of whether the assumptions hold.",
    ko: "이 결과에는 가정을 바꾸어 본 계산이 없다. 이 보고서의 신뢰구간은 모의실험의 우연만 담고 있으며, 가정이 맞는지는 말하지 않는다.",
  },
  no_draws_title: { en: "Uncertainty of the assumptions was not computed", ko: "가정의 불확실성은 계산하지 않았다" },
  no_draws_why: {
    en: "It takes forty or more draws of the uncertain parameters: tornado, value of information and regret over assumptions then stand here.",
    ko: "불확실한 매개변수를 마흔 번 이상 뽑아 계산하면 결과를 좌우하는 가정, 정보의 값어치, 가정에 따른 후회가 이 자리에 실린다.",
  },
  no_metric_lead: {
    en: "The draws of this result have no value of {metric}.",
    ko: "이 결과의 추출에는 {metric} 값이 없다.",
  },
  baseline_lead: {
    en: "Today’s policy is what the others are compared with, so it has no difference of its own. Choose another policy above.",
    ko: "현행 유지는 비교의 기준이라 차이가 없다. 위에서 다른 정책을 고르면 그 정책의 결과가 보인다.",
  },
  only_lead: {
    en: "There is no policy to compare with today’s.",
    ko: "현행 유지와 비교할 정책이 없다.",
  },
  turns: {
    en: "{unknown} alone can turn the sign of the difference of {policy} in {metric}.",
    ko: "{unknown} 하나로 {policy}의 {metric} 차이는 부호가 바뀔 수 있다.",
  },
  stays: {
    en: "No single unknown turns the sign of the difference of {policy} in {metric}.",
    ko: "가정 하나가 낮거나 높은 쪽이라고 해서 {policy}의 {metric} 차이가 부호를 바꾸지는 않는다.",
  },
  ends: {
    en: "Where {unknown} is low it is {low}, where high {high}.",
    ko: "{unknown_iga} 낮은 쪽이면 {low}, 높은 쪽이면 {high}이다.",
  },
  always: {
    en: "With all unknowns varied together it is above {base} in every one of {draws} draws.",
    ko: "가정을 모두 함께 바꾼 추출 {draws}회 모두에서 {base}보다 높다.",
  },
  never: {
    en: "With all unknowns varied together it is above {base} in none of {draws} draws.",
    ko: "가정을 모두 함께 바꾼 추출 {draws}회 어디에서도 {base}보다 높지 않다.",
  },
  together: {
    en: "With all unknowns varied together it is above {base} in {share} of 100 sets of assumptions ({draws} draws).",
    ko: "가정을 모두 함께 바꾸면 100번 중 {share}번 {base}보다 높다(추출 {draws}회).",
  },
} satisfies Record<string, Text>;

export const ifWrong: Section = {
  id: "if_wrong",
  title: { en: "What if we are wrong?", ko: "가정이 틀렸다면 결론이 바뀌나?" },
  build,
};

function build(view: View): SectionContent {
  const { data, lang } = view;
  const chosen = chosenOf(view);
  const notes = rangeNotes(data, lang);
  const noted: Block[] = notes.items.length > 0 ? [notes] : [];
  if (!chosen) {
    const others = data.policies.some((policy) => !policy.baseline);
    return { lead: (others ? words.baseline_lead : words.only_lead)[lang], blocks: noted };
  }
  const assumed = data.assumptions;
  const of = assumed?.metrics[chosen.metric.id];
  if (!assumed || assumed.draws === 0)
    return { lead: words.no_draws_lead[lang], blocks: [noDraws(data, lang), regretFigure(chosen, null, 0, view.width), ...noted] };
  if (!of) {
    const metric = metricPhrase(chosen.metric, lang);
    return { lead: filled(words.no_metric_lead, lang, { metric }), blocks: [regretFigure(chosen, null, 0, view.width), ...noted] };
  }
  const weak = weakConclusions(view);
  return { lead: leadOf(chosen, of), blocks: [...figures(chosen, of), ...(weak ? [weak] : []), ...noted] };
}

function figures(chosen: Chosen, of: AssumptionsOf): Block[] {
  const assumed = chosen.data.assumptions;
  if (!assumed) return [];
  const [wide, slim] = [0, 1].map((at) => columnWidth(chosen.view, weights, at)) as [number, number];
  const pair = (left: Block | null, right: Block): Columns =>
    left ? { kind: "columns", weights, blocks: [[left], [right]] } : { kind: "columns", blocks: [[right]] };
  const half = columnWidth(chosen.view, [1, 1], 0);
  const ranges = rangeFigure(chosen, of, half);
  const regret = regretFigure(chosen, of, assumed.draws, ranges ? half : chosen.view.width);
  return [
    pair(tornadoFigure(chosen, assumed, of, wide), informationFigure(chosen, assumed, of, slim)),
    ranges ? { kind: "columns", blocks: [[ranges], [regret]] } : regret,
  ];
}

/** The command that was run, with draws. */
function noDraws(data: ReportData, lang: Lang): Empty {
  const scenario = /\brun\s+(?:"([^"]+)"|'([^']+)'|(\S+))/.exec(data.study.command);
  const name = scenario?.[1] ?? scenario?.[2] ?? scenario?.[3] ?? "SCENARIO";
  return {
    kind: "empty",
    title: words.no_draws_title[lang],
    why: words.no_draws_why[lang],
    command: `coopsim run ${/\s/.test(name) ? `"${name}"` : name} --set run.draws=40 -o drawn.h5`,
  };
}

function leadOf(chosen: Chosen, of: AssumptionsOf): string {
  const { data, lang, metric, place } = chosen;
  const assumed = data.assumptions;
  const all = assumed ? movers(assumed, of, place) : [];
  const turning = all.find((mover) => mover.turns);
  const one = turning ?? all[0];
  const written = writtenBy(metric, [[of.low[place] ?? null, of.high[place] ?? null]], lang);
  const unknown = one ? withSection(one.unknown, lang) : "";
  const share = of.share_above[place] ?? null;
  const values = {
    policy: chosen.name,
    metric: metricPhrase(metric, lang),
    base: chosen.base,
    unknown,
    unknown_iga: withParticle(unknown, "이/가"),
    low: written.full(one?.low ?? null),
    high: written.full(one?.high ?? null),
    share: inHundred(share) ?? nothing,
    draws: assumed?.draws ?? 0,
  };
  const sentences = [turning ? words.turns : words.stays, ...(one ? [words.ends] : []), share === 1 ? words.always : share === 0 ? words.never : words.together];
  return sentences.map((text) => capital(filled(text, lang, values))).join(" ");
}

