// SPDX-License-Identifier: Apache-2.0
// What became of one hundred applications for training, and of one hundred needs for an adviser. Each
// application ends in one of six ways; the counts of the file add up to them (docs/model.md, 2). Of
// needs what is left over still waited when the run ended.
import { hundred, hundredBars, type End, type HundredRow } from "../charts/hundred_bars";
import { columnWidth } from "../charts/theme";
import type { ReportData, Text } from "../data";
import type { Block, Empty, Figure, View } from "../section";
import { decimal, isNumber, years } from "../text/numbers";
import { filled } from "../text/words";
import { allSides, capital, heldPlace, isAlone, policyYears, side, titled, type Side } from "./beside";

const words = {
  returned: { en: "trained", ko: "연수 마침" },
  refused: { en: "no seat", ko: "정원 부족" },
  too_late: { en: "file read too late", ko: "심사 지연" },
  dropped: { en: "dropped out before departure", ko: "중도 포기" },
  cancelled: { en: "seat cancelled", ko: "정원 취소" },
  lapsed: { en: "firm closed", ko: "기업 폐업" },
  served: { en: "got an adviser", ko: "고문 만남" },
  unfunded: { en: "no money", ko: "재원 부족" },
  no_adviser: { en: "no adviser ready", ko: "고문 없음" },
  no_interpreter: { en: "no interpreter", ko: "통역 없음" },
  gave_up: { en: "patience ended before a matching day", ko: "매칭 전 대기 포기" },
  unmatched: { en: "matching failed", ko: "매칭 실패" },
  withdrawn: { en: "firm closed", ko: "기업 폐업" },
  waiting: { en: "still waiting at the end", ko: "끝까지 대기 중" },
  applications: { en: "applications for training", ko: "연수 신청" },
  needs: { en: "needs for an adviser", ko: "기술고문 요청" },
  moves_applications: {
    en: "Applications fail most often for “{end}”: of 100, {from} under {held}, {to} under {name}",
    ko: "연수로 이어지지 않는 가장 큰 까닭은 ‘{end}’: 신청 100건 중 {held} {from}건, {name} {to}건",
  },
  moves_needs: {
    en: "Needs go unmet most often for “{end}”: of 100, {from} under {held}, {to} under {name}",
    ko: "고문을 만나지 못하는 가장 큰 까닭은 ‘{end}’: 요청 100건 중 {held} {from}건, {name} {to}건",
  },
  alone_applications: {
    en: "Applications fail most often for “{end}”: {to} of 100",
    ko: "연수로 이어지지 않는 가장 큰 까닭은 ‘{end}’: 신청 100건 중 {to}건",
  },
  alone_needs: {
    en: "Needs go unmet most often for “{end}”: {to} of 100",
    ko: "고문을 만나지 못하는 가장 큰 까닭은 ‘{end}’: 요청 100건 중 {to}건",
  },
  none_applications: { en: "No application fails", ko: "모든 신청이 연수로 이어진다" },
  none_needs: { en: "No need goes unmet", ko: "고문을 요청한 기업이 모두 고문을 만난다" },
  subtitle_applications: {
    en: "All persons whom firms put forward, {period}; every application ends in one of these ways",
    ko: "{period} 기업이 신청한 모든 사람. 신청은 이 가운데 하나로 끝난다",
  },
  subtitle_needs: {
    en: "All firms that asked for an adviser, {period}; every need ends in one of these ways",
    ko: "{period} 기술고문을 요청한 모든 기업. 요청은 이 가운데 하나로 끝난다",
  },
  caption_applications: {
    en: "Of {from} applications under {held} and {to} under {name}. “No seat”: read in time, but no seat, host place or money was left.",
    ko: "신청 {from}건({held}), {to}건({name}) 기준. ‘정원 부족’은 제때 심사했으나 정원, 일본 수용 인원, 재원 가운데 하나가 모자란 경우다.",
  },
  caption_needs: {
    en: "Of {from} needs under {held} and {to} under {name}. “No money”: the engagements that the year allows were full on the last matching day.",
    ko: "요청 {from}건({held}), {to}건({name}) 기준. ‘재원 부족’은 마지막 매칭 상담회 때 그해에 허용된 지도 건수가 찬 경우다.",
  },
  caption_applications_alone: {
    en: "Of {to} applications. “No seat”: read in time, but no seat, host place or money was left.",
    ko: "신청 {to}건 기준. ‘정원 부족’은 제때 심사했으나 정원, 일본 수용 인원, 재원 가운데 하나가 모자란 경우다.",
  },
  caption_needs_alone: {
    en: "Of {to} needs. “No money”: the engagements that the year allows were full on the last matching day.",
    ko: "요청 {to}건 기준. ‘재원 부족’은 마지막 매칭 상담회 때 그해에 허용된 지도 건수가 찬 경우다.",
  },
  rest: { en: "Counts do not add up: {rest} of 100 have no recorded end.", ko: "합이 맞지 않는다. 100건 중 {rest}건은 결과 기록이 없다." },
  label: { en: "{title}. {parts}.", ko: "{title}. {parts}." },
  empty_applications: { en: "No firm applied for training in the policy period.", ko: "정책 기간에 연수를 신청한 기업이 없다." },
  empty_needs: { en: "No firm asked for an adviser in the policy period.", ko: "정책 기간에 기술고문을 요청한 기업이 없다." },
  policy: { en: "Policy", ko: "정책" },
  all: { en: "All", ko: "전체" },
} satisfies Record<string, Text>;

type Word = keyof typeof words;
interface Fate {
  all: "applications" | "needs";
  subtitle: Word;
  caption: "caption_applications" | "caption_needs";
  empty: Word;
  id: string;
  ends: { word: Word; fill: string; on: string }[];
  /** Counts of the policy period, one an end; null where the file has none. */
  counts(data: ReportData, policy: number): number[] | null;
  /** What the counts are of. */
  total: string;
}

const tone = (word: Word, fill: string, on: string) => ({ word, fill, on });
const sum = (data: ReportData, id: string, policy: number): number => data.totals[id]?.mean[policy] ?? 0;

const applications: Fate = {
  id: "queue-applications",
  all: "applications",
  subtitle: "subtitle_applications",
  caption: "caption_applications",
  empty: "empty_applications",
  total: "applications",
  ends: [
    tone("returned", "var:gain", "var:paper"),
    tone("refused", "var:ink-3", "var:paper"),
    tone("too_late", "var:line-strong", "var:ink"),
    tone("dropped", "var:line", "var:ink"),
    tone("cancelled", "var:loss", "var:paper"),
    tone("lapsed", "var:loss-soft", "var:ink"),
  ],
  counts(data, policy) {
    if (!data.totals["applications"] || !data.totals["trainees_returned"]) return null;
    return [
      "trainees_returned",
      "applicants_refused",
      "applications_too_late",
      "trainees_dropped_out",
      "seats_cancelled",
      "applications_lapsed",
    ].map((id) => sum(data, id, policy));
  },
};

const needs: Fate = {
  id: "queue-needs",
  all: "needs",
  subtitle: "subtitle_needs",
  caption: "caption_needs",
  empty: "empty_needs",
  total: "needs_posted",
  ends: [
    tone("served", "var:gain", "var:paper"),
    tone("unfunded", "var:loss", "var:paper"),
    tone("no_adviser", "var:ink-3", "var:paper"),
    tone("no_interpreter", "var:ink-2", "var:paper"),
    tone("gave_up", "var:line-strong", "var:ink"),
    tone("unmatched", "var:line", "var:ink"),
    tone("withdrawn", "var:loss-soft", "var:ink"),
    tone("waiting", "var:gain-soft", "var:ink"),
  ],
  counts(data, policy) {
    if (!data.totals["needs_posted"] || !data.yearly["needs_served"]) return null;
    const [unfunded, adviser, interpreter] = ["needs_unfunded", "needs_without_adviser", "needs_without_interpreter"].map((id) =>
      sum(data, id, policy),
    ) as [number, number, number];
    const given = sum(data, "needs_given_up", policy);
    const [unmatched, withdrawn] = [sum(data, "needs_unmatched", policy), sum(data, "needs_withdrawn", policy)];
    const served = servedNeeds(data, policy);
    const waiting = sum(data, "needs_posted", policy) - served - given - unmatched - withdrawn;
    return [
      served,
      unfunded,
      adviser,
      interpreter,
      Math.max(0, given - unfunded - adviser - interpreter),
      unmatched,
      withdrawn,
      Math.max(0, waiting),
    ];
  },
};

/** The file has the share served of each year: needs of the year times it. */
function servedNeeds(data: ReportData, policy: number): number {
  return policyYears(data).reduce((all, at) => {
    const [share, posted] = ["needs_served", "needs_posted"].map((id) => data.yearly[id]?.[policy]?.[at]);
    return all + (isNumber(share) && isNumber(posted) ? share * posted : 0);
  }, 0);
}

const most_rows = 8;
/** Of 100; less is rounding. */
const tolerated = 0.5;

function fateFigure(view: View, fate: Fate, weights: number[], at: number): Figure | Empty {
  const { data, lang } = view;
  const shown = allSides(view).filter((one) => sum(data, fate.total, one.place) > 0 && fate.counts(data, one.place));
  if (shown.length === 0) return { kind: "empty", title: capital(words[fate.all][lang]), why: words[fate.empty][lang] };
  const counts = shown.map((one) => hundred(fate.counts(data, one.place)!));
  const kept = fate.ends.map((_, e) => e).filter((e) => counts.some((row) => row[e]! > 0));
  const ends: End[] = kept.map((e) => ({ text: words[fate.ends[e]!.word][lang], fill: fate.ends[e]!.fill, on: fate.ends[e]!.on }));
  const rows: HundredRow[] = shown.map((one, r) => ({
    name: titled(one),
    strong: one.chosen || one.place === heldPlace(view),
    counts: kept.map((e) => counts[r]![e]!),
    tips: ends.map((end, k) => `${titled(one)}\n${end.text}: ${counts[r]![kept[k]!]}`),
  }));
  const title = titleOf(view, fate, shown, counts);
  const parts = ends
    .map(
      (end, k) =>
        `${end.text} ${rows
          .map((row) => row.counts[k])
          .slice(0, 2)
          .join(" / ")}`,
    )
    .join(", ");
  return {
    kind: "figure",
    id: fate.id,
    title,
    subtitle: filled(words[fate.subtitle], lang, { period: years(data.study.period, lang) }),
    spec: hundredBars(ends, rows.slice(0, most_rows), { width: columnWidth(view, weights, at), printing: view.printing }),
    label: filled(words.label, lang, { title, parts }),
    table: {
      columns: [
        { label: words.policy[lang], numeric: false },
        ...ends.map((end) => ({ label: end.text, numeric: true })),
        { label: words.all[lang], numeric: true },
      ],
      rows: rows.map((row, r) => [row.name, ...row.counts.map(String), decimal(sum(data, fate.total, shown[r]!.place), 0)]),
    },
    caption: captionOf(view, fate, shown),
    ...restOf(view, fate, shown),
  };
}

function titleOf(view: View, fate: Fate, shown: Side[], counts: number[][]): string {
  const { lang } = view;
  const row = (place: number) => counts[shown.findIndex((one) => one.place === place)];
  const failures = (row(view.policy) ?? row(heldPlace(view)) ?? []).map((count, at) =>
    at === 0 || fate.ends[at]!.word === "waiting" ? 0 : count,
  );
  const worst = failures.indexOf(Math.max(...failures));
  if (worst < 1 || failures[worst] === 0) return filled(words[`none_${fate.all}`], lang, {});
  const [from, to] = [heldPlace(view), view.policy].map((place) => row(place)?.[worst]);
  const values = { end: words[fate.ends[worst]!.word][lang], name: side(view, view.policy).inText };
  if (to === undefined || from === undefined || isAlone(view))
    return filled(words[`alone_${fate.all}`], lang, { ...values, to: to ?? from ?? 0 });
  return filled(words[`moves_${fate.all}`], lang, { ...values, from, to, held: side(view, heldPlace(view)).inText });
}

function captionOf(view: View, fate: Fate, shown: Side[]): string {
  const { data, lang } = view;
  const of = (place: number) => decimal(sum(data, fate.total, place), 0);
  const [held, chosen] = [heldPlace(view), view.policy];
  const both = !isAlone(view) && [held, chosen].every((place) => shown.some((one) => one.place === place));
  if (!both) return filled(words[`${fate.caption}_alone`], lang, { to: of(shown[0]!.place) });
  return filled(words[fate.caption], lang, {
    held: side(view, held).inText,
    name: side(view, chosen).inText,
    from: of(held),
    to: of(chosen),
  });
}

/** Applications that ended in none of the ways that the file counts: said, never hidden. */
function restOf(view: View, fate: Fate, shown: Side[]): Pick<Figure, "warnings"> {
  const { data, lang } = view;
  const rests = shown.map((one) => {
    const all = sum(data, fate.total, one.place);
    const ended = fate.counts(data, one.place)!.reduce((total, count) => total + count, 0);
    return Math.abs(1 - ended / all) * 100;
  });
  const rest = Math.max(...rests);
  return rest > tolerated ? { warnings: [filled(words.rest, lang, { rest: decimal(rest, 0) })] } : {};
}

export const fateOfApplications = (view: View, weights: number[], at: number): Block => fateFigure(view, applications, weights, at);
export const fateOfNeeds = (view: View, weights: number[], at: number): Block => fateFigure(view, needs, weights, at);
/** Trained per hundred applications; null where nobody applied. */
export function trainedOfHundred(view: View, policy: number): number | null {
  const counts = applications.counts(view.data, policy);
  return counts && sum(view.data, "applications", policy) > 0 ? hundred(counts)[0]! : null;
}
export function servedOfHundred(view: View, policy: number): number | null {
  const counts = needs.counts(view.data, policy);
  return counts && sum(view.data, "needs_posted", policy) > 0 ? hundred(counts)[0]! : null;
}
