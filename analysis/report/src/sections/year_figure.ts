// SPDX-License-Identifier: Apache-2.0
// A figure of yearly means: what is compared with in grey, the chosen policy in its colour, and the
// same values as a table. The axis is the same whichever policy is chosen.
import { tickText } from "../charts/canvas";
import { yearLines, type Stated, type YearSeries } from "../charts/year_lines";
import { columnWidth, medium } from "../charts/theme";
import type { Metric, Num, Text } from "../data";
import type { Empty, Figure, Table, View } from "../section";
import { amount, metricOf, metricUnit } from "../text/metrics";
import { isNumber, unitDivisor } from "../text/numbers";
import { filled, today } from "../text/words";
import { sides, titled, type Side, runAgain } from "./beside";

/** One line a policy; of several metrics the first is what the axis is in. */
export interface Drawn {
  metric: string;
  mark: YearSeries["mark"];
  /** After the policy's name at the end of its line; "" where only one metric is drawn. */
  end: Text;
}
export interface YearFigure {
  id: string;
  title: string;
  /** What is drawn; the unit follows. */
  subtitle: Text;
  drawn: Drawn[];
  /** The first year drawn: of the run, the one before the policies, or the policies' own. */
  from: "start" | "before" | "policies";
  stated?: Stated[];
  caption?: string;
  /** Weights of the columns of its row, and which is its own. */
  columns: [weights: number[], at: number];
  height?: number;
}

const words = {
  with_unit: { en: "{said}, {unit}", ko: "{said}, {unit}" },
  label: { en: "{title}. Last values: {ends}.", ko: "{title}. 마지막 값은 {ends}이다." },
  empty: { en: "The result file holds no values of this response.", ko: "결과 파일에 이 지표의 값이 없다." },
  year: { en: "Year", ko: "연도" },
} satisfies Record<string, Text>;

export function yearFigure(view: View, figure: YearFigure): Figure | Empty {
  const { data, lang } = view;
  const known = figure.drawn.flatMap((one) => {
    const metric = metricOf(data, one.metric);
    return metric && data.yearly[one.metric] ? [{ ...one, metric }] : [];
  });
  const first = known[0]?.metric;
  const places = yearPlaces(view, figure.from);
  const all = known.flatMap((one) => data.policies.flatMap((_, policy) => places.map((at) => valueOf(view, one.metric, policy, at))));
  if (!first || !all.some((value) => value !== null))
    return { kind: "empty", title: figure.title, why: words.empty[lang], command: runAgain(data) };
  const most = Math.max(...all.map((value) => value ?? 0), ...(figure.stated ?? []).map((one) => one.high));
  const [weights, at] = figure.columns;
  const series = known.flatMap((one) => sides(view).map((policy) => seriesOf(view, policy, one, places, known.length > 1)));
  const unit = metricUnit(first, lang);
  return {
    kind: "figure",
    id: figure.id,
    title: figure.title,
    subtitle: unit ? filled(words.with_unit, lang, { said: figure.subtitle[lang], unit }) : figure.subtitle[lang],
    spec: yearLines(
      {
        years: places.map((place) => data.axes.year[place]!),
        series,
        stated: figure.stated ?? [],
        most: (most || 1) * (figure.stated?.length ? 1.2 : 1.08),
        height: figure.height ?? (medium(view) === "paper" ? 165 : 240),
        format: tickText,
      },
      { width: columnWidth(view, weights, at), printing: view.printing },
    ),
    label: filled(words.label, lang, { title: figure.title, ends: endsOf(view, known, places) }),
    table: tableOf(view, known, places),
    ...(figure.caption ? { caption: figure.caption } : {}),
  };
}

type Known = Omit<Drawn, "metric"> & { metric: Metric };

function yearPlaces(view: View, from: YearFigure["from"]): number[] {
  const { data } = view;
  const first = from === "start" ? -Infinity : data.study.first_policy_year - (from === "before" ? 1 : 0);
  return data.axes.year.flatMap((year, at) => (year >= first && year <= data.study.last_policy_year ? [at] : []));
}

/** In the unit of `metricUnit`: shares in percent, money in 억 원 or KRW bn. */
function valueOf(view: View, metric: Metric, policy: number, at: number): Num {
  const value = view.data.yearly[metric.id]?.[policy]?.[at] ?? null;
  if (!isNumber(value)) return null;
  return value / unitDivisor(metric.unit, view.lang, { share: amount(1, metric, "en").includes("%") });
}

function seriesOf(view: View, policy: Side, one: Known, places: number[], several: boolean): YearSeries {
  const { data, lang } = view;
  const said = (at: number) => amount(data.yearly[one.metric.id]?.[policy.place]?.[at] ?? null, one.metric, lang);
  const last = places[places.length - 1]!;
  const end = one.mark === "area" ? "" : said(last);
  const name = one.mark === "area" ? "" : several ? one.end[lang] : policy.baseline ? today.short[lang] : policy.badge;
  return {
    name,
    colour: policy.colour,
    values: places.map((at) => valueOf(view, one.metric, policy.place, at)),
    tips: places.map((at) => `${data.axes.year[at]} ${titled(policy)}\n${one.metric.label[lang]}: ${said(at)}`),
    mark: one.mark,
    end: end === "–" ? "" : end,
  };
}

function endsOf(view: View, known: Known[], places: number[]): string {
  const last = places[places.length - 1]!;
  return known
    .flatMap((one) =>
      sides(view).map(
        (policy) =>
          `${policy.short} ${one.metric.label[view.lang]} ${amount(view.data.yearly[one.metric.id]?.[policy.place]?.[last] ?? null, one.metric, view.lang)}`,
      ),
    )
    .join(", ");
}

function tableOf(view: View, known: Known[], places: number[]): Table {
  const { data, lang } = view;
  const shown = sides(view);
  return {
    columns: [
      { label: words.year[lang], numeric: true },
      ...known.flatMap((one) => shown.map((policy) => ({ label: `${one.metric.label[lang]}, ${titled(policy)}`, numeric: true }))),
    ],
    rows: places.map((at) => [
      String(data.axes.year[at]),
      ...known.flatMap((one) =>
        shown.map((policy) => amount(data.yearly[one.metric.id]?.[policy.place]?.[at] ?? null, one.metric, lang, { more: 1 })),
      ),
    ]),
  };
}
