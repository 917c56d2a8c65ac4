// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from "vitest";
import { madeUp } from "../testing/made_up";
import { readPage } from "./read";

describe("the data in the page", () => {
  it("is refused with a reason", () => {
    expect(readPage("/*coopsim-data*/")).toEqual({ problem: "empty" });
    expect(readPage('{"contract": 1, "stud')).toEqual({ problem: "broken" });
    expect(readPage('{"contract": 2, "studies": []}')).toEqual({ problem: "other_contract" });
    expect(readPage('{"contract": 1, "studies": []}')).toEqual({ problem: "broken" });
    expect(readPage("null")).toEqual({ problem: "other_contract" });
  });
  it("loses controls and overrides of writing direction, and nothing else", () => {
    const study = madeUp();
    study.policies[1]!.label = { en: "a\u202Eb\u0000c\u2066d\u200f", ko: "가\n나\t다 <script>" };
    const read = readPage(JSON.stringify({ contract: 1, studies: [study], lang: "ko" }));
    expect("page" in read && read.page.studies[0]!.policies[1]!.label).toEqual({ en: "abcd", ko: "가\n나\t다 <script>" });
    expect("page" in read && read.page.studies[0]!.yearly).toEqual(study.yearly);
  });
});
