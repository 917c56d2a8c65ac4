// SPDX-License-Identifier: Apache-2.0
import { describe, expect, test } from "vitest";
import { cases } from "../testing/made_up_cases";
import { faults, some } from "../testing/section_checks";
import { overTime } from "./over_time";

describe("over time", () => {
  test.each(Object.entries(cases))("is sound: %s", (_, make) => {
    for (const one of some(make())) expect(faults(overTime, one)).toEqual([]);
  });
});
