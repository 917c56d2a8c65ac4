// SPDX-License-Identifier: Apache-2.0
import { expect, test } from "vitest";
import { settingText, unitBeside, valueText } from "./parameter_values";

const plain = (text: string) => text.replaceAll("\u00a0", " ");

test("paths go by year, other days stay", () => {
  const path = "[{ from = 1993-01-01, value = 0 }, { from = 2007-07-01, value = 95 }]";
  expect(valueText(path, "ko")).toBe("1993년부터 0, 2007-07-01부터 95");
  expect(valueText(path, "en")).toBe("0 from 1993, 95 from 2007-07-01");
});

test("money is written as everywhere", () => {
  expect(plain(valueText('"13 000 000 KRW"', "ko"))).toBe("1,300만 원");
  expect(plain(valueText('[{ from = 2006-01-01, value = "2 300 000 000 KRW" }]', "en"))).toBe("KRW 2.3 bn from 2006");
  expect(unitBeside('"13 000 000 KRW"', "KRW/year", "ko")).toBe("/년");
  expect(unitBeside('"13 000 000 KRW"', "KRW", "en")).toBe("");
  expect(unitBeside("55", "million KRW/person", "en")).toBe("KRW million a person");
});

test("lists, words, laws and nothing", () => {
  expect(valueText("[4, 6, 9]", "en")).toBe("4, 6, 9");
  expect(valueText('["training", "advice"]', "en")).toBe("training, advice");
  expect(valueText("[]", "ko")).toBe("–");
  expect(valueText("true", "ko")).toBe("예");
  expect(valueText("-0.5", "ko")).toBe("−0.5");
  expect(valueText("{ triangular = [2, 6, 12] }", "en")).toBe("2 to 12, most likely 6");
});

test("settings of levers in words", () => {
  const share = "account training, path 0.375 from 2007-01-01, 0.3 from 2008-01-01";
  expect(settingText(share, "ko")).toBe("계정 일본연수, 비중 0.375(2007년부터), 0.3(2008년부터)");
  expect(settingText(share, "en")).toBe("account training, path 0.375 from 2007, 0.3 from 2008");
  expect(settingText("associations 6, interval 2, from 2008-01-01", "ko")).toBe("협회 수 6, 간격(년) 2, 2008년부터");
  expect(settingText("on 2007-07-01, share 0.2, measure rate", "ko")).toBe("시행일 2007-07-01, 비율 0.2, 기준 남은 기간의 편성액");
  expect(settingText("weights A1 576, A2 1800 from 2007-01-01", "ko")).toBe("가중치 A1 576, A2 1800(2007년부터)");
});
