// SPDX-License-Identifier: Apache-2.0
// Section "Who gains": regions, sizes and sectors, and the firms that are worse off.
import type { Lang, Text } from "../data";
import type { Section, View } from "../section";
import { decimal, isNumber } from "../text/numbers";
import { withParticle } from "../text/particles";
import { filled, listed } from "../text/words";
import { isAlone, side, withheldBecause } from "./beside";
import { regionCounts, regionMap } from "./who_maps";
import { effectBy } from "./who_groups";
import { movesBy } from "./who_moves";

const words = {
  title: { en: "Who gains, and who loses?", ko: "누가 더 얻고, 누가 잃나?" },
  regions: { en: "Under {name}, of {all} regions {parts}.", ko: "{name_eseo} {all}개 지역 가운데 {parts}." },
  all_up: { en: "all clearly gain", ko: "모든 곳이 뚜렷이 더 얻는다" },
  all_down: { en: "all clearly lose", ko: "모든 곳이 뚜렷이 잃는다" },
  all_unclear: { en: "for none it can be told whether it gains or loses", ko: "얻는지 잃는지 판단할 수 있는 곳이 없다" },
  all_equal: { en: "all are practically equal to today’s policy", ko: "모든 곳이 현행 유지와 사실상 같다" },
  one_equal: { en: "{n} is practically equal to today’s policy", ko: "{n}곳은 현행 유지와 사실상 같다" },
  some_equal: { en: "{n} are practically equal to today’s policy", ko: "{n}곳은 현행 유지와 사실상 같다" },
  one_up: { en: "{n} clearly gains", ko: "{n}곳은 뚜렷이 더 얻는다" },
  some_up: { en: "{n} clearly gain", ko: "{n}곳은 뚜렷이 더 얻는다" },
  one_down: { en: "{n} clearly loses", ko: "{n}곳은 뚜렷이 잃는다" },
  some_down: { en: "{n} clearly lose", ko: "{n}곳은 뚜렷이 잃는다" },
  some_unclear: { en: "for {n} it cannot be told", ko: "{n}곳은 판단할 수 없다" },
  firms: {
    en: "Of all firms {gaining}% are more productive than they would be under {base}, {losing}% less.",
    ko: "전체 기업의 {gaining}%는 {base} 때보다 생산성이 높고 {losing}%는 낮다.",
  },
  withheld: { en: "No verdict on regions and groups: {reason}.", ko: "지역과 집단의 차이는 판정하지 않는다: {reason}." },
  alone: {
    en: "{name} is what all others are compared with; choose another policy to see who gains and loses.",
    ko: "{name_eun} 다른 정책을 견주는 기준이다. 다른 정책을 고르면 누가 얻고 잃는지 보인다.",
  },
  nothing: { en: "The result file does not say who gains and loses.", ko: "결과 파일에 누가 얻고 잃는지의 기록이 없다." },
} satisfies Record<string, Text>;

function leadOf(view: View): string {
  const { data, lang } = view;
  const name = side(view, view.policy).inText;
  if (data.policies[view.policy]?.baseline || isAlone(view))
    return filled(words.alone, lang, { name, name_eun: withParticle(name, "은/는") });
  const counts = regionCounts(view);
  const [gaining, losing] = ["firms_gaining", "firms_losing"].map((id) => data.totals[id]?.mean[view.policy] ?? null);
  const base = data.policies.findIndex((policy) => policy.baseline);
  const percent = (share: number) => decimal(share * 100, share < 0.1 ? 1 : 0);
  const reason = withheldBecause(view);
  const said = [
    ...(reason ? [filled(words.withheld, lang, { reason })] : []),
    ...(!reason && counts && counts.all > 0
      ? [filled(words.regions, lang, { all: counts.all, name, name_eseo: `${name}에서는`, parts: regionParts(counts, lang) })]
      : []),
    ...(isNumber(gaining) && isNumber(losing)
      ? [filled(words.firms, lang, { gaining: percent(gaining), losing: percent(losing), base: side(view, base).inText })]
      : []),
  ];
  return said.length ? said.join(" ") : words.nothing[lang];
}

/** In Korean clauses before the last end in -고. */
function regionParts(counts: { all: number; up: number; down: number; equal: number }, lang: Lang): string {
  const rest = counts.all - counts.up - counts.down - counts.equal;
  if (counts.up === counts.all) return words.all_up[lang];
  if (counts.down === counts.all) return words.all_down[lang];
  if (counts.equal === counts.all) return words.all_equal[lang];
  if (rest === counts.all) return words.all_unclear[lang];
  const some: [number, Text][] = [
    [counts.up, counts.up === 1 ? words.one_up : words.some_up],
    [counts.down, counts.down === 1 ? words.one_down : words.some_down],
    [counts.equal, counts.equal === 1 ? words.one_equal : words.some_equal],
    [rest, words.some_unclear],
  ];
  const said = some.filter(([n]) => n > 0).map(([n, text]) => filled(text, lang, { n }));
  if (lang === "en") return listed(said, lang);
  return said.map((clause, at) => (at < said.length - 1 ? joined(clause) : clause)).join(" ");
}

/** "더 얻는다" -> "더 얻고", "없다" -> "없고". */
const joined = (clause: string): string => clause.replace(/는다$/u, "고").replace(/다$/u, "고");

export const whoGains: Section = {
  id: "who_gains",
  title: words.title,
  build: (view) => ({
    lead: leadOf(view),
    blocks: [
      { kind: "columns", blocks: [[regionMap(view, "effect", [1, 1], 0)], [regionMap(view, "coverage", [1, 1], 1)]] },
      { kind: "columns", blocks: [[effectBy(view, "size", [1, 1], 0)], [effectBy(view, "sector", [1, 1], 1)]] },
      { kind: "columns", blocks: [[movesBy(view, "service", [1, 1], 0)], [movesBy(view, "size_class", [1, 1], 1)]] },
      { kind: "columns", blocks: [[movesBy(view, "sector", [1, 1], 0)], [movesBy(view, "region", [1, 1], 1)]] },
    ],
  }),
};
