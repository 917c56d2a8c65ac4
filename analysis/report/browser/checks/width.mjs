// SPDX-License-Identifier: Apache-2.0
// The page never scrolls sideways, its targets are large enough for a finger, and 200 % zoom works.
import { opened, tablesOpened, unfolded } from "../open.mjs";

export async function run(browser, { path }) {
  const problems = [];
  for (const lang of ["ko", "en"]) {
    for (const width of [1440, 1024, 768, 720, 390, 320]) {
      const page = await opened(browser, path, { width, height: 844, hash: `#lang=${lang}` });
      await unfolded(page);
      if (width <= 390) await tablesOpened(page);
      const found = await page.evaluate(measured, width <= 760);
      problems.push(...found.map((text) => `${lang} ${width}: ${text}`));
      await page.close();
    }
  }
  return problems;
}

function measured(phone) {
  const found = [];
  const wide = document.documentElement.scrollWidth;
  if (wide > innerWidth) found.push(`the page is ${wide} px wide`);
  const inner = [...document.querySelectorAll("main *, header *, footer *")].filter((element) => !element.closest(".scroll, pre, .away, svg, .skip"));
  const out = inner.find((element) => element.getBoundingClientRect().right > innerWidth + 1);
  if (out) found.push(`${out.tagName}.${out.className} reaches to ${Math.round(out.getBoundingClientRect().right)}: ${out.textContent.slice(0, 60)}`);
  if (phone) {
    for (const target of document.querySelectorAll("button, select, summary")) {
      const { height, width } = target.getBoundingClientRect();
      if (width > 0 && height < 43.5) found.push(`${target.tagName} "${target.textContent.slice(0, 20)}" is ${Math.round(height)} px high`);
    }
  }
  return found;
}
