// SPDX-License-Identifier: Apache-2.0
// Sentences as nodes: the first sentence of a lead in bold, policy names of the answer underlined in
// their colour, numbers kept together with their unit.
import type { Lang, ReportData } from "../data";
import { shortNames, policyName } from "../text/words";
import { colours } from "./badge";
import { h, type Child } from "./element";

const nb = "\u00a0";
const joiner = "\u2060";

/** A number and its unit never part at the end of a line. */
export function unbroken(text: string): string {
  return text
    .replace(/([\d억조만]) (?=(?:억|조|만)?\s?(?:원|달러)|bn\b|m\b|tn\b|bp\b|pp\b|%|persons?\b|days?\b|years?\b)/g, `$1${nb}`)
    .replace(/(KRW|USD|100번 중|in) (?=[+−\d])/g, `$1${nb}`)
    .replace(/%(?=[가-힣~])/g, `%${joiner}`);
}

/** `first` in bold, up to the full stop that a space follows. */
export function lead(text: string): Child[] {
  const end = text.search(/[.?!](?=\s)/);
  const first = end < 0 ? text : text.slice(0, end + 1);
  return [h("strong", {}, unbroken(first)), unbroken(text.slice(first.length))];
}

/** `**` round a policy's name marks it. */
export function marked(text: string, data: ReportData, lang: Lang): Child[] {
  return text.split("**").map((part, at) => {
    if (at % 2 === 0) return unbroken(part);
    const place = policyNamed(part, data, lang);
    return h("span", { class: "key", style: place < 0 ? null : colours(data, place) }, h("bdi", {}, part));
  });
}

/** Place of the policy that `text` names, the longest name winning; −1: none. */
export function policyNamed(text: string, data: ReportData, lang: Lang): number {
  const short = shortNames(data.policies, lang);
  const names = data.policies.map((policy, place) => [policyName(policy, lang), short[place] ?? ""]);
  let found = -1;
  let length = 0;
  names.forEach((of, place) => {
    for (const name of of) {
      if (name && name.length > length && text.includes(name)) [found, length] = [place, name.length];
    }
  });
  return found;
}
