// SPDX-License-Identifier: Apache-2.0
// Names of a scenario are text whatever they hold: markup, quotes, ends of scripts, overrides of
// writing direction, hundreds of letters. None runs, none breaks the layout.
import { loaded, madeUp, written } from "../pages.mjs";
import { opened, unfolded } from "../open.mjs";
import { run as widthCheck } from "./width.mjs";
import { run as printCheck } from "./print.mjs";
import { run as quietCheck } from "./quiet.mjs";

const names = [
  `<script>window.pwned=1</script>`,
  `"'><img src=x onerror="window.pwned=2">`,
  `</script><script>window.pwned=3</script>`,
  `\u202Egnitsrever\u202C \u2066isolated`,
  `${"가나다라마바사아자차".repeat(20)}`,
  `${"Unbroken".repeat(25)}`,
  `{{constructor.constructor("window.pwned=4")()}} \${window.pwned=5} ' + alert(1) + '`,
];

const rename = (things, from) => things.forEach((thing, at) => (thing.label = { en: names[(at + from) % names.length], ko: names[(at + from) % names.length] }));

export async function run(browser) {
  return [...(await judged(browser, await hostileStudy())), ...(await judged(browser, await hostileSweep()))];
}

async function hostileSweep() {
  const study = (await loaded("/src/testing/made_up_sweep.ts")).madeUpSweep("morris");
  rename(study.policies.filter((policy) => !policy.baseline), 0);
  rename(study.sweep.factors, 3);
  study.sweep.factors.forEach((factor, at) => Object.assign(factor, { path: names[at % 4], could_be: names[(at + 1) % names.length], unit: names[2] }));
  study.sweep.axes.forEach((axis, at) => (axis.id = names[(at + 2) % names.length]));
  return study;
}

async function hostileStudy() {
  const study = await madeUp();
  rename(study.policies.filter((policy) => !policy.baseline), 0);
  rename(study.axes.account, 1);
  rename(study.axes.region, 2);
  rename(study.axes.sector, 3);
  if (study.assumptions) rename(study.assumptions.unknowns, 4);
  study.study.title = { en: names[2] + names[4], ko: names[0] + names[3] };
  study.study.file = names[1];
  study.study.fingerprint = `"; } body { display: none } /* ${names[2]}`;
  study.policies.forEach((policy) => policy.settings.forEach((setting) => (setting.value = names[2])));
  return study;
}

async function judged(browser, study) {
  const path = written({ contract: 1, studies: [study], lang: "ko" }, "hostile");
  const page = await opened(browser, path);
  await unfolded(page);
  const problems = await page.evaluate(() => {
    const found = [];
    if (window.pwned) found.push(`a name ran: ${window.pwned}`);
    if (document.querySelector("img, main script")) found.push("a name became an element");
    if (getComputedStyle(document.body).display === "none") found.push("a name became a style");
    if (!document.querySelector("main").textContent.includes("<script>window.pwned=1</script>")) found.push("a name is not shown as it is");
    if (/[\u202a-\u202e\u2066-\u2069]/.test(document.body.textContent.replace(document.getElementById("data").textContent, ""))) found.push("an override of writing direction is left");
    return found;
  });
  await page.close();
  const pageOf = { path };
  return [...problems, ...(await quietly(browser, pageOf)), ...(await widthCheck(browser, pageOf)), ...(await printCheck(browser, pageOf))];
}

/** Korean names in the English page and braces are what this page is about. */
const quietly = async (browser, page) => (await quietCheck(browser, page)).filter((problem) => /^(console|error|request)/.test(problem));
