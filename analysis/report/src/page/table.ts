// SPDX-License-Identifier: Apache-2.0
// Tables: in a box that scrolls on its own, with a button that copies them for a spreadsheet.
import type { Lang } from "../data";
import type { Table } from "../section";
import { h } from "./element";
import { words } from "./words";

export function table(content: Table, label: string, tones: (string | null)[] = []): HTMLElement {
  const numeric = (at: number) => (content.columns[at]?.numeric ? "n" : null);
  const head = h("tr", {}, content.columns.map((column, at) => h("th", { scope: "col", class: numeric(at) }, column.label)));
  const rows = content.rows.map((row, place) =>
    h("tr", { class: tones[place] ?? null }, row.map((cell, at) => cellOf(cell, at, numeric(at)))),
  );
  const whole = h("table", {}, h("thead", {}, head), h("tbody", {}, rows));
  return h("div", { class: "scroll", role: "region", tabindex: 0, "aria-label": label }, whole);
}

/** The first column names its row, where it says something. */
function cellOf(cell: string | null, at: number, kind: string | null): HTMLElement {
  if (at === 0 && cell) return h("th", { scope: "row", class: kind }, h("bdi", {}, cell ?? ""));
  return h("td", { class: kind }, cell === null ? "" : kind ? cell : h("bdi", {}, cell));
}

/** "표로 보기": built when it is opened. */
export function foldedTable(content: Table, label: string, lang: Lang): HTMLElement {
  const box = h("details", { class: "as-table" }, h("summary", {}, words.asTable[lang]));
  box.addEventListener("toggle", () => {
    if (box.open && !box.querySelector("table")) box.append(copyButton(content, lang), table(content, label));
  });
  return box;
}

export function copyButton(content: Table, lang: Lang): HTMLElement {
  return copying(() => asLines(content), lang);
}

/** A button that copies what `text` gives. */
export function copying(text: () => string, lang: Lang): HTMLElement {
  const button = h("button", { type: "button", class: "copy screen-only" }, words.copy[lang]);
  button.addEventListener("click", () => {
    void copy(text()).then(() => {
      button.textContent = words.copied[lang];
    });
  });
  return button;
}

/** Tabs between cells, as spreadsheets take them; a true minus becomes one that they can count with. */
export function asLines(content: Table): string {
  const line = (cells: (string | null)[]) => cells.map((cell) => (cell ?? "").replace(/[\t\n]/g, " ")).join("\t");
  const number = (cell: string | null, at: number) =>
    content.columns[at]?.numeric ? (cell ?? "").replace(/−(?=[\d.])/g, "-").replace(/^–$/, "") : cell;
  return [line(content.columns.map((column) => column.label)), ...content.rows.map((row) => line(row.map(number)))].join("\n");
}

async function copy(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const field = h("textarea", { class: "away" });
    field.value = text;
    document.body.append(field);
    field.select();
    document.execCommand("copy");
    field.remove();
  }
}
