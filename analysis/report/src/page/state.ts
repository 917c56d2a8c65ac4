// SPDX-License-Identifier: Apache-2.0
// What the reader has switched to. It stands in the address after "#" and nowhere else, so that a
// link opens the same view.
import type { Lang, ReportData } from "../data";

export interface State {
  lang: Lang;
  /** null: as the reader's system has it. */
  theme: "light" | "dark" | null;
  /** Place of the chosen policy. */
  policy: number;
  /** Id of the chosen metric. */
  metric: string;
  /** Of a sweep: the policy's own level, not its difference from the baseline. */
  level: boolean;
  /** Id of the section that a link leads to; "" : none. */
  at: string;
}

/** Unknown names are left out, as a link may be of another study. */
export function readState(hash: string, data: ReportData, lang: Lang): State {
  const asked = new URLSearchParams(hash.replace(/^#/, ""));
  const theme = asked.get("theme");
  const policy = data.policies.findIndex((one) => one.id === asked.get("policy"));
  const metric = asked.get("metric") ?? "";
  return {
    lang: asked.get("lang") === "ko" ? "ko" : asked.get("lang") === "en" ? "en" : lang,
    theme: theme === "light" || theme === "dark" ? theme : null,
    policy: choices(data).includes(policy) ? policy : firstPolicy(data),
    metric: data.offered.includes(metric) ? metric : firstMetric(data),
    level: data.sweep !== undefined && asked.get("of") === "level",
    at: asked.get("at") ?? "",
  };
}

export function writeState(state: State, data: ReportData): string {
  const said = new URLSearchParams({ lang: state.lang });
  if (state.theme) said.set("theme", state.theme);
  if (choices(data).includes(state.policy)) said.set("policy", data.policies[state.policy]!.id);
  if (state.metric) said.set("metric", state.metric);
  if (state.level) said.set("of", "level");
  if (state.at) said.set("at", state.at);
  return `#${said}`;
}

const firstMetric = (data: ReportData) =>
  data.offered.includes(data.headline) ? data.headline : (data.offered[0] ?? data.headline);

/** The best by the headline metric; stress cases only where nothing else is. */
function firstPolicy(data: ReportData): number {
  const turned = data.metrics.find((metric) => metric.id === data.headline)?.better === "less" ? -1 : 1;
  const worth = (place: number) => turned * (data.comparison[data.headline]?.[place]?.difference ?? -Infinity * turned);
  const places = choices(data).filter((place) => !data.policies[place]!.baseline);
  const chosen = places.filter((place) => !data.policies[place]!.stress);
  const among = chosen.length > 0 ? chosen : places;
  return among.reduce((best, place) => (worth(place) > worth(best) ? place : best), among[0] ?? 0);
}

/** Places of the policies that the switch offers: all but today's, which only a sweep looks at alone. */
export function choices(data: ReportData): number[] {
  return data.policies.flatMap((policy, place) => (policy.baseline && !data.sweep ? [] : [place]));
}
