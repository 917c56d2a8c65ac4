// SPDX-License-Identifier: Apache-2.0
// Section "Queue": who applies and who is left out, how long they wait, and what capacity there is.
import type { Text } from "../data";
import type { Block, Section, View } from "../section";
import { filled } from "../text/words";
import { finding, heldPlace, isAlone, side, type Subject } from "./beside";
import { fateOfApplications, fateOfNeeds, servedOfHundred, trainedOfHundred } from "./queue_fates";
import { stepsToDeal } from "./queue_steps";
import { yearFigure, type Drawn, type YearFigure } from "./year_figure";

const words = {
  title: { en: "Who waits, and who is left out?", ko: "누가 기다리고, 누가 지원을 받지 못하나?" },
  both: {
    en: "Of 100 applications for training {to} end in a stay in Japan under {name}, {from} under {held}.",
    ko: "연수 신청 100건 가운데 {held}에서는 {from}건, {name}에서는 {to}건이 일본연수로 이어진다.",
  },
  alone: {
    en: "Of 100 applications for training {to} end in a stay in Japan.",
    ko: "연수 신청 100건 가운데 {to}건이 일본연수로 이어진다.",
  },
  needs_both: {
    en: "Of 100 firms that ask for an adviser {to} get one under {name}, {from} under {held}.",
    ko: "기술고문을 요청한 기업 100곳 가운데 고문을 만나는 곳은 {held} {from}곳, {name} {to}곳이다.",
  },
  needs_alone: {
    en: "Of 100 firms that ask for an adviser {to} get one.",
    ko: "기술고문을 요청한 기업 100곳 가운데 {to}곳이 고문을 만난다.",
  },
  nothing: { en: "The result file holds no applications and no needs.", ko: "결과 파일에 연수 신청과 기술고문 요청 기록이 없다." },
  seats: {
    en: "Dashed: applications; line: seats offered; bars: trainees who came back, by year of their seat",
    ko: "점선: 신청, 실선: 정원, 막대: 그해 정원으로 연수를 마친 사람",
  },
  applied: { en: "applied", ko: "신청" },
  offered: { en: "seats", ko: "정원" },
  none: { en: "", ko: "" },
  fill: { en: "Trainees back per seat offered", ko: "정원 대비 귀국 연수생" },
  training_wait: { en: "Mean wait from application to departure", ko: "신청에서 출국까지 평균 대기" },
  advice_wait: { en: "Mean wait from need to contract, of needs that were served", ko: "고문을 만난 기업의 요청에서 계약까지 평균 대기" },
  advisers: { en: "Retired engineers in the database on 31 December", ko: "12월 31일 기술자 DB 등록자" },
  last_year: {
    en: "The last year counts only needs that were served before the run ended, so its wait comes out short.",
    ko: "마지막 해는 모의 기간이 끝나기 전에 고문을 만난 요청만 세므로 대기가 짧게 나온다.",
  },
  utilisation: { en: "Days engaged per day in the database", ko: "DB 등록일 대비 지도 중인 날의 비율" },
} satisfies Record<string, Text>;

const subject = (en: string, ko: string, more: [string, string], less: [string, string]): Subject => ({
  subject: { en, ko },
  more: { en: more[0], ko: more[1] },
  less: { en: less[0], ko: less[1] },
});
const grows: [string, string] = ["grows", "늘어난다"];
const falls: [string, string] = ["falls", "줄어든다"];
const longer: [string, string] = ["grows", "길어진다"];
const shorter: [string, string] = ["falls", "짧아진다"];
const higher: [string, string] = ["rises", "높아진다"];
const lower: [string, string] = ["falls", "낮아진다"];

const line = (metric: string): Drawn => ({ metric, mark: "solid", end: words.none });
type Small = Omit<YearFigure, "title" | "columns"> & { of: string; said: Subject };

const training: Small[] = [
  {
    id: "queue-seats",
    subtitle: words.seats,
    from: "before",
    of: "seats_offered",
    said: subject("the number of seats", "연수 정원", grows, falls),
    drawn: [
      { metric: "applications", mark: "dashed", end: words.applied },
      { metric: "seats_offered", mark: "solid", end: words.offered },
      { metric: "trainees_returned", mark: "area", end: words.none },
    ],
  },
  {
    id: "queue-fill",
    subtitle: words.fill,
    from: "before",
    of: "seat_fill",
    said: subject("the share of seats filled", "정원 충원율", higher, lower),
    drawn: [line("seat_fill")],
  },
  {
    id: "queue-training-wait",
    subtitle: words.training_wait,
    from: "before",
    of: "training_wait",
    said: subject("the wait for training", "연수 대기", longer, shorter),
    drawn: [line("training_wait")],
  },
];
const advice: Small[] = [
  {
    id: "queue-advisers",
    subtitle: words.advisers,
    from: "policies",
    of: "advisers_available",
    said: subject("the number of advisers", "등록 기술고문", grows, falls),
    drawn: [line("advisers_available")],
  },
  {
    id: "queue-utilisation",
    subtitle: words.utilisation,
    from: "policies",
    of: "adviser_utilisation",
    said: subject("the use of advisers", "기술고문 가동률", higher, lower),
    drawn: [line("adviser_utilisation")],
  },
  {
    id: "queue-advice-wait",
    subtitle: words.advice_wait,
    from: "policies",
    of: "advice_wait",
    said: subject("the wait for an adviser", "기술고문 대기", longer, shorter),
    drawn: [line("advice_wait")],
  },
];

const row = (view: View, charts: Small[]): Block => ({
  kind: "columns",
  blocks: charts.map(({ of, said, ...chart }, at) => [
    yearFigure(view, {
      ...chart,
      ...(chart.id === "queue-advice-wait" ? { caption: words.last_year[view.lang] } : {}),
      title: finding(view, of, said),
      columns: [charts.map(() => 1), at],
    }),
  ]),
});

function leadOf(view: View): string {
  const { lang } = view;
  const held = heldPlace(view);
  const alone = isAlone(view);
  const sentence = (of: (view: View, policy: number) => number | null, both: Text, one: Text): string[] => {
    const [from, to] = [alone ? null : of(view, held), of(view, view.policy)];
    if (to === null || (!alone && from === null)) return [];
    if (alone) return [filled(one, lang, { to })];
    return [filled(both, lang, { from: from!, to, held: side(view, held).inText, name: side(view, view.policy).inText })];
  };
  const said = [...sentence(trainedOfHundred, words.both, words.alone), ...sentence(servedOfHundred, words.needs_both, words.needs_alone)];
  return said.length ? said.join(" ") : words.nothing[lang];
}

export const queue: Section = {
  id: "queue",
  title: words.title,
  build: (view) => ({
    lead: leadOf(view),
    blocks: [
      { kind: "columns", blocks: [[fateOfApplications(view, [1, 1], 0)], [fateOfNeeds(view, [1, 1], 1)]] },
      row(view, training),
      row(view, advice),
      stepsToDeal(view, [1], 0),
    ],
  }),
};
