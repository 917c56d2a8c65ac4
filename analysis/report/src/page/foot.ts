// SPDX-License-Identifier: Apache-2.0
// The foot of the page, and of every printed side: what the numbers are of, and where they are from.
import type { Lang, ReportData } from "../data";
import { h } from "./element";
import { titleOf } from "./study_head";
import { fill, words } from "./words";

export function foot(data: ReportData, lang: Lang): HTMLElement {
  return h("footer", { class: "foot" }, h("div", { class: "page" }, h("p", {}, h("bdi", {}, titleOf(data, lang)), ` · ${money(data, lang)}`), h("p", {}, provenance(data, lang))));
}

function money(data: ReportData, lang: Lang): string {
  const said = [fill(words.prices, lang, { year: data.study.price_year })];
  if (data.economics) said.push(fill(words.discount, lang, { rate: +(100 * data.economics.discount_rate).toFixed(2) }));
  return said.join(", ");
}

function provenance(data: ReportData, lang: Lang): string {
  const { study } = data;
  const said = [study.coopsim_version.replace(/^(?!coopsim)/, "coopsim "), study.file, `${words.seed[lang]} ${study.seed}`, `${words.fingerprint[lang]} ${study.fingerprint}`];
  if (study.run_on) said.push(fill(words.runOn, lang, { date: study.run_on.slice(0, 10) }));
  return said.join(" · ");
}

/** Margin boxes of printed sides: title and provenance at the left, page number at the right. */
export function printedFoot(data: ReportData, lang: Lang): string {
  const { study } = data;
  const left = [shortened(titleOf(data, lang)), study.run_on.slice(0, 10), study.fingerprint.slice(0, 16)].filter((part) => part !== "");
  return `@page { @bottom-left { content: ${cssString(left.join(" · "))}; } @bottom-right { content: counter(page) "/" counter(pages); } }`;
}

const shortened = (title: string) => (title.length > 60 ? `${title.slice(0, 59)}…` : title);

/** Everything but letters and digits is escaped, so that no title can end the string. */
function cssString(text: string): string {
  const escaped = [...text].map((letter) => (/[\p{L}\p{N} ]/u.test(letter) ? letter : `\\${letter.codePointAt(0)!.toString(16)} `));
  return `"${escaped.join("")}"`;
}
