// SPDX-License-Identifier: Apache-2.0
// Responses split by groups of firms, over the policy period: read from the page's data, with what may
// be said of each difference. Intervals are of each group alone.
import type { Named, Num, SplitInterval } from "../data";
import type { View } from "../section";
import { metricOf } from "../text/metrics";
import { isNumber } from "../text/numbers";
import { directionOf, withheldBecause } from "./beside";
import type { TotalSplit } from "./splits";

/** "equal": certain to be smaller than what matters, as of the headline metric. */
export type Way = "more" | "less" | "equal" | "unclear";

export interface GroupDifference {
  at: number;
  mean: number;
  low: Num;
  high: Num;
  way: Way;
}

/** Of the chosen policy less today's, without a verdict where the program gives none; null where the file or the page lacks them. */
export function differences(view: View, key: TotalSplit, policy = view.policy): GroupDifference[] | null {
  const rows = view.data.split_totals[key]?.difference as SplitInterval | undefined;
  const means = rows?.mean[policy];
  if (!rows || !means || !means.some(isNumber)) return null;
  const delta = metricOf(view.data, key.replace(/_by_.*$/, ""))?.least_meaningful ?? 0;
  const withheld = withheldBecause(view) !== "";
  return means.flatMap((mean, at) => {
    if (!isNumber(mean)) return [];
    const [low, high] = [rows.low[policy]?.[at] ?? null, rows.high[policy]?.[at] ?? null];
    if (withheld) return [{ at, mean, low, high, way: "unclear" as const }];
    return [{ at, mean, low, high, way: wayOf(mean, low, high, delta) }];
  });
}

function wayOf(mean: number, low: Num, high: Num, delta: number): Way {
  if (isNumber(low) && isNumber(high) && -delta < low && high < delta) return "equal";
  if (low === high && isNumber(low)) return mean > 0 ? "more" : mean < 0 ? "less" : "unclear";
  return directionOf(low, high);
}

/** Over all policies that are not stress cases: for scales that stay when another is chosen. */
export function everyDifference(view: View, key: TotalSplit): GroupDifference[] {
  return view.data.policies.flatMap((policy, place) =>
    policy.baseline || (policy.stress && place !== view.policy) ? [] : (differences(view, key, place) ?? []),
  );
}

export function levelsOf(view: View, key: TotalSplit, policy = view.policy): Num[] | null {
  return view.data.split_totals[key]?.level.mean[policy] ?? null;
}

export const labelOf = (axis: Named[], at: number, view: View): string => axis[at]?.label[view.lang] ?? "";
