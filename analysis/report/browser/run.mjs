// SPDX-License-Identifier: Apache-2.0
// Tests of the built page in a browser: `npm run browser` with made-up studies,
// `npm run browser -- REPORT.html ...` with reports of the program; `--only=print,width` some checks.
// CHROMIUM names the browser, if it is not /usr/bin/chromium.
import { existsSync } from "node:fs";
import { basename, resolve } from "node:path";
import { chromium } from "playwright-core";
import * as accessible from "./checks/accessible.mjs";
import * as charts from "./checks/charts.mjs";
import * as empty from "./checks/empty.mjs";
import * as hostile from "./checks/hostile.mjs";
import * as overlap from "./checks/overlap.mjs";
import * as print from "./checks/print.mjs";
import * as quiet from "./checks/quiet.mjs";
import * as switches from "./checks/switches.mjs";
import * as width from "./checks/width.mjs";
import { madeUpPages, template } from "./pages.mjs";

const ofEveryPage = { quiet, charts, switches, width, overlap, print, accessible };
const ofNamesAndData = { hostile, empty };

const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
for (const needed of [executablePath, template]) {
  if (existsSync(needed)) continue;
  console.error(`${needed} is missing${needed === template ? ": npm run build" : ""}`);
  process.exit(2);
}

const only = process.argv.find((word) => word.startsWith("--only="))?.slice(7).split(",");
const asked = (checks) => Object.entries(checks).filter(([name]) => !only || only.includes(name));
const given = process.argv.slice(2).filter((word) => !word.startsWith("--")).map((path) => ({ name: basename(path), path: resolve(path) }));
const pages = given.length > 0 ? given : await madeUpPages();
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
const counts = { passed: 0, failed: 0 };

async function check(name, page, run) {
  const started = Date.now();
  let problems;
  try {
    problems = await run(browser, page);
  } catch (problem) {
    problems = [problem.stack ?? String(problem)];
  }
  counts[problems.length === 0 ? "passed" : "failed"]++;
  console.log(`${problems.length === 0 ? "ok    " : "FAILED"} ${page.name}: ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
  problems.slice(0, 20).forEach((problem) => console.log(`       ${problem}`));
}

for (const page of pages) for (const [name, { run }] of asked(ofEveryPage)) await check(name, page, run);
if (given.length === 0) for (const [name, { run }] of asked(ofNamesAndData)) await check(name, { name: "made up" }, run);
await browser.close();
console.log(`${counts.passed} passed, ${counts.failed} failed`);
process.exit(counts.failed > 0 ? 1 : 0);
