// SPDX-License-Identifier: Apache-2.0
// For tests: what every section owes the reader, whatever the data: no broken text, no chart that
// does not compile or has marks at places that are no numbers, tables that fit their columns.
import * as vega from "vega";
import { compile } from "vega-lite";
import { chartConfig } from "../charts/theme";
import type { ReportData } from "../data";
import type { Block, Figure, Section, SectionContent, View } from "../section";

export const views = (data: ReportData, more: Partial<View> = {}): View[] =>
  (["ko", "en"] as const).flatMap((lang) =>
    data.policies.flatMap((_, policy) =>
      [1200, 358].map((width) => ({ data, other: null, lang, policy, metric: data.headline, width, printing: false, ...more })),
    ),
  );

/** A few of them: each language and width once, the first and the last policy, and the baseline. */
export function some(data: ReportData): View[] {
  const all = views(data);
  const last = data.policies.length - 1;
  const pick = (lang: string, width: number, policy: number) =>
    all.filter((view) => view.lang === lang && view.width === width && view.policy === policy);
  return [...pick("ko", 1200, Math.min(1, last)), ...pick("en", 358, last), ...pick("ko", 358, 0)];
}

/** Studies that differ in more than in who wins: who is there, what could be computed. */
export const shapes = ["clear_win", "one_policy", "only_baseline", "missing_baseline", "no_assumptions", "stress_case", "unstated"];

export function blocksOf(content: SectionContent): Block[] {
  const flat = (block: Block): Block[] => (block.kind === "columns" ? block.blocks.flat().flatMap(flat) : [block]);
  return content.blocks.flatMap(flat);
}
export const figuresOf = (content: SectionContent): Figure[] =>
  blocksOf(content).filter((block): block is Figure => block.kind === "figure");

/** Every text in it, of specs too. */
export function textsOf(part: unknown): string[] {
  if (typeof part === "string") return [part];
  if (Array.isArray(part)) return part.flatMap(textsOf);
  return part !== null && typeof part === "object" ? Object.values(part).flatMap(textsOf) : [];
}

const broken = /\bNaN\b|\bundefined\b|\bnull\b|\bInfinity\b|\[object|\{\w+\}|[.]{2,}(?!\.)|\(\)|,\s*,| {2,}/;

/** What is wrong with it; nothing in a sound one. */
export function faults(section: Section, view: View): string[] {
  const content = section.build(view);
  const found = textsOf({ lead: content.lead, blocks: blocksOf(content).map(withoutSpec) })
    .filter((text) => broken.test(text))
    .map((text) => `broken text: ${text}`);
  for (const block of blocksOf(content)) {
    if (block.kind === "figure") found.push(...faultsOf(block, view));
    if (!("table" in block)) continue;
    const columns = block.table.columns.length;
    if (block.table.rows.some((row) => row.length !== columns)) found.push(`${block.id}: a row does not fit its columns`);
    if (block.table.rows.some((row) => !row[0])) found.push(`${block.id}: a row without a name`);
    if ("tones" in block && block.tones && block.tones.length !== block.table.rows.length) found.push(`${block.id}: tones do not fit`);
  }
  return found;
}

const withoutSpec = (block: Block) => (block.kind === "figure" ? { ...block, spec: null } : block);

function faultsOf(figure: Figure, view: View): string[] {
  const found: string[] = [];
  if (!figure.title || !figure.subtitle || !figure.label) found.push(`${figure.id}: no words`);
  if (figure.table.rows.length === 0) found.push(`${figure.id}: empty table`);
  const svg = drawn(figure, view, found);
  if (/NaN|undefined|Infinity/.test(svg)) found.push(`${figure.id}: ${/.{40}(NaN|undefined|Infinity).{40}/.exec(svg)?.[0] ?? "broken marks"}`);
  return found;
}

/** The chart's SVG, without the widths of fonts. */
function drawn(figure: Figure, view: View, found: string[]): string {
  const say = (...words: unknown[]) => found.push(`${figure.id}: ${words.map(String).join(" ")}`);
  const logger = { level: () => logger, error: (...w: unknown[]) => (say(...w), logger), warn: (...w: unknown[]) => (say(...w), logger), info: () => logger, debug: () => logger };
  const width = Math.min(view.width, 560);
  const one = "width" in figure.spec ? figure.spec : { ...figure.spec, width };
  const { spec } = compile(one as Figure["spec"], { config: chartConfig(view), logger: logger as never });
  const drawing = new vega.View(vega.parse(spec), { renderer: "none", logger: logger as never });
  drawing.run();
  const scene = (drawing.scenegraph() as unknown as { toJSON(): string }).toJSON();
  drawing.finalize();
  return scene;
}
