// SPDX-License-Identifier: Apache-2.0
// Factors as bars, the most influential first: mu*, first-order and total indices, or main effects
// beside partial rank correlations. The table has all factors and all figures of the file.
import { factorBars, type FactorBar, type FactorRow } from "../charts/factor_bars";
import type { KeyItem } from "../charts/key";
import { columnWidth } from "../charts/theme";
import type { Num, Text } from "../data";
import type { Figure, Table, View } from "../section";
import { designWords } from "../text/designs";
import { amount } from "../text/metrics";
import { decimal, isNumber, nothing } from "../text/numbers";
import { withParticle } from "../text/particles";
import { filled } from "../text/words";
import { figureOf, overallOf, titled, writtenOf, type Asked, type Method, type Ranked } from "./sweep_parts";
import { leadSentence, measureText, percent, whatOf } from "./sweep_words";
import { capital, tickText } from "./wrong_parts";

/** Rows of the chart; all factors stand in the table. */
const shown = 15;

const subtitles: Record<Method, Text> = {
  screening: {
    en: "mu*: mean size of what a step of one assumption alone does to {what}, per whole range{unit}. Bar: mu*; line: its 95% interval over trajectories",
    ko: "mu*: 가정 하나만 바꿀 때 {what}에 나타나는 변화 크기의 평균, 범위 전체 기준{unit}. 막대: mu*, 선: 궤적에 대한 95% 구간",
  },
  shares: {
    en: "Shares of the variance of {what} over all ranges. Line: 95% interval over rows",
    ko: "모든 범위에 걸친 {what}의 분산에서 차지하는 비중. 선: 행에 대한 95% 구간",
  },
  effects: {
    en: "Main effect: mean of {what} in the upper half of the range less that in the lower{unit}. Line: 95% interval; outlined bar: it covers zero",
    ko: "주효과: 범위의 높은 절반에서 낸 {what} 평균에서 낮은 절반의 평균을 뺀 값{unit}. 선: 95% 구간, 빈 막대: 구간이 0을 포함",
  },
};
const captions: Record<Method, Text> = {
  screening: {
    en: "{design}. All of it is about the ranges tried: an assumption matters little because it does little, or because its range is narrow.",
    ko: "{design}. 모두 시험한 범위에 대한 것이다. 중요하지 않게 나온 가정은 영향이 작거나 범위가 좁은 것이다.",
  },
  shares: {
    en: "{design}. First order: the assumption alone; total: with all that it does together with others. A total near 0 means that it may be fixed anywhere in its range.",
    ko: "{design}. 1차: 그 가정 홀로, 총: 다른 가정과 함께 내는 몫까지. 총 지수가 0에 가까우면 범위 안 어디에 고정해도 된다.",
  },
  effects: {
    en: "{design}. Rank correlation: how steadily {what} rises or falls with the assumption, the others held; its size from 0 to 1. The interval counts what the other assumptions do as chance.",
    ko: "{design}. 편순위상관: 다른 가정을 고정했을 때 그 가정과 함께 {what_iga} 얼마나 한결같이 오르내리는지, 크기 0~1. 구간은 다른 가정의 영향도 우연으로 친다.",
  },
};

const words = {
  label: { en: "{lead} Largest: {first}, {value}; smallest of the {n} shown: {last}, {least}.", ko: "{lead} 가장 큰 것은 {first}({value}), 그림의 {n}개 중 가장 작은 것은 {last}({least})이다." },
  first_order: { en: "first order", ko: "1차 지수" },
  total_order: { en: "total", ko: "총 지수" },
  side: { en: "|rank corr.|", ko: "|편순위상관|" },
  factor: { en: "Assumption", ko: "가정" },
  path: { en: "Name in the scenario", ko: "시나리오의 이름" },
  first: { en: "The {figure} of {first} is {value}", ko: "{first}의 {figure_nun} {value}" },
  order: { en: "The largest {figure} is that of {first}, {value}, then {second}, {next}", ko: "{figure_iga} 가장 큰 가정은 {first}({value}), 다음은 {second}({next})" },
  reference: { en: "At the reference point, nothing changed, {what} is {value}.", ko: "아무것도 바꾸지 않은 기준점에서 {what_eun} {value}." },
  more: { en: "{n} more in the table.", ko: "나머지 {n}개는 표에 있다." },
} satisfies Record<string, Text>;

/** Of the figure that factors are ordered by. */
const figureNames: Record<Method, Text> = {
  screening: { en: "mu*", ko: "mu* 값" },
  shares: { en: "total index", ko: "총 지수" },
  effects: { en: "main effect", ko: "주효과" },
};

/** Columns of the table, as the file names them; `kind`: how they are written. */
const columns: Record<Method, [id: string, kind: "size" | "move" | "share", text: Text][]> = {
  screening: [
    ["mu_star", "size", { en: "mu*", ko: "mu*" }],
    ["mu_star_low", "size", { en: "95% from", ko: "95% 하한" }],
    ["mu_star_high", "size", { en: "to", ko: "95% 상한" }],
    ["mu", "move", { en: "mu (with sign)", ko: "mu(부호 있음)" }],
    ["sigma", "size", { en: "sigma", ko: "sigma" }],
  ],
  shares: [
    ["first_order", "share", { en: "First order", ko: "1차 지수" }],
    ["first_order_low", "share", { en: "95% from", ko: "95% 하한" }],
    ["first_order_high", "share", { en: "to", ko: "95% 상한" }],
    ["total_order", "share", { en: "Total", ko: "총 지수" }],
    ["total_order_low", "share", { en: "95% from", ko: "95% 하한" }],
    ["total_order_high", "share", { en: "to", ko: "95% 상한" }],
  ],
  effects: [
    ["main_effect", "move", { en: "Main effect", ko: "주효과" }],
    ["main_effect_half_width", "size", { en: "± (95%)", ko: "±(95%)" }],
    ["prcc", "share", { en: "Partial rank correlation", ko: "편순위상관" }],
    ["prcc_p", "share", { en: "its p", ko: "그 p값" }],
    ["src", "share", { en: "Standardised slope", ko: "표준화 회귀계수" }],
  ],
};

export function barsOf(asked: Asked, view: View, weights: number[], at: number): Figure {
  const { lang, method, ranked, sweep } = asked;
  const written = writtenOf(asked);
  const rows = ranked.filter(({ value }) => isNumber(value)).slice(0, shown);
  const what = whatOf(asked);
  const texts = { what, what_iga: withParticle(what, "이/가"), what_eun: withParticle(what, "은/는"), unit: written.inUnit, design: capital(designWords(sweep, lang)) };
  return {
    kind: "figure",
    id: "sweep_bars",
    title: titleOf(asked, rows),
    subtitle: filled(subtitles[method], lang, texts),
    spec: factorBars(
      {
        rows: rows.map((one) => rowOf(asked, one)),
        colour: asked.colour,
        key: method === "shares" ? keyOf(asked) : [],
        sideHead: method === "effects" ? words.side[lang] : null,
        format: (value) => (method === "shares" ? percent(value) : method === "effects" ? written.tick(value) : tickText(value)),
      },
      { width: columnWidth(view, weights, at), printing: view.printing },
    ),
    label: filled(words.label, lang, {
      lead: leadSentence(asked), n: rows.length, first: rows[0]!.name, value: measureText(asked, rows[0]!.value),
      last: rows[rows.length - 1]!.name, least: measureText(asked, rows[rows.length - 1]!.value),
    }), // prettier-ignore
    table: tableOf(asked),
    caption: captionOf(asked, texts, ranked.length - rows.length),
  };
}

function captionOf(asked: Asked, texts: Record<string, string>, more: number): string {
  const { lang, level, metric, method } = asked;
  const reference = overallOf(asked, "at_reference");
  const said = [filled(captions[method], lang, texts)];
  const value = amount(reference, metric, lang, { sign: !level, scale: "standard" });
  if (isNumber(reference)) said.push(filled(words.reference, lang, { ...texts, value }));
  if (more > 0) said.push(filled(words.more, lang, { n: more }));
  return said.join(" ");
}

/** The first two with their sizes; whether they can be told apart is the lead's to say. */
function titleOf(asked: Asked, [first, second]: Ranked[]): string {
  const figure = figureNames[asked.method][asked.lang];
  const values = { first: first!.name, value: measureText(asked, first!.value), second: second?.name ?? "", next: measureText(asked, second?.value ?? null) };
  const named = { figure, figure_iga: withParticle(figure, "이/가"), figure_nun: withParticle(figure, "은/는") };
  return filled(second ? words.order : words.first, asked.lang, { ...values, ...named });
}

function keyOf({ colour, lang }: Asked): KeyItem[] {
  return [
    { text: words.first_order[lang], mark: "fill", colour },
    { text: words.total_order[lang], mark: "fill", colour, opacity: 0.38 },
  ];
}

function rowOf(asked: Asked, one: Ranked): FactorRow {
  const correlation = figureOf(asked, "prcc", one.axis);
  return {
    name: titled(one.name),
    bars: asked.method === "shares" ? [shareBar(asked, one, "first_order"), shareBar(asked, one, "total_order")] : [ownBar(asked, one)],
    side: asked.method === "effects" && isNumber(correlation) ? { value: Math.abs(correlation), text: decimal(Math.abs(correlation), 2) } : null,
  };
}

function ownBar(asked: Asked, one: Ranked): FactorBar {
  const { scaled, bare, size } = writtenOf(asked);
  const effects = asked.method === "effects";
  const place = (value: Num) => (isNumber(value) ? scaled(value) : null);
  const covers = effects && !(isNumber(one.low) && isNumber(one.high) && (one.low > 0 || one.high < 0));
  return { value: scaled(one.value!), low: place(one.low), high: place(one.high), text: (effects ? bare : size)(one.value), tip: tipOf(asked, one), fill: covers ? "hollow" : "solid" };
}

function shareBar(asked: Asked, one: Ranked, id: "first_order" | "total_order"): FactorBar {
  const [value, low, high] = ["", "_low", "_high"].map((part) => figureOf(asked, id + part, one.axis));
  return { value: value ?? 0, low: low ?? null, high: high ?? null, text: percent(value ?? null), tip: tipOf(asked, one), fill: id === "first_order" ? "solid" : "light" };
}

/** "column: value" a line, as in the table. */
export function tipOf(asked: Asked, one: Ranked): string {
  const cells = columns[asked.method].map(([id, kind, text]) => `${text[asked.lang]}: ${cellOf(asked, one, id, kind)}`);
  return [one.name, asked.sweep.axes[one.axis]!.id, ...cells].join("\n");
}

function cellOf(asked: Asked, one: Ranked, id: string, kind: "size" | "move" | "share"): string {
  const value = figureOf(asked, id, one.axis);
  if (!isNumber(value)) return nothing;
  if (kind === "share") return decimal(value, 3);
  const written = writtenOf(asked);
  return kind === "move" ? written.exact(value) : written.exact(value).replace("+", "");
}

export function tableOf(asked: Asked): Table {
  const { lang, method, ranked, sweep } = asked;
  const unit = writtenOf(asked).inUnit;
  const heads = columns[method].map(([, kind, text]) => ({ label: text[lang] + (kind === "share" ? "" : unit), numeric: true }));
  const plain = (text: Text) => ({ label: text[lang], numeric: false });
  return {
    columns: [plain(words.factor), ...heads, plain(words.path)],
    rows: ranked.map((one) => [titled(one.name), ...columns[method].map(([id, kind]) => cellOf(asked, one, id, kind)), sweep.axes[one.axis]!.id]),
  };
}
