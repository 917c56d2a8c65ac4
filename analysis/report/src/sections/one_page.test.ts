// SPDX-License-Identifier: Apache-2.0
import { describe, expect, test } from "vitest";
import { cases } from "../testing/made_up_cases";
import { faults, some } from "../testing/section_checks";
import { onePage } from "./one_page";

describe("the first page", () => {
  test.each(Object.entries(cases))("is sound: %s", (_, make) => {
    for (const one of some(make())) expect(faults(onePage, one)).toEqual([]);
  });
});
