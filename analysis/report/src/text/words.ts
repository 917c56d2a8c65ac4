// SPDX-License-Identifier: Apache-2.0
// Words that more than one section says.
import type { Lang, Policy, Text, VerdictState } from "../data";
import { withParticle } from "./particles";

export function say(text: Text, lang: Lang): string {
  return text[lang];
}

/** Fills {name} by the value of that name. */
export function filled(text: Text, lang: Lang, values: Record<string, string | number>): string {
  return text[lang].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

export const today = {
  name: { en: "today’s policy", ko: "현행 유지" },
  title: { en: "Today’s policy", ko: "현행 유지" },
  short: { en: "Today", ko: "현행" },
} satisfies Record<string, Text>;

/** Marks of the verdicts; the page says the words beside them. */
export const signs: Record<VerdictState, string> = {
  no_verdict: "·",
  practically_equal: "=",
  among_the_best: "●",
  clear_gain: "▲",
  clear_loss: "▼",
  cannot_tell: "?",
  baseline: "–",
};

export const obstacles: Record<string, Text> = {
  too_many_failed: { en: "more than 1% of the replications failed", ko: "실패한 반복이 1%를 넘는다" },
  few_replications: { en: "fewer than 30 replications", ko: "반복이 30회보다 적다" },
  missing_baseline: { en: "there is no baseline to compare with", ko: "비교 기준인 현행 유지가 없다" },
  no_values: { en: "no replication has a value of both policies", ko: "두 정책의 값이 모두 있는 반복이 없다" },
  stress_case: { en: "a stress case, which is never ranked", ko: "충격 사례는 순위를 매기지 않는다" },
};

const grades: Record<string, Text> = {
  A: { en: "direct data", ko: "직접 자료" },
  B: { en: "comparable studies", ko: "유사 연구" },
  C: { en: "weak or mixed evidence", ko: "약하거나 엇갈린 근거" },
  D: { en: "assumed", ko: "가정" },
};
/** "직접 자료", "direct data"; "" of no grade. */
export function gradeWords(grade: string, lang: Lang): string {
  return grades[grade]?.[lang] ?? "";
}
/** "근거등급 D(가정)", "evidence grade D (assumed)". */
export function gradeName(grade: string, lang: Lang): string {
  const said = gradeWords(grade, lang);
  if (!said) return lang === "ko" ? "근거등급 없음" : "no evidence grade";
  return lang === "ko" ? `근거등급 ${grade}(${said})` : `evidence grade ${grade} (${said})`;
}
export const isWeak = (grade: string) => grade === "C" || grade === "D";

const confidences: Record<string, Text> = {
  article: { en: "article", ko: "기사" },
  external: { en: "external", ko: "외부 자료" },
  derived: { en: "derived", ko: "산출" },
  recalled: { en: "recalled", ko: "기억" },
  assumption: { en: "assumption", ko: "가정" },
};
export const confidenceWords = (id: string, lang: Lang) => confidences[id]?.[lang] ?? id;

const knowledges: Record<string, Text> = {
  ex_ante_2007: {
    en: "ex ante: only what was known in 2007",
    ko: "사전 평가: 2007년에 알 수 있던 정보만 사용",
  },
  ex_post: { en: "ex post: with what happened after 2006", ko: "사후 평가: 2006년 이후 실제 경과를 사용" },
};
export const knowledgeWords = (id: string, lang: Lang) => knowledges[id]?.[lang] ?? id;
export const isExPost = (knowledge: string) => knowledge.startsWith("ex_post");

/** What is said of a policy everywhere: the baseline is today's policy. */
export function policyName(policy: Policy, lang: Lang): string {
  return policy.baseline ? today.title[lang] : policy.label[lang].trim() || policy.id;
}
/** Without what stands in brackets or after a colon, where that leaves a name. */
export function shortName(policy: Policy, lang: Lang): string {
  const name = policyName(policy, lang);
  if (policy.stress) return name;
  const bare = name.replace(/\s*[(（][^)）]*[)）]\s*$/u, "").replace(/\s*[:：].*$/u, "").trim();
  return bare || name;
}
/** Of all policies; those that would be equal carry their badge. */
export function shortNames(policies: Policy[], lang: Lang): string[] {
  const names = policies.map((policy) => shortName(policy, lang));
  return names.map((name, at) => {
    const alone = names.filter((other) => other === name).length === 1;
    return alone ? name : lang === "ko" ? `${name}(${policies[at]!.badge})` : `${name} (${policies[at]!.badge})`;
  });
}

/** "A", "A와 B", "A, B와 C"; "A and B", "A, B and C". */
export function listed(words: string[], lang: Lang): string {
  if (words.length < 2) return words.join("");
  const last = words[words.length - 1]!;
  const before = words.slice(0, -1);
  if (lang === "en") return `${before.join(", ")} and ${last}`;
  before[before.length - 1] = withParticle(before[before.length - 1]!, "과/와");
  return `${before.join(", ")} ${last}`;
}

const small: Record<Lang, string[]> = {
  en: ["none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"],
  ko: ["없음", "하나", "둘", "셋", "넷", "다섯", "여섯", "일곱", "여덟", "아홉"],
};
/** "둘", "two"; from ten on in figures. */
export function countWord(n: number, lang: Lang): string {
  return small[lang][n] ?? String(n);
}
