// SPDX-License-Identifier: Apache-2.0
// One section: number, heading, lead sentence and blocks. On a phone all but the first page start
// folded under their lead.
import type { Section, SectionContent } from "../section";
import { block, failed } from "./blocks";
import type { Context } from "./context";
import { h } from "./element";
import { lead } from "./prose";
import { words } from "./words";

/** `number`: in the report, from 1. `head`: what stands above the first page. */
export function sectionView(section: Section, number: number, context: Context, head: HTMLElement | null): HTMLElement {
  const { lang } = context.view;
  const heading = `${section.id}-heading`;
  const content = contentOf(section, context);
  const body = h("div", { class: "body", id: `${section.id}-body` }, content ? content.blocks.map((one) => block(one, context)) : failed(context));
  const folds = context.phone && number > 1;
  return h(
    "section",
    { id: section.id, "aria-labelledby": heading },
    h(
      "div",
      { class: "page" },
      head,
      number > 1 ? h("p", { class: "no", "aria-hidden": "true" }, String(number)) : null,
      h("h2", { id: heading, class: number > 1 ? null : "away", tabindex: -1 }, section.title[lang]),
      content?.lead ? h("p", { class: "lead" }, lead(content.lead)) : null,
      folds ? foldButton(section.id, body, context) : null,
      body,
    ),
  );
}

/** One section that fails does not take the others along. */
function contentOf(section: Section, context: Context): SectionContent | null {
  try {
    return section.build(context.view);
  } catch (problem) {
    console.error(`section ${section.id}:`, problem);
    return null;
  }
}

function foldButton(id: string, body: HTMLElement, context: Context): HTMLElement {
  const { lang } = context.view;
  const button = h("button", { type: "button", class: "tool fold", "aria-controls": body.id });
  const show = () => {
    const open = context.opened.has(id);
    body.hidden = !open;
    button.setAttribute("aria-expanded", String(open));
    button.textContent = (open ? words.fold : words.unfold)[lang];
  };
  button.addEventListener("click", () => {
    if (!context.opened.delete(id)) context.opened.add(id);
    show();
    context.drawings.drawSoon();
  });
  show();
  return button;
}
