// SPDX-License-Identifier: Apache-2.0
// What drawing a block needs to know.
import type { View } from "../section";
import type { Drawings } from "./drawings";

export interface Context {
  view: View;
  phone: boolean;
  drawings: Drawings;
  /** Heights of the first chart's rows, px: less on paper where page one would not fit. */
  rowHeight: number;
  /** What the reader has unfolded, by name; lives as long as the page. */
  opened: Set<string>;
  /** Metric that the first chart shows on a phone. */
  shownColumn: { at: number };
}
