// SPDX-License-Identifier: Apache-2.0
// Where: two tile maps of Korea's regions, of the effect and of coverage, chosen policy less today's.
import { tileMap, type Tile } from "../charts/tile_map";
import { columnWidth } from "../charts/theme";
import type { Metric, Text } from "../data";
import type { Block, View } from "../section";
import { amount, metricInterval, metricOf, metricUnit } from "../text/metrics";
import { withParticle } from "../text/particles";
import { filled, listed } from "../text/words";
import { baselinePlace, runAgain, side, withheldBecause } from "./beside";
import { differences, everyDifference, labelOf, levelsOf, type GroupDifference } from "./by_group";
import type { TotalSplit } from "./splits";

const words = {
  gains: { en: "gains", ko: "얻음" },
  losses: { en: "loses", ko: "잃음" },
  wider: { en: "more firms", ko: "늘어남" },
  narrower: { en: "fewer firms", ko: "줄어듦" },
  unclear: { en: "cannot tell", ko: "판단 불가" },
  equal: { en: "practically equal", ko: "사실상 같음" },
  partner: { en: "meets {name}", ko: "↔ {name}" },
  map_alone: {
    en: "The policy chosen is {name}: there is no difference to map.",
    ko: "고른 정책이 비교 기준({name})이어서 지도에 그릴 차이가 없다.",
  },
  map_lacking: { en: "The result file does not hold this response by region.", ko: "결과 파일에 지역별 값이 없다." },
  effect_heading: { en: "Effect on productivity by region", ko: "지역별 생산성 효과" },
  coverage_heading: { en: "Firms reached by region", ko: "지역별 수혜 기업 비율" },
  effect_most: {
    en: "Productivity: of {n} regions with a clear gain it is largest in {region} ({value})",
    ko: "생산성 효과가 뚜렷이 늘어나는 {n}개 지역 가운데 {region_iga} 가장 크다({value})",
  },
  coverage_most: {
    en: "Reach: of {n} regions with a clear rise it is largest in {region} ({value})",
    ko: "수혜 기업 비율이 뚜렷이 늘어나는 {n}개 지역 가운데 {region_iga} 가장 크다({value})",
  },
  effect_one: {
    en: "Productivity: the only clear gain is in {region} ({value})",
    ko: "생산성 효과가 뚜렷이 늘어나는 지역은 {region}뿐이다({value})",
  },
  coverage_one: {
    en: "Reach: the only clear rise is in {region} ({value})",
    ko: "수혜 기업 비율이 뚜렷이 늘어나는 지역은 {region}뿐이다({value})",
  },
  effect_none: { en: "Productivity: no region clearly gains", ko: "생산성 효과가 뚜렷이 늘어나는 지역은 없다" },
  coverage_none: { en: "Reach: it clearly grows in no region", ko: "수혜 기업 비율이 뚜렷이 늘어나는 지역은 없다" },
  effect_all: { en: "Productivity: all regions clearly lose", ko: "생산성 효과는 모든 지역에서 뚜렷이 줄어든다" },
  coverage_all: { en: "Reach: it clearly shrinks in all regions", ko: "수혜 기업 비율은 모든 지역에서 뚜렷이 줄어든다" },
  effect_less: {
    en: "Productivity: no region clearly gains, {regions} clearly lose",
    ko: "생산성 효과가 뚜렷이 늘어나는 지역은 없고, {regions}에서는 뚜렷이 줄어든다",
  },
  coverage_less: {
    en: "Reach: it clearly shrinks in {regions} and clearly grows nowhere",
    ko: "수혜 기업 비율이 뚜렷이 늘어나는 지역은 없고, {regions}에서는 뚜렷이 줄어든다",
  },
  effect_subtitle: {
    en: "Mean over all eligible firms of the region, {year}, {name} less {base} ({unit}). Small: partner region in Japan",
    ko: "지역의 모든 대상 기업 평균, {year}년, {name_gwa} {base}의 차이({unit}). 작은 글씨: 일본 협력 지역",
  },
  coverage_subtitle: {
    en: "Share of firms that ever had a trainee back or an adviser, {year}, {name} less {base} ({unit}). Small: level under both",
    ko: "연수생이 다녀왔거나 기술고문을 만난 기업의 비율, {year}년, {name_gwa} {base}의 차이({unit}). 작은 글씨: 두 정책의 비율",
  },
  caption: {
    en: "Dashed: the 95% interval of this region alone holds zero. Seen over several regions at once, one may leave zero by chance.",
    ko: "점선: 그 지역만 따로 구한 95% 신뢰구간이 0을 포함한다. 여러 지역을 한꺼번에 보면 우연히 0을 벗어나는 곳이 있을 수 있다.",
  },
  equal_note: {
    en: "Grey, “=”: certain to be less than {delta}, practically equal.",
    ko: "회색(=): 차이가 {delta}보다 작은 것이 분명해 사실상 같다.",
  },
  withheld: { en: "No verdict: {reason}; all tiles are left open.", ko: "판정하지 않는다: {reason}. 그래서 모든 칸을 비워 두었다." },
  label: { en: "{title}. {parts}.", ko: "{title}. {parts}." },
  region: { en: "Region", ko: "지역" },
  partner_head: { en: "Partner in Japan", ko: "일본 협력 지역" },
  difference: { en: "Difference", ko: "차이" },
  interval: { en: "95% interval", ko: "95% 신뢰구간" },
} satisfies Record<string, Text>;

interface Mapped {
  key: TotalSplit;
  metric: string;
  kind: "effect" | "coverage";
}
const maps: Record<"effect" | "coverage", Mapped> = {
  effect: { key: "productivity_effect_by_region", metric: "productivity_effect", kind: "effect" },
  coverage: { key: "coverage_by_region", metric: "coverage", kind: "coverage" },
};

export function regionMap(view: View, kind: "effect" | "coverage", weights: number[], at: number): Block {
  const { data, lang } = view;
  const { key, metric: id } = maps[kind];
  const metric = metricOf(data, id);
  const found = differences(view, key);
  const base = baselinePlace(data);
  if (!metric || !found || base < 0) {
    const alone = data.policies[view.policy]?.baseline === true;
    const why = alone ? filled(words.map_alone, lang, { name: side(view, view.policy).short }) : words.map_lacking[lang];
    return { kind: "empty", title: words[`${kind}_heading`][lang], why, ...(alone ? {} : { command: runAgain(data) }) };
  }
  const name = side(view, view.policy).short;
  const values = {
    name,
    name_gwa: withParticle(name, "과/와"),
    base: side(view, base).inText,
    year: data.study.last_policy_year,
    unit: metricUnit(metric, lang, { sign: true }),
  };
  const title = titleOf(view, metric, kind, found);
  const tiles = found.map((one) => tileOf(view, metric, kind, one));
  const limit = Math.max(...everyDifference(view, key).map((one) => Math.abs(one.mean)));
  const said = kind === "effect" ? [words.gains, words.losses] : [words.wider, words.narrower];
  return {
    kind: "figure",
    id: `who-map-${kind}`,
    title,
    subtitle: filled(words[`${kind}_subtitle`], lang, values),
    spec: tileMap(
      tiles,
      limit,
      {
        gain: said[0]![lang],
        loss: said[1]![lang],
        unclear: words.unclear[lang],
        equal: tiles.some((tile) => tile.way === "equal") ? words.equal[lang] : "",
      },
      { width: columnWidth(view, weights, at), printing: view.printing },
    ),
    label: filled(words.label, lang, {
      title,
      parts: tiles.map((tile) => `${tile.name} ${tile.way === "unclear" ? words.unclear[lang] : tile.text}`).join(", "),
    }),
    table: {
      columns: [
        { label: words.region[lang], numeric: false },
        { label: words.partner_head[lang], numeric: false },
        { label: side(view, base).short, numeric: true },
        { label: name, numeric: true },
        { label: `${words.difference[lang]} (${values.unit})`, numeric: true },
        { label: words.interval[lang], numeric: true },
      ],
      rows: found.map((one) => [
        labelOf(data.axes.region, one.at, view),
        data.axes.region[one.at]?.partner[lang] ?? "",
        amount(levelsOf(view, key, base)?.[one.at] ?? null, metric, lang, { more: 1 }),
        amount(levelsOf(view, key)?.[one.at] ?? null, metric, lang, { more: 1 }),
        amount(one.mean, metric, lang, { bare: true, sign: true, more: 1 }),
        metricInterval(one.low, one.high, metric, lang, { more: 1 }),
      ]),
    },
    caption: withheldBecause(view)
      ? filled(words.withheld, lang, { reason: withheldBecause(view) })
      : words.caption[lang] + equalNote(view, metric, found),
  };
}

function tileOf(view: View, metric: Metric, kind: "effect" | "coverage", one: GroupDifference): Tile {
  const { data, lang } = view;
  const region = data.axes.region[one.at]!;
  const value = amount(one.mean, metric, lang, { sign: true });
  return {
    id: region.id,
    name: region.label[lang],
    below: kind === "effect" ? filled(words.partner, lang, { name: region.partner[lang] }) : levelsText(view, metric, one.at),
    value: one.mean,
    way: one.way,
    text: `${value}${{ unclear: " ?", equal: " =", more: "", less: "" }[one.way]}`,
    tip: `${region.label[lang]}\n${value}\n95%: ${metricInterval(one.low, one.high, metric, lang, { withUnit: true })}`,
  };
}

/** "12% → 10%": today's level and the chosen policy's. */
function levelsText(view: View, metric: Metric, at: number): string {
  const level = (policy: number) => amount(levelsOf(view, maps.coverage.key, policy)?.[at] ?? null, metric, view.lang);
  return `${level(baselinePlace(view.data))} → ${level(view.policy)}`;
}

/** " Grey: ...": what practically equal means; "" where no region is. */
function equalNote(view: View, metric: Metric, found: GroupDifference[]): string {
  if (!found.some((one) => one.way === "equal")) return "";
  return ` ${filled(words.equal_note, view.lang, { delta: amount(metric.least_meaningful, metric, view.lang) })}`;
}

function titleOf(view: View, metric: Metric, kind: "effect" | "coverage", found: GroupDifference[]): string {
  const { data, lang } = view;
  if (withheldBecause(view)) return words[`${kind}_heading`][lang];
  const name = (one: GroupDifference) => labelOf(data.axes.region, one.at, view);
  const gains = found.filter((one) => one.way === "more").sort((a, b) => b.mean - a.mean);
  const up = gains[0];
  const down = found.filter((one) => one.way === "less");
  if (up)
    return filled(words[`${kind}_${gains.length > 1 ? "most" : "one"}`], lang, {
      n: gains.length,
      region: name(up),
      region_iga: withParticle(name(up), "이/가"),
      value: amount(up.mean, metric, lang, { sign: true }),
    });
  if (down.length === found.length) return words[`${kind}_all`][lang];
  if (down.length) return filled(words[`${kind}_less`], lang, { regions: listed(down.map(name), lang) });
  return words[`${kind}_none`][lang];
}

/** For the lead: how many regions clearly gain and lose. */
export function regionCounts(view: View): { all: number; up: number; down: number; equal: number } | null {
  const found = differences(view, maps.effect.key);
  if (!found) return null;
  const of = (way: GroupDifference["way"]) => found.filter((one) => one.way === way).length;
  return { all: found.length, up: of("more"), down: of("less"), equal: of("equal") };
}
