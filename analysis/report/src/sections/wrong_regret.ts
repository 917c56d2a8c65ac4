// SPDX-License-Identifier: Apache-2.0
// Where would we be sorry: how far each policy falls behind the best of the same draw, and of the
// same replication, in the chosen metric.
import { regretGrid, type RegretColumn } from "../charts/regret_grid";
import type { AssumptionsOf, Num, Text } from "../data";
import type { Empty, Figure } from "../section";
import { metricPhrase } from "../text/metrics";
import { inHundred, isNumber, nothing } from "../text/numbers";
import { withParticle } from "../text/particles";
import { filled } from "../text/words";
import { badged, inOrder, writtenBy, type Chosen, type Written } from "./wrong_parts";

const words = {
  title: {
    en: "At its worst, {policy} leaves the least to regret ({value})",
    ko: "가장 크게 후회할 때에도 {policy}의 손해가 가장 작다({value})",
  },
  never: {
    en: "{policy} is the best in every {world}",
    ko: "{policy_eun} 모든 {world}에서 최선이다",
  },
  subtitle: {
    en: "How far below the best policy of the same {world}, in {metric}{unit}. ● 0: always the best. Darker: more to regret",
    ko: "같은 {world}의 최선안보다 {metric_iga} 얼마나 못한가{unit}. ● 0: 언제나 최선. 진할수록 후회가 크다",
  },
  draw: { en: "draw", ko: "추출" },
  replication: { en: "replication", ko: "반복" },
  both: { en: "draw or replication", ko: "추출·반복" },
  draws: { en: "If assumptions differ ({n} draws)", ko: "가정이 다를 때 (추출 {n}회)" },
  replications: { en: "If luck differs ({n} runs)", ko: "운이 다를 때 (반복 {n}회)" },
  most: { en: "most", ko: "최대" },
  mean: { en: "mean", ko: "평균" },
  best: { en: "best in", ko: "최선인 비율" },
  label: {
    en: "{title}. Largest regret of each policy: {list}.",
    ko: "{title}. 정책별 최대 후회: {list}.",
  },
  caption: {
    en: "The largest regret is that of a single {world}, and says nothing of how likely it is. Columns are shaded one by one.",
    ko: "최대 후회는 {world} 하나의 값이며, 그것이 얼마나 그럴듯한지는 말하지 않는다. 색은 열마다 따로 매겼다.",
  },
  none_title: { en: "No regret", ko: "후회를 계산하지 않았다" },
  none_why: {
    en: "Of {metric} nobody has said which way is better, so no policy is the best.",
    ko: "{metric_eun} 어느 쪽이 나은지 정해져 있지 않아 최선안이 없다.",
  },
  unranked_why: {
    en: "In {metric} no policy of this result was ranked: replications are too few, failed, or there is only one policy.",
    ko: "이 결과에서는 {metric} 기준으로 순위를 매기지 않았다. 반복이 적거나 실패했거나, 비교할 정책이 하나뿐이다.",
  },
  policy: { en: "Policy", ko: "정책" },
} satisfies Record<string, Text>;

interface Figures {
  largest: Num;
  mean: Num;
  share: Num;
}
interface Kind {
  heading: string;
  of(place: number): Figures;
}

export function regretFigure(chosen: Chosen, of: AssumptionsOf | null, draws: number, width: number): Figure | Empty {
  const { data, lang, metric, names, view } = chosen;
  const phrase = metricPhrase(metric, lang);
  const kinds = kindsOf(chosen, of, draws);
  const ranked = inOrder(data).filter((place) => kinds.some((kind) => isNumber(kind.of(place).largest)));
  const first = kinds[0];
  if (!first || ranked.length < 2)
    return {
      kind: "empty",
      title: words.none_title[lang],
      why: filled(metric.better === "unstated" ? words.none_why : words.unranked_why, lang, { metric: phrase, metric_eun: withParticle(phrase, "은/는") }),
    };
  const all = ranked.flatMap((place) => kinds.map((kind) => kind.of(place).largest)).filter(isNumber);
  const written = writtenBy(metric, [[0, Math.max(...all, 0) / 4]], lang);
  const world = (kinds.length > 1 ? words.both : of ? words.draw : words.replication)[lang];
  const title = titleOf(chosen, ranked, first, of ? words.draw[lang] : words.replication[lang], written);
  const columns = kinds.flatMap((kind): RegretColumn[] => [
    { group: kind.heading, heading: words.most[lang], shaded: true },
    { group: kind.heading, heading: words.mean[lang], shaded: true },
    { group: kind.heading, heading: words.best[lang], shaded: false },
  ]);
  const rows = ranked.map((place) => ({
    name: badged(data, place, names[place] ?? ""),
    chosen: place === chosen.place,
    cells: kinds.flatMap((kind) => cellsOf(kind, place, names[place] ?? "", written, lang)),
  }));
  const list = ranked.map((place) => `${names[place]} ${size(first.of(place).largest, written)}`).join(", ");
  return {
    kind: "figure",
    id: "regret",
    title,
    subtitle: filled(words.subtitle, lang, { world, metric: phrase, metric_iga: withParticle(phrase, "이/가"), unit: written.inUnit }),
    spec: regretGrid(columns, rows, { width, printing: view.printing }),
    label: filled(words.label, lang, { title, list }),
    table: tableOf(kinds, ranked, names, written, lang),
    caption: filled(words.caption, lang, { world }),
  };
}

function kindsOf({ data, lang, metric }: Chosen, of: AssumptionsOf | null, draws: number): Kind[] {
  const compared = data.comparison[metric.id] ?? [];
  const overDraws: Kind = {
    heading: filled(words.draws, lang, { n: draws }),
    of: (place) => ({
      largest: of?.regret_largest[place] ?? null,
      mean: of?.regret_mean[place] ?? null,
      share: of?.share_best[place] ?? null,
    }),
  };
  const overReplications: Kind = {
    heading: filled(words.replications, lang, { n: data.study.replications }),
    of: (place) => ({
      largest: compared[place]?.regret_largest ?? null,
      mean: compared[place]?.regret_mean ?? null,
      share: compared[place]?.share_best ?? null,
    }),
  };
  const any = (kind: Kind) => data.policies.some((_, place) => isNumber(kind.of(place).largest));
  return [...(of && any(overDraws) ? [overDraws] : []), ...(any(overReplications) ? [overReplications] : [])];
}

function titleOf({ lang, names }: Chosen, ranked: number[], kind: Kind, world: string, written: Written): string {
  const least = ranked.reduce((best, place) =>
    (kind.of(place).largest ?? Infinity) < (kind.of(best).largest ?? Infinity) ? place : best,
  );
  const policy = names[least] ?? "";
  const value = kind.of(least).largest;
  if (value === 0) return filled(words.never, lang, { policy, policy_eun: withParticle(policy, "은/는"), world });
  return filled(words.title, lang, { policy, value: written.full(value).replace(/^\+|(?<=\s)\+/, "") });
}

function size(value: Num, written: Written): string {
  return value === 0 ? "0" : written.size(value);
}
const shareText = (share: Num) => {
  const n = inHundred(share);
  return n === null ? nothing : `${n}%`;
};

function cellsOf(kind: Kind, place: number, name: string, written: Written, lang: Chosen["lang"]) {
  const { largest, mean, share } = kind.of(place);
  const cell = (value: Num, heading: Text) => ({
    value,
    text: value === 0 ? "● 0" : size(value, written),
    tip: `${name}\n${kind.heading}\n${heading[lang]}: ${size(value, written)} ${written.unit}`,
  });
  return [
    cell(largest, words.most),
    cell(mean, words.mean),
    { value: share, text: shareText(share), tip: `${name}\n${kind.heading}\n${words.best[lang]}: ${shareText(share)}` },
  ];
}

function tableOf(kinds: Kind[], ranked: number[], names: string[], written: Written, lang: Chosen["lang"]) {
  const exact = (value: Num) => written.exact(value).replace(/^\+/, "");
  return {
    columns: [
      { label: words.policy[lang], numeric: false },
      ...kinds.flatMap((kind) =>
        [`${words.most[lang]}${written.inUnit}`, `${words.mean[lang]}${written.inUnit}`, words.best[lang]].map((label) => ({
          label: `${kind.heading}: ${label}`,
          numeric: true,
        })),
      ),
    ],
    rows: ranked.map((place) => [
      names[place] ?? "",
      ...kinds.flatMap((kind) => {
        const { largest, mean, share } = kind.of(place);
        return [exact(largest), exact(mean), shareText(share)];
      }),
    ]),
  };
}
