// SPDX-License-Identifier: Apache-2.0
// A chart of the report outside of the report: in a notebook, or in any Vega-Lite editor.
import type { TopLevelSpec } from "vega-lite";
import { withWidth } from "../page/draw";
import { chartConfig } from "./theme";

/** "paper" -> "#ffffff", ...: the light colours of `css` (style/colours.css). */
export function lightColours(css: string): Map<string, string> {
  const light = /:root \{([^}]*)\}/.exec(css)?.[1] ?? "";
  return new Map([...light.matchAll(/--([\w-]+): (#[0-9a-f]{6})/g)].map(([, name, colour]) => [name!, colour!]));
}

/** The same marks with colours, width and configuration in the specification itself. */
export function standalone(spec: TopLevelSpec, width: number, colours: Map<string, string>): TopLevelSpec {
  const medium = { width, printing: false };
  const whole = { $schema: "https://vega.github.io/schema/vega-lite/v5.json", ...withWidth(spec, width), config: { ...chartConfig(medium), background: "var:paper" } };
  return painted(whole, colours) as unknown as TopLevelSpec;
}

function painted(part: unknown, colours: Map<string, string>): unknown {
  if (typeof part === "string") return part.replace(/var:([a-z][a-z0-9-]*)/g, (name: string, key: string) => colours.get(key) ?? name);
  if (Array.isArray(part)) return part.map((one) => painted(one, colours));
  if (part === null || typeof part !== "object") return part;
  return Object.fromEntries(Object.entries(part).map(([key, of]) => [key, painted(of, colours)]));
}
