// SPDX-License-Identifier: Apache-2.0
// What a section is: a pure function from data and what is switched to a description of what is to
// be seen. The page (page/) draws it; a section touches no DOM, so that it is tested without one.
import type { TopLevelSpec } from "vega-lite";
import type { Lang, ReportData, Text } from "./data";

/** What the reader has switched to, and the width that charts are drawn for. */
export interface View {
  data: ReportData;
  /** Of `coopsim report A B`: the second study. */
  other: ReportData | null;
  lang: Lang;
  /** Place of the chosen policy. */
  policy: number;
  /** Id of the chosen metric. */
  metric: string;
  /** Of a sweep: the policy's own level, not its difference from the baseline. */
  level?: boolean;
  /** Of the column, px: 1200 on a desk, 688 in print, 358 on a phone. */
  width: number;
  printing: boolean;
}

export interface Section {
  id: string;
  /** The heading, best a question. The contents bar has short names of its own. */
  title: Text;
  build(view: View): SectionContent;
}

export interface SectionContent {
  /** Its first sentence is set in bold. */
  lead: string;
  blocks: Block[];
}

export type Block =
  | Figure
  | Columns
  | Notes
  | TableBlock
  | Empty
  | Commands
  | Answer
  | Facts
  | Dots
  | Forest;

/** A chart with its title, its text for who cannot see it, and the same numbers as a table. */
export interface Figure {
  kind: "figure";
  id: string;
  /** The finding, filled from the data. */
  title: string;
  /** What is drawn, with unit. */
  subtitle: string;
  /**
   * Colours as "var:baseline", "var:policy", ...: resolved from the CSS variables when drawn.
   * One view states no width and fills its column; several views state theirs (charts/theme.ts).
   */
  spec: TopLevelSpec;
  /** A whole sentence: finding, then range. */
  label: string;
  table: Table;
  caption?: string;
  warnings?: string[];
}
export interface Table {
  columns: { label: string; numeric: boolean }[];
  /** Text as shown; null: an empty cell. */
  rows: (string | null)[][];
}
export interface TableBlock {
  kind: "table";
  id: string;
  title: string;
  subtitle?: string;
  table: Table;
  /** Shown folded under its title. */
  folded?: boolean;
  /** Class of each row, as "weak" for grades C and D, "missed", "held-out". */
  tones?: (string | null)[];
}
/** Side by side on a desk, one under the other on a phone. */
export interface Columns {
  kind: "columns";
  blocks: Block[][];
  /** Widths of the columns, relative to each other; equal where absent. */
  weights?: number[];
}
export interface Notes {
  kind: "notes";
  title?: string;
  /** `more`: sentences that unfold below the text; not on paper. */
  items: { text: string; tone?: "warning" | "plain"; more?: string[] }[];
}
/** Never an empty axis: why there is nothing, and the command that fills it. */
export interface Empty {
  kind: "empty";
  title: string;
  why: string;
  command?: string;
}

/** Lines to type into a terminal, in a `pre` that can be copied; what they do in the note. */
export interface Commands {
  kind: "commands";
  title: string;
  lines: string[];
  note?: string;
}

/** The two sentences of the first page; `**` marks policy names. */
export interface Answer {
  kind: "answer";
  sentences: string[];
}
export interface Facts {
  kind: "facts";
  facts: { question: string; value: string; unit: string; note: string; badges?: number[] }[];
}
/** One hundred dots, `filled` of them solid. */
export interface Dots {
  kind: "dots";
  /** Of so many, where there are fewer than a hundred. */
  of?: number;
  /** Above the first of several. */
  heading?: string;
  /** Below the heading: what a dot is. */
  note?: string;
  title: string;
  filled: number;
  policy: number;
}
/** All policies against the baseline on one zero line a metric. */
export interface Forest {
  kind: "forest";
  id: string;
  title: string;
  subtitle: string;
  columns: ForestColumn[];
  rows: ForestRow[];
  /** Below the heading of the costs, as "10년 · 억 원". */
  cost_sublabel?: string;
  caption: string;
  table: Table;
}
export interface ForestColumn {
  metric: string;
  label: string;
  sublabel: string;
  /** Text of a tick of the axis; where absent by the metric's unit. */
  tickText?: (value: number) => string;
}
export interface ForestRow {
  policy: number;
  /** One a column. `null` where there is no value. */
  marks: (ForestMark | null)[];
  /** Cost difference, as shown. */
  cost: string;
  state: string;
  verdict: string;
}
export interface ForestMark {
  mean: number;
  low: number | null;
  high: number | null;
  /** Over assumptions, 5 to 95 %. */
  thin_low: number | null;
  thin_high: number | null;
  text: string;
  /** The interval covers zero. */
  hollow: boolean;
  /** On hover; lines parted by a line feed. Where absent the policy's name and `text`. */
  tip?: string;
}
