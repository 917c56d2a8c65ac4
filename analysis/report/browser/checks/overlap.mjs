// SPDX-License-Identifier: Apache-2.0
// Words within a chart do not lie on each other, nor stick out of their figure, on a desk, on paper
// and on a phone, in both languages and for every policy.
import { drawn, opened, unfolded } from "../open.mjs";

export async function run(browser, { path }) {
  const problems = new Set();
  for (const lang of ["ko", "en"]) {
    for (const width of [1440, 688, 390]) {
      const page = await opened(browser, path, { width: width === 688 ? 1440 : width, hash: `#lang=${lang}` });
      const ids = await page.evaluate(() => JSON.parse(document.getElementById("data").textContent).studies[0].policies.filter((policy) => !policy.baseline).map((policy) => policy.id));
      for (const id of width === 1440 ? ids : [ids[0], ids.at(-1)]) {
        await page.evaluate((policy) => (location.hash = location.hash.replace(/&policy=[^&]*|$/, `&policy=${encodeURIComponent(policy)}`)), id);
        await page.waitForTimeout(30);
        if (width === 688) await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
        else await unfolded(page);
        await drawn(page);
        for (const text of await page.evaluate(overlaps)) problems.add(`${lang} ${width}: ${text}`);
        if (width === 688) await page.evaluate(() => dispatchEvent(new Event("afterprint")));
      }
      await page.close();
    }
  }
  return [...problems];
}

function overlaps() {
  const found = [];
  for (const plot of document.querySelectorAll(".plot")) {
    const figure = plot.closest("figure, .dots, .fcol") ?? plot;
    const frame = figure.getBoundingClientRect();
    const texts = [...plot.querySelectorAll("text")]
      .filter((text) => text.textContent.trim() !== "" && !/rotate\((?!0\))/.test(text.getAttribute("transform") ?? "") && getComputedStyle(text).opacity !== "0")
      .map((text) => ({ text: text.textContent, box: text.getBoundingClientRect() }));
    for (const { text, box } of texts) {
      if (box.left < frame.left - 6 || box.right > frame.right + 6) found.push(`${plot.dataset.chart}: "${text}" sticks out by ${Math.round(Math.max(frame.left - box.left, box.right - frame.right))} px`);
    }
    texts.forEach((a, at) => {
      for (const b of texts.slice(at + 1)) {
        const wide = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
        const high = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
        const halo = a.text === b.text && Math.abs(a.box.left - b.box.left) < 1 && Math.abs(a.box.top - b.box.top) < 1;
        const lines = Math.min(a.box.height, b.box.height) * 0.3;
        if (wide > 1.5 && high > lines && !halo) found.push(`${plot.dataset.chart}: "${a.text}" lies on "${b.text}"`);
      }
    });
  }
  return found;
}
