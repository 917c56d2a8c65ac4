// SPDX-License-Identifier: Apache-2.0
// "Before you quote": at most three warnings, gravest first; the rest is counted and named.
import type { Lang, ReportData, Text } from "../data";
import type { Notes } from "../section";
import { decimal, isNumber, quantity } from "../text/numbers";
import type { Standings } from "../text/standings";
import { filled, gradeName, isWeak, listed, shortNames } from "../text/words";
import { fillWithParticles } from "../text/answer_parts";
import { focus } from "./one_page_decides";
import { columnsOf } from "./one_page_columns";
import { movers, writtenBy } from "./wrong_parts";

const most = 3;
/** A third of fewer draws is too few to tell low from high. */
const fewDraws = 60;
/** Common random numbers save less than this share of replications: hardly anything. */
const leastReduction = 1.2;
const leastReplications = 30;
/** Share of a deficit below which nobody should speak of it. */
const deficitBound = 2;
/** Share of the money whose programme is not modelled that is worth a word. */
const mostNotModelled = 0.05;

interface Warning {
  /** The graver, the lower. */
  rank: number;
  text: string;
  /** In a few words, for the count. */
  brief: string;
}

const words = {
  title: { en: "Before you quote this", ko: "읽기 전에 알아둘 점" },
  none: { en: "No warning was found by the checks of this report.", ko: "이 보고서의 점검에서 걸린 것은 없다." },
  rest: { en: "{n} more: {briefs}.", ko: "이 밖에 {n}가지: {briefs}." },
  few: {
    en: "Only {n} replications: below {least} no verdict is given, and intervals are rough.",
    ko: "반복이 {n}회뿐이다. {least}회보다 적으면 판정하지 않으며 구간도 거칠다.",
  },
  failed: {
    en: "{n} of {all} simulated worlds failed and are left out.",
    ko: "모의 세계 {all}개 중 {n}개가 실패해 빠졌다.",
  },
  scaled: {
    en: "This study is scaled down ({firms} firms, {share} of the money): for a first look, not for conclusions.",
    ko: "축소판 결과이다(기업 {firms}곳, 예산 {share}). 살펴보기용이며 결론에 쓰기에는 작다.",
  },
  weak_turns: {
    en: "{unknown} has {grade}; where it is {end}, the lead of {policy} is gone ({d}).",
    ko: "가정 {unknown_eun} {grade}이며, 이 값이 {end} {policy}의 우위는 사라진다({d}).",
  },
  weak_moves: {
    en: "{unknown} moves the result of {policy} most, and has {grade}.",
    ko: "{policy}의 결과를 가장 크게 움직이는 가정 {unknown_eun} {grade}이다.",
  },
  missed: {
    en: "{n} of {all} targets of the past are missed: {list}.",
    ko: "과거 목표 {all}개 중 {n}개를 벗어났다: {list}.",
  },
  unsure_one: {
    en: "The interval of {names} covers zero: that is “cannot tell”, not “no effect”.",
    ko: "{names_eun} 구간이 0을 포함한다. 효과가 없다는 뜻이 아니라 판단할 수 없다는 뜻이다.",
  },
  unsure_many: {
    en: "The intervals of {n} policies cover zero: that is “cannot tell”, not “no effect”.",
    ko: "대안 {n}개는 구간이 0을 포함한다. 효과가 없다는 뜻이 아니라 판단할 수 없다는 뜻이다.",
  },
  deficit: {
    en: "No policy offsets as much as {bound}% of the trade deficit in parts and materials with Japan: do not quote this as a way to reduce it.",
    ko: "대일 부품소재 무역적자를 메우는 몫은 어느 안이든 {bound}% 미만이다. 적자 감소 효과로 인용할 수 없다.",
  },
  deficit_more: {
    en: "The programme offsets up to {share} of the trade deficit in parts and materials with Japan; changes of the deficit itself come from the economy.",
    ko: "사업이 대일 부품소재 무역적자를 메우는 몫은 많아야 {share}이다. 적자 자체의 변화는 경기에서 온다.",
  },
  no_draws: { en: "Assumptions were not varied: intervals show chance in the simulation only.", ko: "가정을 바꾸어 보지 않았다. 구간은 모의실험의 우연만 나타낸다." },
  few_draws: { en: "Only {n} sets of assumptions were drawn: how often a policy does better is rough.", ko: "가정 조합은 {n}가지만 뽑았다. 몇 번이나 나은지는 어림값이다." },
  reduction: {
    en: "For {names}, sharing chance between policies hardly narrows the interval; only more replications would.",
    ko: "{names_eun} 같은 우연을 함께 겪게 해도 구간이 거의 좁아지지 않는다. 반복을 늘려야 한다.",
  },
  not_modelled: { en: "{share} of the money goes to programmes that are not modelled.", ko: "예산의 {share}는 모형에 없는 사업에 쓰인다." },
} satisfies Record<string, Text>;

const briefs = {
  few: { en: "few replications", ko: "적은 반복" },
  failed: { en: "failed worlds", ko: "실패한 모의 세계" },
  scaled: { en: "scaled-down study", ko: "축소판" },
  weak: { en: "weak evidence", ko: "약한 근거" },
  missed: { en: "targets missed", ko: "벗어난 과거 목표" },
  unsure: { en: "policies that cannot be told apart from today’s", ko: "판단할 수 없는 대안" },
  deficit: { en: "the trade deficit", ko: "무역적자" },
  no_draws: { en: "assumptions not varied", ko: "바꾸어 보지 않은 가정" },
  few_draws: { en: "few draws", ko: "적은 가정 조합" },
  reduction: { en: "little gain from shared chance", ko: "작은 분산 감소" },
  not_modelled: { en: "programmes not modelled", ko: "모형에 없는 사업" },
} satisfies Record<string, Text>;

export function notesBlock(data: ReportData, standing: Standings, lang: Lang): Notes {
  const all = warningsOf(data, standing, lang).sort((a, b) => a.rank - b.rank);
  const kept = firstOf(all);
  const rest = all.filter((warning) => !kept.includes(warning));
  const items: Notes["items"] = kept.map(({ text }) => ({ text, tone: "warning" }));
  if (rest.length > 0) {
    const said = rest.map((warning) => warning.brief).join(", ");
    items.push({ text: filled(words.rest, lang, { n: rest.length, briefs: said }), tone: "plain", more: rest.map(({ text }) => text) });
  }
  if (items.length === 0) items.push({ text: words.none[lang], tone: "plain" });
  return { kind: "notes", title: words.title[lang], items };
}

/** The deficit keeps its place whatever else is grave. */
function firstOf(all: Warning[]): Warning[] {
  const deficit = all.find((warning) => warning.rank === deficitRank);
  const others = all.filter((warning) => warning !== deficit);
  if (!deficit) return others.slice(0, most);
  return [...others.slice(0, most - 1), deficit].sort((a, b) => a.rank - b.rank);
}
const deficitRank = 60;

/** In any order; every one with its rank. */
export function warningsOf(data: ReportData, standing: Standings, lang: Lang): Warning[] {
  const found = [
    fewReplications(data, lang),
    failedWorlds(data, lang),
    scaledDown(data, lang),
    weakEvidence(data, standing, lang),
    missedTargets(data, lang),
    unsure(data, standing, lang),
    deficit(data, lang),
    drawsWarning(data, lang),
    littleReduction(data, standing, lang),
    notModelled(data, lang),
  ];
  return found.filter((warning): warning is Warning => warning !== null);
}

const warn = (rank: number, brief: Text, lang: Lang, text: string): Warning => ({ rank, brief: brief[lang], text });

function fewReplications({ study }: ReportData, lang: Lang): Warning | null {
  if (study.replications >= leastReplications) return null;
  return warn(10, briefs.few, lang, filled(words.few, lang, { n: study.replications, least: leastReplications }));
}

function failedWorlds({ study, policies }: ReportData, lang: Lang): Warning | null {
  if (study.failed_worlds === 0) return null;
  const all = (study.replications * policies.length).toLocaleString("en-US");
  return warn(15, briefs.failed, lang, filled(words.failed, lang, { n: study.failed_worlds, all }));
}

function scaledDown({ study }: ReportData, lang: Lang): Warning | null {
  if (study.budget_scale >= 1) return null;
  const share = quantity(study.budget_scale, "1", lang, { share: true, ...(study.budget_scale >= 0.01 ? { digits: 0 } : {}) });
  return warn(20, briefs.scaled, lang, filled(words.scaled, lang, { firms: study.firms.toLocaleString("en-US"), share }));
}

/** Of the leading policy: an unknown of grade C or D that takes its lead away, or that matters most. */
function weakEvidence(data: ReportData, standing: Standings, lang: Lang): Warning | null {
  const place = focus(standing, 1)[0];
  const of = data.assumptions?.metrics[data.headline];
  if (place === undefined || standing.leading.length === 0 || !data.assumptions || !of || !standing.metric) return null;
  const all = movers(data.assumptions, of, place);
  const weak = all.filter((mover) => isWeak(mover.unknown.grade));
  const turning = weak.find((mover) => mover.turns);
  const one = turning ?? (all[0] && isWeak(all[0].unknown.grade) ? all[0] : undefined);
  if (!one) return null;
  const written = writtenBy(standing.metric, [[of.low[place] ?? null, of.high[place] ?? null]], lang);
  const atLow = one.low * (of.mean[place] ?? 0) < 0;
  const name = one.unknown.label[lang];
  const text = fillWithParticles(turning ? words.weak_turns : words.weak_moves, lang, {
    unknown: lang === "ko" ? `‘${name}’` : `“${name}”`,
    grade: gradeName(one.unknown.grade, lang),
    policy: shortNames(data.policies, lang)[place] ?? "",
    end: lang === "ko" ? (atLow ? "낮으면" : "높으면") : atLow ? "low" : "high",
    d: written.full(atLow ? one.low : one.high),
  });
  return warn(turning ? 25 : 28, briefs.weak, lang, text);
}

function missedTargets({ scorecard }: ReportData, lang: Lang): Warning | null {
  const known = scorecard.filter((score) => score.verdict !== "not_in_file");
  const missed = known.filter((score) => score.verdict === "missed");
  if (missed.length === 0) return null;
  const shown = missed.slice(0, 2).map((score) => score.what[lang]);
  const list = shown.join("; ") + (missed.length > shown.length ? (lang === "ko" ? " 등" : " and others") : "");
  return warn(30, briefs.missed, lang, filled(words.missed, lang, { n: missed.length, all: known.length, list }));
}

function unsure(data: ReportData, { alternatives, rows }: Standings, lang: Lang): Warning | null {
  const places = alternatives.filter((place) => rows[place]?.state === "cannot_tell");
  if (places.length === 0) return null;
  const names = shortNames(data.policies, lang);
  const text = places.length > 2 ? words.unsure_many : words.unsure_one;
  const said = listed(places.map((place) => names[place] ?? ""), lang);
  return warn(40, briefs.unsure, lang, fillWithParticles(text, lang, { names: said, n: places.length }));
}

/** Stays on the page whenever it shows exports. */
function deficit(data: ReportData, lang: Lang): Warning | null {
  const shares = (data.totals.programme_share_of_deficit?.mean ?? []).filter(isNumber);
  if (shares.length === 0 || !columnsOf(data, lang).some((column) => column.metric.id === "programme_exports")) return null;
  const largest = Math.max(...shares.map(Math.abs));
  const text = largest < deficitBound ? filled(words.deficit, lang, { bound: deficitBound }) : filled(words.deficit_more, lang, { share: `${decimal(largest, 1)}%` });
  return warn(deficitRank, briefs.deficit, lang, text);
}

function drawsWarning({ assumptions }: ReportData, lang: Lang): Warning | null {
  if (!assumptions) return warn(35, briefs.no_draws, lang, words.no_draws[lang]);
  if (assumptions.draws >= fewDraws) return null;
  return warn(50, briefs.few_draws, lang, filled(words.few_draws, lang, { n: assumptions.draws }));
}

/** Only where the verdict is "cannot tell": there it says what would help. */
function littleReduction(data: ReportData, { alternatives, rows }: Standings, lang: Lang): Warning | null {
  const places = alternatives.filter((place) => {
    const row = rows[place];
    return row?.state === "cannot_tell" && isNumber(row.variance_reduction) && row.variance_reduction < leastReduction;
  });
  if (places.length === 0) return null;
  const names = shortNames(data.policies, lang);
  return warn(55, briefs.reduction, lang, fillWithParticles(words.reduction, lang, { names: listed(places.map((place) => names[place] ?? ""), lang) }));
}

function notModelled({ study }: ReportData, lang: Lang): Warning | null {
  if (study.share_not_modelled <= mostNotModelled) return null;
  const share = quantity(study.share_not_modelled, "1", lang, { share: true });
  return warn(58, briefs.not_modelled, lang, filled(words.not_modelled, lang, { share }));
}
