// SPDX-License-Identifier: Apache-2.0
// The share of training over the years, beside what the article says of it, and what one outcome costs.
import type { Metric, Text } from "../data";
import type { Block, TableBlock, View } from "../section";
import type { Stated } from "../charts/year_lines";
import { amount, metricInterval, metricOf, metricUnit } from "../text/metrics";
import { digitsFor, quantity, years } from "../text/numbers";
import { filled } from "../text/words";
import { finding, direction, sides, titled, type Subject } from "./beside";
import { yearFigure } from "./year_figure";

const words = {
  subtitle: {
    en: "Training in Japan as a share of all appropriations. Diamonds and box: what the article says",
    ko: "전체 편성액 가운데 일본연수의 몫. 마름모와 띠는 기사에 적힌 값",
  },
  caption: {
    en: "The share is put into the model, by history and by policy; that lines meet the article is no test of it.",
    ko: "연수 비중은 과거와 정책에 따라 모형에 넣은 값이다. 기사와 맞는다고 모형이 검증되는 것은 아니다.",
  },
  usual: { en: "article: 70–80%", ko: "기사 70~80%" },
  in_2006: { en: "45% in 2006", ko: "2006년 45%" },
  in_2008: { en: "30% in 2008 (forecast)", ko: "2008년 30%(전망)" },
  none: { en: "", ko: "" },
  costs_title: { en: "What one outcome costs", ko: "성과 하나를 얻는 데 드는 공공 비용" },
  costs_subtitle: {
    en: "Public money per outcome ({unit}), mean of the years {period}. Differences with simultaneous 95% intervals.",
    ko: "성과 1건당 공공 비용({unit}), {period} 연평균. 차이의 괄호는 동시 95% 신뢰구간",
  },
  outcome: { en: "Outcome", ko: "성과" },
  difference: { en: "Difference", ko: "차이" },
  cost_per_trainee: { en: "One trainee back from Japan", ko: "귀국 연수생 1명" },
  cost_per_engagement: { en: "One adviser engagement", ko: "기술고문 지도 1건" },
  cost_per_contract: { en: "One contract at a fair", ko: "상담·전시 계약 1건" },
} satisfies Record<string, Text>;

const shareSubject: Subject = {
  subject: { en: "the share of training", ko: "연수 비중" },
  more: { en: "rises", ko: "늘어난다" },
  less: { en: "falls", ko: "줄어든다" },
};

/** Stated in the article of 2007 (F21); drawn where the years are in the file. */
function stated(view: View): Stated[] {
  const { lang, data } = view;
  const all: Stated[] = [
    { from: 1993, to: 2005, low: 70, high: 80, text: words.usual[lang], place: "above" },
    { from: 2006, to: 2006, low: 45, high: 45, text: words.in_2006[lang], place: "above" },
    { from: 2008, to: 2008, low: 30, high: 30, text: words.in_2008[lang], place: "below" },
  ];
  return all.filter((one) => data.axes.year.includes(one.from) && data.axes.year.includes(one.to));
}

export function trainingShare(view: View): Block {
  return yearFigure(view, {
    id: "money-training-share",
    title: finding(view, "training_share", shareSubject),
    subtitle: words.subtitle,
    drawn: [{ metric: "training_share", mark: "solid", end: words.none }],
    from: "start",
    stated: stated(view),
    caption: words.caption[view.lang],
    columns: [[1, 1], 0],
  });
}

const unitCosts = ["cost_per_trainee", "cost_per_engagement", "cost_per_contract"] as const;

export function outcomeCosts(view: View): TableBlock {
  const { data, lang } = view;
  const shown = sides(view);
  const known = unitCosts.flatMap((id) => {
    const metric = metricOf(data, id);
    return metric && data.totals[id] ? [{ id, metric }] : [];
  });
  return {
    kind: "table",
    id: "money-outcome-costs",
    title: words.costs_title[lang],
    subtitle: filled(words.costs_subtitle, lang, {
      unit: metricUnit({ id: "cost_per_trainee", unit: "KRW thousand" }, lang, { scale: "million" }),
      period: years(data.study.period, lang),
    }),
    table: {
      columns: [
        { label: words.outcome[lang], numeric: false },
        ...shown.map((one) => ({ label: titled(one), numeric: true })),
        ...(shown.length > 1 ? [{ label: words.difference[lang], numeric: true }] : []),
      ],
      rows: known.map(({ id, metric }) => [
        words[id][lang],
        ...shown.map((one) => quantity(data.totals[id]!.mean[one.place] ?? null, metric.unit, lang, { scale: "million", bare: true })),
        ...(shown.length > 1 ? [differenceOf(view, metric)] : []),
      ]),
    },
  };
}

function differenceOf(view: View, metric: Metric): string {
  const { data, lang } = view;
  const row = data.comparison[metric.id]?.[view.policy];
  if (!row || direction(view, metric.id) === "alone" || row.difference === null) return "–";
  const digits = Math.min(2, Math.max(1, digitsFor(row.low, row.high, metric.unit, lang, { scale: "million" })));
  const mean = amount(row.difference, metric, lang, { scale: "million", bare: true, sign: true, digits });
  const range = metricInterval(row.low, row.high, metric, lang, { scale: "million", digits });
  return `${mean} (${range})`;
}
