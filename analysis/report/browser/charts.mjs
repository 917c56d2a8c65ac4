// SPDX-License-Identifier: Apache-2.0
// The charts of a report as Vega-Lite specifications, for notebooks and editors:
// `npm run charts -- RESULT.html FOLDER [--lang=ko] [--policy=NAME] [--metric=ID]` writes one JSON
// file a chart, which altair.Chart.from_json and IPython's Vega-Lite display take as they are.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { dataOf, loaded } from "./pages.mjs";

const words = process.argv.slice(2);
const option = (name) => words.find((word) => word.startsWith(`--${name}=`))?.slice(name.length + 3);
const [report, folder] = words.filter((word) => !word.startsWith("--"));
const fail = (why) => {
  console.error(why);
  process.exit(2);
};
if (!report || !folder) fail("usage: npm run charts -- RESULT.html FOLDER [--lang=en|ko] [--policy=NAME] [--metric=ID]");

const page = dataOf(resolve(report));
if (!page) fail(`${report} is no report of coopsim`);
const [data, other = null] = page.studies;
const policy = option("policy") ? data.policies.findIndex((one) => one.id === option("policy")) : data.policies.findIndex((one) => !one.baseline);
if (policy < 0) fail(`no policy '${option("policy")}'; there are ${data.policies.map((one) => one.id).join(", ")}`);
const metric = option("metric") ?? data.headline;
if (!data.offered.includes(metric)) fail(`no metric '${metric}'; there are ${data.offered.join(", ")}`);

const { specifications } = await loaded("/src/sections/specifications.ts");
const css = readFileSync(fileURLToPath(new URL("../src/style/colours.css", import.meta.url)), "utf8");
const view = { data, other, lang: option("lang") ?? page.lang, policy, metric, width: 1200, printing: false };
mkdirSync(resolve(folder), { recursive: true });
for (const [name, spec] of specifications(view, css)) {
  const file = join(resolve(folder), `${name}.vl.json`);
  writeFileSync(file, `${JSON.stringify(spec, null, 1)}\n`);
  console.log(file);
}
