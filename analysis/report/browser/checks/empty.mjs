// SPDX-License-Identifier: Apache-2.0
// What a file may lack: each leaves a page that says so, without an error.
import { readFileSync, writeFileSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { madeUp, template, written } from "../pages.mjs";
import { run as charts } from "./charts.mjs";
import { run as quiet } from "./quiet.mjs";

const lacking = {
  "no economics": (study) => (study.economics = null),
  "no assumptions": (study) => (study.assumptions = null),
  "no scorecard": (study) => (study.scorecard = []),
  "no parameters": (study) => (study.parameters = []),
  "no splits": (study) => Object.assign(study, { split_yearly: {}, split_totals: {} }),
  "no fans": (study) => Object.assign(study, { fans: {}, offered: [] }),
};

export async function run(browser) {
  const problems = [];
  for (const [name, take] of Object.entries(lacking)) {
    const study = await madeUp();
    take(study);
    const page = { path: written({ contract: 1, studies: [study], lang: "ko" }, "lacking") };
    const found = [...(await quiet(browser, page)), ...(await charts(browser, page))];
    problems.push(...found.map((text) => `${name}: ${text}`));
  }
  problems.push(...(await unfilled(browser, readFileSync(template, "utf8"), "no data")));
  problems.push(...(await unfilled(browser, readFileSync(template, "utf8").replace("/*coopsim-data*/", '{"contract": 9}'), "another contract")));
  return problems;
}

async function unfilled(browser, html, name) {
  const path = join(mkdtempSync(join(tmpdir(), "coopsim-report-")), "unfilled.html");
  writeFileSync(path, html);
  const page = await browser.newPage();
  const errors = [];
  page.on("pageerror", (error) => errors.push(`${name}: ${error.message}`));
  await page.goto(`file://${path}`);
  const text = await page.textContent("main");
  await page.close();
  return [...errors, ...(text?.includes("coopsim") ? [] : [`${name}: nothing is said`])];
}
