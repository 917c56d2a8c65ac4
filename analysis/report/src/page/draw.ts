// SPDX-License-Identifier: Apache-2.0
// From a Vega-Lite specification to marks: colours become CSS variables, expressions are interpreted
// (never compiled to code, so that a strict content policy holds), nothing is ever loaded.
import * as vega from "vega";
import { expressionInterpreter } from "vega-interpreter";
import { compile, type TopLevelSpec } from "vega-lite";
import { chartConfig } from "../charts/theme";
import { vegaTip } from "./tip";

export interface Medium {
  width: number;
  printing: boolean;
}

/** Replaces the content of `element`, as wide as it is; of an element that is not shown nothing. */
export function draw(element: HTMLElement, spec: TopLevelSpec, medium: Medium): void {
  const width = element.clientWidth;
  if (width === 0) return;
  release(element);
  const sized = withWidth(spec, width);
  const compiled = compile(sized as unknown as TopLevelSpec, { config: chartConfig(medium) }).spec;
  const runtime = vega.parse(coloured(compiled), undefined, { ast: true });
  const view = new vega.View(runtime, { renderer: "svg", loader: noLoader(), expr: expressionInterpreter, logLevel: vega.Error } as vega.ViewOptions);
  view.tooltip(vegaTip).initialize(element).run();
  views.set(element, view);
  element.querySelector("svg")?.setAttribute("aria-hidden", "true");
}

const views = new WeakMap<HTMLElement, vega.View>();

/** Ends the view that was drawn into `element`. */
export function release(element: HTMLElement): void {
  views.get(element)?.finalize();
  views.delete(element);
  element.replaceChildren();
}

type Loose = Record<string, unknown>;

/** One view fills its column; views side by side have widths of their own. */
export function withWidth(spec: TopLevelSpec, width: number): Loose {
  const { ...sized } = spec as unknown as Loose;
  const one = "mark" in sized || "layer" in sized;
  if (!one || "width" in sized || isFaceted(sized.encoding)) return sized;
  if (isNone(sized.autosize)) {
    const padding = sized.padding as number | { left?: number; right?: number } | undefined;
    const taken = typeof padding === "number" ? 2 * padding : (padding?.left ?? 0) + (padding?.right ?? 0);
    return { ...sized, width: Math.max(60, width - taken) };
  }
  return { padding: 0, ...sized, width, autosize: { type: "fit-x", contains: "padding" } };
}

const isNone = (autosize: unknown) => autosize === "none" || (autosize as Loose | undefined)?.type === "none";
const isFaceted = (encoding: unknown) =>
  ["row", "column", "facet"].some((channel) => channel in ((encoding as Loose | undefined) ?? {}));

/** "var:gain" -> "var(--gain)", also inside of expressions. */
export function coloured<T>(part: T): T {
  if (typeof part === "string") return part.replace(/var:([a-z][a-z0-9-]*)/g, "var(--$1)") as T;
  if (Array.isArray(part)) return part.map(coloured) as T;
  if (part === null || typeof part !== "object") return part;
  return Object.fromEntries(Object.entries(part).map(([key, of]) => [key, coloured(of)])) as T;
}

function noLoader(): vega.Loader {
  const refuse = () => Promise.reject(new Error("a chart of the report loads nothing"));
  return { load: refuse, sanitize: refuse, http: refuse, file: refuse } as unknown as vega.Loader;
}
