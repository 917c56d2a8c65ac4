// SPDX-License-Identifier: Apache-2.0
// mu* and sigma of every factor in one plane.
import { screeningPlane } from "../charts/screening_plane";
import { columnWidth } from "../charts/theme";
import type { Text } from "../data";
import type { Figure, View } from "../section";
import { isNumber } from "../text/numbers";
import { filled, listed } from "../text/words";
import { tableOf, tipOf } from "./sweep_bars";
import { figureOf, titled, writtenOf, type Asked } from "./sweep_parts";
import { tickText } from "./wrong_parts";

/** Names in the plane; all stand in the table. */
const named = 5;

const words = {
  alone: { en: "What the leading assumptions do hardly depends on the others", ko: "앞선 가정들의 영향은 다른 가정에 거의 좌우되지 않는다" },
  together: {
    en: "What {factors} does depends on the other assumptions, or is no straight line",
    ko: "다음 가정의 영향은 다른 가정에 좌우되거나 직선이 아니다: {factors}",
  },
  together_all: {
    en: "What {n} assumptions do depends on the others, or is no straight line",
    ko: "가정 {n}개의 영향은 다른 가정에 좌우되거나 직선이 아니다",
  },
  subtitle: {
    en: "To the right: how much it moves the result (mu*); upwards: how unevenly (sigma){unit}",
    ko: "오른쪽: 결과를 움직이는 크기(mu*), 위쪽: 그 고르지 않은 정도(sigma){unit}",
  },
  mu_star: { en: "mu*{unit}", ko: "mu*{unit}" },
  sigma: { en: "sigma{unit}", ko: "sigma{unit}" },
  equal: { en: "dashed: sigma = mu*", ko: "점선: sigma = mu*" },
  label: { en: "{title}. {n} assumptions; the largest mu* is that of {first}.", ko: "{title}. 가정 {n}개, mu*가 가장 큰 것은 {first}." },
  caption: {
    en: "Sigma cannot tell which of the two it is, and chance in the simulation is in it too.",
    ko: "둘 중 어느 쪽인지는 sigma로 알 수 없으며, 모의실험의 우연도 sigma에 들어 있다.",
  },
} satisfies Record<string, Text>;

export function planeOf(asked: Asked, view: View, weights: number[], at: number): Figure {
  const { lang, ranked } = asked;
  const written = writtenOf(asked);
  const factors = ranked.flatMap((one, place) => {
    const sigma = figureOf(asked, "sigma", one.axis);
    if (!isNumber(one.value) || !isNumber(sigma)) return [];
    return [{ name: titled(one.name), mu_star: written.scaled(one.value), sigma: written.scaled(sigma), tip: tipOf(asked, one), leading: place < named }];
  });
  const title = titleOf(asked, factors);
  const unit = { unit: written.inUnit };
  return {
    kind: "figure",
    id: "sweep_plane",
    title,
    subtitle: filled(words.subtitle, lang, unit),
    spec: screeningPlane(
      factors,
      asked.colour,
      { mu_star: filled(words.mu_star, lang, unit), sigma: filled(words.sigma, lang, unit), equal: words.equal[lang] },
      (value) => tickText(value),
      { width: columnWidth(view, weights, at), printing: view.printing },
    ),
    label: filled(words.label, lang, { title, n: factors.length, first: ranked[0]!.name }),
    table: tableOf(asked),
    caption: words.caption[lang],
  };
}

/** Of the leading ones, those above half the dashed line: a straight line alone has a sigma of 0. */
function titleOf({ lang }: Asked, factors: { name: string; mu_star: number; sigma: number; leading: boolean }[]): string {
  const uneven = factors.filter((one) => one.leading && one.sigma > one.mu_star / 2);
  const all = listed(uneven.map((one) => one.name), lang);
  if (uneven.length === 0) return words.alone[lang];
  return titled(filled(uneven.length === 1 ? words.together : words.together_all, lang, { factors: all, n: uneven.length }));
}
