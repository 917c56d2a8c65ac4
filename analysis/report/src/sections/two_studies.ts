// SPDX-License-Identifier: Apache-2.0
// Two studies side by side (`coopsim report A.h5 B.h5`): what each policy brings in one and in the
// other, in what the studies differ, and what may not be concluded from it.
import { rangeRows, type Range, type RangeRow } from "../charts/range_rows";
import { columnWidth, medium, policyColour } from "../charts/theme";
import type { Compared, Lang, Metric, ReportData, Text } from "../data";
import type { Block, Columns, Figure, Section, SectionContent, View } from "../section";
import { metricOf, metricPhrase } from "../text/metrics";
import { isNumber, nothing } from "../text/numbers";
import { withParticle } from "../text/particles";
import { verdictBrief } from "../text/verdicts";
import { filled, listed, shortNames, today } from "../text/words";
import { comparingNotes, parameterTable, termsTable, whyNotShared } from "./study_differences";
import { badged, inOrder, writtenBy, type Written } from "./wrong_parts";

/** Of the metrics that both studies offer; these before others. */
const most_metrics = 4;
const wanted = ["programme_exports", "small_firm_share", "budget_spent", "trainees_returned"];

const words = {
  lead: {
    en: "{policy} changes {metric} by {first} in the first study and by {second} in the second.",
    ko: "{policy}의 {metric} 차이는 첫째 연구에서 {first}, 둘째 연구에서 {second}이다.",
  },
  baseline_lead: {
    en: "Each study compares its policies with its own today’s policy.",
    ko: "각 연구는 정책을 그 연구의 현행 유지와 비교한다.",
  },
  missing_lead: {
    en: "The second study has no policy of the name {policy}. In both: {both}.",
    ko: "둘째 연구에는 {policy_iga} 없다. 두 연구에 모두 있는 정책: {both}.",
  },
  chance: {
    en: "Both figures are differences to today’s policy of the same study; their own difference has no paired interval{why}.",
    ko: "두 값 모두 같은 연구의 현행 유지와 비교한 차이이며, 두 값의 차이에는 짝지은 신뢰구간이 없다{why}.",
  },
  why: { en: " (random numbers are not shared)", ko: "(난수를 공유하지 않는다)" },
  none_lead: { en: "The studies have no policy or no metric in common.", ko: "두 연구에는 함께 있는 정책이나 지표가 없다." },
  title_same: { en: "{metric}: every verdict is the same in both studies", ko: "{metric}: 두 연구의 판정이 모두 같다" },
  title_other: { en: "{metric}: {n} of {all} verdicts differ", ko: "{metric}: 판정 {all}개 중 {n}개가 다르다" },
  title_none: { en: "{metric} in both studies", ko: "두 연구의 {metric}" },
  subtitle: {
    en: "Difference to today’s policy of the same study{unit}, simultaneous 95% intervals. Filled, above: first study. Outlined, below: second",
    ko: "같은 연구의 현행 유지와의 차이{unit}, 동시 95% 신뢰구간. 위의 채운 막대: 첫째 연구, 아래의 빈 막대: 둘째 연구",
  },
  label: { en: "{title}. {list}.", ko: "{title}. {list}." },
  pair: { en: "{policy}: first {first}, second {second}", ko: "{policy}: 첫째 {first}, 둘째 {second}" },
  tip: { en: "{policy}, {study}\n{mean}\n95%: {low} to {high}", ko: "{policy}, {study}\n{mean}\n95%: {low}~{high}" },
  first: { en: "First study", ko: "첫째 연구" },
  second: { en: "Second study", ko: "둘째 연구" },
  policy: { en: "Policy", ko: "정책" },
  ends: { en: "95% interval", ko: "95% 신뢰구간" },
  verdict: { en: "Verdict", ko: "판정" },
  no_title: { en: "Nothing to set side by side", ko: "나란히 놓을 것이 없다" },
  no_why: {
    en: "Policies are matched by their name in the scenario, metrics by their id; the two studies have none in common.",
    ko: "정책은 시나리오의 이름으로, 지표는 id로 맞춘다. 두 연구에 함께 있는 것이 없다.",
  },
} satisfies Record<string, Text>;

export const twoStudies: Section = {
  id: "two_studies",
  title: { en: "What differs between the two studies?", ko: "두 연구는 무엇이 다른가?" },
  build,
};

/** A policy in both studies: its places. */
interface Pair {
  name: string;
  first: number;
  second: number;
}

function build(view: View): SectionContent {
  const { data, other, lang } = view;
  if (!other) return { lead: "", blocks: [] };
  const pairs = pairsOf(data, other, lang);
  const metrics = sharedMetrics(data, other, view.metric);
  const between: Block[] = [comparingNotes(data, other, lang), termsTable(data, other, lang), parameterTable(data, other, lang)];
  if (pairs.length === 0 || metrics.length === 0)
    return { lead: words.none_lead[lang], blocks: [{ kind: "empty", title: words.no_title[lang], why: words.no_why[lang] }, ...between] };
  return { lead: leadOf(view, other, pairs), blocks: [...figureRows(view, other, metrics, pairs), ...between] };
}

function pairsOf(data: ReportData, other: ReportData, lang: Lang): Pair[] {
  const names = shortNames(data.policies, lang);
  return inOrder(data).flatMap((first) => {
    const policy = data.policies[first];
    const second = other.policies.findIndex((each) => each.id === policy?.id);
    if (!policy || policy.baseline || second < 0 || other.policies[second]?.baseline) return [];
    return [{ name: names[first] ?? policy.id, first, second }];
  });
}

/** The chosen metric first, then the headline and the others that both offer. */
function sharedMetrics(data: ReportData, other: ReportData, chosen: string): Metric[] {
  const both = [chosen, data.headline, ...wanted, ...data.offered].filter((id) => data.comparison[id] && other.comparison[id]);
  return [...new Set(both)].slice(0, most_metrics).flatMap((id) => {
    const metric = metricOf(data, id);
    return metric && metricOf(other, id)?.unit === metric.unit ? [metric] : [];
  });
}

function leadOf({ data, lang, metric: id, policy: place }: View, other: ReportData, pairs: Pair[]): string {
  const policy = data.policies[place];
  const metric = metricOf(data, id) ?? metricOf(data, data.headline);
  const shared = whyNotShared(data, other, lang).length === 0;
  const chance = filled(words.chance, lang, { why: shared ? "" : words.why[lang] });
  if (!policy || policy.baseline || !metric) return `${words.baseline_lead[lang]} ${chance}`;
  const pair = pairs.find((each) => each.first === place);
  const name = shortNames(data.policies, lang)[place] ?? policy.id;
  if (!pair) return filled(words.missing_lead, lang, { policy: name, policy_iga: withParticle(name, "이/가"), both: listed(pairs.map((each) => each.name), lang) });
  const [a, b] = [data.comparison[metric.id]?.[pair.first], other.comparison[metric.id]?.[pair.second]];
  const written = writtenBy(metric, endsOf([a, b]), lang);
  const values = { policy: name, metric: metricPhrase(metric, lang), first: written.full(a?.difference ?? null), second: written.full(b?.difference ?? null) };
  return `${filled(words.lead, lang, values)} ${chance}`;
}

const endsOf = (all: (Compared | undefined)[]): [number | null, number | null][] =>
  all.map((one) => [one?.low ?? null, one?.high ?? null]);

/** Two beside each other. */
function figureRows(view: View, other: ReportData, metrics: Metric[], pairs: Pair[]): Columns[] {
  const each = medium(view) === "phone" ? 1 : 2;
  const width = columnWidth(view, Array.from({ length: each }, () => 1), 0);
  const figures = metrics.map((metric) => figureOf(view, other, metric, pairs, width));
  const rows: Columns[] = [];
  for (let at = 0; at < figures.length; at += each) {
    const blocks: Block[][] = figures.slice(at, at + each).map((figure) => [figure]);
    while (blocks.length < each) blocks.push([]);
    rows.push({ kind: "columns", blocks });
  }
  return rows;
}

function figureOf(view: View, other: ReportData, metric: Metric, pairs: Pair[], width: number): Figure {
  const { data, lang } = view;
  const of = (pair: Pair) => [data.comparison[metric.id]?.[pair.first], other.comparison[metric.id]?.[pair.second]] as const;
  const written = writtenBy(metric, endsOf(pairs.flatMap((pair) => [...of(pair)])), lang);
  const title = titleOf(metric, pairs.map(of), lang);
  const rows = pairs.map((pair): RangeRow => {
    const [a, b] = of(pair);
    return {
      name: badged(data, pair.first, pair.name),
      colour: policyColour(data, pair.first),
      chosen: pair.first === view.policy,
      upper: rangeOf(a, pair.name, words.first[lang], written, lang),
      lower: rangeOf(b, pair.name, words.second[lang], written, lang),
    };
  });
  const list = pairs.map((pair) => {
    const [a, b] = of(pair);
    return filled(words.pair, lang, { policy: pair.name, first: written.full(a?.difference ?? null), second: written.full(b?.difference ?? null) });
  });
  return {
    kind: "figure",
    id: `between_${metric.id}`,
    title,
    subtitle: filled(words.subtitle, lang, { unit: written.inUnit }),
    spec: rangeRows(rows, "outlined", today.name[lang], written.tick, { width, printing: view.printing }),
    label: filled(words.label, lang, { title, list: list.join("; ") }),
    table: tableOf(metric, pairs, of, written, lang),
  };
}

type Both = readonly [Compared | undefined, Compared | undefined];

function titleOf(metric: Metric, all: Both[], lang: Lang): string {
  const judged = all.filter(([a, b]) => a && b && a.state !== "no_verdict" && b.state !== "no_verdict");
  const n = judged.filter(([a, b]) => a?.state !== b?.state).length;
  const text = judged.length === 0 ? words.title_none : n === 0 ? words.title_same : words.title_other;
  return filled(text, lang, { metric: metric.label[lang], n, all: judged.length });
}

function rangeOf(one: Compared | undefined, policy: string, study: string, written: Written, lang: Lang): Range | null {
  if (!one || !isNumber(one.difference)) return null;
  const scaled = (value: number | null) => (isNumber(value) ? written.scaled(value) : null);
  return {
    mean: written.scaled(one.difference),
    low: scaled(one.low),
    high: scaled(one.high),
    text: written.bare(one.difference),
    tip: filled(words.tip, lang, { policy, study, mean: written.full(one.difference), low: written.bare(one.low), high: written.bare(one.high) }),
  };
}

function tableOf(metric: Metric, pairs: Pair[], of: (pair: Pair) => Both, written: Written, lang: Lang) {
  const study = (heading: Text) => [
    { label: heading[lang] + written.inUnit, numeric: true },
    { label: `${heading[lang]}: ${words.ends[lang]}`, numeric: true },
    { label: `${heading[lang]}: ${words.verdict[lang]}`, numeric: false },
  ];
  const cells = (one: Compared | undefined) => {
    if (!one) return [nothing, nothing, null];
    const ends = [written.exact(one.low), written.exact(one.high)].join(lang === "ko" ? "~" : " to ");
    return [written.exact(one.difference), isNumber(one.low) && isNumber(one.high) ? ends : nothing, verdictBrief(one, metric.better, lang)];
  };
  return {
    columns: [{ label: words.policy[lang], numeric: false }, ...study(words.first), ...study(words.second)],
    rows: pairs.map((pair) => [pair.name, ...of(pair).flatMap(cells)]),
  };
}
