// SPDX-License-Identifier: Apache-2.0
// Which charts stand where, and when they are drawn: those in sight at once, the others while the
// reader reads, all of them before printing.
import type { TopLevelSpec } from "vega-lite";
import { draw, release, type Medium } from "./draw";

interface Drawing {
  element: HTMLElement;
  spec: TopLevelSpec;
  medium: Medium;
  drawn: boolean;
}

export class Drawings {
  private all: Drawing[] = [];
  private heights = new Map<string, number>();
  private waiting = 0;

  /** To be drawn once it is in the page. Until then it keeps the height of its forerunner. */
  add(element: HTMLElement, id: string, spec: TopLevelSpec, medium: Medium): void {
    const height = this.heights.get(id);
    if (height) element.style.minHeight = `${height}px`;
    element.dataset.chart = id;
    this.all.push({ element, spec, medium, drawn: false });
  }

  /** Before the page is built anew. Heights stay known, so that nothing jumps. */
  clear(): void {
    for (const { element, drawn } of this.all) {
      if (drawn) this.heights.set(element.dataset.chart ?? "", element.offsetHeight);
      release(element);
    }
    this.all = [];
  }

  /** Heights of another width are of no use. */
  forget(): void {
    this.heights.clear();
  }

  drawAll(): void {
    this.all.forEach((one) => this.drawOne(one));
    this.told();
  }

  /** What is in sight at once, the rest bit by bit. */
  drawSoon(): void {
    const inSight = ({ element }: Drawing) => {
      const { top, bottom } = element.getBoundingClientRect();
      return bottom > -200 && top < innerHeight + 200;
    };
    this.all.filter(inSight).forEach((one) => this.drawOne(one));
    this.goOn();
  }

  private goOn(): void {
    clearTimeout(this.waiting);
    this.told();
    const next = this.all.find((one) => !one.drawn && one.element.clientWidth > 0);
    if (!next) return;
    this.waiting = window.setTimeout(() => {
      this.drawOne(next);
      this.goOn();
    }, 4);
  }

  private drawOne(one: Drawing): void {
    if (one.drawn || one.element.clientWidth === 0) return;
    one.drawn = true;
    try {
      draw(one.element, one.spec, one.medium);
    } catch (problem) {
      console.error(`chart ${one.element.dataset.chart}:`, problem);
    }
    one.element.style.minHeight = "";
  }

  /** For tests and for print: whether all that can be drawn is. */
  private told(): void {
    const done = this.all.every((one) => one.drawn || one.element.clientWidth === 0);
    document.documentElement.toggleAttribute("data-drawn", done);
  }
}
