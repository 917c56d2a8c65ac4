// SPDX-License-Identifier: Apache-2.0
// Above the first page: which study this is, and on what terms it was made.
import type { Lang, ReportData } from "../data";
import { designWords } from "../text/designs";
import { years } from "../text/numbers";
import { isExPost, knowledgeWords, policyName } from "../text/words";
import { h, type Child } from "./element";
import { fill, words } from "./words";

export function studyHead(data: ReportData, other: ReportData | null, lang: Lang): HTMLElement {
  return h(
    "div",
    { class: "study" },
    h("p", { class: "eyebrow" }, other ? `${words.firstStudy[lang]} · ${data.study.file}` : (data.sweep ? words.sweepEyebrow : words.eyebrow)[lang]),
    h("h1", {}, h("bdi", {}, titleOf(data, lang))),
    h("ul", { class: "meta" }, terms(data, lang)),
    other ? h("p", { class: "sub" }, `${words.secondStudy[lang]}: `, h("bdi", {}, titleOf(other, lang)), ` · ${other.study.file}`) : null,
  );
}

export const titleOf = (data: ReportData, lang: Lang) => data.study.title[lang].trim() || data.study.file;

function terms(data: ReportData, lang: Lang): HTMLElement[] {
  const { study } = data;
  const baseline = data.policies.find((policy) => policy.baseline);
  const term = (name: string, value: Child, kind?: string) => h("li", { class: kind }, h("b", {}, name), " ", value);
  const number = (value: number) => value.toLocaleString("en-US");
  const runs = data.sweep ? words.runsOfSweep : study.draws > 0 ? words.runsWithDraws : words.runsValue;
  const design = data.sweep ? [term(words.design[lang], designWords(data.sweep, lang))] : [];
  return [
    term(words.period[lang], years(study.period, lang)),
    term(words.comparedWith[lang], baseline ? baselineName(data, lang) : words.nothingToCompare[lang], baseline ? undefined : "tinted"),
    term(words.knowledge[lang], knowledgeWords(study.knowledge, lang), isExPost(study.knowledge) ? "tinted" : undefined),
    ...design,
    term(words.runs[lang], fill(runs, lang, { n: number(study.replications), k: number(data.sweep?.points ?? study.draws) })),
    term(words.firms[lang], fill(words.firmsValue, lang, { n: number(study.firms) })),
  ];
}

/** "현행 유지", and the scenario's own name of it where that says more. */
function baselineName(data: ReportData, lang: Lang): Child {
  const baseline = data.policies.find((policy) => policy.baseline)!;
  const general = policyName(baseline, lang);
  const own = baseline.label[lang].trim();
  return own && own.toLowerCase() !== general.toLowerCase() ? [general, " · ", h("bdi", {}, own)] : general;
}
