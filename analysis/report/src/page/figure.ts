// SPDX-License-Identifier: Apache-2.0
// A chart with what belongs to it: title, subtitle, warnings, caption and its table.
import type { Figure } from "../section";
import type { Context } from "./context";
import { h } from "./element";
import { unbroken } from "./prose";
import { foldedTable } from "./table";
import { walkable } from "./walk";
import { words } from "./words";

export function figure(content: Figure, context: Context): HTMLElement {
  const { lang, width, printing } = context.view;
  const title = `${content.id}-title`;
  const plot = h("div", { class: "plot", role: "img", "aria-label": `${content.label} ${words.walk[lang]}` });
  walkable(plot, content.table);
  context.drawings.add(plot, content.id, content.spec, { width, printing });
  return h(
    "figure",
    { id: content.id, "aria-labelledby": title },
    h("h3", { id: title }, unbroken(content.title)),
    content.subtitle ? h("p", { class: "sub" }, unbroken(content.subtitle)) : null,
    (content.warnings ?? []).map((warning) => h("p", { class: "warning-line" }, warning)),
    plot,
    content.caption ? h("figcaption", { class: "note" }, unbroken(content.caption)) : null,
    foldedTable(content.table, content.title, lang),
  );
}
