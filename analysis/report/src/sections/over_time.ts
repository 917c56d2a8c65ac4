// SPDX-License-Identifier: Apache-2.0
// When the difference opens up: levels with today's policy behind, the paired difference, and all
// policies in small panels on one scale.
import type { Text } from "../data";
import type { Block, Section, View } from "../section";
import { metricOf, metricPhrase } from "../text/metrics";
import { filled } from "../text/words";
import { differenceFigure, levelFigure } from "./over_time_fans";
import { leadOf } from "./over_time_lead";
import { multiplesFigure } from "./over_time_multiples";
import { timeOf } from "./over_time_parts";

const title: Text = { en: "When does the difference open up?", ko: "차이는 언제부터 벌어지나?" };
const words = {
  empty_title: { en: "{metric} over the years", ko: "연도별 {metric}" },
  empty: {
    en: "The result holds no yearly quantiles of this metric, so its course cannot be drawn.",
    ko: "결과 파일에 이 지표의 연도별 분위수가 없어 흐름을 그릴 수 없다.",
  },
} satisfies Record<string, Text>;

export const overTime: Section = {
  id: "over_time",
  title,
  build(view: View) {
    const { data, lang } = view;
    const time = timeOf(view);
    if (!time) {
      const metric = metricOf(data, view.metric);
      const name = metric ? metricPhrase(metric, lang) : view.metric;
      const why = words.empty[lang];
      return { lead: why, blocks: [{ kind: "empty", title: filled(words.empty_title, lang, { metric: name }), why, command: "coopsim run SCENARIO -o result.h5" }] };
    }
    const [level, difference, multiples] = [levelFigure(time), differenceFigure(time), multiplesFigure(time)];
    const weights = difference ? [1.35, 1] : [1];
    const pair: Block = { kind: "columns", weights, blocks: difference ? [[level], [difference]] : [[level]] };
    return { lead: leadOf(time), blocks: multiples ? [pair, multiples] : [pair] };
  },
};
