// SPDX-License-Identifier: Apache-2.0
// The switches, policy and metric, which stay in view from the second section on; of a sweep also
// whether a policy's level is looked at or its difference. Few choices are radio groups; many
// policies, and a phone, get a list with the same badges.
import type { Lang, ReportData } from "../data";
import { metricOf } from "../text/metrics";
import { policyName, shortNames } from "../text/words";
import { badge, colours } from "./badge";
import { h } from "./element";
import { radioGroup, type RadioGroup } from "./radio";
import { choices, type State } from "./state";
import { words } from "./words";

/** More policies, and more metrics, than these are a list. */
const mostChips = 6;
const mostSegments = 6;

export interface Switches {
  element: HTMLElement;
  show(state: State): void;
}

export function switches(data: ReportData, lang: Lang, phone: boolean, choose: (change: Partial<State>) => void): Switches {
  const policy = choices(data).length > 1 ? policySwitch(data, lang, phone, (place) => choose({ policy: place })) : null;
  const metric = data.offered.length > 1 ? metricSwitch(data, lang, phone, (id) => choose({ metric: id })) : null;
  const level = policy && data.sweep ? levelSwitch(lang, (shown) => choose({ level: shown })) : null;
  const element = h("div", { class: "pick", role: "region", "aria-label": words.switches[lang] });
  element.append(h("div", { class: "page" }, policy?.element, metric?.element, level?.element));
  element.hidden = !policy && !metric;
  return {
    element,
    show: (state) => {
      policy?.show(String(state.policy));
      metric?.show(state.metric);
      level?.show(state.level ? "level" : "difference");
    },
  };
}

function policySwitch(data: ReportData, lang: Lang, phone: boolean, choose: (place: number) => void): RadioGroup {
  const places = choices(data);
  const short = shortNames(data.policies, lang);
  const say = (data.sweep ? words.policy : words.policySwitch)[lang];
  if (phone || places.length > mostChips) {
    const text = (place: number) => `${data.policies[place]!.badge} ${policyName(data.policies[place]!, lang)}`;
    const mark = h("span", { class: "list-badge" });
    const list = listSwitch(places.map((place) => [String(place), text(place)]), say, (key) => choose(Number(key)));
    list.element.prepend(mark);
    const show = (key: string) => {
      list.show(key);
      mark.replaceChildren(badge(data, Number(key)));
    };
    return { element: list.element, show };
  }
  const option = (place: number) => ({
    key: String(place),
    content: [badge(data, place), h("bdi", { class: "name" }, short[place] ?? "")],
    label: `${data.policies[place]!.badge} ${policyName(data.policies[place]!, lang)}`,
    style: colours(data, place),
  });
  const group = radioGroup(places.map(option), "", { className: "chips", label: say, option: "chip" }, (key) => choose(Number(key)));
  return { element: h("div", { class: "switch" }, h("span", { class: "switch-name", "aria-hidden": "true" }, say), group.element), show: group.show };
}

function metricSwitch(data: ReportData, lang: Lang, phone: boolean, choose: (id: string) => void): RadioGroup {
  const say = words.metricSwitch[lang];
  if (phone || data.offered.length > mostSegments) return metricList(data, lang, choose);
  const options = data.offered.map((id) => ({ key: id, content: [nameOfMetric(data, id, lang)] }));
  const group = radioGroup(options, "", { className: "seg", label: say, option: "segment" }, choose);
  return { element: h("div", { class: "switch" }, h("span", { class: "switch-name", "aria-hidden": "true" }, say), group.element), show: group.show };
}

function metricList(data: ReportData, lang: Lang, choose: (id: string) => void): RadioGroup {
  const say = words.metricSwitch[lang];
  const list = listSwitch(data.offered.map((id) => [id, nameOfMetric(data, id, lang)]), say, choose);
  list.element.prepend(h("span", { class: "switch-name", "aria-hidden": "true" }, say));
  return list;
}

function levelSwitch(lang: Lang, choose: (level: boolean) => void): RadioGroup {
  const say = words.levelSwitch[lang];
  const options = (["difference", "level"] as const).map((key) => ({ key, content: [words[key][lang]] }));
  const group = radioGroup(options, "", { className: "seg of", label: say, option: "segment" }, (key) => choose(key === "level"));
  return { element: h("div", { class: "switch" }, group.element), show: group.show };
}

const nameOfMetric = (data: ReportData, id: string, lang: Lang) => metricOf(data, id)?.label[lang] || id;

function listSwitch(options: [key: string, text: string][], label: string, choose: (key: string) => void): RadioGroup {
  const list = h("select", { "aria-label": label }, options.map(([key, text]) => h("option", { value: key }, text)));
  list.addEventListener("change", () => choose(list.value));
  return {
    element: h("div", { class: "switch list" }, list),
    show: (key) => {
      list.value = key;
    },
  };
}
