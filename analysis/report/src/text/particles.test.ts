// SPDX-License-Identifier: Apache-2.0
import { describe, expect, test } from "vitest";
import { madeUp } from "../testing/made_up";
import { withParticle, type Particle } from "./particles";
import { policyName, shortName } from "./words";

const check = (kind: Particle) => (word: string, wanted: string) => expect(withParticle(word, kind)).toBe(wanted);

describe("Hangul", () => {
  test.each([
    ["종합안", "종합안은"],
    ["현행 유지", "현행 유지는"],
    ["갑작스러운 삭감", "갑작스러운 삭감은"],
    ["재투자 없는 축소", "재투자 없는 축소는"],
    ["아웃소싱", "아웃소싱은"],
    ["온리원 발굴", "온리원 발굴은"],
    ["모노쓰쿠리 연구회", "모노쓰쿠리 연구회는"],
  ])("%s", check("은/는"));
  test.each([["서울", "서울로"], ["부산", "부산으로"], ["대구", "대구로"], ["발굴", "발굴로"], ["3월 1일", "3월 1일로"]])("%s", check("으로/로"));
  test.each([["종합안", "종합안을"], ["축소", "축소를"]])("%s", check("을/를"));
  test.each([["기업", "기업이다"], ["가정", "가정이다"], ["이직률", "이직률이다"], ["속도", "속도다"]])("%s", check("이다/다"));
});

describe("letters, as they are read in Korean", () => {
  const read = { L: "L과", R: "R과", M: "M과", N: "N과" } as Record<string, string>;
  test.each([..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"].map((letter) => [letter, read[letter] ?? `${letter}와`]))("%s", check("과/와"));
  test.each([
    ["GDP", "GDP는"], ["KJC", "KJC는"], ["JABIS", "JABIS는"], ["URL", "URL은"], ["plan", "plan은"], ["model", "model은"],
    ["table", "table은"], ["zone", "zone은"], ["base", "base는"], ["training", "training은"], ["logic", "logic은"],
    ["SME", "SME는"], ["B/C", "B/C는"],
  ])("%s", check("은/는")); // prettier-ignore
  test.each([["L", "L로"], ["plan", "plan으로"], ["F", "F로"]])("%s", check("으로/로"));
});

describe("digits, as they are read in Korean", () => {
  test.each([
    ["0", "0이"], ["1", "1이"], ["2", "2가"], ["3", "3이"], ["4", "4가"], ["5", "5가"], ["6", "6이"], ["7", "7이"], ["8", "8이"], ["9", "9가"],
    ["10", "10이"], ["100", "100이"], ["2,000", "2,000이"], ["50000", "50000이"], ["1.0", "1.0이"], ["2.5", "2.5가"], ["2007", "2007이"],
    ["45%", "45%가"], ["1.3%p", "1.3%p가"], ["12bp", "12bp가"], ["299명", "299명이"], ["2007년", "2007년이"],
  ])("%s", check("이/가")); // prettier-ignore
  test.each([["1", "1로"], ["7", "7로"], ["3", "3으로"], ["10", "10으로"]])("%s", check("으로/로"));
});

describe("what is not read", () => {
  test.each([
    ["종합안(E)", "종합안(E)은"],
    ["현상 유지(연수 비중 45%)", "현상 유지(연수 비중 45%)는"],
    ["편익비용비(B/C)", "편익비용비(B/C)는"],
    ["갑작스러운 삭감 (2007년 7월)", "갑작스러운 삭감 (2007년 7월)은"],
    ["**종합안**", "**종합안**은"],
    ["‘귀국 연수생’", "‘귀국 연수생’은"],
    ["“Only-One”", "“Only-One”은"],
    ["(예고)", "(예고)는"],
    ["", "는"],
    ["???", "???는"],
    ["日本", "日本는"],
  ])("%s", check("은/는"));
});

test("all names of policies", () => {
  const wanted = ["현행 유지와", "예고된 경로와", "갑작스러운 삭감과", "재투자 없는 축소와", "단카이 퇴직기술자 지도 확대와", "연수 비중 75% 회복과"];
  const { policies } = madeUp();
  expect(policies.map((policy) => withParticle(shortName(policy, "ko"), "과/와"))).toEqual(wanted);
  for (const policy of policies) expect(withParticle(policyName(policy, "ko"), "과/와")).toMatch(/[과와]$/);
});

test("all names of metrics take a particle that fits their last syllable", () => {
  for (const metric of madeUp().metrics) {
    const name = metric.label.ko.replace(/\(.*\)$/, "").trim();
    const code = name.charCodeAt(name.length - 1) - 0xac00;
    const final = code >= 0 && code < 11172 && code % 28 > 0;
    expect(withParticle(name, "을/를")).toBe(name + (final ? "을" : "를"));
  }
});
