// SPDX-License-Identifier: Apache-2.0
// Commands that fill an empty place of the report.
import type { ReportData } from "../data";

/** The scenario of the run, quoted where it must be; "SCENARIO" where the command does not tell. */
export function scenarioOf(data: ReportData): string {
  const found = /\brun\s+(?:"([^"]+)"|'([^']+)'|(\S+))/.exec(data.study.command);
  const name = found?.[1] ?? found?.[2] ?? found?.[3] ?? "SCENARIO";
  return /\s/.test(name) ? `"${name}"` : name;
}
