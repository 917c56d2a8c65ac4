// SPDX-License-Identifier: Apache-2.0
// The badge and the name of a policy, the same in every place of the page.
import { policyNumber } from "../charts/theme";
import type { Lang, ReportData } from "../data";
import { policyName } from "../text/words";
import { h } from "./element";

/** Sets --c, --on and --words to the policy's colours, for what is drawn inside. */
export function colours(data: ReportData, place: number): string {
  const number = policyNumber(data, place);
  if (number === null) return "--c:var(--baseline);--on:var(--paper);--words:var(--ink-2)";
  return `--c:var(--policy-${number});--on:var(--on-policy-${number});--words:var(--policy-${number}-text)`;
}

export function badge(data: ReportData, place: number): HTMLElement {
  const policy = data.policies[place];
  const kind = policy?.baseline ? "badge base" : policy?.stress ? "badge stress" : "badge";
  return h("span", { class: kind, style: colours(data, place), "aria-hidden": "true" }, policy?.badge ?? "");
}

/** Isolated, so that letters written from right to left keep to themselves; whole on hover. */
export function nameOf(data: ReportData, place: number, lang: Lang): HTMLElement {
  const policy = data.policies[place];
  const name = policy ? policyName(policy, lang) : "";
  return h("bdi", { class: "name", title: name.length > 24 ? name : null }, name);
}
