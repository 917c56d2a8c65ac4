// SPDX-License-Identifier: Apache-2.0
// How the response moves with each of the leading factors: the design points themselves.
import { pointPanels, type PointPanel } from "../charts/point_panels";
import type { Num, Text } from "../data";
import type { Block, Figure, Section, SectionContent, Table, View } from "../section";
import { decimal, isNumber, nothing } from "../text/numbers";
import { metricUnit } from "../text/metrics";
import { withParticle } from "../text/particles";
import { filled } from "../text/words";
import { parameterUnit } from "./parameter_text";
import { askedOf, titled, writtenOf, type Asked, type Ranked } from "./sweep_parts";
import { whatOf } from "./sweep_words";
import { capital, tickText, type Written } from "./wrong_parts";

/** Panels; further factors stand in the table of the section before. */
const shown = 6;
/** Points in a panel; of more, every second, third, ... is drawn. The table has all. */
const mostDrawn = 600;

const words = {
  lead: {
    en: "Each dot is one design point, the mean over its replications. A slope shows that the assumption moves the result; a cloud without shape, that others or chance do.",
    ko: "점 하나는 설계점 하나이며 반복 평균이다. 기울기가 보이면 그 가정이 결과를 움직이는 것이고, 모양 없는 구름이면 다른 가정이나 우연이 움직이는 것이다.",
  },
  title: { en: "{what} over the {n} leading assumptions", ko: "앞선 가정 {n}개에 따른 {what}" },
  subtitle: {
    en: "Each panel one assumption, all others varying too; upwards {what}{unit}, one scale in all panels",
    ko: "칸마다 가정 하나, 다른 가정도 함께 변한다. 세로축은 {what}{unit}, 모든 칸이 같은 눈금",
  },
  label: { en: "{what} at {points} design points, from {low} to {high}; at the reference point {reference}.", ko: "설계점 {points}개에서 {what_eun} {low}~{high}, 기준점에서는 {reference}." },
  point: { en: "design point", ko: "설계점" },
  reference: { en: "reference point, nothing changed", ko: "기준점(아무것도 바꾸지 않음)" },
  thinned: { en: "One in {n} of the {all} points is drawn; the table has all.", ko: "설계점 {all}개 가운데 {n}개마다 하나를 그렸다. 표에는 모두 있다." },
  number: { en: "Design point", ko: "설계점" },
  at_reference: { en: "reference", ko: "기준점" },
  too_many_title: { en: "Too many points for this page", ko: "설계점이 너무 많아 싣지 않는다" },
  too_many: {
    en: "The points themselves would make the page slow; they are in the result file, groups total and design.",
    ko: "설계점을 모두 실으면 문서가 느려진다. 결과 파일의 total과 design 그룹에 있다.",
  },
  none: { en: "No design point has a value of this response.", ko: "이 반응변수의 값이 있는 설계점이 없다." },
} satisfies Record<string, Text>;

export const sweepMoves: Section = {
  id: "sweep_moves",
  title: { en: "How does the result move?", ko: "결과는 어떻게 움직이나?" },
  build,
};

function build(view: View): SectionContent {
  const { lang } = view;
  const asked = askedOf(view);
  const values = asked?.sweep.scatter?.responses[asked.response]?.[asked.policy]?.[asked.level ? 0 : 1];
  const blocks = asked && values?.slice(1).some(isNumber) ? [figureOf(asked, view, values)] : [emptyOf(asked, view)];
  return { lead: words.lead[lang], blocks };
}

function emptyOf(asked: Asked | null, { lang }: View): Block {
  if (!asked?.sweep.too_many_points) return { kind: "empty", title: words.none[lang], why: words.none[lang] };
  return { kind: "empty", title: words.too_many_title[lang], why: words.too_many[lang], command: "coopsim sensitivity FOLDER" };
}

function figureOf(asked: Asked, view: View, values: Num[]): Figure {
  const { lang, sweep } = asked;
  const written = writtenOf(asked);
  const leaders = asked.ranked.slice(0, shown);
  const what = whatOf(asked);
  const known = values.slice(1).filter(isNumber);
  const every = Math.ceil(known.length / mostDrawn);
  const level = (value: number) => levelText(asked, written, value);
  const reference = values[0];
  return {
    kind: "figure",
    id: "sweep_points",
    title: capital(filled(words.title, lang, { what, n: leaders.length })),
    subtitle: filled(words.subtitle, lang, { what, unit: unitIn(asked) }),
    spec: pointPanels(
      {
        panels: leaders.map((one) => panelOf(asked, one, values, every, level)),
        colour: asked.colour,
        reference: isNumber(reference) ? { y: written.scaled(reference), tip: `${words.reference[lang]}\n${level(reference)}` } : null,
        zero: !asked.level,
        said: { point: words.point[lang], reference: words.reference[lang] },
        format: (value) => tickText(value, !asked.level),
        formatFactor: (value) => tickText(value),
      },
      { width: view.width, printing: view.printing },
    ),
    label: filled(words.label, lang, { what: capital(what), what_eun: withParticle(what, "은/는"), points: known.length, low: level(Math.min(...known)), high: level(Math.max(...known)), reference: isNumber(reference) ? level(reference) : nothing }),
    table: tableOf(asked, leaders, values, level),
    ...(every > 1 ? { caption: filled(words.thinned, lang, { n: every, all: sweep.points }) } : {}),
  };
}

/** Moves have a sign, levels none. */
const levelText = ({ level }: Asked, written: Written, value: Num) => (level ? written.exact(value).replace("+", "") : written.exact(value));

/** Of shares percent where it is a level, points where it is a difference. */
function unitIn({ metric, lang, level }: Asked): string {
  const unit = metricUnit(metric, lang, { sign: !level });
  return unit === "" ? "" : lang === "ko" ? `(${unit})` : ` (${unit})`;
}

/** The first of the factors that an axis moves together: the others move with it. */
const factorOf = ({ sweep }: Asked, { axis }: Ranked) => sweep.axes[axis]?.factors[0] ?? -1;

function panelOf(asked: Asked, one: Ranked, values: Num[], every: number, level: (value: number) => string): PointPanel {
  const { sweep, lang } = asked;
  const at = factorOf(asked, one);
  const factor = sweep.factors[at];
  const column = sweep.scatter?.factors[at] ?? [];
  const scaled = writtenOf(asked).scaled;
  const unit = factor ? parameterUnit(factor.unit, lang) : "";
  const points = values.flatMap((y, point) => {
    const x = column[point];
    if (point === 0 || point % every !== 0 || !isNumber(x) || !isNumber(y)) return [];
    return [{ x, y: scaled(y), tip: `${words.number[lang]} ${point}\n${one.name}: ${valueText(asked, at, x)} ${unit}\n${level(y)}`.trimEnd() }];
  });
  const reference = column[0];
  return {
    name: unit && !factor?.texts ? `${titled(one.name)} (${unit})` : titled(one.name),
    points,
    reference: isNumber(reference) ? reference : null,
    named: factor?.texts?.map((text, x) => ({ x, text: bare(text) })) ?? null,
  };
}

const bare = (text: string) => text.replace(/^"(.*)"$/, "$1");

/** Of a list of texts the text, else the number with three significant digits at least. */
function valueText({ sweep }: Asked, at: number, x: Num | undefined): string {
  if (!isNumber(x)) return nothing;
  const texts = sweep.factors[at]?.texts;
  if (texts) return bare(texts[x] ?? String(x));
  return tickText(Number(x.toPrecision(4)));
}

function tableOf(asked: Asked, leaders: Ranked[], values: Num[], level: (value: number) => string): Table {
  const { sweep, lang } = asked;
  const places = leaders.map((one) => factorOf(asked, one));
  const head = (label: string, numeric = true) => ({ label, numeric });
  return {
    columns: [head(words.number[lang], false), head(capital(whatOf(asked)) + unitIn(asked)), ...leaders.map((one) => head(titled(one.name)))],
    rows: values.map((value, point) => [
      point === 0 ? words.at_reference[lang] : decimal(point, 0),
      isNumber(value) ? level(value) : nothing,
      ...places.map((at) => valueText(asked, at, sweep.scatter?.factors[at]?.[point])),
    ]),
  };
}
