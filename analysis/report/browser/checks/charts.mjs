// SPDX-License-Identifier: Apache-2.0
// Every chart has marks, a title, a label and a table; every section has something to show; a chart
// is walked by the keyboard.
import { opened } from "../open.mjs";

export async function run(browser, { path }) {
  const page = await opened(browser, path);
  const problems = await page.evaluate(() => {
    const found = [];
    const plots = [...document.querySelectorAll(".plot")];
    const least = JSON.parse(document.getElementById("data").textContent).studies[0].sweep ? 1 : 5;
    if (plots.length < least) found.push(`only ${plots.length} charts`);
    for (const plot of plots) {
      const id = plot.dataset.chart ?? "?";
      const marks = plot.querySelectorAll("path[d], rect, circle, text, line").length;
      const box = plot.querySelector("svg")?.getBoundingClientRect();
      if (!box || box.width < 40 || box.height < 20) found.push(`${id}: no drawing`);
      else if (marks < 3) found.push(`${id}: ${marks} marks`);
      const scaled = plot.querySelector("svg.marks") && Number(plot.querySelector("svg.marks").getAttribute("width"));
      if (scaled && scaled > plot.clientWidth + 2) found.push(`${id}: ${scaled} px wide in a column of ${plot.clientWidth}`);
      if ((plot.getAttribute("aria-label") ?? "").length < 8) found.push(`${id}: no label`);
    }
    for (const figure of document.querySelectorAll("figure")) {
      if (!figure.querySelector("h3")?.textContent) found.push(`${figure.id}: no title`);
      if (!figure.querySelector("details.as-table")) found.push(`${figure.id}: no table`);
    }
    for (const section of document.querySelectorAll("main > section")) {
      if (!section.querySelector(".body")?.childElementCount) found.push(`${section.id}: nothing in it`);
      if (!section.querySelector("h2")?.textContent) found.push(`${section.id}: no heading`);
    }
    const ids = [...document.querySelectorAll("[id]")].map((element) => element.id);
    ids.filter((id, at) => ids.indexOf(id) !== at).forEach((id) => found.push(`id ${id} twice`));
    return found;
  });
  problems.push(...(await walked(page)));
  await page.close();
  return problems;
}

async function walked(page) {
  const plot = await page.$("figure .plot[tabindex='0']");
  if (!plot) return ["no chart can be walked"];
  await plot.focus();
  await page.keyboard.press("ArrowDown");
  const first = await page.textContent("#spoken");
  await page.keyboard.press("ArrowDown");
  const second = await page.textContent("#spoken");
  return first && second && first !== second ? [] : [`walking says "${first}", then "${second}"`];
}
