// SPDX-License-Identifier: Apache-2.0
// A4 portrait. Page one is one side: rows and distances shrink step by step until it fits, text
// never does.
import type { Lang, ReportData } from "../data";
import { h } from "./element";
import { printedFoot } from "./foot";

/** px of one printed side at 96 dpi: 297 mm less margins of 14 and 16 mm, less one for rounding. */
export const sideHeight = Math.floor(((297 - 14 - 16) / 25.4) * 96) - 1;

export const firstRowHeight = (printing: boolean) => (printing ? 33 : 50);

/** Row heights of the first chart on paper, from roomy to tight. */
const rowHeights = [33, 29, 26, 23];
const steps = ["", "tight", "tight tighter", "tight tighter tightest"];

/** `redraw`: with rows of that height. Afterwards the first page fits, or is as tight as it gets. */
export function fitFirstPage(redraw: (rowHeight: number) => void): void {
  for (const [at, step] of steps.entries()) {
    document.documentElement.dataset.fit = step;
    if (at > 0) redraw(rowHeights[at]!);
    const first = document.querySelector("main > section");
    if (!first || first.getBoundingClientRect().height <= sideHeight) return;
  }
}

/** The title of a study is written into margin boxes, so this cannot stand in a fixed style sheet. */
export function printStyle(data: ReportData, lang: Lang): HTMLStyleElement {
  return h("style", { id: "print-style" }, printedFoot(data, lang));
}
