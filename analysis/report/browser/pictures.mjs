// SPDX-License-Identifier: Apache-2.0
// Pictures of a report for the documents: `npm run pictures -- RESULT.html [FOLDER]` writes every
// section on a desk (English) and on a phone (Korean), and the first page in both languages.
// FOLDER is docs/pictures of the project, if none is given. CHROMIUM as for run.mjs.
import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { opened, unfolded } from "./open.mjs";

const [report, folder = fileURLToPath(new URL("../../../docs/pictures", import.meta.url))] = process.argv.slice(2);
if (!report) {
  console.error("usage: npm run pictures -- RESULT.html [FOLDER]");
  process.exit(2);
}
mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });

/** What follows the reader down the page would lie on a picture of one section. */
const still = (page) => page.addStyleTag({ content: ".bar, .pick { display: none !important }" });

async function firstPage(lang) {
  const page = await opened(browser, resolve(report), { width: 1280, height: 1100, hash: `#lang=${lang}` });
  await page.screenshot({ path: join(folder, `first_page_${lang}.png`) });
  await page.close();
}

async function sections(name, lang, width) {
  const page = await opened(browser, resolve(report), { width, hash: `#lang=${lang}` });
  if (width < 700) await unfolded(page);
  await still(page);
  for (const section of await page.$$("main > section")) {
    const id = await section.getAttribute("id");
    await section.screenshot({ path: join(folder, `${name}_${id}_${lang}.png`) });
  }
  await page.close();
}

await firstPage("en");
await firstPage("ko");
await sections("desk", "en", 1440);
await sections("phone", "ko", 390);
await browser.close();
