// SPDX-License-Identifier: Apache-2.0
// Who is better off and who is worse off than the same firm under today's policy: shares of firms by
// service, size, sector and region, with how much they gain and lose on the mean. Levels of the file:
// in the baseline itself they are zero.
import { twoWays, type TwoWays } from "../charts/two_ways";
import { columnWidth } from "../charts/theme";
import type { Named, Num, Text } from "../data";
import type { Block, Table, View } from "../section";
import { decimal, isNumber } from "../text/numbers";
import { withParticle } from "../text/particles";
import { filled } from "../text/words";
import { baselinePlace, capital, runAgain, side } from "./beside";
import { labelOf, levelsOf } from "./by_group";
import type { TotalSplit } from "./splits";

const words = {
  gain: { en: "better off", ko: "더 나음" },
  loss: { en: "worse off", ko: "더 못함" },
  service: { en: "Served and unserved firms", ko: "수혜기업과 비수혜기업" },
  size_class: { en: "By size of firm", ko: "기업 규모" },
  sector: { en: "By sector", ko: "업종" },
  region: { en: "By region", ko: "지역" },
  title: {
    en: "{heading}: the share of losers is largest among {group} ({value})",
    ko: "{heading}: 더 못한 기업의 비율은 ‘{group}’에서 가장 높다({value})",
  },
  title_none: { en: "{heading}: no firm is worse off", ko: "{heading}: 더 못한 기업이 없다" },
  subtitle: {
    en: "% of firms whose productivity is higher or lower than the same firm’s under {base}, {year}",
    ko: "같은 기업의 {base} 때와 견주어 생산성이 높은 기업과 낮은 기업(%), {year}년",
  },
  subtitle_service: {
    en: "% of firms whose productivity is higher or lower than the same firm’s under {base}, {year}; in brackets the mean gain and loss",
    ko: "같은 기업의 {base} 때와 견주어 생산성이 높은 기업과 낮은 기업(%), {year}년. 괄호는 평균 이득과 손실",
  },
  caption_service: {
    en: "Served: by either of the two policies, so a firm that {base} would have served and this one does not is a served firm that loses. Changes below .1% count as none.",
    ko: "두 정책 가운데 하나라도 지원한 기업이 수혜기업이다. 그래서 {base}에서는 지원을 받았으나 이 정책에서는 받지 못하는 기업은 ‘더 못한 수혜기업’이 된다. 0.1% 미만의 변화는 세지 않는다.",
  },
  alone: { en: "{name} is what firms are compared with: no firm gains or loses.", ko: "{name_iga} 비교 기준이므로 이득도 손실도 없다." },
  lacking: { en: "The result file does not say which firms gain and lose.", ko: "결과 파일에 이득 기업과 손실 기업 기록이 없다." },
  label: { en: "{title}. {parts}.", ko: "{title}. {parts}." },
  part: { en: "{name}: {gaining}% better off, {losing}% worse off", ko: "{name} 더 나음 {gaining}%, 더 못함 {losing}%" },
  group: { en: "Group", ko: "집단" },
  gaining: { en: "Better off (%)", ko: "더 나음(%)" },
  losing: { en: "Worse off (%)", ko: "더 못함(%)" },
  mean_gain: { en: "Mean gain (%)", ko: "평균 이득(%)" },
  mean_loss: { en: "Mean loss (%)", ko: "평균 손실(%)" },
} satisfies Record<string, Text>;

export type MoveAxis = "service" | "size_class" | "sector" | "region";

interface Moved {
  /** As in the file: "served firms". */
  label: string;
  name: string;
  gaining: number;
  losing: number;
  gain: Num;
  loss: Num;
}

function movedBy(view: View, axis: MoveAxis): Moved[] | null {
  const [gaining, losing] = (["firms_gaining", "firms_losing"] as const).map((id) => levelsOf(view, `${id}_by_${axis}`));
  if (!gaining || !losing) return null;
  const meanOf = (id: "mean_gain" | "mean_loss", at: number): Num =>
    axis === "service" || axis === "size_class" ? (levelsOf(view, `${id}_by_${axis}`)?.[at] ?? null) : null;
  const names: Named[] = view.data.axes[axis];
  return names.flatMap((_, at) => {
    const [up, down] = [gaining[at], losing[at]];
    if (!isNumber(up) || !isNumber(down)) return [];
    return [
      {
        label: labelOf(names, at, view),
        name: capital(labelOf(names, at, view)),
        gaining: up * 100,
        losing: down * 100,
        gain: meanOf("mean_gain", at),
        loss: meanOf("mean_loss", at),
      },
    ];
  });
}

/** The largest share of any policy and group: one scale whichever policy is chosen. */
function mostOf(view: View, axis: MoveAxis): number {
  const keys: TotalSplit[] = [`firms_gaining_by_${axis}`, `firms_losing_by_${axis}`];
  return Math.max(
    0,
    ...view.data.policies.flatMap((_, place) =>
      keys.flatMap((key) => (levelsOf(view, key, place) ?? []).map((share) => (share ?? 0) * 100)),
    ),
  );
}

function named(view: View): Record<string, string> {
  const name = side(view, view.policy).short;
  return { name, name_iga: withParticle(name, "이/가") };
}

/** Percent of productivity: mostly below ten. */
const mean = (value: number): string => decimal(value, value < 1 ? 2 : 1);
const share = (value: number): string => decimal(value, value < 10 ? 1 : 0);

export function movesBy(view: View, axis: MoveAxis, weights: number[], at: number): Block {
  const { data, lang } = view;
  const heading = words[axis][lang];
  const base = baselinePlace(data);
  const found = base < 0 ? null : movedBy(view, axis);
  if (data.policies[view.policy]?.baseline) return { kind: "empty", title: heading, why: filled(words.alone, lang, named(view)) };
  if (!found || found.length === 0) return { kind: "empty", title: heading, why: words.lacking[lang], command: runAgain(data) };
  const detailed = axis === "service";
  const rows: TwoWays[] = found.map((one) => ({
    name: one.name,
    gaining: one.gaining,
    losing: one.losing,
    tip: partOf(view, one),
    gainText: share(one.gaining) + (detailed && isNumber(one.gain) ? ` (+${mean(one.gain)}%)` : ""),
    lossText: share(one.losing) + (detailed && isNumber(one.loss) ? ` (−${mean(one.loss)}%)` : ""),
  }));
  const title = titleOf(view, heading, found);
  const baseName = side(view, base).inText;
  return {
    kind: "figure",
    id: `who-moves-${axis}`,
    title,
    subtitle: filled(words[detailed ? "subtitle_service" : "subtitle"], lang, { base: baseName, year: data.study.last_policy_year }),
    spec: twoWays(
      rows,
      mostOf(view, axis),
      { gain: words.gain[lang], loss: words.loss[lang] },
      { width: columnWidth(view, weights, at), printing: view.printing },
    ),
    label: filled(words.label, lang, { title, parts: found.map((one) => partOf(view, one)).join("; ") }),
    table: tableOf(view, found, detailed || axis === "size_class"),
    ...(detailed ? { caption: filled(words.caption_service, lang, { base: baseName }) } : {}),
  };
}

const partOf = (view: View, one: Moved): string =>
  filled(words.part, view.lang, { name: one.name, gaining: share(one.gaining), losing: share(one.losing) });

function titleOf(view: View, heading: string, found: Moved[]): string {
  const worst = [...found].sort((a, b) => b.losing - a.losing)[0];
  if (!worst || worst.losing <= 0) return filled(words.title_none, view.lang, { heading });
  return filled(words.title, view.lang, { heading, group: worst.label, value: `${share(worst.losing)}%` });
}

function tableOf(view: View, found: Moved[], means: boolean): Table {
  const { lang } = view;
  const heads = [words.gaining, words.losing, ...(means ? [words.mean_gain, words.mean_loss] : [])];
  const cell = (value: Num) => (value === null ? null : decimal(value, 2));
  return {
    columns: [{ label: words.group[lang], numeric: false }, ...heads.map((head) => ({ label: head[lang], numeric: true }))],
    rows: found.map((one) => [one.name, cell(one.gaining), cell(one.losing), ...(means ? [cell(one.gain), cell(one.loss)] : [])]),
  };
}
