// SPDX-License-Identifier: Apache-2.0
// In what two studies differ: their terms, their parameters, and policies of one name that are not
// the same. And whether they share their random numbers.
import type { Lang, Parameter, Policy, ReportData, Text } from "../data";
import type { Notes, TableBlock } from "../section";
import { decimal, nothing, years } from "../text/numbers";
import { filled, isWeak, knowledgeWords, listed, policyName } from "../text/words";
import { unitBeside, valueText } from "./parameter_values";

const words = {
  terms: { en: "What the studies are", ko: "두 연구의 조건" },
  what: { en: "Term", ko: "항목" },
  first: { en: "First study", ko: "첫째 연구" },
  second: { en: "Second study", ko: "둘째 연구" },
  title: { en: "Title", ko: "제목" },
  file: { en: "File", ko: "파일" },
  period: { en: "Policy period", ko: "정책기간" },
  knowledge: { en: "What is known", ko: "정보 기준" },
  firms: { en: "Firms", ko: "기업 수" },
  scale: { en: "Scale of the money", ko: "예산 규모" },
  replications: { en: "Replications per policy", ko: "정책마다 반복" },
  draws: { en: "Draws of assumptions", ko: "가정 추출" },
  seed: { en: "Seed", ko: "난수 시드" },
  engine: { en: "Engine", ko: "엔진 판" },
  differ: { en: "{n} parameters differ between the studies", ko: "두 연구에서 값이 다른 매개변수 {n}개" },
  equal: { en: "No parameter differs between the studies", ko: "두 연구에서 값이 다른 매개변수는 없다" },
  label: { en: "Assumption", ko: "가정" },
  unit: { en: "Unit", ko: "단위" },
  grade: { en: "Evidence", ko: "근거등급" },
  name: { en: "Name in the scenario", ko: "시나리오의 이름" },
  warnings: { en: "Before you compare", ko: "견주기 전에" },
  not_shared: {
    en: "The studies do not share random numbers ({why}): the difference between them has no paired interval, and part of it is chance.",
    ko: "두 연구는 난수를 공유하지 않는다({why}). 연구 사이의 차이에는 짝지은 신뢰구간이 없고, 그 일부는 우연이다.",
  },
  shared: {
    en: "The studies have the same seed, engine, firms and years, so their worlds meet the same chance. Still, no paired interval between them is computed here: each interval is within its own study.",
    ko: "두 연구는 시드, 엔진, 기업 수, 기간이 같아 같은 우연을 겪는다. 그래도 이 보고서는 연구 사이의 짝지은 구간을 계산하지 않는다. 구간은 모두 각 연구 안의 것이다.",
  },
  other_seed: { en: "other seeds", ko: "시드가 다름" },
  other_engine: { en: "other engine versions", ko: "엔진 판이 다름" },
  other_firms: { en: "other numbers of firms", ko: "기업 수가 다름" },
  other_years: { en: "other years", ko: "기간이 다름" },
  knowledge_differs: {
    en: "One study knows only what was known beforehand, the other knows more: compare policies within one of them, never across.",
    ko: "두 연구는 알고 있는 것이 다르다. 정책은 한 연구 안에서만 비교하고, 연구를 넘나들며 비교하지 않는다.",
  },
  other_policy: {
    en: "Of one name, but not set alike: {list}. Their difference is also that of the policies.",
    ko: "이름은 같지만 내용이 다른 정책이 있다: {list}. 그 차이에는 정책의 차이도 들어 있다.",
  },
  only_first: { en: "Only in the first study: {list}.", ko: "첫째 연구에만 있는 정책: {list}." },
  only_second: { en: "Only in the second study: {list}.", ko: "둘째 연구에만 있는 정책: {list}." },
} satisfies Record<string, Text>;

/** Reasons why the worlds of the two do not meet the same chance; none: they do. */
export function whyNotShared(one: ReportData, other: ReportData, lang: Lang): string[] {
  const [a, b] = [one.study, other.study];
  return [
    ...(a.seed !== b.seed ? [words.other_seed] : []),
    ...(a.engine_version !== b.engine_version ? [words.other_engine] : []),
    ...(a.firms !== b.firms ? [words.other_firms] : []),
    ...(a.start !== b.start || a.policies_start !== b.policies_start ? [words.other_years] : []),
  ].map((text) => text[lang]);
}

export function comparingNotes(one: ReportData, other: ReportData, lang: Lang): Notes {
  const items: Notes["items"] = [];
  const warn = (text: string) => items.push({ text, tone: "warning" });
  if (one.study.knowledge !== other.study.knowledge) warn(words.knowledge_differs[lang]);
  const why = whyNotShared(one, other, lang);
  if (why.length > 0) warn(filled(words.not_shared, lang, { why: why.join(", ") }));
  else items.push({ text: words.shared[lang], tone: "plain" });
  const changed = one.policies.filter((policy) => {
    const twin = other.policies.find((each) => each.id === policy.id);
    return twin !== undefined && settingsOf(policy) !== settingsOf(twin);
  });
  if (changed.length > 0) warn(filled(words.other_policy, lang, { list: namesOf(changed, lang) }));
  const alone = (of: ReportData, against: ReportData) =>
    of.policies.filter((policy) => !policy.baseline && !against.policies.some((each) => each.id === policy.id));
  for (const [only, text] of [[alone(one, other), words.only_first], [alone(other, one), words.only_second]] as const)
    if (only.length > 0) items.push({ text: filled(text, lang, { list: namesOf(only, lang) }), tone: "plain" });
  return { kind: "notes", title: words.warnings[lang], items };
}

const settingsOf = (policy: Policy) =>
  JSON.stringify([...policy.settings].map(({ lever, value }) => [lever, value]).sort());
const namesOf = (policies: Policy[], lang: Lang) => listed(policies.map((policy) => policyName(policy, lang)), lang);

/** Terms side by side; those that differ are tinted. */
export function termsTable(one: ReportData, other: ReportData, lang: Lang): TableBlock {
  const terms: [Text, (data: ReportData) => string][] = [
    [words.title, (data) => data.study.title[lang] || data.study.file],
    [words.file, (data) => data.study.file],
    [words.period, (data) => years(data.study.period, lang)],
    [words.knowledge, (data) => knowledgeWords(data.study.knowledge, lang)],
    [words.firms, (data) => decimal(data.study.firms, 0)],
    [words.scale, (data) => `${Number((data.study.budget_scale * 100).toPrecision(4))}%`],
    [words.replications, (data) => decimal(data.study.replications, 0)],
    [words.draws, (data) => decimal(data.study.draws, 0)],
    [words.seed, (data) => String(data.study.seed)],
    [words.engine, (data) => String(data.study.engine_version)],
  ];
  const rows = terms.map(([what, of]) => [what[lang], of(one), of(other)]);
  return {
    kind: "table",
    id: "terms",
    title: words.terms[lang],
    table: { columns: [words.what, words.first, words.second].map((text) => ({ label: text[lang], numeric: false })), rows },
    tones: rows.map(([, a, b], at) => (at > 1 && a !== b ? "weak" : null)),
  };
}

/** Parameters whose value is not the same, and those that one study lacks. */
export function parameterTable(one: ReportData, other: ReportData, lang: Lang): TableBlock {
  const of = (data: ReportData) => new Map(data.parameters.map((parameter) => [parameter.path, parameter]));
  const [first, second] = [of(one), of(other)];
  const paths = [...new Set([...first.keys(), ...second.keys()])];
  const differing = paths.filter((path) => first.get(path)?.value !== second.get(path)?.value);
  const rows = differing.map((path) => {
    const parameter = (first.get(path) ?? second.get(path)) as Parameter;
    const value = (data: Map<string, Parameter>) => (data.has(path) ? valueText(data.get(path)?.value ?? "", lang) : nothing);
    return [
      parameter.label[lang] || path,
      value(first),
      value(second),
      unitBeside(parameter.value, parameter.unit, lang) || null,
      gradesOf(first.get(path), second.get(path)),
      path,
    ];
  });
  const heads = [words.label, words.first, words.second, words.unit, words.grade, words.name];
  return {
    kind: "table",
    id: "parameters_between",
    title: filled(rows.length > 0 ? words.differ : words.equal, lang, { n: rows.length }),
    table: { columns: heads.map((text, at) => ({ label: text[lang], numeric: at === 1 || at === 2 })), rows },
    tones: differing.map((path) => (isWeak(first.get(path)?.grade ?? "") || isWeak(second.get(path)?.grade ?? "") ? "weak" : null)),
  };
}

function gradesOf(a: Parameter | undefined, b: Parameter | undefined): string | null {
  const grades = [...new Set([a?.grade, b?.grade].filter((grade): grade is string => Boolean(grade)))];
  return grades.join(", ") || null;
}
