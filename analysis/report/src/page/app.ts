// SPDX-License-Identifier: Apache-2.0
// Puts the page together and keeps it up with what the reader switches, with the window and with
// print. Switching the policy or the metric keeps the scroll position; language, theme and width
// build the page anew.
import type { Page, ReportData } from "../data";
import type { Section, View } from "../section";
import { bar, watchSections } from "./bar";
import type { Context } from "./context";
import { Drawings } from "./drawings";
import { h } from "./element";
import { foot } from "./foot";
import { chooseByKey } from "./keys";
import { fitFirstPage, firstRowHeight, printStyle } from "./print";
import { sectionView } from "./section_view";
import { speak } from "./speak";
import { readState, writeState, type State } from "./state";
import { studyHead, titleOf } from "./study_head";
import { switches, type Switches } from "./switches";
import { hideTip, listenForTips } from "./tip";
import { policyName } from "../text/words";
import { policyNumber } from "../charts/theme";
import { words } from "./words";

const paperWidth = 688;
const phoneBelow = 760;
const root = document.documentElement;

export class App {
  private readonly data: ReportData;
  private readonly other: ReportData | null;
  private readonly sections: Section[];
  private readonly drawings = new Drawings();
  private readonly opened = new Set<string>();
  private readonly shownColumn = { at: 0 };
  private state: State;
  private switches: Switches | null = null;
  private printing = false;
  private shown = false;
  private rowHeight = 50;
  private width = 0;
  private unwatch = () => {};

  constructor(page: Page, sections: Section[]) {
    this.data = page.studies[0]!;
    this.other = page.studies[1] ?? null;
    this.sections = sections.filter((section) => section.id !== "two_studies" || this.other !== null);
    this.state = readState(location.hash, this.data, page.lang);
  }

  start(): void {
    this.build();
    this.listen();
    if (this.state.at) this.scrollTo(this.state.at, false);
  }

  private listen(): void {
    listenForTips();
    chooseByKey(this.data, (policy) => this.choose({ policy }));
    addEventListener("hashchange", () => this.follow());
    addEventListener("resize", () => this.resized());
    addEventListener("beforeprint", () => this.print(true));
    addEventListener("afterprint", () => this.print(false));
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
      if ((root.dataset.theme === "dark") !== this.dark) this.build();
    });
  }

  /** A link, or back and forward. */
  private follow(): void {
    const before = this.state;
    this.state = readState(location.hash, this.data, before.lang);
    const { lang, theme, policy, metric, level, at } = this.state;
    if (lang !== before.lang || theme !== before.theme) this.build();
    else if (policy !== before.policy || metric !== before.metric || level !== before.level) this.update();
    if (at && at !== before.at) this.scrollTo(at, true);
  }

  private choose(change: Partial<State>): void {
    const before = this.state;
    this.state = { ...before, ...change };
    const address = writeState(this.state, this.data);
    if (address !== location.hash) history.pushState(null, "", address);
    if ("lang" in change || "theme" in change) this.build();
    else if ("at" in change) this.scrollTo(this.state.at, true);
    else this.update();
    if ("policy" in change) speak(policyName(this.data.policies[this.state.policy]!, this.state.lang));
  }

  private get dark(): boolean {
    if (this.printing) return false;
    return this.state.theme === "dark" || (this.state.theme === null && matchMedia("(prefers-color-scheme: dark)").matches);
  }
  private get phone(): boolean {
    return !this.printing && innerWidth <= phoneBelow;
  }

  private view(): View {
    const { lang, policy, metric, level } = this.state;
    const width = this.printing ? paperWidth : Math.min(1200, root.clientWidth - 32);
    return { data: this.data, other: this.other, lang, policy, metric, level, width, printing: this.printing };
  }

  private context(): Context {
    const { drawings, opened, shownColumn, phone, rowHeight } = this;
    return { view: this.view(), phone, drawings, rowHeight, opened, shownColumn };
  }

  /** All of the page, from the bar to the foot. */
  private build(): void {
    this.width = innerWidth;
    this.paint();
    const { lang } = this.state;
    const focused = (document.activeElement as HTMLElement | null)?.id;
    const top = bar(this.sections, lang, this.dark, {
      go: (at) => this.choose({ at }),
      language: () => this.choose({ lang: lang === "ko" ? "en" : "ko" }),
      theme: () => this.choose({ theme: this.dark ? "light" : "dark" }),
      print: () => print(),
    });
    const skip = h("a", { class: "skip", href: "#main" }, words.skip[lang]);
    skip.addEventListener("click", (event) => {
      event.preventDefault();
      document.getElementById("main")?.focus();
    });
    const main = h("main", { id: "main", tabindex: -1 });
    document.querySelectorAll("body > :not(script)").forEach((element) => element.remove());
    document.body.prepend(skip, top, main, foot(this.data, lang));
    document.head.querySelector("#print-style")?.remove();
    document.head.append(printStyle(this.data, lang));
    this.switches = switches(this.data, lang, this.phone, (change) => this.choose(change));
    this.fillMain(main);
    if (!this.printing) this.drawCharts();
    if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
  }

  /** The first time after the page has been seen without them. */
  private drawCharts(): void {
    if (this.shown) return this.drawings.drawSoon();
    this.shown = true;
    requestAnimationFrame(() => setTimeout(() => this.drawings.drawSoon()));
  }

  /** Language, colours and medium of the whole document. */
  private paint(): void {
    const { lang } = this.state;
    root.lang = lang;
    root.dataset.theme = this.dark ? "dark" : "light";
    root.classList.toggle("printing", this.printing);
    root.classList.toggle("phone", this.phone);
    document.title = `${titleOf(this.data, lang)} – coopsim`;
  }

  /** Sections only: the bar and the switches stay, and with them focus and scroll position. */
  private update(): void {
    const main = document.getElementById("main");
    if (!main) return;
    const keep = inSight(main);
    this.fillMain(main);
    keep();
    if (!this.printing) this.drawings.drawSoon();
  }

  private fillMain(main: HTMLElement): void {
    hideTip();
    this.colourPolicy();
    this.drawings.clear();
    const context = this.context();
    const head = studyHead(this.data, this.other, this.state.lang);
    const views = this.sections.map((section, at) => sectionView(section, at + 1, context, at === 0 ? head : null));
    if (views.length === 0) main.replaceChildren(h("div", { class: "page" }, head));
    main.querySelectorAll(":scope > section").forEach((old) => old.remove());
    const [first, ...rest] = views;
    if (first) main.prepend(first);
    if (this.switches && this.switches.element.parentElement !== main) first?.after(this.switches.element);
    main.append(...rest);
    this.switches?.show(this.state);
    this.unwatch();
    this.unwatch = watchSections(document.querySelector("nav")!, views);
  }

  /** The chosen policy's colour is a variable of its own. */
  private colourPolicy(): void {
    const number = policyNumber(this.data, this.state.policy);
    const name = number === null ? "baseline" : `policy-${number}`;
    root.style.setProperty("--policy", `var(--${name})`);
    root.style.setProperty("--policy-text", number === null ? "var(--ink-2)" : `var(--${name}-text)`);
    root.style.setProperty("--on-policy", number === null ? "var(--paper)" : `var(--on-${name})`);
  }

  private scrollTo(id: string, focus: boolean): void {
    const section = this.sections.find((one) => one.id === id) && document.getElementById(id);
    if (!section) return;
    section.scrollIntoView();
    if (focus) section.querySelector<HTMLElement>("h2")?.focus({ preventScroll: true });
  }

  private timer = 0;
  private resized(): void {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => {
      if (this.printing || innerWidth === this.width) return;
      this.drawings.forget();
      this.build();
    }, 150);
  }

  private scrollBefore = 0;
  private print(printing: boolean): void {
    if (printing === this.printing) return;
    if (printing) this.scrollBefore = scrollY;
    this.printing = printing;
    this.drawings.forget();
    this.rowHeight = firstRowHeight(printing);
    this.build();
    if (printing) {
      this.drawings.drawAll();
      fitFirstPage((height) => {
        this.rowHeight = height;
        this.update();
        this.drawings.drawAll();
      });
    } else scrollTo({ top: this.scrollBefore, behavior: "instant" });
  }
}

/** What is first in sight below the bars; the function that is given moves it back to its place. */
function inSight(main: HTMLElement): () => void {
  const below = document.querySelector(".pick")?.getBoundingClientRect().bottom ?? 0;
  const all = [...main.querySelectorAll<HTMLElement>("figure[id]")];
  const seen = all.find((one) => one.getBoundingClientRect().top >= below - 40);
  const top = seen?.getBoundingClientRect().top ?? 0;
  return () => {
    const now = seen && document.getElementById(seen.id);
    if (now) scrollBy({ top: now.getBoundingClientRect().top - top, behavior: "instant" });
  };
}
