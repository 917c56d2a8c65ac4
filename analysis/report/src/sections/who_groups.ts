// SPDX-License-Identifier: Apache-2.0
// Which firms: the effect by size and by sector, chosen policy less today's, each with its interval.
import { tickText } from "../charts/canvas";
import { groupForest, type GroupRow } from "../charts/group_forest";
import { domain } from "../charts/marks";
import { columnWidth } from "../charts/theme";
import type { Metric, Named, Text } from "../data";
import type { Block, View } from "../section";
import { amount, metricInterval, metricOf, metricUnit } from "../text/metrics";
import { unitDivisor } from "../text/numbers";
import { filled } from "../text/words";
import { baselinePlace, capital, runAgain, side, withheldBecause } from "./beside";
import { differences, everyDifference, labelOf, levelsOf, type GroupDifference } from "./by_group";
import type { TotalSplit } from "./splits";

const words = {
  size_heading: { en: "Effect by size of firm", ko: "기업 규모별 생산성 효과" },
  sector_heading: { en: "Effect by sector", ko: "업종별 생산성 효과" },
  size_most: {
    en: "By size, the largest clear difference is in firms with {group} ({value})",
    ko: "규모별로 뚜렷한 차이 가운데 가장 큰 것은 {group} 기업이다({value})",
  },
  sector_most: {
    en: "By sector, the largest clear difference is in {group} ({value})",
    ko: "업종별로 뚜렷한 차이 가운데 가장 큰 것은 {group} 업종이다({value})",
  },
  none: { en: "{heading}: in no group can a difference be told", ko: "{heading}: 차이가 뚜렷한 집단이 없다" },
  subtitle: {
    en: "Mean over all eligible firms of the group, {year}, less {base} ({unit}); bar: 95% interval of the group alone",
    ko: "집단의 모든 대상 기업 평균, {year}년, {base} 대비 차이({unit}). 막대: 집단마다 따로 구한 95% 신뢰구간",
  },
  caption: {
    en: "Outlined: the interval holds zero. The more groups one looks at, the likelier one leaves zero by chance.",
    ko: "빈 막대: 구간이 0을 포함한다. 집단을 많이 볼수록 우연히 0을 벗어나는 집단이 나오기 쉽다.",
  },
  alone: {
    en: "The policy chosen is {name}: there is no difference to draw.",
    ko: "고른 정책이 비교 기준({name})이어서 그릴 차이가 없다.",
  },
  lacking: { en: "The result file does not hold the effect by these groups.", ko: "결과 파일에 집단별 효과가 없다." },
  equal_note: {
    en: "Grey: certain to be less than {delta}, practically equal.",
    ko: "회색: 차이가 {delta}보다 작은 것이 분명해 사실상 같다.",
  },
  withheld: { en: "No verdict: {reason}; all bars are left open.", ko: "판정하지 않는다: {reason}. 그래서 모든 막대를 비워 두었다." },
  label: { en: "{title}. {parts}.", ko: "{title}. {parts}." },
  group: { en: "Group", ko: "집단" },
  difference: { en: "Difference", ko: "차이" },
  interval: { en: "95% interval", ko: "95% 신뢰구간" },
} satisfies Record<string, Text>;

const groupings: Record<"size" | "sector", { key: TotalSplit; axis: "size_class" | "sector" }> = {
  size: { key: "productivity_effect_by_size_class", axis: "size_class" },
  sector: { key: "productivity_effect_by_sector", axis: "sector" },
};

export function effectBy(view: View, kind: "size" | "sector", weights: number[], at: number): Block {
  const { data, lang } = view;
  const { key, axis } = groupings[kind];
  const heading = words[`${kind}_heading`][lang];
  const metric = metricOf(data, "productivity_effect");
  const found = differences(view, key);
  const base = baselinePlace(data);
  if (!metric || !found || base < 0) {
    const alone = data.policies[view.policy]?.baseline === true;
    const why = alone ? filled(words.alone, lang, { name: side(view, view.policy).short }) : words.lacking[lang];
    return { kind: "empty", title: heading, why, ...(alone ? {} : { command: runAgain(data) }) };
  }
  const names = data.axes[axis];
  const rows = found.map((one) => rowOf(view, metric, names, one));
  const divide = unitDivisor(metric.unit, lang);
  const every = everyDifference(view, key).flatMap((one) => [one.mean, one.low ?? one.mean, one.high ?? one.mean]);
  const bounds = domain(
    [0, ...every].map((value) => value / divide),
    0.04,
  );
  const title = titleOf(view, metric, kind, names, found);
  return {
    kind: "figure",
    id: `who-${kind}`,
    title,
    subtitle: filled(words.subtitle, lang, {
      year: data.study.last_policy_year,
      base: side(view, base).inText,
      unit: metricUnit(metric, lang, { sign: true }),
    }),
    spec: groupForest(rows, bounds, (value) => tickText(value, true), {
      width: columnWidth(view, weights, at),
      printing: view.printing,
    }),
    label: filled(words.label, lang, { title, parts: rows.map((row) => `${row.name} ${row.text}`).join(", ") }),
    table: {
      columns: [
        { label: words.group[lang], numeric: false },
        { label: side(view, base).short, numeric: true },
        { label: side(view, view.policy).short, numeric: true },
        { label: `${words.difference[lang]} (${metricUnit(metric, lang, { sign: true })})`, numeric: true },
        { label: words.interval[lang], numeric: true },
      ],
      rows: found.map((one) => [
        labelOf(names, one.at, view),
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

function equalNote(view: View, metric: Metric, found: GroupDifference[]): string {
  if (!found.some((one) => one.way === "equal")) return "";
  return ` ${filled(words.equal_note, view.lang, { delta: amount(metric.least_meaningful, metric, view.lang) })}`;
}

function rowOf(view: View, metric: Metric, names: Named[], one: GroupDifference): GroupRow {
  const { lang } = view;
  const divide = unitDivisor(metric.unit, lang);
  const name = labelOf(names, one.at, view);
  const text = amount(one.mean, metric, lang, { bare: true, sign: true });
  const low = one.low ?? one.mean;
  const high = one.high ?? one.mean;
  return {
    name: capital(name),
    mean: one.mean / divide,
    low: low / divide,
    high: high / divide,
    way: one.way,
    text,
    tip: `${name}\n${amount(one.mean, metric, lang, { sign: true })}\n95%: ${metricInterval(low, high, metric, lang, { withUnit: true })}`,
  };
}

/** The clear difference that is largest in size, either way. */
function titleOf(view: View, metric: Metric, kind: "size" | "sector", names: Named[], found: GroupDifference[]): string {
  const { lang } = view;
  if (withheldBecause(view)) return words[`${kind}_heading`][lang];
  const clear = found.filter((one) => one.way === "more" || one.way === "less").sort((a, b) => Math.abs(b.mean) - Math.abs(a.mean))[0];
  if (!clear) return filled(words.none, lang, { heading: words[`${kind}_heading`][lang] });
  const group = labelOf(names, clear.at, view);
  return filled(words[`${kind}_most`], lang, { group, value: amount(clear.mean, metric, lang, { sign: true }) });
}
