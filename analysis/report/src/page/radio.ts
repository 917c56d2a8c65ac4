// SPDX-License-Identifier: Apache-2.0
// Radio groups made of buttons: one tab stop, arrows move and choose.
import { h, type Child } from "./element";

export interface Option {
  key: string;
  content: Child[];
  label?: string;
  style?: string;
}

export interface RadioGroup {
  element: HTMLElement;
  /** Without calling `choose`. */
  show(key: string): void;
}

export function radioGroup(
  options: Option[],
  chosen: string,
  how: { className: string; label: string; option: string },
  choose: (key: string) => void,
): RadioGroup {
  const buttons = options.map((option) => {
    const given = { type: "button", role: "radio", class: how.option, style: option.style, "aria-label": option.label, "data-key": option.key };
    return h("button", given, option.content);
  });
  const element = h("div", { class: how.className, role: "radiogroup", "aria-label": how.label }, buttons);
  const show = (key: string) => mark(buttons, key);
  const pick = (button: HTMLElement) => {
    show(button.dataset.key ?? "");
    choose(button.dataset.key ?? "");
  };
  buttons.forEach((button) => button.addEventListener("click", () => pick(button)));
  element.addEventListener("keydown", (event) => move(event, buttons, pick));
  show(chosen);
  return { element, show };
}

function mark(buttons: HTMLElement[], key: string): void {
  const known = buttons.some((button) => button.dataset.key === key);
  buttons.forEach((button, at) => {
    const on = button.dataset.key === key;
    button.setAttribute("aria-checked", String(on));
    button.tabIndex = on || (!known && at === 0) ? 0 : -1;
  });
}

function move(event: KeyboardEvent, buttons: HTMLElement[], pick: (button: HTMLElement) => void): void {
  const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
  const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
  if (by === undefined || at < 0) return;
  event.preventDefault();
  const next = buttons[(at + by + buttons.length) % buttons.length]!;
  next.focus();
  pick(next);
}
