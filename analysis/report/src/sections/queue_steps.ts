// SPDX-License-Identifier: Apache-2.0
// From a meeting to a deal: places at fairs, consultations, contracts and first deliveries, and the
// outsourcing centre's candidates and their deals. Sums over the policy period; a deal begins months
// after its contract, so rates between steps are not those of one group of firms.
import { stepBars, type Step } from "../charts/step_bars";
import { columnWidth } from "../charts/theme";
import type { Lang, Num, Text } from "../data";
import type { Block, View } from "../section";
import { decimal, isNumber, years } from "../text/numbers";
import { filled } from "../text/words";
import { direction, finding, runAgain, sides, titled, type Side, type Subject } from "./beside";

const words = {
  places: { en: "Places at fairs", ko: "상담·전시 참가" },
  meetings: { en: "Consultations", ko: "상담" },
  contracts: { en: "Contracts", ko: "계약" },
  deals: { en: "Deals delivered", ko: "거래 시작(첫 납품)" },
  candidates: { en: "Candidate firms", ko: "아웃소싱 후보기업" },
  outsourced: { en: "Deals delivered", ko: "거래 시작(첫 납품)" },
  fairs: { en: "Consultation meetings, exhibitions, missions", ko: "상담회·전시회·무역사절단" },
  centre: { en: "Outsourcing centre", ko: "일본아웃소싱센터" },
  subtitle: {
    en: "Counts of {period}; in brackets what a step is of the one before",
    ko: "{period} 합계(건). 괄호는 바로 앞 단계에 견준 비율",
  },
  caption: {
    en: "A deal begins months after its contract, and one contract or case gives one deal at most; the last years’ deals fall outside the period.",
    ko: "거래는 계약 몇 달 뒤에 시작하므로 마지막 해의 계약 일부는 기간 안에 거래가 되지 못한다. 비율은 같은 기업을 따라간 값이 아니다.",
  },
  each: { en: "{value} each", ko: "1회당 {value}건" },
  label: { en: "{title}. {parts}.", ko: "{title}. {parts}." },
  empty: { en: "The result file holds no places at fairs and no contracts.", ko: "결과 파일에 상담·전시 참가와 계약 기록이 없다." },
  heading: { en: "From a meeting to a deal", ko: "상담에서 거래까지" },
  step: { en: "Step", ko: "단계" },
} satisfies Record<string, Text>;

const subject: Subject = {
  subject: { en: "the number of contracts", ko: "계약" },
  counter: { en: "", ko: "건" },
  more: { en: "grows", ko: "늘어난다" },
  less: { en: "falls", ko: "줄어든다" },
};

const fairs = ["C2", "C3", "C4"];

/** Deals whose contract was signed at a fair, or that came of the centre's cases. */
function dealsOf(view: View, policy: number, channels: string[]): Num {
  const level = view.data.split_totals["deals_started_by_channel"]?.level.mean[policy];
  if (!level) return null;
  return view.data.axes.channel.reduce<Num>((all, channel, at) => {
    const value = level[at] ?? null;
    if (!channels.includes(channel.id)) return all;
    return all === null || value === null ? null : all + value;
  }, 0);
}

interface Counted {
  name: string;
  heading?: string;
  /** One a policy. */
  values: Num[];
  /** Of the step before it may be more than one each. */
  first: boolean;
}

function counted(view: View, shown: Side[]): Counted[] {
  const { data, lang } = view;
  const whole = (id: string) => shown.map((one) => data.totals[id]?.mean[one.place] ?? null);
  const deals = (channels: string[]) => shown.map((one) => dealsOf(view, one.place, channels));
  const steps: Counted[] = [
    { name: words.places[lang], heading: words.fairs[lang], values: whole("fair_places"), first: true },
    { name: words.meetings[lang], values: whole("consultations"), first: false },
    { name: words.contracts[lang], values: whole("contracts"), first: false },
    { name: words.deals[lang], values: deals(fairs), first: false },
    { name: words.candidates[lang], heading: words.centre[lang], values: whole("outsourcing_candidates"), first: true },
    { name: words.outsourced[lang], values: deals(["C1"]), first: false },
  ];
  return steps.filter((step) => step.values.some(isNumber));
}

function rateText(value: number, before: Num, lang: Lang): string {
  if (!isNumber(before) || before <= 0) return "";
  const rate = value / before;
  return rate > 1 ? filled(words.each, lang, { value: decimal(rate, 1) }) : `${decimal(rate * 100, rate < 0.1 ? 1 : 0)}%`;
}

export function stepsToDeal(view: View, weights: number[], at: number): Block {
  const { data, lang } = view;
  const shown = sides(view);
  const found = counted(view, shown);
  if (!found.some((step) => step.values.some((value) => (value ?? 0) > 0)))
    return { kind: "empty", title: words.heading[lang], why: words.empty[lang], command: runAgain(data) };
  const text = (step: number, policy: number): string => {
    const value = found[step]!.values[policy];
    if (!isNumber(value)) return "–";
    const rate = found[step]!.first ? "" : rateText(value, found[step - 1]?.values[policy] ?? null, lang);
    const count = decimal(value, value < 10 ? 1 : 0);
    return rate ? `${count} (${rate})` : count;
  };
  const steps: Step[] = found.map((step, s) => ({
    name: step.name,
    ...(step.heading ? { heading: step.heading } : {}),
    bars: shown.map((one, p) => ({
      colour: one.colour,
      value: step.values[p] ?? 0,
      text: text(s, p),
      chosen: one.chosen,
      tip: `${titled(one)}\n${step.name}: ${text(s, p)}`,
    })),
  }));
  const most = Math.max(
    ...data.policies.map((_, place) =>
      Math.max(...["fair_places", "consultations", "contracts", "outsourcing_candidates"].map((id) => data.totals[id]?.mean[place] ?? 0)),
    ),
  );
  const title =
    direction(view, "contracts") === "withheld" && !data.totals["contracts"] ? words.heading[lang] : finding(view, "contracts", subject);
  return {
    kind: "figure",
    id: "queue-steps",
    title,
    subtitle: filled(words.subtitle, lang, { period: years(data.study.period, lang) }),
    spec: stepBars(steps, most, { width: columnWidth(view, weights, at), printing: view.printing }),
    label: filled(words.label, lang, {
      title,
      parts: steps.map((step) => `${step.name} ${step.bars.map((bar) => bar.text).join(" / ")}`).join(", "),
    }),
    table: {
      columns: [{ label: words.step[lang], numeric: false }, ...shown.map((one) => ({ label: titled(one), numeric: true }))],
      rows: found.map((step, s) => [step.heading ? `${step.name} (${step.heading})` : step.name, ...shown.map((_, p) => text(s, p))]),
    },
    caption: words.caption[lang],
  };
}
