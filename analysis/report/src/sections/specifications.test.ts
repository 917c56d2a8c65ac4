// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from "node:fs";
import * as vega from "vega";
import { compile } from "vega-lite";
import { describe, expect, it } from "vitest";
import { madeUp } from "../testing/made_up";
import { specifications } from "./specifications";

const css = readFileSync("src/style/colours.css", "utf8");
const view = { other: null, lang: "en" as const, policy: 1, metric: "productivity_effect", width: 1200, printing: false };

describe("the charts of a report outside of it", () => {
  const all = specifications({ ...view, data: madeUp() }, css);
  it("have names of their own", () => {
    expect(all.length).toBeGreaterThan(15);
    expect(new Set(all.map(([name]) => name)).size).toBe(all.length);
  });
  it("draw marks without the page: plain JSON, no variable of its style", async () => {
    for (const [name, spec] of all) {
      const plain = JSON.parse(JSON.stringify(spec));
      expect(JSON.stringify(plain), name).not.toMatch(/var:|var\(/);
      const drawn = new vega.View(vega.parse(compile(plain).spec), { renderer: "none", logLevel: vega.Error });
      const svg = await drawn.toSVG();
      expect((svg.match(/<(path|text|rect|line)/g) ?? []).length, name).toBeGreaterThan(5);
    }
  });
});
