// SPDX-License-Identifier: Apache-2.0
// Section "Who gains": regions, sizes and sectors, and the firms that are worse off.
import type { Text } from "../data";
import type { Section, View } from "../section";
import { decimal, isNumber } from "../text/numbers";
import { withParticle } from "../text/particles";
import { filled } from "../text/words";
import { isAlone, side } from "./beside";
import { regionCounts, regionMap } from "./who_maps";
import { effectBy } from "./who_groups";
import { movesBy } from "./who_moves";

const words = {
  title: { en: "Who gains, and who loses?", ko: "누가 더 얻고, 누가 잃나?" },
  regions: {
    en: "Of {all} regions {up} clearly gain, {down} clearly lose, and for {rest} it cannot be told ({name}).",
    ko: "{all}개 지역 가운데 {up}곳이 뚜렷이 더 얻고 {down}곳이 뚜렷이 잃으며 {rest}곳은 판단할 수 없다({name}).",
  },
  firms: {
    en: "Of all firms {gaining}% are more productive than they would be under {base}, {losing}% less.",
    ko: "전체 기업의 {gaining}%는 {base} 때보다 생산성이 높고 {losing}%는 낮다.",
  },
  alone: { en: "{name} is what all others are compared with; choose another policy to see who gains and loses.", ko: "{name_eun} 다른 정책을 견주는 기준이다. 다른 정책을 고르면 누가 얻고 잃는지 보인다." },
  nothing: { en: "The result file does not say who gains and loses.", ko: "결과 파일에 누가 얻고 잃는지의 기록이 없다." },
} satisfies Record<string, Text>;

function leadOf(view: View): string {
  const { data, lang } = view;
  const name = side(view, view.policy).short;
  if (data.policies[view.policy]?.baseline || isAlone(view)) return filled(words.alone, lang, { name, name_eun: withParticle(name, "은/는") });
  const counts = regionCounts(view);
  const [gaining, losing] = ["firms_gaining", "firms_losing"].map((id) => data.totals[id]?.mean[view.policy] ?? null);
  const base = data.policies.findIndex((policy) => policy.baseline);
  const percent = (share: number) => decimal(share * 100, share < 0.1 ? 1 : 0);
  const said = [
    ...(counts ? [filled(words.regions, lang, { ...counts, rest: counts.all - counts.up - counts.down, name })] : []),
    ...(isNumber(gaining) && isNumber(losing)
      ? [filled(words.firms, lang, { gaining: percent(gaining), losing: percent(losing), base: side(view, base).short })]
      : []),
  ];
  return said.length ? said.join(" ") : words.nothing[lang];
}

export const whoGains: Section = {
  id: "who_gains",
  title: words.title,
  build: (view) => ({
    lead: leadOf(view),
    blocks: [
      { kind: "columns", blocks: [[regionMap(view, "effect", [1, 1], 0)], [regionMap(view, "coverage", [1, 1], 1)]] },
      { kind: "columns", blocks: [[effectBy(view, "size", [1, 1], 0)], [effectBy(view, "sector", [1, 1], 1)]] },
      movesBy(view, "service", [1], 0),
      {
        kind: "columns",
        blocks: (["size_class", "sector", "region"] as const).map((axis, at) => [movesBy(view, axis, [1, 1, 1], at)]),
      },
    ],
  }),
};
