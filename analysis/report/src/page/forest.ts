// SPDX-License-Identifier: Apache-2.0
// The first chart: a grid with one row a policy and one plot a metric, all on their own zero line,
// then cost and verdict. On a phone one metric at a time, and the verdicts as a list below.
import type { Lang } from "../data";
import type { Forest, ForestRow } from "../section";
import { signs, policyName, shortNames } from "../text/words";
import { badge, nameOf } from "./badge";
import type { Context } from "./context";
import { h, type Child } from "./element";
import { forestLegend } from "./forest_legend";
import { forestPlot } from "./forest_plot";
import { unbroken } from "./prose";
import { radioGroup } from "./radio";
import { foldedTable } from "./table";
import { fill, words } from "./words";

/** More policies than these are unfolded on request. */
const shownAtFirst = 6;

export function forest(block: Forest, context: Context): HTMLElement {
  const title = `${block.id}-title`;
  const { lang } = context.view;
  return h(
    "figure",
    { id: block.id, class: "forest-figure", "aria-labelledby": title },
    h("h3", { id: title }, block.title),
    h("p", { class: "sub" }, block.subtitle),
    body(block, context),
    forestLegend(block, context.view.data, lang),
    block.caption ? h("p", { class: "note" }, block.caption) : null,
    foldedTable(block.table, block.title, lang),
  );
}

function body(block: Forest, context: Context): HTMLElement {
  const box = h("div", { class: "forest-body" });
  const fillBox = () => {
    const hidden = hiddenRows(block, context);
    const rows = block.rows.filter((row) => !hidden.includes(row));
    const more = hidden.length > 0 ? [moreButton(hidden.length, block, context, fillBox)] : [];
    box.replaceChildren(...(context.phone ? onPhone(block, rows, context) : [onDesk(block, rows, context)]), ...more);
  };
  fillBox();
  return box;
}

/** Best five and the baseline stay. */
function hiddenRows(block: Forest, context: Context): ForestRow[] {
  const others = block.rows.filter((row) => !isBaseline(row, context));
  if (others.length <= shownAtFirst || context.opened.has(block.id)) return [];
  return others.slice(shownAtFirst - 1);
}
const isBaseline = (row: ForestRow, context: Context) => context.view.data.policies[row.policy]?.baseline ?? false;

function moreButton(count: number, block: Forest, context: Context, again: () => void): HTMLElement {
  const button = h("button", { type: "button", class: "tool more" }, fill(words.showMore, context.view.lang, { n: count }));
  button.addEventListener("click", () => {
    context.opened.add(block.id);
    again();
  });
  return button;
}

function onDesk(block: Forest, rows: ForestRow[], context: Context): HTMLElement {
  const { lang, data } = context.view;
  const costs = rows.some((row) => row.cost !== "");
  const cells = (column: number, kind: string, of: (row: ForestRow) => Child) =>
    h("div", { class: `cells ${kind}`, style: `grid-column:${column}` }, rows.map((row) => h("div", {}, of(row))));
  const count = block.columns.length;
  const plots = block.columns.map((_, at) => forestPlot(block, rows, at, context));
  const columns = ["var(--names)", ...block.columns.map((_, at) => (at === 0 ? "1.35fr" : "1fr")), costs ? "var(--costs)" : "", "var(--verdicts)"];
  return h(
    "div",
    { class: "forest", style: `--row:${context.rowHeight}px;grid-template-columns:${columns.join(" ")}` },
    h("div", { class: "head" }, words.policy[lang]),
    block.columns.map((column) => h("div", { class: "head" }, column.label, h("small", {}, column.sublabel))),
    costs ? h("div", { class: "head right" }, words.cost[lang], h("small", {}, block.cost_sublabel ?? "")) : null,
    h("div", { class: "head" }, words.verdict[lang], h("small", {}, block.columns[0]?.label ?? "")),
    h("div", { class: "lines", "aria-hidden": "true" }, rows.map(() => h("i"))),
    cells(1, "names", (row) => [badge(data, row.policy), nameFor(row, context)]),
    plots.map((plot, at) => h("div", { class: "fcol", style: `grid-column:${at + 2}` }, plot)),
    costs ? cells(count + 2, "money", (row) => row.cost) : null,
    cells(count + (costs ? 3 : 2), "verdicts", (row) => pill(row)),
  );
}

const nameFor = (row: ForestRow, context: Context) =>
  context.view.printing
    ? h("bdi", { class: "name" }, shortNames(context.view.data.policies, context.view.lang)[row.policy] ?? "")
    : nameOf(context.view.data, row.policy, context.view.lang);

const tones: Record<string, string> = {
  among_the_best: "best",
  clear_gain: "gain",
  clear_loss: "loss",
  cannot_tell: "unsure",
  no_verdict: "unsure",
  practically_equal: "same",
};

export function pill(row: ForestRow): HTMLElement {
  const tone = tones[row.state];
  if (!tone) return h("span", { class: "plain-verdict" }, row.verdict);
  const sign = signs[row.state as keyof typeof signs] ?? "";
  return h("span", { class: `pill ${tone}` }, h("i", { "aria-hidden": "true" }, sign), row.verdict);
}

function onPhone(block: Forest, rows: ForestRow[], context: Context): HTMLElement[] {
  const { lang } = context.view;
  const place = h("div", { class: "fcol" });
  const shown = () => Math.min(context.shownColumn.at, block.columns.length - 1);
  const show = () => place.replaceChildren(...phonePlot(block, rows, shown(), context));
  const options = block.columns.map((column, at) => ({ key: String(at), content: [column.label] }));
  const group = radioGroup(options, String(shown()), { className: "seg wide", label: words.metricSwitch[lang], option: "segment" }, (key) => {
    context.shownColumn.at = Number(key);
    show();
  });
  show();
  return [...(options.length > 1 ? [group.element] : []), place, verdictList(block, rows, context)];
}

function phonePlot(block: Forest, rows: ForestRow[], at: number, context: Context): HTMLElement[] {
  const column = block.columns[at];
  const { data, lang } = context.view;
  const short = shortNames(data.policies, lang);
  const names = rows.map((row) => h("div", {}, badge(data, row.policy), h("bdi", { class: "name" }, short[row.policy] ?? "")));
  return [
    h("p", { class: "sub" }, h("strong", {}, column?.label ?? ""), " ", column?.sublabel ?? ""),
    h(
      "div",
      { class: "forest", style: `--row:${context.rowHeight}px;grid-template-columns:var(--names) 1fr` },
      h("div", { class: "lines", "aria-hidden": "true" }, rows.map(() => h("i"))),
      h("div", { class: "cells names", style: "grid-column:1" }, names),
      h("div", { class: "fcol", style: "grid-column:2" }, forestPlot(block, rows, at, context)),
    ),
  ];
}

/** "Cost +35 (public, 10 years · KRW bn)", for no column head says it here. */
const costOf = (block: Forest, row: ForestRow, lang: Lang) =>
  [words.cost[lang], row.cost, block.cost_sublabel ? `(${block.cost_sublabel})` : ""].join(" ").trimEnd();

function verdictList(block: Forest, rows: ForestRow[], context: Context): HTMLElement {
  const { data, lang } = context.view;
  const item = (row: ForestRow) =>
    h(
      "li",
      {},
      badge(data, row.policy),
      h("span", {}, h("bdi", {}, data.policies[row.policy] ? policyName(data.policies[row.policy]!, lang) : ""), row.cost ? h("small", {}, unbroken(costOf(block, row, lang))) : null),
      pill(row),
    );
  return h("ul", { class: "verdict-list" }, rows.filter((row) => !isBaseline(row, context)).map(item));
}
