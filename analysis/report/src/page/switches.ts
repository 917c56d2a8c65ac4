// SPDX-License-Identifier: Apache-2.0
// The two switches, policy and metric, which stay in view from the second section on. Few choices
// are radio groups; many policies, and a phone, get a list with the same badges.
import type { Lang, ReportData } from "../data";
import { metricOf } from "../text/metrics";
import { policyName, shortNames } from "../text/words";
import { badge, colours } from "./badge";
import { h } from "./element";
import { radioGroup, type RadioGroup } from "./radio";
import { choices } from "./state";
import { words } from "./words";

/** More policies, and more metrics, than these are a list. */
const mostChips = 6;
const mostSegments = 6;

export interface Switches {
  element: HTMLElement;
  show(policy: number, metric: string): void;
}

export function switches(
  data: ReportData,
  lang: Lang,
  phone: boolean,
  choosePolicy: (place: number) => void,
  chooseMetric: (id: string) => void,
): Switches {
  const policy = choices(data).length > 1 ? policySwitch(data, lang, phone, choosePolicy) : null;
  const metric = data.offered.length > 1 ? metricSwitch(data, lang, phone, chooseMetric) : null;
  const element = h("div", { class: "pick", role: "region", "aria-label": words.switches[lang] });
  element.append(h("div", { class: "page" }, policy?.element, metric?.element));
  element.hidden = !policy && !metric;
  return {
    element,
    show: (place, id) => {
      policy?.show(String(place));
      metric?.show(id);
    },
  };
}

function policySwitch(data: ReportData, lang: Lang, phone: boolean, choose: (place: number) => void): RadioGroup {
  const places = choices(data);
  const short = shortNames(data.policies, lang);
  const say = words.policySwitch[lang];
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
