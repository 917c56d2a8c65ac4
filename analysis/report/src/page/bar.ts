// SPDX-License-Identifier: Apache-2.0
// The bar at the top: contents, language, light or dark, print.
import type { Lang } from "../data";
import type { Section } from "../section";
import { h } from "./element";
import { contents, words } from "./words";

export interface BarActions {
  go(section: string): void;
  language(): void;
  theme(): void;
  print(): void;
}

export function bar(sections: Section[], lang: Lang, dark: boolean, actions: BarActions): HTMLElement {
  const link = (section: Section) => {
    const item = h("a", { href: `#at=${section.id}`, "data-at": section.id }, (contents[section.id] ?? section.title)[lang]);
    item.addEventListener("click", (event) => {
      event.preventDefault();
      actions.go(section.id);
    });
    return item;
  };
  const tool = (id: string, text: string, act: () => void, speaks?: Lang) => {
    const button = h("button", { type: "button", class: "tool", id, lang: speaks }, text);
    button.addEventListener("click", act);
    return button;
  };
  return h(
    "header",
    { class: "bar" },
    h(
      "div",
      { class: "page" },
      h("span", { class: "brand" }, `coopsim ${words.report[lang]}`),
      h("nav", { "aria-label": words.contents[lang] }, sections.map(link)),
      h(
        "span",
        { class: "tools" },
        tool("language", words.otherLanguage[lang], actions.language, lang === "ko" ? "en" : "ko"),
        tool("theme", (dark ? words.light : words.dark)[lang], actions.theme),
        tool("print", words.print[lang], actions.print),
      ),
    ),
  );
}

/** Marks the section that is in sight in the contents. */
export function watchSections(nav: HTMLElement, sections: HTMLElement[]): () => void {
  const seen = new IntersectionObserver(
    () => {
      const line = innerHeight * 0.3;
      const at = sections.filter((section) => section.getBoundingClientRect().top < line).at(-1)?.id;
      nav.querySelectorAll("a").forEach((link) => {
        if (link.dataset.at === at) link.setAttribute("aria-current", "true");
        else link.removeAttribute("aria-current");
      });
    },
    { rootMargin: "-30% 0px -69% 0px" },
  );
  sections.forEach((section) => seen.observe(section));
  return () => seen.disconnect();
}
