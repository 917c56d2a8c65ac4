// SPDX-License-Identifier: Apache-2.0
// Section 7, "the past": does the model match what is known, where it was fitted and where not?
import type { Lang, ReportData, Score, Text } from "../data";
import type { Block, Notes, Section, SectionContent, View } from "../section";
import { metricOf } from "../text/metrics";
import { filled } from "../text/words";
import { allowedText, isObserved, panelRows, panelsOf, scoreText } from "./past_panels";
import { scorecardTables } from "./scorecard_tables";

/** So many misses are named above the charts; the tables have all. */
const most_named = 6;

const words = {
  lead: {
    en: "{within} of {all} targets are within what is allowed.",
    ko: "목표 {all}개 가운데 {within}개가 허용 범위 안이다.",
  },
  lead_all: { en: "All {all} targets are within what is allowed.", ko: "목표 {all}개가 모두 허용 범위 안이다." },
  held: {
    en: "Of {all} that were held out of the fitting {within} are met.",
    ko: "맞추는 데 쓰지 않은 검증 목표 {all}개 중에서는 {within}개를 맞혔다.",
  },
  held_all: {
    en: "All {all} that were held out of the fitting are met.",
    ko: "맞추는 데 쓰지 않은 검증 목표 {all}개는 모두 맞혔다.",
  },
  held_one: { en: "The one that was held out of the fitting is met.", ko: "맞추는 데 쓰지 않은 검증 목표 1개도 맞혔다." },
  held_none: { en: "None was held out of the fitting.", ko: "맞추는 데 쓰지 않은 검증 목표는 없다." },
  not_in_file: {
    en: "{n} more cannot be judged from this file.",
    ko: "{n}개는 이 파일로 판정할 수 없다.",
  },
  scaled: {
    en: "This study has {share} of the programme’s money. Targets in persons, firms and cases are those of the whole programme, so most of them cannot be met here.",
    ko: "이 연구는 사업 규모를 {share}로 줄인 것이다. 인원·기업·건수 목표는 사업 전체의 값이라 여기서는 대부분 맞을 수 없다.",
  },
  ex_post: {
    en: "The study knows what happened after 2006: agreement in those years is no forecast.",
    ko: "2006년 이후의 실제 경과를 넣은 연구이므로, 그 뒤의 일치는 예측이 아니다.",
  },
  misses: { en: "What it gets wrong", ko: "맞히지 못한 것" },
  miss: { en: "{what}: observed {target}, simulated {mean} (allowed {allowed})", ko: "{what}: 관측 {target}, 모의 {mean}(허용 {allowed})" },
  missed_limit: { en: "{what}: simulated {mean} (allowed {allowed})", ko: "{what}: 모의 {mean}(허용 {allowed})" },
  more: { en: "{n} more in the tables below", ko: "그 밖의 {n}개는 아래 표에 있다" },
  held_out: { en: "held out", ko: "검증" },
  read: { en: "How to read the panels", ko: "그림 읽는 법" },
  band: {
    en: "◆ observed, its line what is allowed · coloured line and band: simulated median and 5 to 95% of the worlds · dashed: several years, as a yearly mean · tinted: held out · ✗ missed",
    ko: "◆ 관측값, 그 세로선은 허용 범위 · 색 선과 띠: 모의 결과의 중앙값과 5~95% · 점선: 여러 해의 관측을 연평균으로 · 옅은 바탕: 검증 기간 · ✗ 벗어남",
  },
  line: {
    en: "◆ observed, its line what is allowed · coloured line: mean of the simulation, with the 5 to 95% band where the file has it · dashed: several years, as a yearly mean · tinted: held out · ✗ missed",
    ko: "◆ 관측값, 그 세로선은 허용 범위 · 색 선: 모의 결과의 평균(파일에 있으면 5~95% 띠도) · 점선: 여러 해의 관측을 연평균으로 · 옅은 바탕: 검증 기간 · ✗ 벗어남",
  },
  none_lead: {
    en: "Nothing is known that this study could be held against.",
    ko: "이 연구와 견줄 수 있는 관측값이 없다.",
  },
  none_title: { en: "No target in this file", ko: "이 파일에 판정할 목표가 없다" },
  none_why: {
    en: "Targets are years from 1993 on and policies of the reference study; this study has other years or other policies.",
    ko: "목표는 1993년 이후의 해와 기준 연구의 정책에 대한 것인데, 이 연구에는 그 해나 정책이 없다.",
  },
} satisfies Record<string, Text>;

export const past: Section = {
  id: "past",
  title: { en: "Does it match the past?", ko: "이 모형은 과거를 얼마나 맞히나?" },
  build,
};

function build(view: View): SectionContent {
  const { data, lang } = view;
  const judged = data.scorecard.filter((score) => score.verdict !== "not_in_file");
  if (judged.length === 0)
    return {
      lead: words.none_lead[lang],
      blocks: [
        { kind: "empty", title: words.none_title[lang], why: words.none_why[lang], command: `coopsim validate ${data.study.file}` },
        ...scorecardTables(data, lang),
      ],
    };
  const misses = missNotes(data, judged, lang);
  const panels = panelRows(view);
  const blocks: Block[] = [
    ...(misses ? [misses] : []),
    ...(panels.length > 0 ? [readNotes(data, lang), ...panels] : []),
    ...scorecardTables(data, lang),
  ];
  return { lead: leadOf(data, judged, lang), blocks };
}

const isWithin = (score: Score) => score.verdict === "within";

function leadOf(data: ReportData, judged: Score[], lang: Lang): string {
  const within = judged.filter(isWithin).length;
  const held = judged.filter((score) => score.kind === "held_out");
  const missing = data.scorecard.length - judged.length;
  return [
    filled(within === judged.length ? words.lead_all : words.lead, lang, { within, all: judged.length }),
    filled(heldText(held), lang, { within: held.filter(isWithin).length, all: held.length }),
    ...(missing > 0 ? [filled(words.not_in_file, lang, { n: missing })] : []),
  ].join(" ");
}

function heldText(held: Score[]): Text {
  if (held.length === 0) return words.held_none;
  if (!held.every(isWithin)) return words.held;
  return held.length === 1 ? words.held_one : words.held_all;
}

/** Held-out misses first; and what makes misses of a smaller study certain. */
function missNotes(data: ReportData, judged: Score[], lang: Lang): Notes | null {
  const misses = judged
    .filter((score) => score.verdict === "missed")
    .sort((a, b) => Number(b.kind === "held_out") - Number(a.kind === "held_out"));
  const items: Notes["items"] = [];
  if (data.study.budget_scale !== 1)
    items.push({ text: filled(words.scaled, lang, { share: shareText(data.study.budget_scale) }), tone: "warning" });
  if (data.study.knowledge.startsWith("ex_post")) items.push({ text: words.ex_post[lang], tone: "warning" });
  for (const score of misses.slice(0, most_named)) items.push({ text: missText(data, score, lang), tone: "warning" });
  if (misses.length > most_named) items.push({ text: filled(words.more, lang, { n: misses.length - most_named }), tone: "plain" });
  return items.length > 0 ? { kind: "notes", title: words.misses[lang], items } : null;
}

const shareText = (scale: number) => `${Number((scale * 100).toPrecision(3))}%`;

function missText(data: ReportData, score: Score, lang: Lang): string {
  const metric = score.metric === null ? null : metricOf(data, score.metric);
  const held = score.kind === "held_out" ? ` [${words.held_out[lang]}]` : "";
  const text = filled(isObserved(score) ? words.miss : words.missed_limit, lang, {
    what: score.what[lang],
    target: scoreText(score.target, metric, lang),
    mean: scoreText(score.mean, metric, lang),
    allowed: allowedText(score, metric, lang),
  });
  return text + held;
}

function readNotes(data: ReportData, lang: Lang): Notes {
  const banded = panelsOf(data).every(({ metric }) => data.past_fans?.[metric.id] ?? data.fans[metric.id]);
  return { kind: "notes", title: words.read[lang], items: [{ text: (banded ? words.band : words.line)[lang], tone: "plain" }] };
}
