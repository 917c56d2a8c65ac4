// SPDX-License-Identifier: Apache-2.0
// Opens a report as a reader would, and waits until all charts are drawn.
import { pathToFileURL } from "node:url";

export async function opened(browser, path, { width = 1440, height = 900, hash = "", theme = "light" } = {}) {
  const page = await browser.newPage({ viewport: { width, height }, colorScheme: theme });
  await page.goto(pathToFileURL(path).href + hash);
  await drawn(page);
  return page;
}

export const drawn = (page) => page.waitForSelector("html[data-drawn]", { state: "attached", timeout: 60_000 });

/** On a phone sections start folded. */
export async function unfolded(page) {
  await page.evaluate(() => document.querySelectorAll(".fold[aria-expanded=false]").forEach((button) => button.click()));
  await drawn(page);
}

/** Every folded table. */
export async function tablesOpened(page) {
  await page.evaluate(() => document.querySelectorAll("details").forEach((box) => (box.open = true)));
  await page.waitForTimeout(200);
}
