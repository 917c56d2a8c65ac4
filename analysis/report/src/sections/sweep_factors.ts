// SPDX-License-Identifier: Apache-2.0
// Which factors of a sweep matter for the chosen response and policy, by the figures that the design
// allows.
import type { Text } from "../data";
import type { Block, Figure, Section, SectionContent, View } from "../section";
import { isNumber } from "../text/numbers";
import { barsOf } from "./sweep_bars";
import { askedOf, type Asked } from "./sweep_parts";
import { planeOf } from "./sweep_plane";
import { leadOf, warningsOf } from "./sweep_words";

/** A chart of fewer factors is as wide as the column. */
const weights = [1.25, 1];

const words = {
  missing: { en: "This sweep has no such response.", ko: "이 스윕에는 그런 반응변수가 없다." },
  none_title: { en: "No figures", ko: "계산된 값이 없다" },
  none_why: {
    en: "There are too few points with a value for this response and policy. More points or, where worlds failed, another try may help.",
    ko: "이 반응변수와 정책에는 값이 있는 설계점이 너무 적다. 설계점을 늘리거나, 실패한 세계가 있으면 다시 돌려 본다.",
  },
  own_level: {
    en: "Today’s policy has no difference from itself: this is its level.",
    ko: "현행 유지는 비교 기준이므로 차이가 없다. 여기서는 그 수준을 본다.",
  },
} satisfies Record<string, Text>;

export const sweepFactors: Section = {
  id: "sweep_factors",
  title: { en: "Which assumptions matter?", ko: "어느 가정이 중요한가?" },
  build,
};

function build(view: View): SectionContent {
  const asked = askedOf(view);
  if (!asked) return { lead: words.missing[view.lang], blocks: [] };
  const figures = figuresOf(asked, view);
  const blocks: Block[] = figures ?? [{ kind: "empty", title: words.none_title[view.lang], why: words.none_why[view.lang], command: "coopsim retry FOLDER" }];
  return { lead: leadOf(asked), blocks: [...ownLevel(asked, view), ...blocks] };
}

/** Said where the difference was asked for of the policy that differences are from. */
function ownLevel({ data, policy, lang }: Asked, view: View): Block[] {
  const unasked = data.policies[policy]?.baseline && !view.level && data.policies.length > 1;
  return unasked ? [{ kind: "notes", items: [{ text: words.own_level[lang] }] }] : [];
}

function figuresOf(asked: Asked, view: View): Block[] | null {
  if (!asked.ranked.some(({ value }) => isNumber(value))) return null;
  const warnings = warningsOf(asked);
  if (asked.method !== "screening") return [{ ...barsOf(asked, view, [1], 0), warnings }];
  const both: Figure[] = [{ ...barsOf(asked, view, weights, 0), warnings }, planeOf(asked, view, weights, 1)];
  return [{ kind: "columns", weights, blocks: both.map((one) => [one]) }];
}
