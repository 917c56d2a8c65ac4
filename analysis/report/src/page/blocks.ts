// SPDX-License-Identifier: Apache-2.0
// Draws the blocks that a section is made of.
import type { Answer, Block, Columns, Commands, Dots, Empty, Facts, Notes, TableBlock } from "../section";
import { badge, colours } from "./badge";
import type { Context } from "./context";
import { h, svg } from "./element";
import { figure } from "./figure";
import { forest } from "./forest";
import { marked, unbroken } from "./prose";
import { copyButton, copying, table } from "./table";
import { words } from "./words";

export function block(content: Block, context: Context): HTMLElement {
  switch (content.kind) {
    case "figure":
      return figure(content, context);
    case "forest":
      return forest(content, context);
    case "columns":
      return columns(content, context);
    case "table":
      return tableBlock(content, context);
    case "notes":
      return notes(content, context);
    case "empty":
      return empty(content);
    case "commands":
      return commands(content, context);
    case "answer":
      return answer(content, context);
    case "facts":
      return facts(content, context);
    case "dots":
      return dots(content, context);
  }
}

function columns(content: Columns, context: Context): HTMLElement {
  const weights = content.weights ?? content.blocks.map(() => 1);
  const style = context.phone ? null : `grid-template-columns:${weights.map((weight) => `minmax(0, ${weight}fr)`).join(" ")}`;
  const column = (blocks: Block[]) => h("div", { class: "column" }, blocks.map((one) => block(one, context)));
  return h("div", { class: `columns of-${content.blocks.length}`, style }, content.blocks.map(column));
}

/** Tables of no more rows stay together on paper. */
const mostUnbroken = 14;

function tableBlock(content: TableBlock, context: Context): HTMLElement {
  const { lang } = context.view;
  const inner = () => [copyButton(content.table, lang), table(content.table, content.title, content.tones ?? [])];
  const subtitle = content.subtitle ? h("p", { class: "sub" }, content.subtitle) : null;
  const short = content.table.rows.length <= mostUnbroken ? "table-block short" : "table-block";
  if (!content.folded) return h("div", { id: content.id, class: short }, h("h3", {}, content.title), subtitle, inner());
  const box = h("details", { id: content.id, class: "table-block" }, h("summary", {}, h("span", { class: "h3" }, content.title)), subtitle);
  box.addEventListener("toggle", () => {
    if (box.open && !box.querySelector("table")) box.append(...inner());
  });
  return box;
}

function notes(content: Notes, context: Context): HTMLElement {
  const list = (more: string[]) => h("ul", { class: "says" }, more.map((text) => h("li", { class: "plain" }, unbroken(text))));
  const said = ({ text, more }: Notes["items"][number]) =>
    more && !context.view.printing ? h("details", {}, h("summary", {}, unbroken(text)), list(more)) : unbroken(text);
  const items = content.items.map((item) => h("li", { class: item.tone === "warning" ? "warning" : "plain" }, said(item)));
  return h("div", { class: "notes" }, content.title ? h("h3", {}, content.title) : null, h("ul", { class: "says" }, items));
}

function empty(content: Empty): HTMLElement {
  return h("div", { class: "empty" }, h("h3", {}, content.title), h("p", {}, content.why), content.command ? h("pre", { tabindex: 0 }, content.command) : null);
}

function commands(content: Commands, context: Context): HTMLElement {
  const text = content.lines.join("\n");
  return h(
    "div",
    { class: "box" },
    h("h3", {}, content.title),
    h("pre", { tabindex: 0, "aria-label": content.title, role: "region" }, text),
    copying(() => text, context.view.lang),
    content.note ? h("p", { class: "note" }, content.note) : null,
  );
}

function answer(content: Answer, context: Context): HTMLElement {
  const { data, lang } = context.view;
  return h("div", { class: "answer" }, h("p", {}, content.sentences.map((sentence, at) => [at > 0 ? " " : "", ...marked(sentence, data, lang)])));
}

function facts(content: Facts, context: Context): HTMLElement {
  const one = (fact: Facts["facts"][number]) =>
    h(
      "div",
      {},
      h("dt", {}, fact.question),
      h("dd", { class: "big" }, (fact.badges ?? []).map((place) => badge(context.view.data, place)), h("span", {}, fact.value, fact.unit ? h("small", {}, ` ${fact.unit}`) : null)),
      h("dd", { class: "sub" }, unbroken(fact.note)),
    );
  return h("dl", { class: "facts" }, content.facts.map(one));
}

function dots(content: Dots, context: Context): HTMLElement {
  const length = content.of ?? 100;
  const perRow = length < 100 ? 10 : 20;
  const circle = (at: number) =>
    svg("circle", { class: at < content.filled ? "full" : "open", cx: (at % perRow) * 10 + 5, cy: Math.floor(at / perRow) * 10 + 5, r: 3.6 });
  const drawing = svg("svg", { viewBox: `0 0 200 ${Math.ceil(length / perRow) * 10}`, "aria-hidden": "true" }, Array.from({ length }, (_, at) => circle(at)));
  return h(
    "div",
    { class: "dots", style: colours(context.view.data, content.policy) },
    content.heading ? h("h3", {}, content.heading) : null,
    content.note ? h("p", { class: "sub" }, content.note) : null,
    h("p", { class: "cellhead" }, badge(context.view.data, content.policy), h("span", {}, content.title)),
    h("div", { class: "plot", role: "img", "aria-label": content.title, "data-chart": `dots-${content.policy}` }, drawing),
  );
}

/** In place of a section that failed. */
export function failed(context: Context): HTMLElement {
  return h("div", { class: "empty" }, h("p", {}, words.failedSection[context.view.lang]));
}
