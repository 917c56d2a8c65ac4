// SPDX-License-Identifier: Apache-2.0
// Every chart of a report by itself.
import type { TopLevelSpec } from "vega-lite";
import { lightColours, standalone } from "../charts/standalone";
import type { Block, Figure, View } from "../section";
import { sectionsOf } from "./index";

/** Name ("money.budget-flow") and specification of each chart; `css`: style/colours.css. */
export function specifications(view: View, css: string): [string, TopLevelSpec][] {
  const colours = lightColours(css);
  return sectionsOf(view.data)
    .filter(({ id }) => id !== "two_studies" || view.other !== null)
    .flatMap((section) => figuresIn(section.build(view).blocks).map((figure): [string, TopLevelSpec] => [`${section.id}.${figure.id}`, standalone(figure.spec, view.width, colours)]));
}

const figuresIn = (blocks: Block[]): Figure[] =>
  blocks.flatMap((block) => (block.kind === "columns" ? figuresIn(block.blocks.flat()) : block.kind === "figure" ? [block] : []));
