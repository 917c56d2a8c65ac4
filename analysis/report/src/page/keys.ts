// SPDX-License-Identifier: Apache-2.0
// Keys 1 to 9 choose the policy of that badge, wherever the reader is.
import type { ReportData } from "../data";
import { choices } from "./state";

export function chooseByKey(data: ReportData, choose: (place: number) => void): void {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !/^[1-9]$/.test(event.key)) return;
    if ((event.target as Element).closest("input, textarea, select")) return;
    const place = choices(data).find((one) => data.policies[one]!.badge === event.key);
    if (place !== undefined) choose(place);
  });
}
