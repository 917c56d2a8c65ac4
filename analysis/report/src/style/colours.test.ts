// SPDX-License-Identifier: Apache-2.0
// Colours as they stand in the style sheet: words can be read, marks can be seen, and policies can
// be told apart, also by readers who see fewer colours.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { contrast, difference, seenBy, sights } from "../testing/colour_sight";

const sheet = readFileSync(new URL("./colours.css", import.meta.url), "utf8");
const [light = "", dark = ""] = sheet.split('[data-theme="dark"]');
const read = (part: string) => Object.fromEntries([...part.matchAll(/--([a-z0-9-]+): (#[0-9a-f]{6})/g)].map(([, name, value]) => [name!, value!]));
const numbers = [1, 2, 3, 4, 5, 6];

describe.each([["light", read(light)], ["dark", read(dark)]])("%s", (_, colours) => {
  const of = (name: string) => colours[name]!;
  it("has words of 4.5 to 1", () => {
    for (const name of ["ink", "ink-2", "ink-3", "gain", "loss", "link", "baseline-text", ...numbers.map((at) => `policy-${at}-text`)]) {
      expect(contrast(of(name), of("paper")), name).toBeGreaterThanOrEqual(4.5);
    }
    for (const [words, ground] of [["warn", "warn-soft"], ["gain", "gain-soft"], ["loss", "loss-soft"], ["ink-2", "unsure-soft"], ["paper", "gain"], ["ink-3", "panel"]]) {
      expect(contrast(of(words!), of(ground!)), `${words} on ${ground}`).toBeGreaterThanOrEqual(4.5);
    }
    for (const at of numbers) expect(contrast(of(`on-policy-${at}`), of(`policy-${at}`)), `badge ${at}`).toBeGreaterThanOrEqual(4.5);
  });
  it("has marks of 3 to 1", () => {
    for (const name of ["baseline", ...numbers.map((at) => `policy-${at}`)]) expect(contrast(of(name), of("paper")), name).toBeGreaterThanOrEqual(3);
  });
  it.each(sights)("has policies that differ for %s", (sight) => {
    const all = ["baseline", ...numbers.map((at) => `policy-${at}`)];
    for (const [at, a] of all.entries()) {
      for (const b of all.slice(at + 1)) expect(difference(seenBy(of(a), sight), seenBy(of(b), sight)), `${a}, ${b}`).toBeGreaterThanOrEqual(11);
    }
  });
});
