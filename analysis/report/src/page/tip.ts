// SPDX-License-Identifier: Apache-2.0
// One tooltip for the page. Hover shows it, a click or tap pins it, Escape or a tap elsewhere hides
// it. What it says is in the table of the chart too: nothing needs it to be understood.
import { h } from "./element";

let box: HTMLElement | null = null;
let pinned = false;

function element(): HTMLElement {
  if (!box?.isConnected) {
    box = h("div", { id: "tip", "aria-hidden": "true" });
    document.body.append(box);
  }
  return box;
}

/** Beside the point x, y of the window, px, and never outside of it. */
export function showTip(text: string, x: number, y: number): void {
  if (pinned || !text) return;
  const tip = element();
  tip.textContent = text;
  tip.classList.add("on");
  const { offsetWidth, offsetHeight } = tip;
  const right = x + 14 + offsetWidth > innerWidth - 8;
  const below = y + 14 + offsetHeight > innerHeight - 8;
  tip.style.left = `${Math.max(8, right ? x - 14 - offsetWidth : x + 14)}px`;
  tip.style.top = `${Math.max(8, below ? y - 14 - offsetHeight : y + 14)}px`;
}

export function hideTip(): void {
  pinned = false;
  box?.classList.remove("on");
}

/** Vega's tooltip handler: strings as they are, records as "name: value" lines. */
export function vegaTip(_: unknown, event: MouseEvent, __: unknown, value: unknown): void {
  const text = tipText(value);
  if (text) showTip(text, event.clientX, event.clientY);
  else if (!pinned) hideTip();
}

export function tipText(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value !== "object") return String(value);
  return Object.entries(value as Record<string, unknown>)
    .map(([name, one]) => (name === "title" ? String(one) : `${name}: ${String(one)}`))
    .join("\n");
}

export function listenForTips(): void {
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") hideTip();
  });
  document.addEventListener("pointerdown", (event) => {
    if (!(event.target as Element).closest(".plot")) hideTip();
  });
  document.addEventListener("click", (event) => {
    const inPlot = (event.target as Element).closest(".plot") !== null;
    if (inPlot && box?.classList.contains("on")) pinned = !pinned;
  });
  addEventListener("scroll", () => hideTip(), { passive: true });
}
