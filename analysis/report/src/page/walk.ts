// SPDX-License-Identifier: Apache-2.0
// Walking a chart by keyboard: it is one tab stop, arrows move through the rows of its table, and
// what stands there is shown at the chart and spoken.
import type { Table } from "../section";
import { hideTip, showTip } from "./tip";
import { speak } from "./speak";

export function walkable(element: HTMLElement, table: Table): void {
  if (table.rows.length === 0) return;
  let at = -1;
  element.tabIndex = 0;
  element.addEventListener("keydown", (event) => {
    const to = target(event.key, at, table.rows.length);
    if (to === null || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    at = to;
    const text = rowText(table, at);
    const { left, bottom } = element.getBoundingClientRect();
    hideTip();
    showTip(text, left - 6, Math.min(bottom, innerHeight) - 20);
    speak(text.replaceAll("\n", ", "));
  });
  element.addEventListener("blur", () => hideTip());
}

function target(key: string, at: number, rows: number): number | null {
  const to = { ArrowDown: at + 1, ArrowRight: at + 1, ArrowUp: at - 1, ArrowLeft: at - 1, Home: 0, End: rows - 1 }[key];
  return to === undefined ? null : Math.max(0, Math.min(rows - 1, to));
}

/** "2010", then "column: value" a line. */
export function rowText(table: Table, at: number): string {
  const row = table.rows[at] ?? [];
  const cells = row.map((cell, column) => (column === 0 ? (cell ?? "") : `${table.columns[column]?.label ?? ""}: ${cell ?? "–"}`));
  return cells.join("\n");
}
