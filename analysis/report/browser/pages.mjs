// SPDX-License-Identifier: Apache-2.0
// Pages to test: the built template, filled as the program fills it.
import { readFileSync, writeFileSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { createServer } from "vite";

const here = fileURLToPath(new URL("..", import.meta.url));
export const template = join(here, "dist", "report.html");

/** `<` is escaped, so that no name ends the element. */
export const filled = (page) =>
  readFileSync(template, "utf8").replace("/*coopsim-data*/", () => JSON.stringify(page).replaceAll("<", "\\u003c"));

export function written(page, name) {
  const path = join(mkdtempSync(join(tmpdir(), "coopsim-report-")), `${name}.html`);
  writeFileSync(path, filled(page));
  return path;
}

/** The data within a report. */
export function dataOf(path) {
  const found = /<script type="application\/json" id="data">([\s\S]*?)<\/script>/.exec(readFileSync(resolve(path), "utf8"));
  return JSON.parse(found?.[1] ?? "null");
}

/** Loads a TypeScript module of the page, as the tests do. */
export async function loaded(module) {
  const server = await createServer({ root: here, configFile: false, logLevel: "error", server: { middlewareMode: true, hmr: false, ws: false }, appType: "custom", optimizeDeps: { noDiscovery: true } });
  try {
    return await server.ssrLoadModule(module);
  } finally {
    await server.close();
  }
}

export async function madeUp(overrides) {
  return (await loaded("/src/testing/made_up.ts")).madeUp(overrides);
}

export async function madeUpPages() {
  const study = await madeUp();
  const one = { contract: 1, studies: [study], lang: "ko" };
  const two = { contract: 1, studies: [study, study], lang: "en" };
  const { kinds, madeUpSweep } = await loaded("/src/testing/made_up_sweep.ts");
  const sweeps = kinds.map((kind) => ({ name: `sweep, ${kind}`, path: written({ contract: 1, studies: [madeUpSweep(kind)], lang: "ko" }, kind) }));
  return [
    { name: "made up", path: written(one, "one") },
    { name: "two studies", path: written(two, "two") },
    ...sweeps,
  ];
}
