// SPDX-License-Identifier: Apache-2.0
// axe-core finds nothing, in both languages and themes, on a desk and on a phone, tables open.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { opened, tablesOpened, unfolded } from "../open.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

export async function run(browser, { path }) {
  const problems = [];
  for (const lang of ["ko", "en"]) {
    for (const theme of ["light", "dark"]) {
      for (const width of theme === "light" ? [1440, 390] : [1440]) {
        const page = await opened(browser, path, { width, hash: `#lang=${lang}&theme=${theme}` });
        await unfolded(page);
        await tablesOpened(page);
        const cdp = await page.context().newCDPSession(page);
        await cdp.send("Runtime.evaluate", { expression: axe });
        const found = await page.evaluate(async () => (await window.axe.run(document, { resultTypes: ["violations"] })).violations.map((one) => ({ id: one.id, help: one.help, at: one.nodes.slice(0, 3).map((node) => `${node.target.join(" ")} ${node.any[0]?.message ?? ""}`) })));
        problems.push(...found.map((one) => `${lang} ${theme} ${width}: ${one.id}: ${one.help}: ${one.at.join(" | ").slice(0, 400)}`));
        await page.close();
      }
    }
  }
  return problems;
}
