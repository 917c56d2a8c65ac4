// SPDX-License-Identifier: Apache-2.0
// The first page's answer for every outcome: what it must say, and what it may not.
import { describe, expect, test } from "vitest";
import type { ReportData } from "../data";
import { cases } from "../testing/made_up_cases";
import { answer } from "./answer";
import { standings } from "./standings";
import { verdictBrief, verdictSentence } from "./verdicts";

const made: Record<string, ReportData> = {};
const caseOf = (name: string): ReportData => (made[name] ??= cases[name]!());

const both = (name: string): [ko: string, en: string, data: ReportData] => {
  const data = caseOf(name);
  const said = (lang: "ko" | "en") => answer(data, lang).join(" ").replaceAll("\u00a0", " ");
  return [said("ko"), said("en"), data];
};

// Which case it is, and words that must be there, Korean and English.
// prettier-ignore
const wanted: [name: string, which: string, ko: string[], en: string[]][] = [
  ["clear_win", "winner", ["**예고된 경로**는 현행 유지보다 기업 생산성을 뚜렷이 더 높이며(+4.0bp)", "100번 중 98번은", "10년간 공공비용은 2.0억 원 더 듭니다"], ["**Announced** clearly raises", "in 98 of 100 sets of assumptions", "KRW 200 m more public money"]],
  ["shaky_win", "winner", ["높이지만", "100번 중 62번에 그칩니다"], ["in only 62 of 100 sets"]],
  ["tie_of_two", "tie", ["**예고된 경로**와 **단카이 퇴직기술자 지도 확대**는", "둘 중 어느 안이 더 나은지는 이번 모의실험으로 가릴 수 없고"], ["clearly raise the productivity", "Which of the two is better this study cannot tell; over ten years"]],
  ["tie_of_three", "tie", ["셋 중 어느 안이"], ["Which of the three is better"]],
  ["tie_of_four", "many", ["대안 4개가 비슷하게", "공공비용이 가장 적은 안은 **갑작스러운 삭감**입니다", "대신 **재투자 없는 축소**는"], ["4 policies do better", "takes the least public money", "In turn"]],
  ["over_zero", "nobody", ["뚜렷이 나은 대안은 없습니다", "**예고된 경로**도 구간이 0을 포함합니다(−1.8~+3.4bp)", "반복을 약 1,300회로"], ["No policy clearly does better", "about 1,300 replications"]],
  ["over_zero_for_good", "nobody", ["반복을 늘려도 가리기 어렵습니다"], ["more runs are unlikely to settle it"]],
  ["practically_equal", "all_equal", ["모든 대안이 현행 유지와 사실상 같습니다", "2bp보다 작습니다"], ["All policies are practically equal", "less than 2 bp"]],
  ["certain_but_small", "all_equal", ["**예고된 경로**와 **재투자 없는 축소**의 차이는 0이 아니지만"], ["not zero, but below what matters"]],
  ["no_difference", "all_equal", ["모든 반복에서 현행 유지와 같습니다"], ["the same as today’s policy in every replication"]],
  ["all_worse", "all_worse", ["모든 대안이 현행 유지보다 못합니다", "손해가 가장 작은 안은 **재투자 없는 축소**입니다(−3.2bp)"], ["Every policy does worse", "loses least"]],
  ["highest_is_a_loss", "nobody", ["뚜렷이 못합니다(−3.0bp)"], ["does clearly worse (−3.0 bp)"]],
  ["clear_loss_of_one", "all_worse", ["뚜렷이 못합니다(−4.0bp)"], ["does clearly worse than today’s policy"]],
  ["one_policy", "winner", ["공공비용이 더 드는지는 판단할 수 없습니다(−0.5~+2.5억 원)"], ["Whether it takes more public money"]],
  ["one_policy_over_zero", "nobody", ["이번 모의실험으로는 판단할 수 없습니다(−3~+4bp)"], ["cannot be told (−3 to +4 bp)"]],
  ["only_baseline", "nothing_to_compare", ["비교할 정책이 없습니다", "2016년 현행 유지의 생산성 효과는"], ["There is no policy to compare", "the productivity effect is"]],
  ["missing_baseline", "no_baseline", ["현행 유지가 결과에 없어"], ["no today’s policy to compare with"]],
  ["failed_replications", "no_verdict", ["실패한 반복이 1%를 넘습니다", "1,536개 중 40개"], ["more than 1% of the replications failed", "40 of 1,536"]],
  ["few_replications", "no_verdict", ["반복이 30회보다 적습니다", "8회"], ["fewer than 30 replications", "8 replications"]],
  ["few_draws", "tie", ["가정을 바꾸어도 저마다 20가지 중 19가지 이상은"], ["in at least 19 of 20 sets"]],
  ["no_assumptions", "tie", ["가정의 불확실성은 계산하지 않았습니다"], ["Uncertainty of the assumptions was not computed"]],
  ["no_economics", "winner", ["100번 중 98번"], ["98 of 100"]],
  ["cost_not_clear", "tie", ["공공비용의 차이는 뚜렷하지 않습니다"], ["neither clearly takes more nor less"]],
  ["less_is_better", "tie", ["연수 대기일수를 뚜렷이 더 낮추"], ["clearly lower the wait for training"]],
  ["unstated", "moved", ["‘귀국 연수생’ 값이", "순위를 매기지 않습니다"], ["nothing is ranked"]],
  ["stress_case", "winner", ["**예고된 경로**는"], ["**Announced**"]],
];

describe("says what the data says", () => {
  test.each(wanted)("%s", (name, which, ko, en) => {
    const [said, inEnglish, data] = both(name);
    expect(standings(data).which).toBe(which);
    for (const words of ko) expect(said).toContain(words);
    for (const words of en) expect(inEnglish).toContain(words);
  });
  test("every case is told", () => {
    expect(wanted.map(([name]) => name).sort()).toEqual(Object.keys(cases).sort());
  });
});

describe("never says too much", () => {
  const forbidden = /유의|증명|확률|효과 없음|베이스라인|참값|NaN|undefined|null|\{|\}|significant|proved|certain to|no effect|true effect|will raise/;
  test.each(Object.keys(cases))("%s", (name) => {
    const [ko, en, data] = both(name);
    for (const text of [ko, en]) expect(text).not.toMatch(forbidden);
    expect(ko).toMatch(/[.]$/);
    expect(answer(data, "ko").every((sentence) => /니다(\(.*\))?[.]$/.test(sentence))).toBe(true);
    expect(answer(data, "en").length).toBe(answer(data, "ko").length);
  });
  test("no draws, no 'of 100'; one policy, no best; a stress case is not named", () => {
    expect(both("no_assumptions")[0]).not.toContain("100번");
    expect(both("no_economics")[0]).not.toContain("비용");
    expect(both("one_policy").slice(0, 2).join("")).not.toMatch(/최선|best/);
    expect(both("stress_case")[0]).not.toContain("충격");
    expect(both("missing_baseline")[0]).not.toMatch(/높|낮/);
    expect(both("few_replications")[0]).not.toMatch(/높|낮|\*\*/);
  });
});

describe("verdicts of single policies", () => {
  const sentence = (name: string, place: number, lang: "ko" | "en") => {
    const data = caseOf(name);
    return verdictSentence(data, data.headline, place, lang).replaceAll("\u00a0", " ");
  };
  test("of every state", () => {
    expect(sentence("clear_win", 1, "ko")).toBe("예고된 경로는 현행 유지보다 기업 생산성을 뚜렷이 더 높이며(+4.0bp, 95% 신뢰구간 3.2~4.8bp), 비교한 정책 가운데 최선이다.");
    expect(sentence("tie_of_two", 1, "en")).toBe("“Announced” clearly raises the productivity of firms (+4.0 bp, 95% interval 3.2 to 4.8 bp) and is among the best.");
    expect(sentence("clear_win", 4, "ko")).toContain("뚜렷이 더 높인다(+1.5bp");
    expect(sentence("clear_win", 3, "ko")).toContain("뚜렷이 떨어뜨린다(−1.2bp");
    expect(sentence("clear_win", 2, "ko")).toBe("갑작스러운 삭감과 현행 유지의 차이는 2bp보다 작다. 사실상 같다.");
    expect(sentence("certain_but_small", 1, "ko")).toContain("차이는 0이 아니지만");
    expect(sentence("no_difference", 1, "ko")).toBe("예고된 경로는 모든 반복에서 현행 유지와 같다.");
    expect(sentence("over_zero", 2, "ko")).toContain("갑작스러운 삭감이 현행 유지와 다른지 이번 모의실험으로는 판단할 수 없다");
    expect(sentence("few_replications", 2, "ko")).toBe("판정하지 않음: 반복이 30회보다 적다.");
    expect(sentence("stress_case", 5, "ko")).toBe("판정하지 않음: 충격 사례는 순위를 매기지 않는다.");
    expect(sentence("one_policy", 1, "en")).not.toContain("best");
    expect(sentence("clear_win", 0, "ko")).toBe("");
  });
  test("in a few words", () => {
    const brief = (name: string, place: number) => {
      const data = caseOf(name);
      const metric = data.metrics.find((one) => one.id === data.headline)!;
      return verdictBrief(data.comparison[data.headline]![place]!, metric.better, "ko");
    };
    expect([1, 2, 3, 4].map((place) => brief("clear_win", place))).toEqual(["최선", "사실상 같음", "뚜렷한 악화", "뚜렷한 개선"]);
    expect([0, 1].map((place) => brief("tie_of_two", place))).toEqual(["비교 기준", "최선 그룹"]);
    expect([1, 3].map((place) => brief("unstated", place))).toEqual(["뚜렷이 낮음", "뚜렷이 높음"]);
    expect(brief("over_zero", 1)).toBe("판단 불가");
    expect(brief("stress_case", 5)).toBe("충격 사례");
    expect(brief("few_replications", 1)).toBe("판정 안 함");
    expect(brief("no_difference", 1)).toBe("차이 없음");
  });
});
