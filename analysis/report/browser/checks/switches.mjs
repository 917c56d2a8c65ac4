// SPDX-License-Identifier: Apache-2.0
// Policy, metric, language and theme: by click, by key, by address, back again; nothing reloads and
// nothing jumps.
import { drawn, opened } from "../open.mjs";

const checked = (page, group) => page.getAttribute(`${group} [aria-checked=true]`, "data-key");
const param = async (page, name) => new URLSearchParams((await page.evaluate(() => location.hash)).slice(1)).get(name);

export async function run(browser, { path }) {
  const page = await opened(browser, path, { hash: "#lang=ko" });
  await page.evaluate(() => (window.stayed = true));
  const problems = [];
  const expect = (holds, text) => {
    if (!holds) problems.push(text);
  };
  if (await page.$(".chips")) await policies(page, expect);
  if (await page.$(".pick .seg:not(.of)")) await metrics(page, expect);
  if (await page.$(".pick .of")) await level(page, expect);
  await languageAndTheme(page, expect);
  await back(page, expect);
  expect(await page.evaluate(() => window.stayed === true), "the page was loaded again");
  await page.close();
  return problems;
}

async function policies(page, expect) {
  const keys = await page.$$eval(".chips [role=radio]", (chips) => chips.map((chip) => chip.dataset.key));
  await page.evaluate(() => document.querySelectorAll("main > section")[2]?.scrollIntoView({ behavior: "instant" }));
  await page.waitForTimeout(100);
  for (const key of keys) {
    const before = await page.evaluate(topFigure);
    await pressed(page, `.chips [data-key="${key}"]`);
    await drawn(page);
    expect((await checked(page, ".chips")) === key, `chip ${key} is not chosen after a click`);
    const top = await page.evaluate((id) => document.getElementById(id)?.getBoundingClientRect().top ?? -1e6, before.id);
    expect(Math.abs(top - before.top) < 3, `the page jumps when policy ${key} is chosen`);
    expect((await param(page, "policy")) !== null, "the policy does not stand in the address");
  }
  await page.focus(`.chips [data-key="${keys[0]}"]`);
  await page.keyboard.press("ArrowRight");
  expect((await checked(page, ".chips")) === keys[1 % keys.length], "the arrow does not choose the next policy");
  expect((await page.evaluate(() => document.activeElement?.dataset.key)) === keys[1 % keys.length], "focus does not rove");
  expect((await page.$$eval(".chips [tabindex='0']", (all) => all.length)) === 1, "the group is more than one tab stop");
  await page.keyboard.press("1");
  const badge = await page.textContent(".chips [aria-checked=true] .badge");
  expect(badge === "1", `key 1 chose badge ${badge}`);
}

/** As a mouse does it; page.click would scroll first. */
async function pressed(page, selector) {
  const { x, y, width, height } = await (await page.$(selector)).boundingBox();
  await page.mouse.click(x + width / 2, y + height / 2);
}

/** First in sight below the bars. */
function topFigure() {
  const figure = [...document.querySelectorAll("figure[id]")].find((one) => one.getBoundingClientRect().top >= 200);
  return { id: figure.id, top: figure.getBoundingClientRect().top };
}

async function metrics(page, expect) {
  const keys = await page.$$eval(".pick .seg:not(.of) [role=radio]", (all) => all.map((one) => one.dataset.key));
  for (const key of keys) {
    await page.click(`.pick .seg:not(.of) [data-key="${key}"]`);
    await drawn(page);
    expect((await checked(page, ".pick .seg:not(.of)")) === key, `metric ${key} is not chosen`);
    expect((await param(page, "metric")) === key, `metric ${key} does not stand in the address`);
  }
}

/** Of a sweep: the difference from today's policy, or the policy's own level. */
async function level(page, expect) {
  for (const key of ["level", "difference"]) {
    await page.click(`.pick .of [data-key="${key}"]`);
    await drawn(page);
    expect((await checked(page, ".pick .of")) === key, `${key} is not chosen`);
    expect((await param(page, "of")) === (key === "level" ? "level" : null), `${key} does not stand in the address`);
  }
}

async function languageAndTheme(page, expect) {
  const before = await page.textContent("main");
  await page.click("#language");
  await drawn(page);
  expect((await page.evaluate(() => document.documentElement.lang)) === "en", "English is not shown");
  expect((await page.textContent("main")) !== before, "the text is the same in English");
  const paper = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await page.click("#theme");
  expect((await page.evaluate(() => getComputedStyle(document.body).backgroundColor)) !== paper, "dark looks like light");
  expect((await param(page, "theme")) === "dark", "the theme does not stand in the address");
}

async function back(page, expect) {
  await page.goBack();
  await page.goBack();
  await page.waitForFunction(() => document.documentElement.lang === "ko", null, { timeout: 5000 }).catch(() => expect(false, "back does not lead back"));
  await page.click("nav a:nth-child(3)");
  await page.waitForTimeout(900);
  const at = await param(page, "at");
  const top = await page.evaluate((id) => document.getElementById(id)?.getBoundingClientRect().top ?? -1, at);
  expect(top >= 0 && top < 400, `the contents bar leads to ${at} at ${top} px`);
}
