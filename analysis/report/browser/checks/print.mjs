// SPDX-License-Identifier: Apache-2.0
// On A4: page one is exactly one side, each section starts a side, text can be selected, the foot
// has page numbers, and nothing is left of the dark theme or of a phone.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { opened } from "../open.mjs";

export async function run(browser, { path }) {
  const problems = [];
  for (const [lang, how] of [["ko", {}], ["en", {}], ["ko", { width: 390, theme: "dark" }]]) {
    const page = await opened(browser, path, { hash: `#lang=${lang}`, ...how });
    const headings = await page.$$eval("main > section h2", (all) => all.slice(1).map((heading) => heading.textContent));
    const charts = await page.evaluate(() => document.querySelectorAll(".plot").length);
    const sides = await printed(page);
    const name = `${lang} ${how.width ?? 1440}`;
    problems.push(...judged(sides, headings, lang).map((text) => `${name}: ${text}`));
    const after = await page.evaluate(() => document.documentElement.classList.contains("printing"));
    if (after || charts === 0) problems.push(`${name}: the page does not come back after printing`);
    await page.close();
  }
  return problems;
}

/** Text of each side. */
async function printed(page) {
  const folder = mkdtempSync(join(tmpdir(), "coopsim-print-"));
  const file = join(folder, "report.pdf");
  try {
    await page.pdf({ path: file, preferCSSPageSize: true });
    const size = execFileSync("pdfinfo", [file], { encoding: "utf8" });
    if (!/A4/.test(size)) throw new Error(`not A4: ${/Page size.*/.exec(size)?.[0]}`);
    return execFileSync("pdftotext", ["-layout", file, "-"], { encoding: "utf8" }).split("\f").slice(0, -1);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function judged(sides, headings, lang) {
  const problems = [];
  const plain = sides.map((side) => side.replace(/\s+/g, ""));
  const starts = (side, heading) => side.includes(heading.replace(/\s+/g, ""));
  if (headings.length > 0 && !starts(plain[1] ?? "", headings[0])) problems.push(`page one is not one side: side two begins with "${sides[1]?.trim().slice(0, 60)}"`);
  for (const heading of headings) if (!plain.some((side) => starts(side.slice(0, 200), heading))) problems.push(`no side starts with "${heading}"`);
  if (lang === "ko" && (sides[0].match(/[가-힣]/g) ?? []).length < 200) problems.push("Korean text of page one cannot be selected");
  sides.forEach((side, at) => {
    if (!side.includes(`${at + 1}/${sides.length}`)) problems.push(`side ${at + 1} has no number`);
    if (side.replace(/\s/g, "").length < 150) problems.push(`side ${at + 1} is nearly empty`);
  });
  return problems;
}
