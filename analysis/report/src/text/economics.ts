// SPDX-License-Identifier: Apache-2.0
// The benefit-cost ratio that the first page shows: of the cautious valuation.
import type { Num, ReportData } from "../data";
import { isNumber } from "./numbers";

/** Place of the cautious valuation; the first where there is none. */
export function cautious(data: ReportData): number {
  return Math.max(0, data.economics?.valuations.findIndex((valuation) => valuation.id === "cautious") ?? 0);
}

export interface Ratio {
  difference: number;
  low: Num;
  high: Num;
  covers_zero: boolean;
}

/** Of a policy, less the baseline's; null: not in the file, or a stress case, which is held against another. */
export function economicsRatio(data: ReportData, place: number): Ratio | null {
  const found = data.economics?.benefit_cost_ratio[cautious(data)]?.difference;
  const difference = found?.mean[place];
  if (!found || !isNumber(difference) || data.policies[place]?.stress) return null;
  const [low, high] = [found.low[place] ?? null, found.high[place] ?? null];
  return { difference, low, high, covers_zero: !(isNumber(low) && low > 0) && !(isNumber(high) && high < 0) };
}

/** Of the baseline. */
export function economicsLevel(data: ReportData, place: number): Num {
  return data.economics?.benefit_cost_ratio[cautious(data)]?.level.mean[place] ?? null;
}
