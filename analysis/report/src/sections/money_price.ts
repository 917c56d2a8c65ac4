// SPDX-License-Identifier: Apache-2.0
// What more effect costs: who is the best buy at which worth of a unit of the headline metric, and the
// standing of every policy by cost and effect. All of it comes from the program's comparison.
import { acceptability, type Curve } from "../charts/acceptability";
import { tickText } from "../charts/canvas";
import { columnWidth } from "../charts/theme";
import type { Lang, Metric, Num, Text } from "../data";
import type { Block, Empty, Table, TableBlock, View } from "../section";
import { amount, metricInterval, metricOf, metricUnit } from "../text/metrics";
import { decimal, digitsFor, interval, isNumber, quantity, unitDivisor, unitLabel, years } from "../text/numbers";
import { filled, today } from "../text/words";
import { allSides, capital, side, titled, runAgain } from "./beside";

const words = {
  heading: { en: "Which policy is the best buy?", ko: "들인 돈에 비해 어느 안이 가장 나은가?" },
  one_best: {
    en: "{Name} has the highest mean net benefit whatever {unit} of the effect is worth, up to {last}",
    ko: "효과 {unit}의 값을 {last}까지 어떻게 보더라도 {name}의 평균 순편익이 가장 크다",
  },
  switches: {
    en: "Which policy is the best buy depends on what {unit} of the effect is worth: {parts}",
    ko: "효과 {unit}의 값을 얼마로 보는지에 따라 가장 나은 안이 달라진다: {parts}",
  },
  below: { en: "{name} below {value}", ko: "{value} 미만은 {name}" },
  from: { en: "{name} from {value}", ko: "{value}부터 {name}" },
  subtitle: {
    en: "Share of replications in which a policy has the highest net benefit (%), by the worth of {unit}. Bold: highest on average. Grey: nowhere the best.",
    ko: "그 값에서 순편익이 가장 큰 반복의 비율(%). 굵은 구간: 평균 순편익이 가장 큰 안. 회색: 어디서도 최선이 아닌 안",
  },
  axis: { en: "worth of {unit} of {metric} ({money})", ko: "{metric} {unit}의 값({money})" },
  caption: {
    en: "Public money against {metric} over {period}. The share says how often worlds differ, not how sure the mean is; the worth is a choice, not a finding.",
    ko: "{period} 공공 비용과 {metric}만 견준다. 비율은 모의한 세계마다 결과가 갈리는 정도이지 평균의 확실성이 아니다. 효과의 값은 모형의 결과가 아니라 정하는 사람의 선택이다.",
  },
  label: { en: "{title}. At the highest worth shown the shares are: {ends}.", ko: "{title}. 가장 높은 값에서의 비율은 {ends}." },
  nobody: {
    en: "Nobody is ranked by cost and effect: {why}.",
    ko: "비용과 효과로 순위를 매기지 않았다. {why}.",
  },
  few: { en: "fewer than 30 replications ({n})", ko: "반복이 30회보다 적다({n}회)" },
  not_modelled: { en: "money of programmes that are not modelled lapses", ko: "아직 모형에 없는 사업의 돈이 불용된다" },
  other: { en: "values are missing, or there is one policy only", ko: "값이 빠졌거나 정책이 하나뿐이다" },
  table_title: { en: "What {unit} more of effect costs", ko: "효과를 {unit} 더 얻는 데 드는 돈" },
  table_subtitle: {
    en: "Public money more and effect more than {base}, {period}, by cost. The last column is against the next cheaper policy on the frontier.",
    ko: "{period} {base} 대비 공공 비용과 효과의 차이, 싼 순서. 마지막 열은 효율선에서 바로 앞의(더 싼) 안과 견준 값",
  },
  policy: { en: "Policy", ko: "정책" },
  more_cost: { en: "Public cost", ko: "공공 비용" },
  more_effect: { en: "Effect", ko: "효과" },
  standing: { en: "Standing", ko: "위치" },
  ratio: { en: "Cost of {unit} more", ko: "{unit} 더 얻는 비용" },
  cheapest: { en: "cheapest", ko: "가장 싸다" },
  on_frontier: { en: "on the frontier: more effect for more money", ko: "효율선 위: 돈을 더 들여 효과를 더 얻는다" },
  dominated: { en: "another costs no more and brings no less", ko: "더 들지 않으면서 효과가 못지않은 다른 안이 있다" },
  extendedly_dominated: { en: "a mix of two others brings as much for less", ko: "다른 두 안을 섞으면 더 싸게 얻는다" },
  equal: { en: "equal to another in both", ko: "비용과 효과가 다른 안과 같다" },
  not_ranked: { en: "not ranked", ko: "순위를 매기지 않음" },
} satisfies Record<string, Text>;

const standings = ["cheapest", "on_frontier", "dominated", "extendedly_dominated", "equal"] as const;
type Standing = (typeof standings)[number];
const isStanding = (id: string): id is Standing => (standings as readonly string[]).includes(id);

/** "1 bp", "1bp". */
const oneUnit = (metric: Metric, lang: Lang): string => (lang === "ko" ? `1${metricUnit(metric, lang)}` : `1 ${metricUnit(metric, lang)}`);

/** Worth of a unit: few figures. */
const worth = (value: number, lang: Lang): string => quantity(value, "KRW thousand", lang);

/** Of the columns of its row, and which is its own. */
export function bestBuy(view: View, weights: number[], at: number): Block {
  const { data, lang } = view;
  const curve = data.economics?.acceptability;
  const metric = metricOf(data, data.headline);
  if (!curve || !metric || curve.values.length < 2) return nobody(view);
  const divide = unitDivisor("KRW thousand", lang);
  const sides = curve.choices.map((place) => side(view, place));
  const curves: Curve[] = sides.map((one, choice) => ({
    name: titled(one),
    colour: one.colour,
    chosen: one.chosen && !one.baseline,
    shares: curve.share.map((row) => (row[choice] ?? 0) * 100),
    best: curve.best.map((best) => best === choice),
  }));
  const unit = oneUnit(metric, lang);
  const period = years(data.study.period, lang);
  const title = titleOf(view, metric);
  const lastShares = curves.map((one) => `${one.name} ${decimal(one.shares[one.shares.length - 1] ?? 0, 0)}%`).join(", ");
  return {
    kind: "figure",
    id: "money-best-buy",
    title,
    subtitle: filled(words.subtitle, lang, { unit }),
    spec: acceptability(
      curve.values.map((value) => value / divide),
      curves,
      filled(words.axis, lang, { unit, metric: metric.label[lang], money: unitLabel("KRW thousand", lang) }),
      (value) => tickText(value),
      { width: columnWidth(view, weights, at), printing: view.printing },
    ),
    label: filled(words.label, lang, { title, ends: lastShares }),
    table: shareTable(view, curves, unit),
    caption: filled(words.caption, lang, { metric: metric.label[lang], period }),
  };
}

/** Runs of values with the same best policy, each from where it begins. */
function titleOf(view: View, metric: Metric): string {
  const { data, lang } = view;
  const curve = data.economics!.acceptability!;
  const unit = oneUnit(metric, lang);
  const name = (choice: number) => side(view, curve.choices[choice] ?? 0).inText;
  const starts = curve.best.flatMap((best, at) => (at === 0 || best !== curve.best[at - 1] ? [{ best, at }] : []));
  if (starts.length === 1) {
    const only = name(starts[0]!.best);
    return filled(words.one_best, lang, {
      unit,
      name: only,
      Name: capital(only),
      last: worth(curve.values[curve.values.length - 1]!, lang),
    });
  }
  const parts = starts.map(({ best }, k) =>
    filled(k === 0 ? words.below : words.from, lang, {
      name: name(best),
      value: worth(thresholdOf(view, starts[Math.max(1, k)]!), lang),
    }),
  );
  return filled(words.switches, lang, { unit, parts: parts.join(", ") });
}

/** From where on a policy is the best: its ratio on the frontier, which lies between two values. */
function thresholdOf(view: View, { best, at }: { best: number; at: number }): number {
  const { values, choices } = view.data.economics!.acceptability!;
  const [before, from] = [values[at - 1] ?? 0, values[at]!];
  const ratio = view.data.comparison[view.data.headline]?.[choices[best] ?? -1]?.cost_ratio ?? null;
  return isNumber(ratio) && ratio >= before && ratio <= from ? ratio : from;
}

function nobody(view: View): Empty {
  const { data, lang } = view;
  const few = data.study.replications < 30;
  const why = few
    ? filled(words.few, lang, { n: data.study.replications })
    : data.study.share_not_modelled > 0
      ? words.not_modelled[lang]
      : words.other[lang];
  const command = few ? { command: runAgain(data, " --replications 64") } : {};
  return { kind: "empty", title: words.heading[lang], why: filled(words.nobody, lang, { why }), ...command };
}

function shareTable(view: View, curves: Curve[], unit: string): Table {
  const { lang } = view;
  const { values } = view.data.economics!.acceptability!;
  const every = Math.max(1, Math.ceil(values.length / 25));
  return {
    columns: [{ label: unit, numeric: true }, ...curves.map((curve) => ({ label: `${curve.name} (%)`, numeric: true }))],
    rows: values.flatMap((value, at) =>
      at % every ? [] : [[worth(value, lang), ...curves.map((curve) => decimal(curve.shares[at]!, 0) + (curve.best[at] ? " ●" : ""))]],
    ),
  };
}

export function costStandings(view: View): TableBlock | null {
  const { data, lang } = view;
  const metric = metricOf(data, data.headline);
  const rows = data.comparison[data.headline];
  if (!metric || !rows || !rows.some((row) => isStanding(row.cost_standing))) return null;
  const unit = oneUnit(metric, lang);
  const cost = (place: number): Num => (data.policies[place]!.baseline ? 0 : (rows[place]?.more_cost ?? null));
  const shown = allSides(view)
    .filter((one) => !data.policies[one.place]!.stress && cost(one.place) !== null)
    .sort((a, b) => cost(a.place)! - cost(b.place)!);
  const digits = Math.min(
    2,
    Math.max(1, ...shown.map((one) => digitsFor(rows[one.place]!.more_cost_low, rows[one.place]!.more_cost_high, "KRW thousand", lang))),
  );
  return {
    kind: "table",
    id: "money-standing",
    title: filled(words.table_title, lang, { unit }),
    subtitle: filled(words.table_subtitle, lang, { base: today.name[lang], period: years(data.study.period, lang) }),
    table: {
      columns: [
        { label: words.policy[lang], numeric: false },
        { label: `${words.more_cost[lang]} (${unitLabel("KRW thousand", lang)}, 95%)`, numeric: true },
        { label: `${words.more_effect[lang]} (${metricUnit(metric, lang, { sign: true })}, 95%)`, numeric: true },
        { label: words.standing[lang], numeric: false },
        { label: filled(words.ratio, lang, { unit }), numeric: true },
      ],
      rows: shown.map((one) => standingRow(view, one.place, metric, titled(one), digits)),
    },
    tones: shown.map((one) => (one.chosen ? "chosen" : null)),
  };
}

function standingRow(view: View, place: number, metric: Metric, name: string, digits: number): (string | null)[] {
  const { data, lang } = view;
  const row = data.comparison[data.headline]![place]!;
  const standing = isStanding(row.cost_standing) ? row.cost_standing : "not_ranked";
  const base = data.policies[place]!.baseline;
  const places = Math.min(2, digitsFor(row.low, row.high, metric.unit, lang));
  const money = (value: Num, low: Num, high: Num) =>
    `${quantity(value, "KRW thousand", lang, { bare: true, sign: true, digits })} (${interval(low, high, "KRW thousand", lang, { digits })})`;
  return [
    name,
    base ? "–" : money(row.more_cost, row.more_cost_low, row.more_cost_high),
    base
      ? "–"
      : `${amount(row.difference, metric, lang, { bare: true, sign: true, digits: places })} (${metricInterval(row.low, row.high, metric, lang, { digits: places })})`,
    words[standing][lang],
    isNumber(row.cost_ratio) && standing === "on_frontier" ? worth(row.cost_ratio, lang) : "–",
  ];
}

/** For the lead: how the chosen policy stands, as a clause. */
export function standingSentence(view: View): string | null {
  const row = view.data.comparison[view.data.headline]?.[view.policy];
  if (!row || view.data.policies[view.policy]?.baseline || !isStanding(row.cost_standing)) return null;
  const said: Record<Standing, Text> = {
    cheapest: { en: "It is the cheapest of all.", ko: "모든 안 가운데 가장 싸다." },
    on_frontier: {
      en: "On average no policy brings more for the same money.",
      ko: "평균으로 보아 같은 돈으로 더 큰 효과를 내는 다른 안은 없다.",
    },
    dominated: { en: "Another policy costs no more and brings no less.", ko: "더 들지 않으면서 효과가 못지않은 다른 안이 있다." },
    extendedly_dominated: {
      en: "A mix of two other policies would bring as much for less.",
      ko: "다른 두 안을 섞으면 같은 효과를 더 싸게 얻는다.",
    },
    equal: { en: "Another policy costs and brings the same.", ko: "비용과 효과가 같은 다른 안이 있다." },
  };
  return said[row.cost_standing][view.lang];
}
