// SPDX-License-Identifier: Apache-2.0
// The two sentences of the first page.
import type { Lang, ReportData } from "../data";

export function answer(_data: ReportData, _lang: Lang): string[] {
  return [];
}
