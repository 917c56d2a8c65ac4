// SPDX-License-Identifier: Apache-2.0
// The page says nothing to the console, asks nothing of a network, and holds no broken text.
import { pathToFileURL } from "node:url";
import { drawn, tablesOpened } from "../open.mjs";

export async function run(browser, { path }) {
  const problems = [];
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  const own = pathToFileURL(path).href;
  page.on("console", (message) => problems.push(`console ${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => problems.push(`error: ${error.message}`));
  page.on("request", (request) => {
    if (request.url() !== own) problems.push(`request: ${request.url().slice(0, 120)}`);
  });
  await page.goto(own);
  await drawn(page);
  for (const lang of ["ko", "en"]) {
    await page.evaluate((to) => (location.hash = `#lang=${to}`), lang);
    await page.waitForFunction((to) => document.documentElement.lang === to, lang);
    await drawn(page);
    await tablesOpened(page);
    problems.push(...(await page.evaluate(brokenText)).map((text) => `${lang}: ${text}`));
    if (lang === "en") problems.push(...(await page.evaluate(koreanText)).map((text) => `Korean in the English page: ${text}`));
  }
  await page.close();
  return problems;
}

function brokenText() {
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walk.nextNode()) {
    const text = walk.currentNode.textContent ?? "";
    if (walk.currentNode.parentElement.closest("script, style")) continue;
    if (/\bNaN\b|\bundefined\b|\[object|\bnull\b|Infinity|\{\w+\}|\*\*/.test(text)) found.push(text.trim().slice(0, 140));
  }
  document.querySelectorAll("[aria-label]").forEach((element) => {
    const text = element.getAttribute("aria-label") ?? "";
    if (text === "" || /\bNaN\b|\bundefined\b|\[object/.test(text)) found.push(`label: ${text.slice(0, 140)}`);
  });
  return found;
}

/** Names that a scenario has in one language only stand in <bdi>; file names and commands in <pre>. */
function koreanText() {
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walk.nextNode()) {
    const parent = walk.currentNode.parentElement;
    if (/[가-힣]/.test(walk.currentNode.textContent) && !parent.closest("script, style, bdi, pre, [lang=ko]")) found.push(walk.currentNode.textContent.trim().slice(0, 100));
  }
  return found;
}
